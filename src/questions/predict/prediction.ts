import { relativeBases } from '../../trace/relative.ts';
import type { Trace, TracedSegment } from '../../trace/trace.ts';
import { readAnswer, typedValue } from '../answers.ts';
import { type FieldVerdict, judgeField } from '../diagnosis.ts';
import type { ExplanationStep, Field } from '../question.ts';
import { type PredictedPart, predictionFields } from './prediction-fields.ts';
import { predictionReasons } from './prediction-reasons.ts';
import { sentNext } from './sent-next.ts';

export type { PredictedPart } from './prediction-fields.ts';

/** In the order in which they are asked. */
export const PREDICTED_PARTS: readonly PredictedPart[] = ['flags', 'seq', 'ack', 'len'];

/** The next segment of a run, to be foretold before it is shown. */
export interface Prediction {
  /** Index in trace.events of its sending: what is shown up to there, itself excluded, gives nothing of it away. */
  readonly index: number;
  readonly segment: TracedSegment;
  /** What is asked of it, as a question's fields. The numbers are those that are shown. */
  readonly fields: Readonly<Record<PredictedPart, Field>>;
  /** Why each is what it is, with the section. */
  readonly reasons: Readonly<Record<PredictedPart, ExplanationStep>>;
}

/** What became of one field; 'unused': the ack of a segment without ACK, which is not judged. */
export type PartVerdict = FieldVerdict | { readonly field: 'ack'; readonly outcome: 'unused' };

/**
 * The next segment that a TCP of the run sends at or after the event at `until`, or null where none is sent any more. Copies
 * that the network makes, and forged segments, follow from nothing and are passed over.
 */
export function nextToPredict(trace: Trace, until: number, numbers: 'absolute' | 'relative'): Prediction | null {
  const next = sentNext(trace, until);
  if (next === null) return null;
  const bases = relativeBases(trace)[next.segment.n - 1] ?? { seq: null, ack: null };
  const shown = { numbers, bases };
  return {
    index: next.index,
    segment: next.segment,
    fields: predictionFields(next, shown),
    reasons: predictionReasons(next, shown),
  };
}

/** Judges what was typed, part by part, as answers of questions are judged: with the wrong rule that it follows. PSH is let pass. */
export function judgePrediction(
  trace: Trace,
  { segment, fields }: Prediction,
  given: Readonly<Record<PredictedPart, string>>,
): Readonly<Record<PredictedPart, PartVerdict>> {
  const judged = (part: PredictedPart): FieldVerdict => judgeField(trace, fields[part], given[part]);
  return {
    flags: judgeField(trace, fields.flags, withoutPsh(fields.flags, given.flags)),
    seq: judged('seq'),
    ack: segment.flags.includes('ACK') ? judged('ack') : { field: 'ack', outcome: 'unused' },
    len: judged('len'),
  };
}

function withoutPsh(field: Field, text: string): string {
  const reading = readAnswer(field, text);
  if (!reading.ok || typeof reading.value !== 'object') return text;
  const flags = reading.value.filter((flag) => flag !== 'PSH') as readonly string[];
  return flags.length === reading.value.length ? text : typedValue(flags);
}
