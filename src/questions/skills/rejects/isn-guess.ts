import type { Random } from '../../../simulator/random.ts';
import { SEQUENCE_SPACE } from '../../../tcp/sequence.ts';
import { RFC_WHERE_SYSTEMS_DIFFER } from '../../conventions.ts';
import { ATTACKER_KNOWS_TUPLE } from '../../conventions-rejects.ts';
import { allFields, choiceField, numberField } from '../../fields.ts';
import { oneForEachNumber, oneForEachWindow } from '../../misconceptions/rejects-rules.ts';
import { NO_TRACE } from '../../no-trace.ts';
import type { ExplanationStep, Field } from '../../question.ts';
import type { Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { withParticle } from '../../words.ts';

/** What the attacker sends: a RST has to be exactly at RCV.NXT, data only in the window. */
type Attack = 'reset' | 'data';

/** Which part of ISN = M + F is asked about. */
type Part = 'clock' | 'secret';

export const isnGuess: Skill = {
  id: 'isn.blind-guess',
  title: { ko: '보지 못하는 공격자의 추측', en: 'Guessing numbers blindly' },
  type: 58,
  level: 'expert',
  concepts: ['isn', 'late-segment', 'numbers'],
  after: ['reject.forged-segment'],
  pose: (random) => {
    const attack = random.pick(['reset', 'data', 'data'] as const);
    const part = random.pick(['clock', 'secret'] as const);
    const window = random.chance(0.2) ? 2 ** random.int(12, 18) : random.int(4096, 262_144);
    const rate = 10 * random.int(200, 90_000);
    const count = attack === 'reset' ? SEQUENCE_SPACE : Math.ceil(SEQUENCE_SPACE / window);
    const fields = allFields(fieldsOf(random, attack, part, { window, rate, count }));
    if (fields === null) return null;
    const asked = part === 'secret' ? 'F' : 'M';
    return {
      prompt: {
        ko: `공격자가 한 방향의 RCV.NXT를 모른 채 ${attack === 'reset' ? 'RST를' : '1바이트 데이터 세그먼트를'} seq만 바꾸어 가며 보냅니다. ${attack === 'reset' ? '연결이 반드시 끊기려면' : '그 가운데 하나가 반드시 수신 윈도우에 들려면'} 적어도 몇 개를 보내야 하고, 그만큼 보내는 데 몇 초가 걸립니까? 또 ISN = M + F에서 ${part === 'secret' ? 'F는' : 'M은'} 무엇을 위해 있습니까?`,
        en: `Not knowing RCV.NXT, an attacker sends ${attack === 'reset' ? 'RSTs' : 'segments of 1 data byte'} that differ in seq only. How many are needed to be certain that ${attack === 'reset' ? 'the connection is reset' : 'one of them lies in the receive window'}, and how many seconds does sending them take? And what is ${asked} in ISN = M + F there for?`,
      },
      conventions: [ATTACKER_KNOWS_TUPLE, RFC_WHERE_SYSTEMS_DIFFER],
      trace: NO_TRACE,
      view: questionView(NO_TRACE, { until: 0, asked: [], focus: [] }),
      fields,
      figures: [
        {
          kind: 'values',
          title: null,
          values: [
            { name: 'RCV.WND', value: { ko: `${window}바이트`, en: `${window} bytes` } },
            {
              name: { ko: '보내는 속도', en: 'rate' },
              value: { ko: `초당 ${rate}개`, en: `${rate} segments a second` },
            },
            {
              name: 'M',
              value: { ko: '4마이크로초마다 1씩 느는 시계', en: 'a clock that ticks every 4 microseconds' },
            },
            { name: 'F', value: { ko: '4-튜플과 비밀 키의 해시', en: 'a hash of the 4-tuple and a secret key' } },
          ],
        },
      ],
      hints: [
        {
          ko: '데이터는 윈도우 안이면 받아들여지지만, RST가 연결을 끊으려면 RCV.NXT와 정확히 같아야 합니다.',
          en: 'Data is accepted anywhere in the window; a RST resets only exactly at RCV.NXT.',
        },
        {
          ko: '번호는 모두 2^32개입니다. 추측 하나가 맞히는 RCV.NXT의 값이 몇 개인지 봅니다. M은 시간에 따라 늘고, F는 연결마다 다릅니다.',
          en: 'There are 2^32 numbers: see for how many values of RCV.NXT one guess is right. M grows with time; F differs by connection.',
        },
        {
          ko: '개수는 2^32를 추측 하나가 덮는 번호의 수로 나누어 올림한 것이고, 시간은 그 개수를 속도로 나눈 것입니다.',
          en: 'The count is 2^32 divided by what one guess covers, rounded up; the time is the count divided by the rate.',
        },
      ],
      explanation: explanationOf(attack, part, { window, rate, count }),
    };
  },
};

interface Amounts {
  readonly window: number;
  readonly rate: number;
  readonly count: number;
}

function fieldsOf(
  random: Random,
  attack: Attack,
  part: Part,
  { window, rate, count }: Amounts,
): readonly (Field | null)[] {
  const rule = attack === 'reset' ? 'N190' : 'N198';
  const wrong = attack === 'reset' ? oneForEachWindow(window) : oneForEachNumber();
  const options = random.shuffle([
    {
      id: 'old',
      text: {
        ko: '같은 4-튜플의 지난 연결에서 온 옛 중복이 새 연결의 번호와 겹치지 않게 합니다',
        en: "keeps old duplicates of an earlier connection of the same 4-tuple off the new one's numbers",
      },
    },
    {
      id: 'guess',
      text: {
        ko: '세그먼트를 볼 수 없는 공격자가 번호를 짐작하지 못하게 합니다',
        en: 'keeps an attacker who sees no segment from predicting the numbers',
      },
    },
  ]);
  return [
    numberField(
      { id: 'count', label: { ko: '세그먼트 수', en: 'segments' }, place: null },
      count,
      { required: [[rule, wrong]] },
      'amount',
    ),
    numberField(
      { id: 'seconds', label: { ko: '걸리는 시간(초)', en: 'time (s)' }, place: null },
      seconds(count, rate),
      { required: [[rule, seconds(wrong, rate)]] },
      'decimal',
    ),
    choiceField(
      {
        id: 'purpose',
        label: part === 'secret' ? { ko: 'F가 하는 일', en: 'F' } : { ko: 'M이 하는 일', en: 'M' },
        place: null,
      },
      options,
      part === 'secret' ? 'guess' : 'old',
      { required: [part === 'secret' ? ['M43', 'old'] : ['N199', 'guess']] },
    ),
  ];
}

/** To three decimals. */
function seconds(count: number, rate: number): number {
  return Math.round((count * 1000) / rate) / 1000;
}

function explanationOf(attack: Attack, part: Part, { window, rate, count }: Amounts): readonly ExplanationStep[] {
  return [
    {
      text:
        attack === 'reset'
          ? {
              ko: `RST는 seq가 RCV.NXT와 정확히 같을 때만 연결을 끊습니다. 추측 하나가 번호 하나만 덮으므로 2^32 = ${count}개가 필요합니다. 윈도우(${window}) 안의 다른 번호에는 challenge ACK가 갈 뿐입니다. 걸리는 시간은 ${count} / ${rate} = ${seconds(count, rate)}초입니다(소수점 아래 셋째 자리까지).`,
              en: `A RST resets only exactly at RCV.NXT, so one guess covers one number: 2^32 = ${count} are needed. Elsewhere in the window (${window}) it only earns a challenge ACK. Sending them takes ${count} / ${rate} = ${seconds(count, rate)} s, to three decimals.`,
            }
          : {
              ko: `데이터는 윈도우 안 어디에 있어도 받아들여집니다. seq를 ${window}씩 건너뛰면 되므로 2^32 / ${withParticle(window, '을/를')} 올림한 ${count}개면 됩니다. 걸리는 시간은 ${count} / ${rate} = ${seconds(count, rate)}초입니다(소수점 아래 셋째 자리까지).`,
              en: `Data is acceptable anywhere in the window, so seq may advance in steps of ${window}: 2^32 / ${window}, rounded up, is ${count}. Sending them takes ${count} / ${rate} = ${seconds(count, rate)} s, to three decimals.`,
            },
      rfc: 'RFC 9293 §3.10.7.4',
    },
    {
      text:
        part === 'secret'
          ? {
              ko: 'F는 비밀 키가 들어 있어 밖에서 계산할 수 없습니다. 그래서 공격자는 이만큼 모두 시도해야 합니다. 옛 중복을 막는 것은 한 4-튜플 안에서 계속 늘어나는 M입니다.',
              en: 'F has a secret key in it and cannot be computed from outside, so the attacker has to go through them all. Against old duplicates there is M, which keeps growing within one 4-tuple.',
            }
          : {
              ko: 'M은 시간에 따라 늘므로 같은 4-튜플의 다음 연결은 지난 연결보다 뒤의 번호에서 시작합니다. 시계는 누구나 짐작할 수 있으므로 공격자를 막는 것은 F입니다.',
              en: 'M grows with time, so the next connection of a 4-tuple starts beyond the numbers of the last. Anybody can predict a clock; what stops the attacker is F.',
            },
      rfc: 'RFC 9293 §3.4.1',
    },
  ];
}
