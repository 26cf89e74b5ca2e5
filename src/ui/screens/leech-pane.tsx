import { Box } from 'ink';
import type { ReactNode } from 'react';
import { catalogueOf, itemsOf } from '../../learning/catalogue.ts';
import type { ItemId } from '../../learning/events/event.ts';
import { questionName } from '../../questions/name.ts';
import { Frame, type Status } from '../components/frame.tsx';
import { Lines } from '../components/lines.tsx';
import { choosableRows, Menu, type MenuRow } from '../components/menu.tsx';
import { useBodySize, useNavigation, useSay, useServices, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useList } from '../hooks/use-list.ts';
import { READING_WIDTH } from '../layout/lesson.ts';
import { BLANK, type Line, line, wrapText } from '../layout/line.ts';

/** Questions of the slow practice that is offered. */
const SLOW_QUESTIONS = 3;

/** An item forgotten again and again: what to do about it. Takes the whole screen. */
export function LeechPane({
  title,
  status,
  item,
  name,
  lapses,
  onSuspend,
  onGoOn,
  onUndo,
  onLeave,
}: {
  readonly title: readonly string[];
  readonly status: Status;
  readonly item: ItemId;
  /** What it is called. */
  readonly name: string;
  readonly lapses: number;
  readonly onSuspend: () => void;
  readonly onGoOn: () => void;
  readonly onUndo: (() => void) | undefined;
  readonly onLeave: () => void;
}): ReactNode {
  const { leech: words } = useWords();
  const { modules, newSeed } = useServices();
  const navigation = useNavigation();
  const say = useSay();
  const teaches = itemsOf(catalogueOf(modules)).find((one) => one.item === item)?.module;
  const module = modules.find(({ id }) => id === teaches);
  const skill = item.startsWith('skill:') ? item.slice('skill:'.length) : null;
  const onLesson =
    module === undefined ? undefined : () => navigation.push({ screen: 'module', module: module.id, part: 'lesson' });
  // There are no other questions about a card.
  const onPractise =
    skill === null
      ? undefined
      : () => {
          const names = Array.from({ length: SLOW_QUESTIONS }, () => questionName(skill, newSeed()));
          navigation.push({ screen: 'practice', names, unscheduled: true });
        };
  const { width: body } = useBodySize();
  const ways = [
    ...(module === undefined || onLesson === undefined
      ? []
      : [{ key: 'lesson', label: words.lesson(say(module.title)), act: onLesson }]),
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
    ...wrapText(name, room, 'strong'),
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
