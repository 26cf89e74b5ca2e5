import type { Module } from '../../curriculum/module.ts';
import type { LearnerState } from '../../learning/account/state.ts';
import type { OwnDecks } from '../../learning/decks/own-decks.ts';
import type { MenuRow } from '../components/menu.tsx';
import { type Line, span } from '../layout/line.ts';
import type { Route } from '../route.ts';
import type { Words } from '../text/en.ts';
import type { Glyphs } from '../theme.ts';

/** A row of the Learn screen; what it opens and what to say of it while it is chosen, null for a heading or a gap. */
export interface LearnRow {
  readonly row: MenuRow;
  readonly opens: { readonly route: Route; readonly about: string } | null;
}

/** The concepts in the order of the path, with what has been read. */
export function conceptRows(
  modules: readonly Module[],
  { lessons }: LearnerState,
  say: (text: Module['title']) => string,
  { learn: words }: Words,
  glyphs: Glyphs,
): LearnRow[] {
  return modules.map(({ id, order, title, minutes, summary }): LearnRow => {
    const lesson = lessons.get(id);
    const finished = lesson?.finishedAt != null;
    const opened = lesson?.openedAt != null;
    const mark = finished ? span(`${glyphs.right} `, 'good') : span('  ');
    const note: Line = [span(finished ? words.read : opened ? words.begun : words.minutes(minutes), 'muted')];
    return {
      row: { kind: 'item', key: id, lead: [mark], label: `${order}. ${say(title)}`, note },
      opens: { route: { screen: 'module', module: id, part: 'lesson' }, about: say(summary) },
    };
  });
}

/** The learner's own decks, with what is due of each; without any, how to add one. */
export function deckRows(
  { sources, decks, problems }: OwnDecks,
  due: ReadonlyMap<string, number>,
  { decks: words }: Words,
  glyphs: Glyphs,
): LearnRow[] {
  const gap = (): LearnRow => ({ row: { kind: 'gap' }, opens: null });
  const heading = (text: string): LearnRow => ({ row: { kind: 'heading', text }, opens: null });
  const wrong = sources.reduce((sum, source) => sum + source.problems.length, 0) + problems.length;
  if (decks.length === 0 && wrong === 0) return [gap(), heading(`${words.title} ${glyphs.dot} ${words.none}`)];
  const own = decks.map(({ id, title, cards }): LearnRow => {
    const waiting = due.get(id) ?? 0;
    const note: Line = [
      span(words.cards(cards.length), 'muted'),
      ...(waiting === 0 ? [] : [span(` ${glyphs.dot} `, 'muted'), span(words.due(waiting), 'accent')]),
    ];
    return {
      row: { kind: 'item', key: `deck ${id}`, lead: [span('  ')], label: title, note },
      opens: { route: { screen: 'deck', deck: id }, about: words.about(cards.length, waiting) },
    };
  });
  const toMend: LearnRow = {
    row: {
      kind: 'item',
      key: 'deck-problems',
      lead: [span('! ', 'warn')],
      label: words.problemsTitle,
      note: [span(words.problems(wrong), 'warn')],
    },
    opens: { route: { screen: 'deck-problems', deck: null }, about: words.problemsAbout },
  };
  return [gap(), heading(words.title), ...own, ...(wrong === 0 ? [] : [toMend])];
}
