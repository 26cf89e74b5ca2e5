import { type ReactNode, useMemo } from 'react';
import { cardLine } from '../../curriculum/decks/card-line.ts';
import type { Deck } from '../../curriculum/decks/deck.ts';
import { quoted } from '../../documents/problem.ts';
import { cardItem, catalogueOf } from '../../learning/catalogue.ts';
import { noteProblems } from '../../learning/decks/deck-notices.ts';
import { dueItems } from '../../learning/schedule/due.ts';
import { cardStanding } from '../card-standing.ts';
import { Frame } from '../components/frame.tsx';
import { ListAndDetail, useDetailPlace } from '../components/list-and-detail.tsx';
import type { MenuRow } from '../components/menu.tsx';
import { useActive, useBodySize, useGlyphs, useNavigation, useServices, useShell, useWords } from '../context.ts';
import { useSearchedKeys } from '../hooks/use-searched-keys.ts';
import { type SearchedRows, useSearchedList } from '../hooks/use-searched-list.ts';
import { BLANK, type Line, line, span, wrapText } from '../layout/line.ts';
import { windowAround } from '../layout/list.ts';
import { scheduleOptions } from '../schedule-options.ts';

/** Lines kept for the chosen card: a free one, its front, where it stands. */
const ABOUT_HEIGHT = 4;

const LONGEST_PATH = 200;

/** The cards of one of the learner's own decks: what each asks, and when it comes back. */
export function DeckScreen({ deck }: { readonly deck: Deck }): ReactNode {
  const { settings } = useShell();
  const { store, decks, now } = useServices();
  const words = useWords();
  const glyphs = useGlyphs();
  const navigation = useNavigation();
  const active = useActive();
  const { height } = useBodySize();
  const { state } = store;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is due is looked up anew whenever this screen is shown
  const due = useMemo(
    () => dueItems(state, now(), catalogueOf([], [deck]), scheduleOptions(settings)).length,
    [active, state, deck, now, settings],
  );
  const fronts = useMemo(() => deck.cards.map(cardLine), [deck]);
  const searched = useMemo(
    (): SearchedRows => ({
      kinds: deck.cards.map(() => 'item'),
      textOf: (at) => [fronts[at], ...(deck.cards[at]?.tags ?? [])].join('\n'),
    }),
    [deck, fronts],
  );
  const { rowsOf } = useDetailPlace(ABOUT_HEIGHT);
  const list = useSearchedList(searched, rowsOf(height));
  // A row is only made of what is seen: a deck may hold thousands of cards.
  const { start, end } = windowAround(list.shown.indexOf(list.index), list.shown.length, rowsOf(height));
  const seen = new Set(list.shown.slice(start, end));
  const rows = deck.cards.map(({ id }, at): MenuRow => {
    const note: Line = seen.has(at) ? [cardStanding(cardItem(deck.id, id), state, now(), settings, words)] : BLANK;
    return { kind: 'item', key: id, label: fronts[at] ?? '', note };
  });
  const chosen = deck.cards[list.index];
  const { scenario = null } = chosen ?? {};
  const keys = useSearchedKeys(
    'deck',
    {
      ...list.handlers,
      review: due === 0 ? undefined : () => navigation.push({ screen: 'review-deck', deck: deck.id, what: 'due' }),
      cards: () => navigation.push({ screen: 'review-deck', deck: deck.id, what: 'all' }),
      watch: scenario === null ? undefined : () => navigation.push({ screen: 'scenarios', only: [scenario] }),
      problems:
        noteProblems(decks, deck.id).length === 0
          ? undefined
          : () => navigation.push({ screen: 'deck-problems', deck: deck.id }),
      back: navigation.back,
    },
    list.search,
  );
  return (
    <Frame
      title={[words.decks.title, deck.title]}
      status={[span(words.decks.cards(deck.cards.length)), span(` ${glyphs.dot} ${words.decks.due(due)}`, 'muted')]}
      keys={keys}
    >
      {(room) => (
        <ListAndDetail
          list={list}
          rows={rows}
          room={room}
          detailHeight={ABOUT_HEIGHT}
          detail={(width) => {
            const where = chosen === undefined ? '' : `${quoted(chosen.file, LONGEST_PATH)}:${chosen.line}`;
            return [
              ...wrapText(fronts[list.index] ?? '', width).slice(0, ABOUT_HEIGHT - 2),
              line(scenario === null ? where : `${where} ${glyphs.dot} ${words.decks.scenario(scenario)}`, 'muted'),
            ];
          }}
        />
      )}
    </Frame>
  );
}
