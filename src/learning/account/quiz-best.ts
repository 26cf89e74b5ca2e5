import type { QuizEvent } from '../events/event.ts';

/** The quiz with the greater share of right answers, then the more questions, then the shorter time. */
export function betterQuiz(a: QuizEvent, b: QuizEvent): QuizEvent {
  const share = (quiz: QuizEvent): number => (quiz.asked === 0 ? 0 : quiz.correct / quiz.asked);
  const difference = share(b) - share(a) || b.asked - a.asked || a.tookMs - b.tookMs;
  return difference > 0 ? b : a;
}
