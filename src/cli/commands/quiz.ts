import type { Globals } from '../globals.ts';
import { showScreen } from '../screen.ts';
import { newSeed } from '../seed.ts';
import { readCount, readSeed, readTime, readWord } from '../values.ts';

interface QuizOptions {
  readonly time?: string;
  readonly count?: string;
  readonly seed?: string;
  readonly feedback?: string;
}

const MOST_QUESTIONS = 200;

/** `seqack quiz`: without options the rules are chosen on the screen; with any, the others are as set in the settings. */
export function quiz(given: QuizOptions, globals: Globals): Promise<number> {
  const limitMs = given.time === undefined ? null : readTime('--time', given.time);
  const count = given.count === undefined ? null : readCount('--count', given.count, MOST_QUESTIONS);
  const seed = given.seed === undefined ? null : readSeed('--seed', given.seed, 'numbered');
  const feedback = given.feedback === undefined ? null : readWord('--feedback', given.feedback, ['end', 'each']);
  const chosen = Object.keys(given).length > 0;
  return showScreen(
    ({ quizCount, quizMinutes, quizFeedback }) =>
      chosen
        ? {
            screen: 'quiz',
            rules: {
              count: count ?? quizCount,
              limitMs: limitMs ?? quizMinutes * 60_000,
              seed: seed ?? newSeed(),
              feedback: feedback ?? quizFeedback,
            },
          }
        : { screen: 'quiz-setup' },
    'seqack questions --seed SEED --count N',
    globals,
  );
}
