import { type ReactNode, useMemo } from 'react';
import { catalogueOf } from '../../learning/catalogue.ts';
import { dueItems } from '../../learning/schedule/due.ts';
import { Frame } from '../components/frame.tsx';
import { detailHeightOf, ListAndDetail, useDetailPlace } from '../components/list-and-detail.tsx';
import { searchedRows } from '../components/searched-menu.tsx';
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
import { useSearchedKeys } from '../hooks/use-searched-keys.ts';
import { useSearchedList } from '../hooks/use-searched-list.ts';
import { wrapText } from '../layout/line.ts';
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
  const { width, height } = useBodySize();
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
  const titles = new Map(modules.map(({ id, title, summary }) => [id, [...Object.values(title), say(summary)]]));
  const searched = searchedRows(rows, (key) => titles.get(key) ?? []);
  const next = modules.findIndex(({ id }) => state.lessons.get(id)?.finishedAt == null);
  const aboutHeight = detailHeightOf(
    all.flatMap(({ opens }) => opens?.about ?? []),
    width,
  );
  const { rowsOf } = useDetailPlace(aboutHeight);
  const list = useSearchedList(searched, rowsOf(height), Math.max(0, next));
  const chosen = all[list.index]?.opens ?? null;
  const keys = useSearchedKeys(
    'picker',
    {
      ...list.handlers,
      open: () => {
        if (chosen !== null) navigation.push(chosen.route);
      },
      back: navigation.back,
    },
    list.search,
  );
  return (
    <Frame title={[words.learn.title]} keys={keys}>
      {(room) => (
        <ListAndDetail
          list={list}
          rows={rows}
          room={room}
          detailHeight={aboutHeight}
          detail={(cells) => (chosen === null ? [] : wrapText(chosen.about, cells, 'muted'))}
        />
      )}
    </Frame>
  );
}
