import { Box } from 'ink';
import type { ReactNode } from 'react';
import { Frame } from '../components/frame.tsx';
import { Lines } from '../components/lines.tsx';
import { choosableRows, Menu, type MenuRow } from '../components/menu.tsx';
import { useBodySize, useGlyphs, useNavigation, useSay, useServices, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useList } from '../hooks/use-list.ts';
import { BLANK, type Line, span, wrapText } from '../layout/line.ts';

/** The concepts in the order of the path, with what has been read. */
export function LearnScreen(): ReactNode {
  const { modules, store } = useServices();
  const { learn: words, shell } = useWords();
  const say = useSay();
  const glyphs = useGlyphs();
  const navigation = useNavigation();
  const { height } = useBodySize();
  const { lessons } = store.state;

  const rows = modules.map(({ id, order, title, minutes }): MenuRow => {
    const lesson = lessons.get(id);
    const finished = lesson?.finishedAt != null;
    const opened = lesson?.openedAt != null;
    const mark = finished ? span(`${glyphs.right} `, 'good') : span('  ');
    const note: Line = [span(finished ? words.read : opened ? words.begun : shell.minutes(minutes), 'muted')];
    return { kind: 'item', key: id, lead: [mark], label: `${order}. ${say(title)}`, note };
  });
  const next = modules.findIndex(({ id }) => lessons.get(id)?.finishedAt == null);
  const list = useList(choosableRows(rows), height - SUMMARY_HEIGHT, Math.max(0, next));
  const chosen = modules[list.index];
  const keys = useKeys('picker', {
    ...list.handlers,
    open: () => {
      if (chosen !== undefined) navigation.push({ screen: 'module', module: chosen.id, part: 'lesson' });
    },
    back: navigation.back,
  });
  return (
    <Frame title={[words.title]} keys={keys}>
      {({ width, height: room }) => (
        <Box flexDirection="column">
          <Menu rows={rows} index={list.index} width={width} height={Math.min(rows.length, room - SUMMARY_HEIGHT)} />
          <Lines
            lines={[BLANK, ...(chosen === undefined ? [] : wrapText(say(chosen.summary), width, 'muted'))].slice(
              0,
              SUMMARY_HEIGHT,
            )}
            width={width}
          />
        </Box>
      )}
    </Frame>
  );
}

/** A blank line and the summary of the chosen concept. */
const SUMMARY_HEIGHT = 4;
