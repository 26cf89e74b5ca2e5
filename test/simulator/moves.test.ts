import { expect, test } from 'vitest';
import type { EndpointChange, Move } from '../../src/simulator/move.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { Call, HostName, Trace } from '../../src/trace/trace.ts';
import { figure, scenario, states } from './short.ts';

type At = readonly [ms: number, move: Move];

const call = (host: HostName, call: Call): Move => ({ kind: 'call', host, call });
const set = (host: HostName, change: EndpointChange): Move => ({ kind: 'endpoint', host, change });
const listen: At = [0, call('server', { name: 'listen' })];
const connect: At = [0, call('client', { name: 'connect' })];
const opening = [listen, connect];
const send = (bytes: number): Move => call('client', { name: 'send', bytes });

/** Moves alone, over a path of 10 ms each way. */
function run(moves: readonly At[], given: Parameters<typeof scenario>[0] = {}): Trace {
  const made = moves.map(([ms, move]) => ({ when: { kind: 'time' as const, ms }, afterMs: 0, move }));
  return simulate(scenario({ ...given, moves: made }), 'moves');
}

/** The segments of `host` with its ACKs and windows: '30 101:111 win 100'. */
function told(trace: Trace, host: HostName): string[] {
  return trace.segments
    .filter(({ from }) => from === host)
    .map((s) => `${s.sentMs} ${s.flags.filter((f) => f !== 'PSH').join()} ${s.ack} win ${s.window} len ${s.len}`);
}

const mssOf = (trace: Trace, host: HostName): (number | undefined)[] =>
  trace.segments.filter((s) => s.from === host && s.flags.includes('SYN')).map((s) => s.options.mss);

test('a move comes after all else of its time, moves of one time in their order', () => {
  const action = { host: 'client' as const, when: { kind: 'time' as const, ms: 20 }, afterMs: 0 };
  const trace = run([...opening, [20, call('client', { name: 'abort' })], [20, connect[1]]], {
    actions: [{ ...action, call: { name: 'send', bytes: 5 } }],
  });
  // At 20 ms the SYN,ACK arrives too: the send is asked for before it, the abort comes after both.
  const at20 = trace.events.filter((e) => e.ms === 20 && e.kind !== 'state' && e.kind !== 'signal');
  expect(at20.map((e) => (e.kind === 'call' ? e.call.name : e.kind))).toEqual([
    'send',
    'arrive',
    'send',
    'abort',
    'send',
    'connect',
    'send',
  ]);
});

test('a move may wait for something to happen', () => {
  const trace = simulate(
    scenario({
      actions: [],
      moves: [
        { when: { kind: 'time', ms: 0 }, afterMs: 0, move: listen[1] },
        { when: { kind: 'time', ms: 0 }, afterMs: 0, move: connect[1] },
        {
          when: { kind: 'state', host: 'server', state: 'ESTABLISHED', times: 1 },
          afterMs: 7,
          move: call('server', { name: 'close' }),
        },
      ],
    }),
    'moves',
  );
  expect(trace.events.find((e) => e.kind === 'call' && e.call.name === 'close')?.ms).toBe(37);
});

test.each([
  ['drop', { kind: 'drop' }, 'lost'],
  ['delay', { kind: 'delay', ms: 30 }, 45],
  ['mark where ECN is not in use', { kind: 'mark' }, 'lost'],
] as const)('the next segment of a host meets with: %s', (_, effect, outcome) => {
  const trace = run([...opening, [5, { kind: 'next-segment', from: 'server', nth: 1, effect }]]);
  const [synAck, again] = trace.segments.filter((s) => s.from === 'server');
  expect(synAck?.fate === 'lost' ? 'lost' : synAck?.arrivedMs).toBe(outcome === 'lost' ? 'lost' : outcome + 5);
  if (outcome === 'lost') expect(again?.fate).toBe('delivered');
});

test('a forged segment leaves at the moment of the move, with the numbers of then', () => {
  const forgery = {
    from: 'client' as const,
    origin: 'forged' as const,
    flags: ['RST' as const],
    seq: { kind: 'variable' as const, host: 'server' as const, name: 'rcv.nxt' as const, plus: 0 },
    ack: { kind: 'fixed' as const, value: 0 },
    len: 0,
    window: 0,
    urgent: 0,
    options: {},
  };
  const trace = run([...opening, [100, { kind: 'forge', forgery }]]);
  expect(figure(trace).at(-1)).toBe('client <SEQ=101><CTL=RST> forged');
  expect(states(trace).at(-1)).toBe('server ESTABLISHED -> CLOSED');
});

test('the path changes for segments sent from then on, in one direction or both, and keeps their order', () => {
  const slow: Move = { kind: 'network', change: { from: 'client', set: { delayMs: 50 } } };
  const fast: Move = { kind: 'network', change: { from: 'both', set: { delayMs: 1 } } };
  const trace = run([...opening, [15, slow], [25, fast], [26, send(10)]]);
  expect(trace.segments.map((s) => [s.from, s.sentMs, s.arrivedMs])).toEqual([
    ['client', 0, 10],
    ['server', 10, 20],
    ['client', 20, 70],
    // 1 ms on its way, but behind the one before it.
    ['client', 26, 70],
    ['server', 70, 71],
  ]);
  const lossy: Move = { kind: 'network', change: { from: 'client', set: { loss: 1 } } };
  const lost = run([...opening, [100, lossy], [200, send(10)], [300, call('server', { name: 'send', bytes: 10 })]]);
  expect(lost.segments.filter((s) => s.fate === 'lost').every((s) => s.from === 'client')).toBe(true);
  expect(lost.segments.filter((s) => s.len > 0 && s.from === 'server').map((s) => s.fate)).toContain('delivered');
});

test('MSS, conventions and profile hold from the next SYN on; a connection in LISTEN has not had one yet', () => {
  const change = set('server', { mss: 500, conventions: { sack: true } });
  expect(mssOf(run([listen, [0, change], connect]), 'server')).toEqual([500]);
  expect(mssOf(run([listen, connect, [15, change]]), 'server')).toEqual([1460]);

  const again: readonly At[] = [
    [100, set('client', { mss: 600, profile: 'linux' })],
    [200, call('client', { name: 'abort' })],
    [300, connect[1]],
  ];
  const trace = run([...opening, ...again]);
  expect(mssOf(trace, 'client')).toEqual([1460, 600]);
  const syns = trace.segments.filter((s) => s.from === 'client' && s.flags.includes('SYN'));
  expect(syns.map((s) => s.options.timestamps !== undefined)).toEqual([false, true]);
});

test('a refused SYN brings a listener back to LISTEN as it is set up by then', () => {
  const rst = { from: 'client' as const, origin: 'forged' as const, flags: ['RST' as const], len: 0, window: 0 };
  const seq = { kind: 'variable' as const, host: 'server' as const, name: 'rcv.nxt' as const, plus: 0 };
  const forgery = { ...rst, seq, ack: { kind: 'fixed' as const, value: 0 }, urgent: 0, options: {} };
  const trace = run([
    ...opening,
    [0, { kind: 'next-segment', from: 'server', nth: 1, effect: { kind: 'drop' } }],
    [12, set('server', { mss: 500 })],
    [13, { kind: 'forge', forgery }],
  ]);
  expect(states(trace).filter((s) => s.startsWith('server'))).toContain('server SYN-RECEIVED -> LISTEN');
  // The client's SYN comes again, and is answered by what listens now.
  expect(mssOf(trace, 'server')).toEqual([1460, 500]);
});

test('a larger receive buffer opens a shut window at once (RFC 9293 §3.8.6.2.2)', () => {
  const trace = run([...opening, [100, set('server', { window: 3000 })], [150, send(1000)]], {
    server: { window: 0 },
  });
  const [, update] = told(trace, 'server');
  expect(update).toBe('100 ACK 101 win 3000 len 0');
  expect(trace.segments.filter((s) => s.len > 0).map((s) => [s.sentMs, s.len])).toEqual([[150, 1000]]);
});

test('a smaller one takes nothing back: the right edge stays as the data comes (§3.8.6, SHLD-14)', () => {
  const moves: readonly At[] = [
    ...opening,
    [50, call('server', { name: 'stop-reading' })],
    [60, set('server', { window: 1000 })],
    [100, send(400)],
    [200, send(600)],
    [300, send(2500)],
    [2000, call('server', { name: 'resume-reading' })],
  ];
  const trace = run(moves, { server: { window: 3000, mss: 1000 }, client: { mss: 1000 } });
  const acks = told(trace, 'server').filter((line) => line.includes(' ACK '));
  // 101 + 3000 was offered on the SYN,ACK, and is what every ACK says until all of it has come.
  expect(acks.slice(0, 4)).toEqual([
    '110 ACK 501 win 2600 len 0',
    '210 ACK 1101 win 2000 len 0',
    '310 ACK 2101 win 1000 len 0',
    '310 ACK 3101 win 0 len 0',
  ]);
  // Then the window is what the smaller buffer has room for.
  expect(acks).toContain('2000 ACK 3101 win 1000 len 0');
  expect(trace.final.server.receivedBytes).toBe(3500);
});

test('while its SYN is under way a host has told of its buffer: another one waits (RFC 7323 §2.2)', () => {
  const scales = { windowScaling: true };
  const ends = { client: { conventions: scales, window: 100_000 }, server: { conventions: scales } };
  const trace = run([...opening, [5, set('client', { window: 1_000_000 })], [100, send(10)]], ends);
  const [syn, , ack, data] = trace.segments;
  expect(syn?.options.windowScale).toBe(1);
  // Scaled by what the SYN told: more than 65,535 * 2 cannot be said.
  expect([ack?.window, data?.window].map((window) => (window ?? 0) * 2)).toContain(131_070);
});

test('a buffer that waits for the SYN to be answered is forgotten with the connection', () => {
  const trace = run([
    listen,
    [0, { kind: 'next-segment', from: 'client', nth: 1, effect: { kind: 'drop' } }],
    connect,
    [5, set('client', { window: 9000 })],
    [6, call('client', { name: 'abort' })],
    [10, set('client', { window: 4000 })],
    [20, connect[1]],
  ]);
  const windows = trace.segments.filter((s) => s.from === 'client').map((s) => s.window);
  expect(windows).toEqual([65_535, 4000, 4000]);
});

test('reading again hands over what has gathered, and tells of the room', () => {
  const trace = run(
    [
      ...opening,
      [50, call('server', { name: 'stop-reading' })],
      [100, send(500)],
      [1000, call('server', { name: 'resume-reading' })],
      [1100, send(100)],
    ],
    { server: { window: 500 } },
  );
  const delivered = trace.events.flatMap((e) => (e.kind === 'deliver' ? [[e.ms, e.bytes]] : []));
  expect(delivered).toEqual([
    [1000, 500],
    [1110, 100],
  ]);
  expect(told(trace, 'server')).toContain('1000 ACK 601 win 500 len 0');
});
