import type { Text } from '../language.ts';
import type { Flag } from '../tcp/segment.ts';
import type { State } from '../tcp/state.ts';
import type { HostName, Trace } from '../trace/trace.ts';
import type { Figure } from './figure.ts';
import type { MisconceptionId } from './misconceptions.ts';

/** What a wrong rule would have answered; two rules of a field never predict the same value, none the right one. */
export interface Prediction<Value> {
  readonly rule: MisconceptionId;
  readonly value: Value;
}

/** The part of a segment a field asks for; the ladder shows a blank there. */
export interface Place {
  readonly segment: number;
  readonly part: 'seq' | 'ack' | 'len' | 'flags' | 'window' | 'sack';
}

/** [first, one past the last) in sequence space, as SACK blocks and parts of a window are written. */
export type Range = readonly [number, number];

/**
 * What a number is: a 32-bit number of the header; a whole amount (bytes, segments, ms); or an amount that is reckoned
 * and compared to three decimals.
 */
export type Measure = 'sequence' | 'amount' | 'decimal';

interface FieldBase {
  /** Unique within its question: 'ack', 'seq', 'state' ... */
  readonly id: string;
  readonly label: Text;
  /** Where on the ladder the blank is, or null when the answer is not part of a segment. */
  readonly place: Place | null;
}

export interface Option {
  readonly id: string;
  readonly text: Text;
}

/** One thing asked, with its answer and what each wrong rule would say. A union by the kind of answer. */
export type Field =
  | (FieldBase & {
      readonly kind: 'number';
      readonly measure: Measure;
      readonly answer: number;
      readonly predictions: readonly Prediction<number>[];
    })
  | (FieldBase & {
      /** Numbers in order, as many as the learner thinks there are, or none: the ACKs a receiver sends, cwnd after each step. */
      readonly kind: 'numbers';
      readonly measure: Measure;
      readonly answer: readonly number[];
      readonly predictions: readonly Prediction<readonly number[]>[];
    })
  | (FieldBase & {
      /** Ranges in order, their right edge exclusive: SACK blocks. None is an answer too. */
      readonly kind: 'ranges';
      readonly answer: readonly Range[];
      readonly predictions: readonly Prediction<readonly Range[]>[];
    })
  | (FieldBase & {
      readonly kind: 'flags';
      readonly answer: readonly Flag[];
      readonly predictions: readonly Prediction<readonly Flag[]>[];
    })
  | (FieldBase & { readonly kind: 'state'; readonly answer: State; readonly predictions: readonly Prediction<State>[] })
  | (FieldBase & {
      readonly kind: 'choice';
      readonly options: readonly Option[];
      readonly answer: string;
      readonly predictions: readonly Prediction<string>[];
    })
  | (FieldBase & {
      readonly kind: 'order';
      readonly items: readonly Option[];
      readonly answer: readonly string[];
      readonly predictions: readonly Prediction<readonly string[]>[];
    });

/** What the learner may see of the trace while answering. After the answer everything is shown. */
export interface QuestionView {
  /** Index into trace.events of the first event that is NOT shown. */
  readonly until: number;
  /** Values drawn as blanks: every place a field asks for, and places that would give it away. */
  readonly hidden: readonly Place[];
  /** Hosts whose connection state is not shown beside the ladder. */
  readonly hiddenStates: readonly HostName[];
  /** Whether application calls and timers are shown: a call can name the very byte count that is asked. */
  readonly marks: boolean;
  /** Segments to draw in emphasis: the ones the question is about. */
  readonly focus: readonly number[];
}

/** One line of the worked solution: this trace's own numbers, and the section it rests on. */
export interface ExplanationStep {
  readonly text: Text;
  /** 'RFC 9293 §3.4' */
  readonly rfc: string;
}

/** The rule, where to look, and the sum without its numbers; none names a number, the state or the flags of the answer. */
export type Hints = readonly [Text, Text, Text];

/** A question with its answer, solution and wrong-rule values. Public format, version 1 (`questions --json`). */
export interface Question {
  readonly version: 1;
  /** `skill@seed`, reproduces the question anywhere. */
  readonly name: string;
  readonly skill: string;
  readonly seed: string;
  readonly prompt: Text;
  /** Conventions the answer depends on, one sentence each; empty when it depends on none. */
  readonly conventions: readonly Text[];
  readonly trace: Trace;
  readonly view: QuestionView;
  /** What is given besides the ladder, in the order shown: variables of a sender, samples, a header in hexadecimal. */
  readonly figures: readonly Figure[];
  readonly fields: readonly Field[];
  /** Given one after the other, each saying more than the one before. */
  readonly hints: Hints;
  readonly explanation: readonly ExplanationStep[];
}
