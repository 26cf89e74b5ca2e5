import { scenarios } from 'seqack:scenarios';
import { makeQuestion } from '../../../src/questions/make.ts';
import type { Route } from '../../../src/ui/route.ts';
import type { GoldenState, GoldenStates } from '../golden-state.ts';

function scenarioOf(name: string) {
  const scenario = scenarios[name];
  if (scenario === undefined) throw new Error(`no scenario ${name}`);
  return scenario;
}

function watching(name: string): Route {
  return { screen: 'watch', scenario: scenarioOf(name), seed: '1' };
}

const SIMULATOR = { ko: '시뮬레이터', en: 'Simulator' };

/** A moment after so many steps. The first key also holds the clock, so that the frame is the same every time. */
function after(steps: number, scenario: string, name: string, ...keys: readonly string[]): GoldenState {
  return {
    name: `watch-${name}`,
    route: watching(scenario),
    keys: ['g', 'n'.repeat(steps), ...keys],
    says: scenarioOf(scenario).title,
  };
}

/** A moment so many steps before the end. */
function before(steps: number, scenario: string, name: string): GoldenState {
  return {
    name: `watch-${name}`,
    route: watching(scenario),
    keys: ['G', 'p'.repeat(steps)],
    says: scenarioOf(scenario).title,
  };
}

function atTheEnd(scenario: string, name: string, ...keys: readonly string[]): GoldenState {
  return { name: `watch-${name}`, route: watching(scenario), keys: ['G', ...keys], says: scenarioOf(scenario).title };
}

export const scenarioList: GoldenStates = [
  { name: 'scenarios', route: { screen: 'scenarios', only: null }, says: SIMULATOR },
  { name: 'scenarios-end', route: { screen: 'scenarios', only: null }, keys: ['G'], says: SIMULATOR },
];

export const watch: GoldenStates = [
  {
    name: 'watch-introduction',
    route: watching('fast-retransmit'),
    keys: ['g'],
    says: scenarioOf('fast-retransmit').title,
  },
  after(7, 'handshake', 'handshake'),
  before(5, 'lost-segment', 'loss'),
  before(9, 'sack-recovery', 'gaps'),
  before(7, 'zero-window', 'window'),
  atTheEnd('fast-retransmit', 'retransmission'),
  atTheEnd('fin-overtakes', 'crossing'),
  atTheEnd('closed-port', 'refused'),
  atTheEnd('wraparound', 'relative', 'a'),
  atTheEnd('sack-recovery', 'scrolled', '\u001B[5~'),
  {
    name: 'help-watch',
    route: watching('handshake'),
    keys: ['G', '?'],
    says: { ko: '시뮬레이터 보기', en: 'Watching' },
    hasNoHelpKey: true,
  },
];

const ASKED = makeQuestion('ack.above-gap@1');

export const replay: GoldenStates = [
  {
    name: 'replay',
    route: {
      screen: 'replay',
      trace: ASKED.trace,
      about: { ko: '문제의 연결입니다.', en: 'The connection of the question.' },
      from: 0,
    },
    keys: ['G'],
    says: { ko: '다시 보기', en: 'Replay' },
  },
];
