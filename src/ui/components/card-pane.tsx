import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { Card } from '../../curriculum/module.ts';
import type { Grade } from '../../learning/event.ts';
import { useBodySize, useGlyphs, useSay, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useScroll } from '../hooks/use-scroll.ts';
import { READING_WIDTH } from '../layout/lesson.ts';
import { BLANK, type Line, line, span, wrapText } from '../layout/line.ts';
import { padEnd } from '../layout/width.ts';
import { Frame } from './frame.tsx';
import { Lines } from './lines.tsx';
import type { SetAside } from './question/pane-props.ts';
import { Scroll } from './scroll.tsx';

const GRADES: readonly Grade[] = [1, 2, 3, 4];

/** Two lines of grades and a free one. */
const GRADES_HEIGHT = 3;

/** What is shown of a card, and what its grade will do. */
export type CardSide =
  | { readonly kind: 'front' }
  /** ms until the card comes back after each grade. */
  | { readonly kind: 'back'; readonly intervals: Readonly<Record<Grade, number>> }
  /** The grade does not reach the schedule. */
  | { readonly kind: 'practice-back' };

/** A flip card: its front; once revealed, its back and the grades, each with the time until the card comes back. */
export function CardPane({
  title,
  status,
  concept,
  card,
  side,
  onReveal,
  onGrade,
  onUndo,
  setAside,
  onResume,
  onLeave,
}: {
  readonly title: readonly string[];
  readonly status: Line;
  readonly concept: string;
  readonly card: Card;
  readonly side: CardSide;
  readonly onReveal: () => void;
  readonly onGrade: (grade: Grade) => void;
  readonly onUndo: (() => void) | undefined;
  readonly setAside: SetAside;
  /** Takes up again a card that is set aside; undefined for one that is not. */
  readonly onResume: (() => void) | undefined;
  readonly onLeave: () => void;
}): ReactNode {
  const say = useSay();
  const { review: words, unscheduled, shell } = useWords();
  const glyphs = useGlyphs();
  const size = useBodySize();
  const room = Math.min(size.width - 2, READING_WIDTH);
  const lines: Line[] = [
    line(concept, 'muted'),
    BLANK,
    ...wrapText(say(card.front), room, 'strong'),
    ...(side.kind === 'front'
      ? []
      : [
          BLANK,
          line(glyphs.rule.repeat(Math.min(room, 24)), 'muted'),
          BLANK,
          ...wrapText(say(card.back), room),
          BLANK,
          line(card.rfc.join(', '), 'muted'),
        ]),
  ];
  const scroll = useScroll(lines.length, size.height - GRADES_HEIGHT);
  const revealed = side.kind !== 'front';
  const graded = (grade: Grade) => (revealed ? () => onGrade(grade) : undefined);
  const keys = useKeys('card', {
    reveal: revealed ? undefined : onReveal,
    'grade-1': graded(1),
    'grade-2': graded(2),
    'grade-3': graded(3),
    'grade-4': graded(4),
    undo: onUndo,
    resume: onResume,
    bury: onResume === undefined ? setAside.onBury : undefined,
    'set-aside': onResume === undefined ? setAside.onSuspend : undefined,
    up: scroll.handlers.up,
    down: scroll.handlers.down,
    back: onLeave,
  });
  const columnCells = Math.floor(room / GRADES.length);
  const gradeLines: Line[] =
    side.kind === 'front'
      ? [line(words.think, 'muted')]
      : [
          GRADES.flatMap((grade) => [
            span(`${grade} `, 'accent'),
            span(padEnd(words.grades[grade], columnCells - 2, glyphs.ellipsis), 'strong'),
          ]),
          side.kind === 'practice-back'
            ? line(padEnd(`  ${unscheduled.card}`, room, glyphs.ellipsis), 'muted')
            : GRADES.map((grade) =>
                span(padEnd(`  ${shell.shortSpan(side.intervals[grade])}`, columnCells, glyphs.ellipsis), 'muted'),
              ),
        ];
  return (
    <Frame title={title} status={status} keys={keys}>
      {({ width, height, fill }) => (
        <Box flexDirection="column" justifyContent="space-between" height={fill}>
          <Scroll lines={lines} top={scroll.top} width={width} height={height - GRADES_HEIGHT} />
          <Lines lines={gradeLines} width={width} />
        </Box>
      )}
    </Frame>
  );
}
