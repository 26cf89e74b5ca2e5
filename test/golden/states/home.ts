import type { GoldenStates } from '../golden-state.ts';
import { CUT_OFF, learned } from '../learners.ts';

export const home: GoldenStates = [
  { name: 'home', route: { screen: 'home' }, says: { ko: '시뮬레이터', en: 'Simulator' } },
  {
    name: 'home-half-a-year',
    route: { screen: 'home' },
    world: learned,
    says: { ko: '복습', en: 'Review' },
  },
  {
    name: 'home-cut-off',
    route: { screen: 'home' },
    world: CUT_OFF,
    says: { ko: '이어 풀기', en: 'Go on' },
  },
  { name: 'help', route: { screen: 'home' }, keys: ['?'], says: { ko: '키', en: 'Keys' }, hasNoHelpKey: true },
  {
    name: 'help-end',
    route: { screen: 'home' },
    keys: ['?', 'G'],
    says: { ko: '닫기', en: 'close' },
    hasNoHelpKey: true,
  },
  {
    name: 'too-small',
    route: { screen: 'home' },
    sizes: [
      { columns: 39, rows: 20 },
      { columns: 60, rows: 14 },
    ],
    isBare: true,
    says: { ko: 'seqack', en: 'seqack' },
  },
];

export const resume: GoldenStates = [
  {
    name: 'resume',
    route: { screen: 'resume', session: 'cut-off' },
    world: CUT_OFF,
    says: { ko: 'seq.next@1', en: 'seq.next@1' },
  },
];

export const settings: GoldenStates = [
  { name: 'settings', route: { screen: 'settings' }, says: { ko: '언어', en: 'Language' } },
  {
    name: 'settings-changed',
    route: { screen: 'settings' },
    keys: ['G', 'l', 'k', 'l'],
    says: { ko: '설정', en: 'Settings' },
  },
];
