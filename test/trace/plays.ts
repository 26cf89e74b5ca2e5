import type { Condition } from '../../src/simulator/condition.ts';
import type { Action, Scenario } from '../../src/simulator/scenario.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { State } from '../../src/tcp/state.ts';
import type { HostName, Trace } from '../../src/trace/trace.ts';
import { scenario } from '../simulator/short.ts';

/** Small plays that show one thing each, for the tests of ladders and of the screens that show them. */

const start: Condition = { kind: 'time', ms: 0 };
const is = (host: HostName, state: State, times = 1): Condition => ({ kind: 'state', host, state, times });
const got = (host: HostName, bytes: number): Condition => ({ kind: 'received', host, bytes });

function call(
  host: HostName,
  name: 'listen' | 'connect' | 'close' | 'abort' | 'crash',
  when: Condition,
  afterMs = 0,
): Action {
  return { host, when, afterMs, call: { name } };
}

function send(host: HostName, bytes: number, when: Condition, afterMs = 0): Action {
  return { host, when, afterMs, call: { name: 'send', bytes } };
}

const open = [call('server', 'listen', start), call('client', 'connect', start, 10)];
const up = is('client', 'ESTABLISHED');

export const PLAYS = {
  /** Data both ways and a close in four segments, numbers just below 2^32. */
  whole: scenario({
    client: { isn: [4294966000] },
    server: { isn: [4025865493] },
    actions: [
      ...open,
      send('client', 500, up, 10),
      send('client', 700, up, 11),
      send('server', 3000, got('server', 1200), 5),
      call('client', 'close', got('client', 3000), 10),
      call('server', 'close', is('server', 'CLOSE-WAIT'), 30),
    ],
  }),
  /** The first data segment and the first ACK are lost. */
  lost: scenario({
    client: { isn: [4294966000] },
    server: { isn: [820014] },
    actions: [...open, send('client', 500, up, 10), send('client', 700, up, 11)],
    faults: [
      { from: 'client', match: 'data', nth: 1, effect: { kind: 'drop' } },
      { from: 'server', match: 'ack', nth: 1, effect: { kind: 'drop' } },
    ],
  }),
  simultaneousClose: scenario({
    actions: [
      ...open,
      call('client', 'close', is('server', 'ESTABLISHED'), 100),
      call('server', 'close', is('server', 'ESTABLISHED'), 100),
    ],
  }),
  simultaneousOpen: scenario({ actions: [call('client', 'connect', start), call('server', 'connect', start, 4)] }),
  /** The second of the server's segments is late: its FIN comes first. */
  finOvertakes: scenario({
    client: { isn: [7000] },
    server: { isn: [9000] },
    actions: [
      ...open,
      send('client', 300, up, 10),
      send('server', 400, got('server', 300), 5),
      send('server', 600, got('server', 300), 6),
      call('server', 'close', got('server', 300), 7),
      call('client', 'close', is('client', 'CLOSE-WAIT'), 20),
    ],
    faults: [{ from: 'server', match: 'data', nth: 2, effect: { kind: 'delay', ms: 300 } }],
  }),
  /** Two connections on the same ports; a copy of the first one's data reaches the second. */
  twice: scenario({
    client: { isn: [1000, 5000] },
    server: { isn: [200, 9000] },
    mslMs: 60_000,
    actions: [
      ...open,
      send('client', 500, up, 10),
      call('server', 'close', is('server', 'ESTABLISHED'), 200),
      call('client', 'close', is('client', 'CLOSE-WAIT'), 10),
      call('client', 'connect', is('client', 'CLOSED'), 100),
      send('client', 100, is('client', 'ESTABLISHED', 2), 10),
    ],
    faults: [{ from: 'client', match: 'data', nth: 1, effect: { kind: 'duplicate', afterMs: 500 } }],
  }),
  forged: scenario({
    client: { isn: 'rfc6528' },
    server: { isn: 'rfc6528' },
    actions: [...open, send('client', 500, up, 10)],
    forgeries: [
      {
        from: 'client',
        origin: 'forged',
        when: is('server', 'ESTABLISHED'),
        afterMs: 50,
        flags: ['RST'],
        seq: { kind: 'random' },
        ack: { kind: 'fixed', value: 0 },
        len: 0,
        window: 0,
        urgent: 0,
        options: {},
      },
    ],
  }),
  /** The RST of an ABORT is lost. */
  lostReset: scenario({
    actions: [...open, call('client', 'abort', up, 50)],
    faults: [{ from: 'client', match: 'rst', nth: 1, effect: { kind: 'drop' } }],
  }),
  closedPort: scenario({ actions: [call('client', 'connect', start)] }),
} satisfies Record<string, Scenario>;

/** The trace of a play. */
export function played(name: keyof typeof PLAYS, seed = '1'): Trace {
  return simulate(PLAYS[name], seed);
}

/** Five segments through a network that loses, copies and reorders by the seed. */
export function stormy(seed: string): Trace {
  const bursts = [0, 1, 2, 3, 4].map((i) => send('client', 500 + i, up, 10 + 3 * i));
  return simulate(
    scenario({
      network: { delayMs: 20, loss: 0.1, duplicate: 0.3, reorder: 0.2, reorderMs: 30, mark: 0 },
      actions: [
        ...open,
        ...bursts,
        send('server', 700, got('server', 1000), 2),
        call('client', 'close', up, 100),
        call('server', 'close', is('server', 'CLOSE-WAIT'), 10),
      ],
    }),
    seed,
  );
}
