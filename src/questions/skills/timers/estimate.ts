import type { Random } from '../../../simulator/random.ts';
import { EXACT_DECIMALS, RTO_WEIGHTS, RTO_WITHOUT_BOUNDS } from '../../conventions-timers.ts';
import { allFields, numberField } from '../../fields.ts';
import type { Figure } from '../../figure.ts';
import {
  type Estimate,
  type Estimator,
  estimate,
  NEW_SRTT_FIRST,
  NO_FIRST_VARIANCE,
  REVERSED_WEIGHTS,
  RFC_6298,
  SWAPPED_WEIGHTS,
  timeoutOf,
  timeoutWithOneDeviation,
  twiceTheRoundTrip,
} from '../../misconceptions/timers-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import { NO_TRACE } from '../../no-trace.ts';
import type { ExplanationStep } from '../../question.ts';
import type { Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';

/** What is measured: from the first sample on, or going on from an estimate. */
interface Measured {
  readonly start: Estimate | null;
  readonly samples: readonly number[];
}

/** Samples are multiples of 8 for each update but one, so that SRTT is exact to three decimals. */
function drawMeasured(random: Random): Measured {
  const fresh = random.chance(0.6);
  const updates = random.pick([1, 2, 2]);
  const unit = updates === 1 ? 2 : 8;
  const about = random.int(40, 1600);
  const draw = (): number => Math.max(2, Math.round((about * random.int(50, 190)) / 100 / unit)) * unit;
  const samples = Array.from({ length: fresh ? updates + 1 : updates }, draw);
  return { start: fresh ? null : { srtt: draw(), rttvar: random.int(2, Math.floor(about / 8) + 2) * 4 }, samples };
}

export const rtoEstimate: Skill = {
  id: 'rto.estimate',
  title: { ko: 'SRTT, RTTVAR, RTO', en: 'SRTT, RTTVAR and RTO' },
  type: 35,
  level: 'medium',
  concepts: ['tcp'],
  after: ['ack.in-order'],
  pose: (random) => {
    const { start, samples } = drawMeasured(random);
    const by = (how: Estimator): Estimate | null => estimate(how, start, samples);
    const right = by(RFC_6298);
    const newFirst = by(NEW_SRTT_FIRST);
    const swapped = by(SWAPPED_WEIGHTS);
    const reversed = by(REVERSED_WEIGHTS);
    const zero = by(NO_FIRST_VARIANCE);
    if (!right || !newFirst || !swapped || !reversed || !zero) return null;
    const fresh = start === null;
    const rto = timeoutOf(right);
    const withZero = <T>(value: T): readonly (readonly [MisconceptionId, T])[] => (fresh ? [['M28', value]] : []);
    const fields = allFields([
      numberField(
        { id: 'srtt', label: { ko: 'SRTT (ms)', en: 'SRTT (ms)' }, place: null },
        right.srtt,
        {
          required: [
            ['M26', swapped.srtt],
            ['N140', reversed.srtt],
          ],
        },
        'decimal',
      ),
      numberField(
        { id: 'rttvar', label: { ko: 'RTTVAR (ms)', en: 'RTTVAR (ms)' }, place: null },
        right.rttvar,
        {
          required: [['M25', newFirst.rttvar], ['M26', swapped.rttvar], ...withZero(zero.rttvar)],
          optional: [['N140', reversed.rttvar]],
        },
        'decimal',
      ),
      numberField(
        { id: 'rto', label: { ko: 'RTO (ms)', en: 'RTO (ms)' }, place: null },
        rto,
        {
          required: [
            ['M27', timeoutWithOneDeviation(right)],
            ['M27', twiceTheRoundTrip(right)],
            ['M25', timeoutOf(newFirst)],
            ...withZero(timeoutOf(zero)),
          ],
          optional: [
            ['M26', timeoutOf(swapped)],
            ['N140', timeoutOf(reversed)],
          ],
        },
        'decimal',
      ),
    ]);
    if (fields === null) return null;
    const count = samples.length;
    return {
      prompt: fresh
        ? {
            ko: `연결이 시작된 뒤 표의 RTT 표본 ${count}개를 차례로 얻었습니다. 마지막 표본까지 반영한 SRTT, RTTVAR, RTO는 얼마입니까?`,
            en: `A new connection takes the ${count} RTT samples of the table, in that order. What are SRTT, RTTVAR and RTO after the last one?`,
          }
        : {
            ko: `SRTT = ${start.srtt} ms, RTTVAR = ${start.rttvar} ms인 연결에서 표의 RTT 표본을 ${count === 1 ? '새로 얻었습니다. 이 표본을' : '차례로 새로 얻었습니다. 둘을 모두'} 반영한 SRTT, RTTVAR, RTO는 얼마입니까?`,
            en: `A connection with SRTT = ${start.srtt} ms and RTTVAR = ${start.rttvar} ms takes the ${count === 1 ? 'new RTT sample' : 'new RTT samples'} of the table. What are SRTT, RTTVAR and RTO then?`,
          },
      conventions: [RTO_WEIGHTS, RTO_WITHOUT_BOUNDS, EXACT_DECIMALS],
      trace: NO_TRACE,
      view: questionView(NO_TRACE, { until: 0, asked: [], focus: [] }),
      figures: [sampleTable(samples)],
      fields,
      hints: [
        {
          ko: '새 표본마다 RTTVAR를 먼저, SRTT를 나중에 고치고, RTO는 마지막에 한 번 구합니다.',
          en: 'For every further sample update RTTVAR first, then SRTT; the RTO comes at the end.',
        },
        fresh
          ? {
              ko: '첫 표본은 식이 다릅니다. 아직 평균이 없으므로 SRTT와 RTTVAR를 그 표본만으로 정합니다.',
              en: 'The first sample is special: with no average yet, it alone sets SRTT and RTTVAR.',
            }
          : {
              ko: '이미 평균이 있으므로 표의 첫 표본부터 갱신 식을 적용합니다.',
              en: 'There is an average already, so the update applies from the first sample of the table on.',
            },
        {
          ko: 'RTTVAR ← 3/4·RTTVAR + 1/4·|SRTT - R|, SRTT ← 7/8·SRTT + 1/8·R, RTO = SRTT + 4·RTTVAR',
          en: 'RTTVAR <- 3/4 RTTVAR + 1/4 |SRTT - R|, SRTT <- 7/8 SRTT + 1/8 R, RTO = SRTT + 4 RTTVAR.',
        },
      ],
      explanation: [
        ...updateSteps(start, samples),
        {
          text: {
            ko: `RTO = SRTT + 4·RTTVAR = ${right.srtt} + 4 × ${right.rttvar} = ${rto} ms입니다.`,
            en: `RTO = SRTT + 4*RTTVAR = ${right.srtt} + 4 * ${right.rttvar} = ${rto} ms.`,
          },
          rfc: 'RFC 6298 §2',
        },
      ],
    };
  },
};

function sampleTable(samples: readonly number[]): Figure {
  return {
    kind: 'table',
    title: { ko: 'RTT 표본', en: 'RTT samples' },
    head: [
      { ko: '순서', en: 'no.' },
      { ko: 'RTT (ms)', en: 'RTT (ms)' },
    ],
    rows: samples.map((sample, index) => [index + 1, sample]),
  };
}

/** One step for each sample. */
function updateSteps(start: Estimate | null, samples: readonly number[]): readonly ExplanationStep[] {
  const steps: ExplanationStep[] = [];
  let now = start;
  for (const [index, sample] of samples.entries()) {
    const next = estimate(RFC_6298, now, [sample]);
    if (next === null) break;
    const sums =
      now === null
        ? `SRTT = R = ${next.srtt}, RTTVAR = R/2 = ${next.rttvar}`
        : `RTTVAR = 3/4 × ${now.rttvar} + 1/4 × |${now.srtt} - ${sample}| = ${next.rttvar}, SRTT = 7/8 × ${now.srtt} + 1/8 × ${sample} = ${next.srtt}`;
    steps.push({
      text: {
        ko: `표본 ${index + 1} (R = ${sample} ms): ${sums}`,
        en: `Sample ${index + 1} (R = ${sample} ms): ${sums}.`,
      },
      rfc: 'RFC 6298 §2',
    });
    now = next;
  }
  return steps;
}
