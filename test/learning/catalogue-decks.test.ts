import { expect, test } from 'vitest';
import { emptyState } from '../../src/learning/account/state.ts';
import { catalogueOf, itemsOf } from '../../src/learning/catalogue.ts';
import { dueItems } from '../../src/learning/schedule/due.ts';
import { defaultSchedule } from '../../src/learning/schedule/schedule.ts';
import { applied } from './events.ts';

const MODULES = ['a', 'b'].map((id, at) => ({
  id,
  order: at + 1,
  cards: [{ id: 'one', front: { ko: '', en: '' }, back: { ko: '', en: '' }, rfc: [] }],
  skills: [],
}));
const DECKS = [{ id: 'mine', cards: ['x', 'y'].map((id) => deckCard(id)) }];
const NOON = new Date(2026, 10, 20, 12).getTime();

function deckCard(id: string) {
  return {
    id,
    file: 'mine.md',
    line: 1,
    content: { kind: 'flip', front: id, back: id },
    scenario: null,
    tags: [],
  } as const;
}

test('decks come after the concepts, in order', () => {
  expect(itemsOf(catalogueOf(MODULES, DECKS)).map(({ item }) => item)).toEqual([
    'card:a/one',
    'card:b/one',
    'card:mine/x',
    'card:mine/y',
  ]);
});

test('new cards of decks come after those of opened lessons, before the others, within the daily limit', () => {
  const opened = applied(emptyState(), { v: 1, id: 'e1', at: NOON, kind: 'lesson', module: 'b', what: 'opened' });
  const due = (newPerDay: number) =>
    dueItems(opened, NOON, catalogueOf(MODULES, DECKS), { ...defaultSchedule, newPerDay }).map(({ item }) => item);
  expect(due(10)).toEqual(['card:b/one', 'card:mine/x', 'card:mine/y', 'card:a/one']);
  expect(due(2)).toEqual(['card:b/one', 'card:mine/x']);
});
