import { mentions } from '../../curriculum/keywords.ts';
import type { InterviewQuestion, Point } from '../../curriculum/module.ts';
import type { Text } from '../../language.ts';
import type { Marks } from '../events/event.ts';

/** The three lists an answer is graded by. */
export type ListName = keyof Marks;

export const LISTS: readonly ListName[] = ['must', 'bonus', 'traps'];

/** One thing asked: the question itself, or a follow-up. */
export interface InterviewStep {
  /** Its place among the follow-ups, from 0; null for the question itself. */
  readonly followUp: number | null;
  readonly question: Text;
  readonly points: Readonly<Record<ListName, readonly Point[]>>;
}

export const NO_MARKS: Marks = { must: [], bonus: [], traps: [] };

/** What an interview about a question asks, in its order. The answer of a follow-up is the one point to make. */
export function stepsOf({ question, mustHave, bonus, traps, followUps }: InterviewQuestion): readonly InterviewStep[] {
  return [
    { followUp: null, question, points: { must: mustHave, bonus, traps } },
    ...followUps.map(({ question: asked, answer, keywords }, place) => ({
      followUp: place,
      question: asked,
      points: { must: [{ text: answer, keywords }], bonus: [], traps: [] },
    })),
  ];
}

/** The points that a text seems to mention, going by its words alone: a suggestion, never a verdict. */
export function suggestedMarks(text: string, { points }: InterviewStep): Marks {
  const places = (list: readonly Point[]): number[] =>
    list.flatMap(({ keywords }, place) => (keywords !== null && mentions(text, keywords) ? [place] : []));
  return { must: places(points.must), bonus: places(points.bonus), traps: places(points.traps) };
}

/** The marks with one set, or taken away. */
export function toggled(marks: Marks, list: ListName, place: number): Marks {
  const before = marks[list];
  const after = before.includes(place) ? before.filter((one) => one !== place) : [...before, place];
  return { ...marks, [list]: after.sort((a, b) => a - b) };
}

/** The marks on points that there are: content may have changed since they were made. */
export function marksWithin(marks: Marks, { points }: InterviewStep): Marks {
  const within = (list: ListName): number[] => marks[list].filter((place) => place < points[list].length);
  return { must: within('must'), bonus: within('bonus'), traps: within('traps') };
}
