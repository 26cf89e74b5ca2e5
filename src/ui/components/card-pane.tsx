import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { Grade } from '../../learning/events/event.ts';
import { useBodySize, useGlyphs, useShell, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useScroll } from '../hooks/use-scroll.ts';
import type { FoundCard } from '../item-title.ts';
import { cardFace } from '../layout/card-face.ts';
import { gradeLines } from '../layout/grade-lines.ts';
import { READING_WIDTH } from '../layout/lesson.ts';
import { type Line, line } from '../layout/line.ts';
import { Frame } from './frame.tsx';
import { Lines } from './lines.tsx';
import type { SetAside } from './question/pane-props.ts';
import { Scroll } from './scroll.tsx';

/** Two lines of grades and a free one. */
const GRADES_HEIGHT = 3;

/** What is shown of a card, and what its grade will do. */
export type CardSide =
  | { readonly kind: 'front' }
  /** ms until the card comes back after each grade. */
  | { readonly kind: 'back'; readonly intervals: Readonly<Record<Grade, number>> }
  /** The grade does not reach the schedule. */
  | { readonly kind: 'practice-back' };

/** A card: its front; once revealed, its back and the grades, each with the time until the card comes back. */
export function CardPane({
  title,
  status,
  card,
  side,
  onReveal,
  onGrade,
  onUndo,
  setAside,
  onResume,
  onWatch,
  onLeave,
}: {
  readonly title: readonly string[];
  readonly status: Line;
  readonly card: FoundCard;
  readonly side: CardSide;
  readonly onReveal: () => void;
  readonly onGrade: (grade: Grade) => void;
  readonly onUndo: (() => void) | undefined;
  readonly setAside: SetAside;
  /** Takes up again a card that is set aside; undefined for one that is not. */
  readonly onResume: (() => void) | undefined;
  /** Shows the scenario the card links; undefined when it links none. */
  readonly onWatch: (() => void) | undefined;
  readonly onLeave: () => void;
}): ReactNode {
  const { language } = useShell();
  const words = useWords();
  const glyphs = useGlyphs();
  const size = useBodySize();
  const room = Math.min(size.width - 2, READING_WIDTH);
  const lines = cardFace(card, side.kind !== 'front', language, room, glyphs);
  const shown = size.height - GRADES_HEIGHT;
  const scroll = useScroll(lines.length, shown);
  const revealed = side.kind !== 'front';
  const reveal = () => {
    // Below a long question the answer would come where nobody sees it.
    const answered = cardFace(card, true, language, room, glyphs).length;
    if (answered > lines.length && lines.length > shown / 2) scroll.to(lines.length - 1);
    onReveal();
  };
  const graded = (grade: Grade) => (revealed ? () => onGrade(grade) : undefined);
  const keys = useKeys('card', {
    reveal: revealed ? undefined : reveal,
    'grade-1': graded(1),
    'grade-2': graded(2),
    'grade-3': graded(3),
    'grade-4': graded(4),
    undo: onUndo,
    resume: onResume,
    bury: onResume === undefined ? setAside.onBury : undefined,
    'set-aside': onResume === undefined ? setAside.onSuspend : undefined,
    watch: onWatch,
    up: scroll.handlers.up,
    down: scroll.handlers.down,
    'page-up': scroll.handlers['page-up'],
    'page-down': scroll.handlers['page-down'],
    back: onLeave,
  });
  const below =
    side.kind === 'front'
      ? [line(words.review.think, 'muted')]
      : gradeLines(
          side.kind === 'back' ? { kind: 'scheduled', intervals: side.intervals } : { kind: 'unscheduled' },
          words,
          room,
          glyphs,
        );
  return (
    <Frame title={title} status={status} keys={keys}>
      {({ width, height, fill }) => (
        <Box flexDirection="column" justifyContent="space-between" height={fill}>
          <Scroll lines={lines} top={scroll.top} width={width} height={height - GRADES_HEIGHT} />
          <Lines lines={below} width={width} />
        </Box>
      )}
    </Frame>
  );
}
