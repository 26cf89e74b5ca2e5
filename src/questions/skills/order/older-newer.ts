import { SEQUENCE_SPACE, seqDistance, seqGt } from '../../../tcp/sequence.ts';
import { arrivalsOn, onArrival } from '../../captured/arrivals.ts';
import { momentsOf } from '../../captured/moment.ts';
import { RECENT_IS_FRESH, SHORT_WAY } from '../../conventions-order.ts';
import { allFields, choiceField, numberField } from '../../fields.ts';
import { longWayRound, roundTooShort } from '../../misconceptions/order-rules.ts';
import { NO_TRACE } from '../../no-trace.ts';
import type { ExplanationStep } from '../../question.ts';
import type { QuestionDraft, Skill } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { difference } from '../../words.ts';
import { COMPARISONS, type Comparison, drawPair, type Pair } from './compared.ts';

const HALF = SEQUENCE_SPACE / 2;

/** Which of two numbers is the newer (RFC 9293 §3.4, RFC 1982 §3.2, RFC 7323 §5.2). */
export const olderOrNewer: Skill = {
  id: 'seq.older-newer',
  title: { ko: '앞의 번호와 뒤의 번호', en: 'Older or newer?' },
  type: 50,
  level: 'medium',
  concepts: ['numbers', 'late-segment'],
  after: ['seq.relative'],
  pose: (random) => {
    const comparison = random.pick(COMPARISONS);
    return draft(comparison, drawPair(random, comparison.furthest), {
      trace: NO_TRACE,
      view: questionView(NO_TRACE, { until: 0, asked: [], focus: [] }),
    });
  },
  poseOn: (captured, random) =>
    onArrival(captured, random, apartOn(captured), ({ trace, segment, rcvNxt }) => {
      const newer = seqGt(segment.seq, rcvNxt);
      const [earlier, later] = newer ? [rcvNxt, segment.seq] : [segment.seq, rcvNxt];
      const distance = seqDistance(earlier, later);
      const pair = { known: rcvNxt, judged: segment.seq, distance, newer, wraps: later < earlier };
      const view = questionView(trace, { until: untilSeen(trace, segment.n), asked: [], focus: [segment.n] });
      return draft(COMPARISONS[1], pair, { trace, view });
    }),
};

/** Arrivals that do not begin at RCV.NXT, whose ACKs say what that is. */
const apartOn = momentsOf((captured) =>
  arrivalsOn(captured).filter(({ segment, rcvNxt, answer }) => answer !== null && segment.seq !== rcvNxt),
);

function draft(
  comparison: Comparison,
  pair: Pair,
  { trace, view }: Pick<QuestionDraft, 'trace' | 'view'>,
): QuestionDraft | null {
  const { distance, newer, wraps } = pair;
  const [right, wrong] = newer ? ['newer', 'older'] : ['older', 'newer'];
  const rule = wraps ? 'M23' : 'N173';
  const fields = allFields([
    choiceField(
      { id: 'order', label: comparison.orderLabel, place: null },
      [
        { id: 'newer', text: comparison.newer },
        { id: 'older', text: comparison.older },
      ],
      right,
      { required: [[rule, wrong]] },
    ),
    numberField(
      { id: 'distance', label: comparison.label, place: null },
      distance,
      { required: [[rule, longWayRound(distance)], ...(wraps ? [['N174', roundTooShort(distance)] as const] : [])] },
      'amount',
    ),
  ]);
  return (
    fields && {
      prompt: comparison.prompt,
      conventions: comparison.judged === 'SEG.TSval' ? [SHORT_WAY, RECENT_IS_FRESH] : [SHORT_WAY],
      trace,
      view,
      figures: [
        {
          kind: 'values',
          title: null,
          values: [
            { name: comparison.known, value: pair.known },
            { name: comparison.judged, value: pair.judged },
          ],
        },
      ],
      fields,
      hints: [
        {
          ko: '번호는 4294967295 다음에 0으로 돌아갑니다. 그래서 크기가 아니라 2^32를 법으로 한 차이로 앞뒤를 정합니다.',
          en: 'After 4294967295 comes 0, so it is not the size but the difference modulo 2^32 that tells which comes first.',
        },
        {
          ko: `${comparison.judged}에서 ${comparison.known}를 뺀 차이가 2^31 = ${HALF}보다 작은지 봅니다.`,
          en: `Look whether ${comparison.judged} minus ${comparison.known} is below 2^31 = ${HALF}.`,
        },
        {
          ko: `(${comparison.judged} - ${comparison.known}) mod 2^32가 2^31보다 작으면 뒤의 번호이고 그 값이 거리입니다. 아니면 앞의 번호이고 거리는 거꾸로 뺀 값입니다.`,
          en: `If (${comparison.judged} - ${comparison.known}) mod 2^32 is below 2^31 it is newer by that much; if not, it is older, by the difference taken the other way.`,
        },
      ],
      explanation: explain(comparison, pair),
    }
  );
}

function explain(comparison: Comparison, pair: Pair): readonly ExplanationStep[] {
  const { known, judged, distance, newer, wraps } = pair;
  const ahead = seqDistance(known, judged);
  const steps: ExplanationStep[] = [
    {
      text: {
        ko: `${comparison.judged} - ${comparison.known}: ${difference(judged, known)}. 이 값은 2^31 = ${HALF}보다 ${newer ? '작습니다' : '큽니다'}.`,
        en: `${comparison.judged} - ${comparison.known}: ${difference(judged, known)}, which is ${newer ? 'below' : 'above'} 2^31 = ${HALF}.`,
      },
      rfc: 'RFC 1982 §3.2',
    },
    {
      text: newer
        ? {
            ko: `그러므로 ${comparison.newerMeans.ko}. 거리는 ${ahead}입니다.`,
            en: `So ${comparison.newerMeans.en}; the distance is ${ahead}.`,
          }
        : {
            ko: `그러므로 ${comparison.olderMeans.ko}. 거리는 거꾸로 뺀 ${difference(known, judged)}입니다.`,
            en: `So ${comparison.olderMeans.en}; the distance is the difference the other way, ${difference(known, judged)}.`,
          },
      rfc: comparison.rfc,
    },
  ];
  if (!wraps) return steps;
  const earlier = newer ? known : judged;
  const left = SEQUENCE_SPACE - earlier;
  const check = {
    ko: `검산하면, ${earlier}에서 ${left}만큼 가면 0이고 거기서 ${distance - left}만큼 더 갑니다. 합은 ${distance}입니다.`,
    en: `To check: ${left} steps lead from ${earlier} to 0, and ${distance - left} more to the other number, ${distance} in all.`,
  };
  return [...steps, { text: check, rfc: 'RFC 9293 §3.4' }];
}
