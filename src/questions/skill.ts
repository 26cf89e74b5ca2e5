import type { CapturedTrace } from '../captures/trace/captured-trace.ts';
import type { Text } from '../language.ts';
import type { Random } from '../simulator/random.ts';
import type { Question } from './question.ts';

export type Level = 'easy' | 'medium' | 'hard' | 'expert';

/** The question without what its name settles; the maker adds version, name, skill and seed. */
export type QuestionDraft = Omit<Question, 'version' | 'name' | 'skill' | 'seed'>;

/** One thing a learner can be good or bad at. */
export interface Skill {
  /** 'family.what', e.g. 'ack.cumulative'. Never renamed once released: logs refer to it. */
  readonly id: string;
  readonly title: Text;
  /** Number of the question type in the catalogue of types, 1..58; our own types count on from 59. */
  readonly type: number;
  readonly level: Level;
  /** Concept modules (content/ folder ids) it belongs to, the main one first. */
  readonly concepts: readonly [string, ...string[]];
  /** Skills to be good at before this one, by id: what it builds on directly. The skill map is drawn from this. */
  readonly after: readonly string[];
  /**
   * Poses one instance, or null when this draw is unfit (a wrong rule would predict the right value, or two rules
   * the same one); the maker then draws again. Pure: all chance comes from `random`.
   */
  readonly pose: (random: Random) => QuestionDraft | null;
  /**
   * The same on a conversation that was captured, from its segments alone: about a moment that `random` picks, as far as the
   * capture settles the answer. Null when the conversation has no such moment, or when this draw is unfit; the maker then
   * draws again. Absent: what the skill asks cannot be told from segments. Pure.
   */
  readonly poseOn?: (captured: CapturedTrace, random: Random) => QuestionDraft | null;
}
