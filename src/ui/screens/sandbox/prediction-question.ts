import { ABSOLUTE_NUMBERS } from '../../../questions/conventions.ts';
import type { FieldVerdict, Verdict } from '../../../questions/diagnosis.ts';
import {
  judgePrediction,
  nextToPredict,
  PREDICTED_PARTS,
  type Prediction,
} from '../../../questions/predict/prediction.ts';
import type { Question } from '../../../questions/question.ts';
import { traceSoFar } from '../../../trace/so-far.ts';
import type { Trace } from '../../../trace/trace.ts';
import { predictionWords as words } from '../../text/sandbox-prediction.ts';

/** A segment to be predicted, asked as questions are: before it is shown, and once it is. */
export interface PredictionQuestion {
  readonly prediction: Prediction;
  /** Nothing in it tells of the segment. */
  readonly asking: Question;
}

/** The next segment of a trace of which `events` have been seen; null where none is sent any more. */
export function predictionQuestion(trace: Trace, events: number): PredictionQuestion | null {
  const next = nextToPredict(trace, events, 'absolute');
  if (next === null) return null;
  const prediction = withoutUrgent(next);
  const { index, segment, fields } = prediction;
  const sending = trace.events[index];
  // Chosen by chance: nobody could know it. It is told of every segment, so that it does not tell a SYN.
  const iss = sending?.kind === 'send' ? (sending.after?.iss ?? null) : null;
  const asking: Question = {
    version: 1,
    name: `#${segment.n}`,
    skill: 'sandbox.predict',
    seed: trace.seed,
    prompt: words.prompt(segment.from),
    conventions: [...(iss === null ? [] : [words.isn(segment.from, iss)]), ABSOLUTE_NUMBERS, words.withoutAck],
    trace: traceSoFar(trace, index),
    view: { until: index, hidden: [], hiddenStates: [], marks: true, focus: [] },
    figures: [],
    // The segment itself is not drawn, so there is no blank to write into.
    fields: PREDICTED_PARTS.map((part) => ({ ...fields[part], place: null })),
    hints: words.hints(segment.from),
    explanation: [],
  };
  return { prediction, asking };
}

/** The flags that are chosen from have no URG: it is not asked for. */
function withoutUrgent(prediction: Prediction): Prediction {
  const { flags } = prediction.fields;
  if (flags.kind !== 'flags' || !flags.answer.includes('URG')) return prediction;
  const answer = flags.answer.filter((flag) => flag !== 'URG');
  return { ...prediction, fields: { ...prediction.fields, flags: { ...flags, answer } } };
}

/** The question once the segment is shown, and what became of each field that means anything in it. */
export function answered(
  trace: Trace,
  { prediction, asking }: PredictionQuestion,
  given: Readonly<Record<string, string>>,
): { readonly question: Question; readonly verdict: Verdict } {
  const { index, segment, fields, reasons } = prediction;
  const parts = judgePrediction(trace, prediction, {
    flags: given.flags ?? '',
    seq: given.seq ?? '',
    ack: given.ack ?? '',
    len: given.len ?? '',
  });
  const used = PREDICTED_PARTS.filter((part) => parts[part].outcome !== 'unused');
  const judged = PREDICTED_PARTS.flatMap((part): FieldVerdict[] => {
    const verdict = parts[part];
    return verdict.outcome === 'unused' ? [] : [verdict];
  });
  return {
    question: {
      ...asking,
      trace: traceSoFar(trace, index + 1),
      view: { ...asking.view, until: index + 1, focus: [segment.n] },
      fields: used.map((part) => fields[part]),
      explanation: PREDICTED_PARTS.map((part) => reasons[part]),
    },
    verdict: { correct: judged.every(({ outcome }) => outcome === 'correct'), fields: judged },
  };
}
