import type { Random } from '../../../simulator/random.ts';
import { SEQUENCE_SPACE } from '../../../tcp/sequence.ts';
import { DECIMAL_UNITS, THREE_DECIMALS } from '../../conventions-windows.ts';
import { numberField } from '../../fields.ts';
import { bitsNeeded, bitsNeededByBit, secondsToWrap, secondsToWrapByBit } from '../../misconceptions/windows-rules.ts';
import { NO_TRACE } from '../../no-trace.ts';
import type { QuestionDraft, Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';

export const wrapTime: Skill = {
  id: 'sequence.wrap',
  title: { ko: '순서 번호가 한 바퀴 도는 시간', en: 'How soon sequence numbers wrap' },
  type: 40,
  level: 'medium',
  concepts: ['numbers', 'isn'],
  after: ['seq.next'],
  pose: (random) => (random.chance(0.6) ? poseTime(random) : poseBits(random)),
};

/** Mbit/s: six digits, from 1 to 99999.9. */
function drawRate(random: Random): number {
  return random.int(100_000, 999_999) * 10 ** random.int(-5, -1);
}

/** 2.5 rather than 2.5000000000000004. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function poseTime(random: Random): QuestionDraft | null {
  const mbit = tidy(drawRate(random));
  const rate = mbit * 1e6;
  const seconds = secondsToWrap(rate);
  const field = numberField(
    { id: 'seconds', label: { ko: '시간(초)', en: 'seconds' }, place: null },
    seconds,
    { required: [['N139', secondsToWrapByBit(rate)]] },
    'decimal',
  );
  return (
    field && {
      ...GIVEN_NOTHING,
      prompt: {
        ko: 'TCP 데이터를 주어진 속도로 쉬지 않고 보냅니다. 32비트 순서 번호가 한 바퀴 돌아 같은 번호가 다시 쓰이기까지 몇 초가 걸립니까?',
        en: 'TCP data is sent without a pause at the rate given. After how many seconds have the 32-bit sequence numbers gone round, so that the same number is used again?',
      },
      conventions: [DECIMAL_UNITS, THREE_DECIMALS],
      figures: [{ kind: 'values', title: null, values: [{ name: RATE, value: mbit }] }],
      fields: [field],
      hints: [
        { ko: '순서 번호는 데이터 바이트마다 하나씩 붙습니다.', en: 'Each byte of data takes one sequence number.' },
        {
          ko: '주어진 속도의 단위는 비트이고, 순서 번호는 모두 2^32개입니다.',
          en: 'The rate given is in bits; there are 2^32 sequence numbers.',
        },
        { ko: '2^32 × 8 / (초당 비트 수)를 구합니다.', en: 'Take 2^32 × 8 / (bits per second).' },
      ],
      explanation: [
        {
          text: {
            ko: `한 바퀴는 2^32 = ${SEQUENCE_SPACE}바이트, 곧 ${SEQUENCE_SPACE * 8}비트입니다.`,
            en: `Once round is 2^32 = ${SEQUENCE_SPACE} bytes, or ${SEQUENCE_SPACE * 8} bits.`,
          },
          rfc: 'RFC 9293 §3.4',
        },
        {
          text: {
            ko: `${SEQUENCE_SPACE * 8} / ${tidy(rate)} = ${seconds}초(소수점 아래 셋째 자리까지)입니다.`,
            en: `${SEQUENCE_SPACE * 8} / ${tidy(rate)} = ${seconds} seconds, to three decimals.`,
          },
          rfc: 'RFC 9293 §3.4.1',
        },
      ],
    }
  );
}

function poseBits(random: Random): QuestionDraft | null {
  const mbit = tidy(drawRate(random));
  const rate = tidy(mbit * 1e6);
  const lifetime = random.int(10, 240);
  const bits = bitsNeeded(rate, lifetime);
  const field = numberField(
    { id: 'bits', label: { ko: '비트 수', en: 'bits' }, place: null },
    bits,
    { required: [['N139', bitsNeededByBit(rate, lifetime)]] },
    'amount',
  );
  const sent = tidy((rate * lifetime) / 8);
  return (
    field && {
      ...GIVEN_NOTHING,
      prompt: {
        ko: '바이트마다 번호를 하나씩 붙이는 프로토콜이 주어진 속도로 쉬지 않고 보냅니다. 세그먼트가 네트워크에 남아 있을 수 있는 동안 같은 번호를 다시 쓰지 않으려면, 번호는 적어도 몇 비트여야 합니까?',
        en: 'A protocol that numbers each byte sends without a pause at the rate given. How many bits must its numbers have at least, so that none is used again while a segment may still be in the network?',
      },
      conventions: [DECIMAL_UNITS],
      figures: [
        {
          kind: 'values',
          title: null,
          values: [
            { name: RATE, value: mbit },
            { name: { ko: '세그먼트의 최대 수명 (초)', en: 'lifetime of a segment (s), at most' }, value: lifetime },
          ],
        },
      ],
      fields: [field],
      hints: [
        {
          ko: '최대 수명 동안 보내는 바이트 수보다 번호의 개수가 적으면 안 됩니다.',
          en: 'There must be no fewer numbers than bytes sent within the lifetime.',
        },
        {
          ko: '주어진 속도의 단위는 비트이므로 먼저 초당 바이트 수로 바꿉니다.',
          en: 'The rate given is in bits: turn it into bytes per second first.',
        },
        {
          ko: '2^n >= (초당 비트 수) × (초) / 8인 가장 작은 n을 찾습니다.',
          en: 'Find the smallest n with 2^n >= (bits per second) × seconds / 8.',
        },
      ],
      explanation: [
        {
          text: {
            ko: `${lifetime}초 동안 ${rate} × ${lifetime} / 8 = ${sent}바이트를 보냅니다.`,
            en: `In ${lifetime} seconds ${rate} × ${lifetime} / 8 = ${sent} bytes are sent.`,
          },
          rfc: 'RFC 9293 §3.4.1',
        },
        {
          text: {
            ko: `2^${bits - 1} = ${2 ** (bits - 1)}개로는 모자라고 2^${bits} = ${2 ** bits}개면 됩니다. 적어도 ${bits}비트입니다.`,
            en: `2^${bits - 1} = ${2 ** (bits - 1)} numbers are too few and 2^${bits} = ${2 ** bits} are enough: at least ${bits} bits.`,
          },
          rfc: 'RFC 9293 §3.4.1',
        },
      ],
    }
  );
}

const RATE = { ko: '속도 (Mbit/s)', en: 'rate (Mbit/s)' } as const;

const GIVEN_NOTHING = { trace: NO_TRACE, view: questionView(NO_TRACE, { until: 0, asked: [], focus: [] }) };
