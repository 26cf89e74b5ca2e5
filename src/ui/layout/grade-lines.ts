import type { Grade } from '../../learning/events/event.ts';
import type { Words } from '../text/en.ts';
import type { Glyphs } from '../theme.ts';
import { type Line, line, span } from './line.ts';
import { padEnd } from './width.ts';

const GRADES: readonly Grade[] = [1, 2, 3, 4];

/** What a grade does: when the card comes back, by grade, in ms; or nothing. */
export type GradeEffect =
  | { readonly kind: 'scheduled'; readonly intervals: Readonly<Record<Grade, number>> }
  | { readonly kind: 'unscheduled' };

/**
 * The grades a card can be given beside each other, and below each when the card would come back. Read aloud each stands in a line
 * of its own with what it does.
 */
export function gradeLines(
  effect: GradeEffect,
  { review, shell, unscheduled }: Pick<Words, 'review' | 'shell' | 'unscheduled'>,
  width: number,
  glyphs: Glyphs,
): Line[] {
  const numbered = (grade: Grade, name: string) => [span(`${grade} `, 'accent'), span(name, 'strong')];
  if (glyphs.drawing === 'spoken') {
    const told = GRADES.map((grade): Line => {
      const name = numbered(grade, review.grades[grade]);
      return effect.kind === 'unscheduled' ? name : [...name, span(`: ${shell.shortSpan(effect.intervals[grade])}`)];
    });
    return effect.kind === 'unscheduled' ? [...told, line(unscheduled.card, 'muted')] : told;
  }
  const column = Math.floor(width / GRADES.length);
  const below: Line =
    effect.kind === 'unscheduled'
      ? line(padEnd(`  ${unscheduled.card}`, width, glyphs.ellipsis), 'muted')
      : GRADES.map((grade) =>
          span(padEnd(`  ${shell.shortSpan(effect.intervals[grade])}`, column, glyphs.ellipsis), 'muted'),
        );
  return [GRADES.flatMap((grade) => numbered(grade, padEnd(review.grades[grade], column - 2, glyphs.ellipsis))), below];
}
