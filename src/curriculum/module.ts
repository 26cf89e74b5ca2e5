import type { Text } from '../language.ts';
import type { KeywordPair } from './keywords.ts';

/** Inline run of lesson text. `code` is set in the terminal's code style: numbers, flags, states. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string };

/** Block of lesson text, the small set a terminal shows well. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  /** Set as it is, never wrapped: small diagrams and segment lines of at most 72 columns. */
  | { readonly kind: 'verbatim'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** A flip card. The id never changes when the text does: logs refer to it as `module/id`. */
export interface Card {
  readonly id: string;
  readonly front: Text;
  readonly back: Text;
  readonly rfc: readonly string[];
}

/** Something an answer says or should not say, and by which words it seems to; null when no words tell. */
export interface Point {
  readonly text: Text;
  readonly keywords: KeywordPair | null;
}

/** A question that follows the answer. Its answer is the one point to grade oneself by. */
export interface FollowUp {
  readonly question: Text;
  readonly answer: Text;
  readonly keywords: KeywordPair | null;
}

/** An interview question with what a good answer holds, for self-grading. */
export interface InterviewQuestion {
  readonly id: string;
  readonly question: Text;
  /** The answer an interviewer expects, said as one would say it. */
  readonly expected: Text;
  /** The precise answer. */
  readonly precise: Text;
  readonly mustHave: readonly Point[];
  readonly bonus: readonly Point[];
  /** Statements that cost the mark. */
  readonly traps: readonly Point[];
  readonly followUps: readonly FollowUp[];
  readonly rfc: readonly string[];
}

/** One concept: what `content/<id>/` holds, read and checked. */
export interface Module {
  readonly id: string;
  /** Position in the path, from 1. */
  readonly order: number;
  readonly title: Text;
  readonly summary: Text;
  readonly minutes: number;
  /** The scenario that shows it, by name; more for variants, the main one first. */
  readonly scenarios: readonly [string, ...string[]];
  /** Skill ids it trains. */
  readonly skills: readonly string[];
  /** Module ids that come first. */
  readonly requires: readonly string[];
  readonly rfc: readonly { readonly section: string; readonly about: Text }[];
  readonly lesson: Readonly<Record<'ko' | 'en', readonly Block[]>>;
  readonly keyPoints: readonly Text[];
  readonly cards: readonly Card[];
  readonly interview: readonly InterviewQuestion[];
}
