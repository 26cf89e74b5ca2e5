import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/simulator/condition.ts';
import type { Action, Forgery, Scenario } from '../../src/simulator/scenario.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { Trace, TraceEvent } from '../../src/trace/trace.ts';
import { figure, scenario, states } from './short.ts';

const at = (ms: number): Condition => ({ kind: 'time', ms });
const act = (host: Action['host'], when: Condition, call: Action['call'], afterMs = 0): Action => ({
  host,
  when,
  afterMs,
  call,
});
const is = (host: Action['host'], state: 'ESTABLISHED' | 'CLOSED' | 'CLOSE-WAIT' | 'LISTEN', times = 1): Condition => ({
  kind: 'state',
  host,
  state,
  times,
});
const listens = act('server', at(0), { name: 'listen' });
const connects = act('client', at(0), { name: 'connect' });
const run = (given: Parameters<typeof scenario>[0], seed = 'run'): Trace => simulate(scenario(given), seed);
const calls = (trace: Trace) =>
  trace.events.flatMap((e) => (e.kind === 'call' ? [`${e.ms} ${e.host} ${e.call.name}`] : []));

describe('when an action happens', () => {
  const when: readonly [string, Condition, number, string][] = [
    ['a time', at(7), 0, '7 client stop-reading'],
    ['a time and a wait', at(7), 5, '12 client stop-reading'],
    ['a state', is('client', 'ESTABLISHED'), 0, '20 client stop-reading'],
    ['bytes received', { kind: 'received', host: 'server', bytes: 40 }, 0, '30 client stop-reading'],
    ['bytes acknowledged', { kind: 'acked', host: 'client', bytes: 40 }, 3, '43 client stop-reading'],
    [
      'a segment sent',
      { kind: 'segment', from: 'client', match: 'data', nth: 1, event: 'sent' },
      0,
      '20 client stop-reading',
    ],
    [
      'a segment arrived',
      { kind: 'segment', from: 'server', match: 'syn-ack', nth: 1, event: 'arrived' },
      1,
      '21 client stop-reading',
    ],
    [
      'a segment lost',
      { kind: 'segment', from: 'client', match: 'data', nth: 1, event: 'lost' },
      2,
      '22 client stop-reading',
    ],
  ];

  test.each(when)('%s', (_, condition, afterMs, expected) => {
    const losing = condition.kind === 'segment' && condition.event === 'lost';
    const trace = run({
      faults: losing ? [{ from: 'client', match: 'data', nth: 1, effect: { kind: 'drop' } }] : [],
      actions: [
        listens,
        connects,
        act('client', is('client', 'ESTABLISHED'), { name: 'send', bytes: 40 }),
        act('client', condition, { name: 'stop-reading' }, afterMs),
      ],
    });
    expect(calls(trace).filter((call) => call.includes('stop-reading'))).toEqual([expected]);
  });

  test('entries of one moment happen in the order of the file, and each once', () => {
    const trace = run({
      actions: [
        listens,
        connects,
        ...['stop-reading', 'send', 'close'].map((name) =>
          act(
            'client',
            is('client', 'ESTABLISHED'),
            (name === 'send' ? { name, bytes: 5 } : { name }) as Action['call'],
          ),
        ),
      ],
    });
    expect(calls(trace).slice(2)).toEqual(['20 client stop-reading', '20 client send', '20 client close']);
    // What the application does in one go reaches TCP before it sends: the FIN rides on the data.
    expect(figure(trace).slice(2, 4)).toEqual([
      'client <SEQ=101><ACK=201><CTL=ACK>',
      'client <SEQ=101><ACK=201><CTL=FIN,ACK><DATA=5>',
    ]);
  });

  test('an answer given at once carries the ACK', () => {
    const trace = run({
      actions: [
        listens,
        connects,
        act('client', is('client', 'ESTABLISHED'), { name: 'send', bytes: 5 }),
        act('server', { kind: 'received', host: 'server', bytes: 5 }, { name: 'send', bytes: 7 }),
      ],
    });
    expect(figure(trace)[4]).toBe('server <SEQ=201><ACK=106><CTL=ACK><DATA=7>');
  });
});

describe('how a run ends', () => {
  const opensAndCloses: Action[] = [
    listens,
    connects,
    act('client', is('client', 'ESTABLISHED'), { name: 'close' }),
    act('server', is('server', 'CLOSE-WAIT'), { name: 'close' }),
  ];

  test('quiet, when only timers that no longer run lie beyond the limit', () => {
    const trace = run({ actions: opensAndCloses, mslMs: 100, limitMs: 500 });
    expect(trace.final.client.state).toBe('CLOSED');
    expect(trace.ended).toBe('quiet');
  });

  test('limit, when a timer that runs lies beyond it', () => {
    expect(run({ actions: opensAndCloses, mslMs: 100, limitMs: 200 }).ended).toBe('limit');
  });

  test('a reader that never reads on both sides: probes, no storm of ACKs', () => {
    const trace = run({
      client: { window: 1000, reads: false },
      server: { window: 1000, reads: false },
      actions: [
        listens,
        connects,
        act('client', is('client', 'ESTABLISHED'), { name: 'send', bytes: 5000 }),
        act('server', is('server', 'ESTABLISHED'), { name: 'send', bytes: 5000 }),
        act('client', at(100_000), { name: 'read', bytes: 1000 }),
      ],
      limitMs: 600_000,
    });
    expect(trace.segments.length).toBeLessThan(150);
    // The client's window update is believed although the server's own window is shut.
    expect(trace.final.client.receivedBytes).toBe(1000);
    const sentOn = trace.segments.find((s) => s.from === 'server' && s.sentMs > 100_000 && s.len > 1);
    expect(sentOn?.sentMs).toBe(100_010);
  });
});

describe('TIME-WAIT and a new SYN (RFC 9293 §3.6.1, MAY-2)', () => {
  const closedByServer: Action[] = [
    listens,
    connects,
    act('server', is('server', 'ESTABLISHED'), { name: 'close' }),
    act('client', is('client', 'CLOSE-WAIT'), { name: 'close' }),
    act('client', is('client', 'CLOSED'), { name: 'connect' }, 10),
  ];

  test('a greater number opens a new connection, with an ISN above all that was used', () => {
    const trace = run({ client: { isn: [100, 5000] }, actions: closedByServer, limitMs: 2000 });
    const notes = trace.events.flatMap((e) => (e.kind === 'arrive' ? e.notes : []));
    expect(notes).toContain('time-wait-reused');
    expect(figure(trace).filter((line) => line.includes('SYN'))).toEqual([
      'client <SEQ=100><CTL=SYN>',
      'server <SEQ=200><ACK=101><CTL=SYN,ACK>',
      'client <SEQ=5000><CTL=SYN>',
      'server <SEQ=203><ACK=5001><CTL=SYN,ACK>',
    ]);
  });

  test('a number below is an old duplicate: an ACK; a client that really wants to connect resets what is left', () => {
    const trace = run({ client: { isn: [100, 50] }, actions: closedByServer, limitMs: 500 });
    expect(figure(trace).slice(-3)).toEqual([
      'client <SEQ=50><CTL=SYN>',
      'server <SEQ=202><ACK=102><CTL=ACK>',
      'client <SEQ=102><CTL=RST>',
    ]);
    expect(states(trace).at(-1)).toBe('server TIME-WAIT -> CLOSED');
  });

  test('a SYN that turns out to be an old duplicate leaves the connection in TIME-WAIT (condition 2)', () => {
    const oldSyn = {
      from: 'client',
      origin: 'copy',
      when: is('client', 'CLOSED'),
      afterMs: 1000,
      flags: ['SYN'],
      seq: { kind: 'fixed', value: 7000 },
      ack: { kind: 'fixed', value: 0 },
      len: 0,
      window: 1000,
      urgent: 0,
      options: {},
    } as const;
    const trace = run({ actions: closedByServer.slice(0, 4), forgeries: [oldSyn] });
    expect(figure(trace).slice(-3)).toEqual([
      'client <SEQ=7000><CTL=SYN> copy',
      'server <SEQ=203><ACK=7001><CTL=SYN,ACK>',
      'client <SEQ=7001><CTL=RST>',
    ]);
    expect(states(trace).slice(-6)).toEqual([
      'server TIME-WAIT -> CLOSED',
      'server CLOSED -> LISTEN',
      'server LISTEN -> SYN-RECEIVED',
      'server SYN-RECEIVED -> LISTEN',
      'server CLOSED -> TIME-WAIT',
      'server TIME-WAIT -> CLOSED',
    ]);
    // The first connection's variables are back, and its 2 MSL end when they would have without that SYN.
    expect(trace.final.server).toMatchObject({ state: 'CLOSED' });
    const [began] = trace.events.filter((e) => e.kind === 'state' && e.to === 'TIME-WAIT');
    expect(trace.endMs).toBe((began?.ms ?? 0) + 240_000);
    expect(trace.events.at(-1)).toMatchObject({ after: { connection: 1, rcvNxt: 102, sndNxt: 202 } });
  });
});

describe('a crash', () => {
  test('of both ends leaves nothing to happen', () => {
    const trace = run({
      actions: [
        listens,
        connects,
        act('client', is('client', 'ESTABLISHED'), { name: 'crash' }),
        act('server', is('server', 'ESTABLISHED'), { name: 'crash' }),
      ],
    });
    expect(trace.ended).toBe('quiet');
    expect(states(trace).filter((change) => change.endsWith('CLOSED'))).toEqual([
      'client ESTABLISHED -> CLOSED',
      'server ESTABLISHED -> CLOSED',
    ]);
  });
});

/** Every event's time, and that what a host does in one instant stands together. */
test('events are in the order of time', () => {
  const trace = run({
    network: {
      delayMs: { min: 0, max: 40 },
      loss: 0.1,
      duplicate: 0.2,
      reorder: 0.3,
      reorderMs: { min: 0, max: 90 },
      mark: 0,
    },
    actions: [listens, connects, act('client', is('client', 'ESTABLISHED'), { name: 'send', bytes: 30_000 })],
  });
  const times = trace.events.map((e: TraceEvent) => e.ms);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test('forged segments reach the end they are meant for and are no segments of the other', () => {
  const forgery: Forgery = {
    from: 'client',
    origin: 'forged',
    when: is('client', 'ESTABLISHED'),
    afterMs: 100,
    flags: ['RST'],
    seq: { kind: 'variable', host: 'server', name: 'rcv.nxt', plus: 0 },
    ack: { kind: 'fixed', value: 0 },
    len: 0,
    window: 0,
    urgent: 0,
    options: {},
  };
  const given: Partial<Scenario> = { actions: [listens, connects], forgeries: [forgery], limitMs: 1000 };
  // A fault that would drop the client's first RST does not touch it.
  const dropped = run({
    ...given,
    faults: [{ from: 'client', match: 'rst', nth: 1, effect: { kind: 'drop' } }],
  } as never);
  expect(states(dropped).at(-1)).toBe('server ESTABLISHED -> CLOSED');
  expect(dropped.segments.at(-1)).toMatchObject({ origin: 'forged', connection: 0, repeats: null, arrivedMs: 130 });
});

test('a segment sent again repeats the one that had its data first, not an ACK that stood at its number', () => {
  // The handshake's ACK and the first data segment, without PSH, have one number and the same flags.
  const trace = run({
    actions: [listens, connects, act('client', is('client', 'ESTABLISHED'), { name: 'send', bytes: 3000 })],
    faults: [{ from: 'client', match: 'data', nth: 1, effect: { kind: 'drop' } }],
  });
  const alike = trace.segments.filter(({ from, seq, flags }) => from === 'client' && seq === 101 && flags.length === 1);
  expect(alike.map(({ len }) => len)).toEqual([0, 1460, 1460]);
  expect(alike.map(({ repeats }) => repeats)).toEqual([null, null, alike[1]?.n]);
});

test('a piece of a segment that goes again with less room repeats the whole one', () => {
  // SACK blocks take 12 bytes of the server's 32: of its lost 32 bytes 20 go again, then the other 12.
  const both = { conventions: { sack: true, quickAcks: 0 }, mss: 32 };
  const trace = run({
    client: both,
    server: both,
    actions: [
      listens,
      connects,
      act('server', is('server', 'ESTABLISHED'), { name: 'send', bytes: 32 }),
      act('client', at(45), { name: 'send', bytes: 32 }),
      act('client', at(46), { name: 'send', bytes: 20 }),
    ],
    faults: [
      { from: 'server', match: 'data', nth: 1, effect: { kind: 'drop' } },
      { from: 'client', match: 'data', nth: 1, effect: { kind: 'delay', ms: 3000 } },
    ],
  });
  const data = trace.segments.filter((s) => s.from === 'server' && s.len > 0);
  expect(data.map(({ seq, len, repeats }) => [seq, len, repeats])).toEqual([
    [201, 32, null],
    [201, 20, data[0]!.n],
    [221, 12, data[0]!.n],
  ]);
});
