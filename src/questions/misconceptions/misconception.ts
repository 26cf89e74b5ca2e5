import type { Text } from '../../language.ts';

/** A wrong rule learners follow: named, said to the learner's face, and set right. */
export interface Misconception {
  /** A few words for lists and statistics. */
  readonly name: Text;
  /** What the learner did, one sentence addressed to the learner. */
  readonly mistake: Text;
  /** The right rule, one or two sentences. */
  readonly correction: Text;
  /** Where the right rule is written: 'RFC 9293 §3.4'. */
  readonly rfc: string;
  /** Skills whose questions tell this rule from the right one: what a drill of it is made of. */
  readonly drill: readonly [string, ...string[]];
}
