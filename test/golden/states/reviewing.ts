import { OWN_DECKS } from '../../ui/own-decks.ts';
import type { WorldOptions } from '../../ui/world.tsx';
import type { GoldenStates } from '../golden-state.ts';
import { FORGETFUL, GRADED_YESTERDAY, NOTHING_DUE, oneCardDue } from '../learners.ts';

const DUE = { screen: 'review', module: null } as const;
const DECKS: WorldOptions = { decks: OWN_DECKS };

export const review: GoldenStates = [
  { name: 'review-first', route: DUE, says: { ko: '복습', en: 'Review' } },
  { name: 'review-nothing', route: DUE, world: NOTHING_DUE, says: { ko: '복습', en: 'Nothing is due' } },
  { name: 'review-card-front', route: DUE, world: oneCardDue, says: { ko: '1개 남음', en: '1 left' } },
  { name: 'review-card-back', route: DUE, world: oneCardDue, keys: [' '], says: { ko: '알맞음', en: 'good' } },
  { name: 'review-done', route: DUE, world: oneCardDue, keys: [' ', '3'], says: { ko: '복습', en: 'Review' } },
  { name: 'review-put-off', route: DUE, world: oneCardDue, keys: ['b'], says: { ko: '복습', en: 'Review' } },
  { name: 'review-leech', route: DUE, world: FORGETFUL, keys: [' ', '1'], says: { ko: '8번 잊은', en: 'Forgotten 8' } },
  {
    name: 'review-take-back',
    route: DUE,
    world: GRADED_YESTERDAY,
    keys: ['u'],
    says: { ko: '되돌리시겠습니까', en: 'Take this back?' },
  },
  {
    name: 'review-module',
    route: { screen: 'review', module: 'close' },
    keys: [' '],
    says: { ko: '카드', en: 'Cards' },
  },
];

export const reviewDeck: GoldenStates = [
  {
    name: 'review-deck-front',
    route: { screen: 'review-deck', deck: 'notes', what: 'due' },
    world: DECKS,
    says: { ko: '네트워크 노트', en: '네트워크 노트' },
    hasLearnersOwnText: true,
  },
  {
    name: 'review-deck-back',
    route: { screen: 'review-deck', deck: 'flow', what: 'all' },
    world: DECKS,
    keys: [' '],
    says: { ko: 'probe(later)', en: 'probe(later)' },
    hasLearnersOwnText: true,
  },
];

export const deck: GoldenStates = [
  {
    name: 'deck',
    route: { screen: 'deck', deck: 'notes' },
    world: DECKS,
    says: { ko: '내 덱', en: 'Your decks' },
    hasLearnersOwnText: true,
  },
];

export const deckProblems: GoldenStates = [
  {
    name: 'deck-problems',
    route: { screen: 'deck-problems', deck: null },
    world: DECKS,
    says: { ko: 'notes.md', en: 'notes.md' },
    hasLearnersOwnText: true,
  },
];
