import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/simulator/simulate.ts';
import type { HostName, Trace, TraceEvent } from '../../src/trace/trace.ts';
import { figure, states } from './short.ts';
import { always, folder, seeds, taught } from './taught.ts';

/* What the lessons say a learner will see has to happen in every run, whatever its seed. */

const indexOf = (trace: Trace, found: (event: TraceEvent) => boolean): number => {
  const index = trace.events.findIndex(found);
  if (index < 0) throw new Error(`not in the run:\n${figure(trace).join('\n')}`);
  return index;
};
const enters = (host: HostName, state: string) => (event: TraceEvent) =>
  event.kind === 'state' && event.host === host && event.to === state;
const notes =
  (host: HostName, ...wanted: string[]) =>
  (event: TraceEvent) =>
    event.kind === 'arrive' &&
    event.host === host &&
    wanted.every((note) => (event.notes as readonly string[]).includes(note));
const path = (trace: Trace, host: HostName) =>
  states(trace)
    .filter((line) => line.startsWith(host))
    .map((line) => line.split(' -> ')[1]);

test('every file can be played and ends', () => {
  for (const file of readdirSync(folder)) {
    const scenario = taught(file.replace('.yaml', ''));
    expect(scenario.name).toBe(file.replace('.yaml', ''));
    for (const seed of seeds.slice(0, 10)) expect(simulate(scenario, seed).endMs).toBeLessThanOrEqual(scenario.limitMs);
  }
});

test('every file can be played under every profile', () => {
  for (const file of readdirSync(folder)) {
    for (const profile of ['linux', 'textbook'] as const) {
      const scenario = { ...taught(file.replace('.yaml', '')), profile };
      for (const seed of seeds.slice(0, 3)) {
        const { endMs, segments, final } = simulate(scenario, seed);
        expect(endMs).toBeLessThanOrEqual(scenario.limitMs);
        expect(segments.length).toBeGreaterThan(1);
        // Old data gets in only where the lesson is that it does.
        if (scenario.name === 'old-duplicate-zero-isn') continue;
        expect(final.server.receivedBytes).toBeLessThanOrEqual(final.client.sentBytes);
        expect(final.client.receivedBytes).toBeLessThanOrEqual(final.server.sentBytes);
      }
    }
  }
});

test('handshake: the seed note, ISN 100 and 200', () => {
  always('handshake', (trace) =>
    expect(figure(trace)).toEqual([
      'client <SEQ=100><CTL=SYN>',
      'server <SEQ=200><ACK=101><CTL=SYN,ACK>',
      'client <SEQ=101><ACK=201><CTL=ACK>',
    ]),
  );
});

test('four-way-close, three-way-close and simultaneous-close go through the states that the lesson names', () => {
  const activeStart = ['SYN-SENT', 'ESTABLISHED', 'FIN-WAIT-1'];
  always('four-way-close', (trace) => {
    expect(path(trace, 'client')).toEqual([...activeStart, 'FIN-WAIT-2', 'TIME-WAIT', 'CLOSED']);
    expect(path(trace, 'server').slice(-3)).toEqual(['CLOSE-WAIT', 'LAST-ACK', 'CLOSED']);
  });
  always('three-way-close', (trace) => {
    expect(path(trace, 'client')).toEqual([...activeStart, 'TIME-WAIT', 'CLOSED']);
    const closing = trace.segments.slice(trace.segments.findIndex((s) => s.flags.includes('FIN')));
    expect(closing.map((s) => s.flags.join())).toEqual(['FIN,ACK', 'FIN,ACK', 'ACK']);
  });
  always('simultaneous-close', (trace) => {
    for (const host of ['client', 'server'] as const) {
      expect(path(trace, host).slice(-4)).toEqual(['FIN-WAIT-1', 'CLOSING', 'TIME-WAIT', 'CLOSED']);
    }
  });
});

test('Q1 half-close: the server sends data after it has taken the FIN, and the client takes it in FIN-WAIT-2', () => {
  always('half-close', (trace) => {
    const finTaken = indexOf(trace, notes('server', 'fin-processed'));
    const after = trace.events.slice(finTaken);
    const data = after.filter((e) => e.kind === 'deliver' && e.host === 'client');
    expect(data.length).toBeGreaterThan(0);
    for (const event of data) expect(event.kind === 'deliver' && event.after?.state).toBe('FIN-WAIT-2');
    expect(trace.final.client.receivedBytes).toBe(trace.final.server.sentBytes);
    expect(path(trace, 'server').slice(-3)).toEqual(['CLOSE-WAIT', 'LAST-ACK', 'CLOSED']);
  });
});

describe('Q2', () => {
  test('fin-overtakes: the ACK stays at the gap, TIME-WAIT begins only when it is filled', () => {
    always('fin-overtakes', (trace) => {
      const held = indexOf(trace, notes('client', 'fin-held'));
      const gap = trace.events[held]!;
      const answer = trace.events.slice(held).find((e) => e.kind === 'send' && e.host === 'client');
      const ack = answer?.kind === 'send' ? trace.segments[answer.segment - 1]! : undefined;
      const late = trace.segments.find((s) => s.from === 'server' && s.len > 0)!;
      expect(gap.kind === 'arrive' && gap.after?.state).toBe('FIN-WAIT-2');
      expect(ack?.ack).toBe(late.seq);
      const filled = indexOf(trace, (e) => e.kind === 'arrive' && e.segment === late.n);
      const timeWait = indexOf(trace, enters('client', 'TIME-WAIT'));
      expect(timeWait).toBeGreaterThan(filled);
      expect(trace.events[timeWait]!.ms).toBe(trace.events[filled]!.ms);
    });
  });

  test('lost-last-ack: the FIN comes again, is acknowledged again, and the 2 MSL begin anew', () => {
    always('lost-last-ack', (trace) => {
      const restarted = trace.events[indexOf(trace, notes('client', 'time-wait-restarted'))]!;
      const first = trace.events[indexOf(trace, enters('client', 'TIME-WAIT'))]!;
      const over = trace.events[indexOf(trace, (e) => e.kind === 'timer' && e.timer === 'time-wait')]!;
      expect(restarted.ms).toBeGreaterThan(first.ms);
      expect(over.ms - restarted.ms).toBe(240_000);
      expect(trace.final.server.state).toBe('CLOSED');
    });
  });
});

describe('Q3', () => {
  test('with ISN 0 an old duplicate is taken for data of the new connection', () => {
    always('old-duplicate-zero-isn', (trace) => {
      const copy = trace.segments.find((s) => s.origin === 'copy')!;
      const taken = trace.events.find((e) => e.kind === 'arrive' && e.segment === copy.n);
      expect(taken?.kind === 'arrive' && taken.notes).toContain('in-order');
      expect(taken?.kind === 'arrive' && taken.after?.connection).toBe(2);
      expect(trace.final.server.receivedBytes).toBe(2 * trace.final.client.sentBytes);
    });
  });

  test("with RFC 6528's ISNs it lies outside the window, is answered with an ACK and dropped", () => {
    always('old-duplicate-rfc6528', (trace) => {
      const copy = trace.segments.find((s) => s.origin === 'copy')!;
      const index = indexOf(trace, (e) => e.kind === 'arrive' && e.segment === copy.n);
      const refused = trace.events[index]!;
      expect(refused.kind === 'arrive' && refused.notes).toEqual(['old-duplicate']);
      expect(trace.events[index + 1]?.kind).toBe('send');
      expect(trace.final.server.receivedBytes).toBe(trace.final.client.sentBytes);
    });
  });

  test('blind-attack: two guesses miss, one in the window is challenged, the exact number resets', () => {
    let missed = 0;
    always('blind-attack', (trace) => {
      const arrivals = trace.events.filter(
        (e) => e.kind === 'arrive' && trace.segments[e.segment - 1]!.origin === 'forged',
      );
      const said = arrivals.map((e) => (e.kind === 'arrive' ? e.notes.at(-1) : ''));
      // A random number falls into the window once in 65,536 tries.
      if (said[0] === 'rst-ignored' && said[1] === 'unacceptable') missed += 1;
      expect(said.slice(2)).toEqual(['challenge-ack', 'reset']);
    });
    expect(missed).toBeGreaterThan(0);
  });
});

test('lost-segment: duplicate ACKs at the gap, then one ACK for everything', () => {
  always('lost-segment', (trace) => {
    const lost = trace.segments.find((s) => s.fate === 'lost')!;
    const again = trace.segments.find((s) => s.repeats === lost.n)!;
    expect([again.seq, again.len]).toEqual([lost.seq, lost.len]);
    const acks = trace.segments.filter((s) => s.from === 'server' && s.n > lost.n && s.n < again.n).map((s) => s.ack);
    expect(new Set(acks)).toEqual(new Set([lost.seq]));
    const next = trace.segments.find((s) => s.from === 'server' && s.n > again.n)!;
    expect((next.ack - lost.seq) >>> 0).toBeGreaterThan(lost.len);
  });
});

test('wraparound: the numbers pass through 0 and every byte arrives', () => {
  always('wraparound', (trace) => {
    const data = trace.segments.filter((s) => s.from === 'client' && s.len > 0);
    expect(data[0]!.seq).toBeGreaterThan(4_000_000_000);
    expect(data.at(-1)!.seq).toBeLessThan(10_000);
    expect(trace.final.server.receivedBytes).toBe(4800);
  });
});

test('lost-syn, closed-port, half-open, old-duplicate-syn and simultaneous-open end as described', () => {
  always('lost-syn', (trace) =>
    expect(trace.final).toMatchObject({ client: { state: 'ESTABLISHED' }, server: { state: 'ESTABLISHED' } }),
  );
  always('closed-port', (trace) => {
    const [syn, rst] = trace.segments;
    expect([rst!.flags.join(), rst!.seq, rst!.ack]).toEqual(['RST,ACK', 0, (syn!.seq + 1) >>> 0]);
    expect(trace.final.client.state).toBe('CLOSED');
  });
  always('half-open', (trace) =>
    expect(trace.final).toMatchObject({ client: { state: 'ESTABLISHED' }, server: { state: 'ESTABLISHED' } }),
  );
  always('old-duplicate-syn', (trace) => expect(states(trace)).toContain('server SYN-RECEIVED -> LISTEN'));
  always('simultaneous-open', (trace) =>
    expect(path(trace, 'server')).toEqual(['SYN-SENT', 'SYN-RECEIVED', 'ESTABLISHED']),
  );
});
