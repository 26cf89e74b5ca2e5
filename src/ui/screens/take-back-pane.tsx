import type { ReactNode } from 'react';
import type { UndoableEvent } from '../../learning/events/event.ts';
import { Frame } from '../components/frame.tsx';
import { Lines } from '../components/lines.tsx';
import { useBodySize, useServices, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { READING_WIDTH } from '../layout/lesson.ts';
import { BLANK, line, span, wrap, wrapText } from '../layout/line.ts';
import type { Words } from '../text/en.ts';

/** What an undo would take back of an earlier session, before it does. Takes the whole screen. */
export function TakeBackPane({
  title,
  event,
  item,
  onTakeBack,
  onKeep,
}: {
  readonly title: readonly string[];
  readonly event: UndoableEvent;
  /** What its item is called. */
  readonly item: string;
  readonly onTakeBack: () => void;
  readonly onKeep: () => void;
}): ReactNode {
  const words = useWords();
  const { now } = useServices();
  const { width: body } = useBodySize();
  const keys = useKeys('take-back', { 'take-back': onTakeBack, keep: onKeep });
  const room = Math.min(body - 2, READING_WIDTH);
  const ago = words.takeBack.ago(words.shell.span(now() - event.at));
  const lines = [
    line(words.takeBack.ask, 'strong'),
    BLANK,
    ...wrapText(item, room),
    ...wrap([span(did(event, words), 'accent'), span(`, ${ago}`, 'muted')], room),
    BLANK,
    ...wrapText(words.takeBack.about, room, 'muted'),
  ];
  return (
    <Frame title={[...title, words.takeBack.title]} keys={keys}>
      {({ width }) => <Lines lines={lines} width={width} />}
    </Frame>
  );
}

function did(event: UndoableEvent, { takeBack, review }: Words): string {
  switch (event.kind) {
    case 'answer':
      return event.correct ? takeBack.right : takeBack.wrong;
    case 'card':
      return takeBack.card(review.grades[event.grade]);
    case 'item':
      return takeBack.set[event.what];
  }
}
