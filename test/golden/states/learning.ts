import { OWN_DECKS } from '../../ui/own-decks.ts';
import type { GoldenStates } from '../golden-state.ts';
import { learned, SET_ASIDE } from '../learners.ts';

export const learn: GoldenStates = [
  { name: 'learn', route: { screen: 'learn' }, says: { ko: '3-way', en: 'three-way' } },
  {
    name: 'learn-decks',
    route: { screen: 'learn' },
    world: () => ({ ...learned(), decks: OWN_DECKS }),
    keys: ['G'],
    says: { ko: '네트워크 노트', en: '네트워크 노트' },
    hasLearnersOwnText: true,
  },
];

export const module: GoldenStates = [
  {
    name: 'module-lesson',
    route: { screen: 'module', module: 'handshake', part: 'lesson' },
    says: { ko: '설명', en: 'Lesson' },
  },
  {
    name: 'module-lesson-end',
    route: { screen: 'module', module: 'tcp', part: 'lesson' },
    keys: ['G'],
    says: { ko: '설명', en: 'Lesson' },
  },
  {
    name: 'module-lesson-tables',
    route: { screen: 'module', module: 'states', part: 'lesson' },
    keys: [' ', ' '],
    says: { ko: '설명', en: 'Lesson' },
  },
  {
    name: 'module-points',
    route: { screen: 'module', module: 'late-segment', part: 'points' },
    says: { ko: '핵심', en: 'Key points' },
  },
  {
    name: 'module-interview',
    route: { screen: 'module', module: 'close', part: 'interview' },
    says: { ko: '면접', en: 'Interview' },
  },
  {
    name: 'module-interview-answer',
    route: { screen: 'module', module: 'close', part: 'interview' },
    keys: [' '],
    says: { ko: '면접', en: 'Interview' },
  },
  {
    name: 'module-cards',
    route: { screen: 'module', module: 'isn', part: 'cards' },
    says: { ko: '카드', en: 'Cards' },
  },
  {
    name: 'module-rfc',
    route: { screen: 'module', module: 'numbers', part: 'rfc' },
    says: { ko: 'RFC 9293', en: 'RFC 9293' },
  },
];

export const skillMap: GoldenStates = [
  { name: 'skills', route: { screen: 'skills' }, says: { ko: '핸드셰이크', en: 'handshake' } },
  {
    name: 'skills-half-a-year',
    route: { screen: 'skills' },
    world: learned,
    keys: ['j', ' ', 'G'],
    says: { ko: '연습', en: 'practise' },
  },
];

export const setAside: GoldenStates = [
  { name: 'set-aside-none', route: { screen: 'set-aside' }, says: { ko: '따로 둔', en: 'set aside' } },
  { name: 'set-aside', route: { screen: 'set-aside' }, world: SET_ASIDE, says: { ko: '따로 둔', en: 'Set aside' } },
];

const PARTS = ['overview', 'memory', 'reviews', 'time', 'mistakes', 'concepts', 'skills'] as const;

export const progress: GoldenStates = [
  { name: 'progress-none', route: { screen: 'progress' }, says: { ko: '한눈에', en: 'Overview' } },
  ...PARTS.map((part, at) => ({
    name: `progress-${at + 1}-${part}`,
    route: { screen: 'progress' } as const,
    world: learned,
    keys: Array.from({ length: at }, () => '\t'),
    says: { ko: '진도', en: 'Progress' },
  })),
];
