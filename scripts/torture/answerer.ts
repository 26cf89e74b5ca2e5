import type { Language } from '../../src/language.ts';
import type { Grade, ReviewEvent } from '../../src/learning/events/event.ts';
import { wordsOf } from '../../src/ui/text/words.ts';

/** What an answer that was typed has to be in the log. */
export type Typed =
  | { readonly kind: 'card'; readonly grade: Grade }
  | { readonly kind: 'answer'; readonly question: string };

/** The next keys, and what the screen shows once the program has taken them. */
export interface Move {
  readonly keys: string;
  readonly done: (screen: string) => boolean;
  /** The answer these keys are; null when they only turn the page. */
  readonly answer: Typed | null;
}

export interface AnswererOptions {
  readonly language: Language;
  /** The keys that answer the question of that name correctly. */
  readonly keysOf: (question: string) => string;
  readonly grade: () => Grade;
}

const QUESTION_NAME = /[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+@[\w-]+/;

/**
 * Answers whatever the screen asks: flip cards are revealed and graded, questions answered right. The result of a
 * screen is null while it asks nothing.
 */
export function createAnswerer({ language, keysOf, grade }: AnswererOptions): (screen: string) => Move | null {
  const { review, question } = wordsOf(language);
  const revealed = `1 ${review.grades[1]}`;
  const isRevealed = (screen: string) => screen.includes(revealed);
  const isJudged = (screen: string) => screen.includes(question.right);
  let asked = '';
  return (screen) => {
    if (isRevealed(screen)) {
      const chosen = grade();
      return { keys: `${chosen}`, done: (next) => !isRevealed(next), answer: { kind: 'card', grade: chosen } };
    }
    if (screen.includes(review.think)) return { keys: ' ', done: isRevealed, answer: null };
    if (isJudged(screen)) return { keys: '\r', done: (next) => !isJudged(next), answer: null };
    const name = QUESTION_NAME.exec(screen)?.[0];
    // A frame that is drawn half may show the name of the question before.
    if (name === undefined || name === asked) return null;
    asked = name;
    return { keys: keysOf(name), done: isJudged, answer: { kind: 'answer', question: name } };
  };
}

/** Whether an event in the log is the answer that was typed. */
export function isLogged(typed: Typed, event: ReviewEvent): boolean {
  return typed.kind === 'card'
    ? event.kind === 'card' && event.grade === typed.grade
    : event.kind === 'answer' && event.question === typed.question && event.correct;
}
