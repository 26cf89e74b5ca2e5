import { Box } from 'ink';
import type { ReactNode } from 'react';
import { Frame, type Status } from '../components/frame.tsx';
import { Lines } from '../components/lines.tsx';
import { choosableRows, Menu, type MenuRow } from '../components/menu.tsx';
import { useBodySize, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useList } from '../hooks/use-list.ts';
import { READING_WIDTH } from '../layout/lesson.ts';
import { BLANK, type Line, line, wrapText } from '../layout/line.ts';

/** Questions of the slow practice that is offered. */
export const SLOW_QUESTIONS = 3;

/** An item forgotten again and again: what to do about it. Takes the whole screen. */
export function LeechPane({
  title,
  status,
  item,
  lapses,
  lesson,
  onLesson,
  onPractise,
  onSuspend,
  onGoOn,
  onUndo,
  onLeave,
}: {
  readonly title: readonly string[];
  readonly status: Status;
  /** What it is called. */
  readonly item: string;
  readonly lapses: number;
  /** The title of the concept that teaches it. */
  readonly lesson: string;
  readonly onLesson: () => void;
  /** undefined for a card: there are no other questions about it. */
  readonly onPractise: (() => void) | undefined;
  readonly onSuspend: () => void;
  readonly onGoOn: () => void;
  readonly onUndo: (() => void) | undefined;
  readonly onLeave: () => void;
}): ReactNode {
  const { leech: words } = useWords();
  const { width: body } = useBodySize();
  const ways = [
    { key: 'lesson', label: words.lesson(lesson), act: onLesson },
    ...(onPractise === undefined ? [] : [{ key: 'practise', label: words.practise(SLOW_QUESTIONS), act: onPractise }]),
    { key: 'suspend', label: words.suspend, act: onSuspend },
    { key: 'go-on', label: words.goOn, act: onGoOn },
  ];
  const rows = ways.map(({ key, label }): MenuRow => ({ kind: 'item', key, label }));
  const list = useList(choosableRows(rows), rows.length);
  const keys = useKeys('leech', {
    ...list.handlers,
    open: () => ways[list.index]?.act(),
    lesson: onLesson,
    practise: onPractise,
    'set-aside': onSuspend,
    'go-on': onGoOn,
    undo: onUndo,
    back: onLeave,
  });
  const room = Math.min(body - 2, READING_WIDTH);
  const lines: Line[] = [
    line(words.title(lapses), 'warn'),
    BLANK,
    ...wrapText(item, room, 'strong'),
    BLANK,
    ...wrapText(words.about, room, 'muted'),
    BLANK,
  ];
  return (
    <Frame title={title} status={status} keys={keys}>
      {({ width }) => (
        <Box flexDirection="column">
          <Lines lines={lines} width={width} />
          <Menu rows={rows} index={list.index} width={width} height={rows.length} />
        </Box>
      )}
    </Frame>
  );
}
