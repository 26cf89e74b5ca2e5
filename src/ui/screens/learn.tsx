import { Box } from 'ink';
import { type ReactNode, useMemo } from 'react';
import { catalogueOf } from '../../learning/catalogue.ts';
import { dueItems } from '../../learning/schedule/due.ts';
import { Frame } from '../components/frame.tsx';
import { Lines } from '../components/lines.tsx';
import { choosableRows, Menu } from '../components/menu.tsx';
import {
  useActive,
  useBodySize,
  useGlyphs,
  useNavigation,
  useSay,
  useServices,
  useShell,
  useWords,
} from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useList } from '../hooks/use-list.ts';
import { BLANK, wrapText } from '../layout/line.ts';
import { scheduleOptions } from '../schedule-options.ts';
import { conceptRows, deckRows } from './learn-rows.ts';

/** The concepts in the order of the path, with what has been read; below them the learner's own decks. */
export function LearnScreen(): ReactNode {
  const { settings } = useShell();
  const { modules, decks, store, now } = useServices();
  const words = useWords();
  const say = useSay();
  const glyphs = useGlyphs();
  const navigation = useNavigation();
  const active = useActive();
  const { height } = useBodySize();
  const { state } = store;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is due is looked up anew whenever this screen is shown
  const due = useMemo(() => {
    const options = scheduleOptions(settings);
    const dueOf = (deck: (typeof decks.decks)[number]) =>
      dueItems(state, now(), catalogueOf([], [deck]), options).length;
    return new Map(decks.decks.map((deck) => [deck.id, dueOf(deck)]));
  }, [active, state, decks, now, settings]);
  const all = [...conceptRows(modules, state, say, words, glyphs), ...deckRows(decks, due, words, glyphs)];
  const rows = all.map(({ row }) => row);
  const next = modules.findIndex(({ id }) => state.lessons.get(id)?.finishedAt == null);
  const list = useList(choosableRows(rows), height - SUMMARY_HEIGHT, Math.max(0, next));
  const chosen = all[list.index]?.opens ?? null;
  const keys = useKeys('picker', {
    ...list.handlers,
    open: () => {
      if (chosen !== null) navigation.push(chosen.route);
    },
    back: navigation.back,
  });
  return (
    <Frame title={[words.learn.title]} keys={keys}>
      {({ width, height: room }) => (
        <Box flexDirection="column">
          <Menu rows={rows} index={list.index} width={width} height={Math.min(rows.length, room - SUMMARY_HEIGHT)} />
          <Lines
            lines={[BLANK, ...(chosen === null ? [] : wrapText(chosen.about, width, 'muted'))].slice(0, SUMMARY_HEIGHT)}
            width={width}
          />
        </Box>
      )}
    </Frame>
  );
}

/** A blank line and the summary of the chosen concept. */
const SUMMARY_HEIGHT = 4;
