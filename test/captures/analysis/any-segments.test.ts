import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConversationTable } from '../../../src/captures/analysis/conversation-table.ts';
import type { FindingKind } from '../../../src/captures/analysis/segment-analysis.ts';
import type { CapturedSegment } from '../../../src/captures/packet/captured-segment.ts';
import type { Ecn } from '../../../src/tcp/segment.ts';
import type { State } from '../../../src/tcp/state.ts';
import { HOST_NAMES } from '../../../src/trace/trace.ts';
import { flowOf } from './segments.ts';

const A = '192.0.2.1:40000';
const B = '192.0.2.2:80';
const C = '[2001:db8::1]:80'.replace(/[[\]]/g, '');
const FLOWS = [flowOf(A, B), flowOf(B, A), flowOf(A, B), flowOf(B, A), flowOf(A, A), flowOf(C, '2001:db8::2:81')];

/** Numbers close to each other, also across the wrap, so that segments meet. */
const number = fc.oneof(
  fc.integer({ min: 0, max: 6 }).map((n) => (0xffff_fffd + n) >>> 0),
  fc.integer({ min: 0, max: 0xffff_ffff }),
);
const range = fc.tuple(number, number);

const segment = fc.record({
  step: fc.oneof(fc.constant(0), fc.double({ min: -5, max: 4000, noNaN: true })),
  flow: fc.constantFrom(...FLOWS),
  seq: number,
  ack: number,
  flags: fc.oneof(fc.constantFrom(2, 18, 16, 16, 16, 24, 17, 4, 20), fc.integer({ min: 0, max: 255 })),
  window: fc.constantFrom(0, 1, 5, 65_535),
  urgent: fc.constant(0),
  ecn: fc.constant<Ecn>(0),
  options: fc.record(
    {
      mss: fc.integer({ min: 0, max: 65_535 }),
      windowScale: fc.integer({ min: 0, max: 255 }),
      sackPermitted: fc.constant(true as const),
      sack: fc.array(range, { minLength: 1, maxLength: 4 }),
      timestamps: range,
    },
    { requiredKeys: [] },
  ),
  len: fc.constantFrom(0, 0, 1, 2, 3, 1460, 65_495),
  identification: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 5 })),
  checksum: fc.constantFrom('good' as const, 'bad' as const, 'offloaded' as const, 'unverified' as const),
  fragments: fc.constantFrom(1, 1, 1, 3),
  cut: fc.boolean(),
  optionsCut: fc.boolean(),
  header: fc.constant(null),
});

function captured(
  drawn: readonly (Omit<CapturedSegment, 'frame' | 'ms'> & { readonly step: number })[],
): CapturedSegment[] {
  let ms = 0;
  return drawn.map(({ step, ...rest }, i) => {
    ms += step;
    return { ...rest, frame: i + 1, ms: i === 0 ? 0 : ms };
  });
}

/** What may follow a state within one conversation, one step or several (RFC 9293 Figure 5), null left out. */
const MAY_FOLLOW: Readonly<Record<State, readonly State[]>> = {
  CLOSED: [],
  LISTEN: ['SYN-RECEIVED', 'CLOSED'],
  'SYN-SENT': ['SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1', 'CLOSE-WAIT', 'LAST-ACK', 'CLOSED'],
  'SYN-RECEIVED': [
    'LISTEN',
    'ESTABLISHED',
    'FIN-WAIT-1',
    'FIN-WAIT-2',
    'CLOSING',
    'TIME-WAIT',
    'CLOSE-WAIT',
    'LAST-ACK',
    'CLOSED',
  ],
  ESTABLISHED: ['FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSING', 'TIME-WAIT', 'CLOSE-WAIT', 'LAST-ACK', 'CLOSED'],
  'FIN-WAIT-1': ['FIN-WAIT-2', 'CLOSING', 'TIME-WAIT', 'CLOSED'],
  'FIN-WAIT-2': ['TIME-WAIT', 'CLOSED'],
  'CLOSE-WAIT': ['LAST-ACK', 'CLOSED'],
  CLOSING: ['TIME-WAIT', 'CLOSED'],
  'LAST-ACK': ['CLOSED'],
  'TIME-WAIT': ['CLOSED'],
};

test('any segments in any order are analysed, and the summaries add up', () => {
  fc.assert(
    fc.property(
      fc.array(segment, { maxLength: 60 }),
      fc.constantFrom(
        {},
        { vantage: 'client' as const },
        { vantage: 'server' as const },
        { mostFollowed: 1, mostSummaries: 3 },
      ),
      (drawn, options) => {
        const table = new ConversationTable(options);
        const counts = new Map<string, number>();
        let highest = 0;
        for (const one of captured(drawn)) {
          const { conversation, from, analysis } = table.add(one);
          highest = Math.max(highest, conversation);
          expect(analysis.inFlight ?? 0).toBeGreaterThanOrEqual(0);
          expect(analysis.rtt?.ms ?? 0).toBeGreaterThanOrEqual(0);
          expect(analysis.rtt?.of ?? 0).toBeLessThan(one.frame);
          for (const kind of [...analysis.findings.map((finding) => finding.kind), 'segments', 'bytes'] as const) {
            const key = `${conversation} ${from} ${kind}`;
            counts.set(key, (counts.get(key) ?? 0) + (kind === 'bytes' ? one.len : 1));
          }
        }
        const summaries = table.summaries();
        expect(summaries.length + table.forgotten).toBe(highest);
        for (const { number: n, sides } of summaries) {
          for (const host of HOST_NAMES) {
            const { segments, bytes, findings } = sides[host];
            expect(segments).toBe(counts.get(`${n} ${host} segments`) ?? 0);
            expect(bytes).toBe(counts.get(`${n} ${host} bytes`) ?? 0);
            for (const [kind, count] of Object.entries(findings) as [FindingKind, number][])
              expect(count, kind).toBe(counts.get(`${n} ${host} ${kind}`));
          }
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('no state goes back in a conversation', () => {
  fc.assert(
    fc.property(
      fc.array(segment, { maxLength: 40 }),
      fc.constantFrom('client' as const, 'server' as const),
      (drawn, vantage) => {
        const table = new ConversationTable({ vantage });
        const last = new Map<string, State>();
        for (const one of captured(drawn)) {
          const { conversation, analysis } = table.add(one);
          for (const host of HOST_NAMES) {
            const now = analysis.states[host];
            const key = `${conversation} ${host}`;
            const before = last.get(key);
            if (now === null) continue;
            if (before !== undefined && before !== now)
              expect(MAY_FOLLOW[before], `${before} -> ${now}`).toContain(now);
            last.set(key, now);
          }
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('nothing of a conversation stays behind for one that comes after it', () => {
  const pair = (one: string, other: string) =>
    fc.array(
      segment.map((drawn) => ({ ...drawn, flow: drawn.flags & 1 ? flowOf(one, other) : flowOf(other, one) })),
      { minLength: 1, maxLength: 30 },
    );
  fc.assert(
    fc.property(
      pair('192.0.2.5:1025', '192.0.2.6:80'),
      pair('192.0.2.7:1026', '192.0.2.8:80'),
      fc.constantFrom({}, { vantage: 'client' as const }),
      (earlier, later, options) => {
        const one = { ...options, mostFollowed: 1 };
        const table = new ConversationTable(one);
        const between = { ...(earlier[0] as (typeof earlier)[number]), flow: flowOf(A, B) };
        // Each of another pair ends what was followed before, and what that took is used again from then on.
        for (const segment of captured([...earlier, between])) table.add(segment);
        const before = table.summaries().length;
        const fresh = new ConversationTable(one);
        for (const segment of captured(later)) {
          const { conversation, ...found } = fresh.add(segment);
          expect(table.add(segment)).toEqual({ conversation: before + conversation, ...found });
        }
        const renumbered = fresh.summaries().map((summary) => ({ ...summary, number: before + summary.number }));
        expect(table.summaries().slice(before)).toEqual(renumbered);
      },
    ),
    { numRuns: 1000 },
  );
});

test('nor does the round trip of an earlier handshake put off what counts as a timeout', () => {
  const table = new ConversationTable({ mostFollowed: 1 });
  let frame = 0;
  const add = (from: string, to: string, ms: number, flags: number, seq: number, ack: number, len = 0) =>
    table.add({
      ...(fc.sample(segment, { numRuns: 1, seed: 1 })[0] as Omit<CapturedSegment, 'frame' | 'ms'>),
      ...{ flow: flowOf(from, to), ms, flags, seq, ack, len, frame: ++frame },
      ...{ options: {}, identification: null, window: 65_535, fragments: 1, optionsCut: false, cut: false },
      checksum: 'good',
    });
  const ends = (n: number) => [`192.0.2.${n}:${40_000 + n}`, '192.0.2.200:80'] as const;
  const transfer = (n: number, ms: number) => {
    const [client, server] = ends(n);
    add(client, server, ms, 24, 1000, 500, 10);
    add(server, client, ms + 1, 16, 500, 1010);
    add(client, server, ms + 2, 24, 1010, 500, 10);
    return add(client, server, ms + 252, 24, 1010, 500, 10).analysis.findings;
  };
  const [client, server] = ends(1);
  add(client, server, 0, 2, 999, 0);
  add(server, client, 300, 18, 499, 1000);
  add(client, server, 400, 16, 1000, 500);
  // The slow path of this one is known, so that 250 ms are too short.
  expect(transfer(1, 401)).toEqual([expect.objectContaining({ kind: 'retransmission', cause: 'unknown' })]);
  add(...ends(2), 1000, 2, 1, 0);
  expect(transfer(3, 2000)).toEqual([expect.objectContaining({ kind: 'retransmission', cause: 'timeout' })]);
});

test('a summary stays the same object until a segment of its conversation comes', () => {
  const table = new ConversationTable();
  const [syn, other] = [flowOf(A, B), flowOf('192.0.2.7:1026', B)].map((flow, i) => ({
    ...(fc.sample(segment, { numRuns: 1, seed: 1 })[0] as Omit<CapturedSegment, 'frame' | 'ms'>),
    flow,
    flags: 2,
    frame: i + 1,
    ms: i,
  })) as [CapturedSegment, CapturedSegment];
  table.add(syn);
  table.add(other);
  const [first, second] = table.summaries();
  table.add({ ...other, frame: 3, ms: 3 });
  const [stillFirst, secondAnew] = table.summaries();
  expect(stillFirst).toBe(first);
  expect(secondAnew).not.toBe(second);
  expect(secondAnew?.sides.client.segments).toBe(2);
});
