import { scenarios } from 'seqack:scenarios';
import type { Route } from '../../../src/ui/route.ts';
import type { GoldenState, GoldenStates } from '../golden-state.ts';

const BLANK: Route = { screen: 'sandbox', scenario: null, seed: '1', ms: 0 };
const SANDBOX = { ko: '샌드박스', en: 'Sandbox' };
/** Held, so that the frame is the same every time. */
const HELD = ' ';
/** The server listens, the client connects, and all that follows is seen. */
const CONNECTED = [HELD, '\t', 'l', '\t', 'c', 'G'];
const ENTER = '\r';

function connected(name: string, ...keys: readonly string[]): GoldenState {
  return { name: `sandbox-${name}`, route: BLANK, keys: [...CONNECTED, ...keys], says: SANDBOX };
}

function overtaken(): Route {
  const scenario = scenarios['fast-retransmit'];
  if (scenario === undefined) throw new Error('no such scenario');
  return { screen: 'sandbox', scenario, seed: '1', ms: 0 };
}

export const sandbox: GoldenStates = [
  { name: 'sandbox-introduction', route: BLANK, keys: [HELD], says: SANDBOX },
  connected('connected'),
  connected('armed', 'd', '\t', 'r'),
  connected('lost', 'd', 's', ENTER, 'G'),
  connected('amount', 's', '1234'),
  connected('idea', 'h'),
  connected('forging', 'f'),
  connected('network', 'n', '\u001B[C'),
  { ...connected('saving', 'w'), hasNoHelpKey: true },
  {
    name: 'sandbox-predicting',
    route: BLANK,
    keys: [HELD, '\t', 'l', '\t', 'p', 'c', 'G'],
    says: SANDBOX,
  },
  {
    name: 'sandbox-predicted',
    route: BLANK,
    keys: [HELD, '\t', 'l', '\t', 'p', 'c', 'G', `s${ENTER}`, `1${ENTER}`, `0${ENTER}`, `0${ENTER}`],
    says: SANDBOX,
  },
  connected('leaving', '\u001B'),
  { name: 'sandbox-scenario', route: overtaken(), keys: [HELD, 'G'], says: SANDBOX },
  {
    name: 'help-sandbox',
    route: BLANK,
    keys: [...CONNECTED, '?'],
    says: { ko: '샌드박스', en: 'The sandbox' },
    hasNoHelpKey: true,
  },
];

export const runPractice: GoldenStates = [
  {
    name: 'sandbox-asked',
    route: BLANK,
    keys: [...CONNECTED, 's', ENTER, 'G', ENTER],
    says: { ko: 'ack로 보는 받은 바이트 수', en: 'Bytes received, read from an ack' },
  },
];
