import type { Flag } from '../../src/tcp/segment.ts';
import type { HostName, Trace, TracedSegment } from '../../src/trace/trace.ts';

/*
 * TCP reckoned a second time from the list of segments alone: no snapshot, no event, no code of the engine. Numbers are
 * BigInt counted from an ISN, so that even the wraparound is done another way.
 */

const SPACE = 1n << 32n;

const ascending = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

const other = (host: HostName): HostName => (host === 'client' ? 'server' : 'client');

const takes = (segment: TracedSegment): bigint =>
  BigInt(segment.len) + (segment.flags.includes('SYN') ? 1n : 0n) + (segment.flags.includes('FIN') ? 1n : 0n);

/** The ISN of a host, from its first SYN. */
export function isnOf(trace: Trace, host: HostName): bigint {
  const syn = trace.segments.find((segment) => segment.from === host && segment.flags.includes('SYN'));
  if (syn === undefined) throw new Error(`${host} sent no SYN`);
  return BigInt(syn.seq);
}

/** How far a number lies beyond an ISN. */
export function beyond(isn: bigint, value: number): bigint {
  return (BigInt(value) - isn + SPACE) % SPACE;
}

export function absolute(isn: bigint, offset: bigint): number {
  return Number((isn + offset) % SPACE);
}

/** The seq segment n has to carry: that of what it repeats, else one past all its host numbered before. */
export function expectedSeq(trace: Trace, n: number): number {
  const segment = trace.segments[n - 1]!;
  const isn = isnOf(trace, segment.from);
  const before = trace.segments.filter((s) => s.from === segment.from && s.n < n);
  const twin =
    takes(segment) > 0n ? before.find((s) => s.seq === segment.seq && takes(s) === takes(segment)) : undefined;
  if (twin !== undefined) return twin.seq;
  const ends = before.map((s) => beyond(isn, s.seq) + takes(s)).sort(ascending);
  return absolute(isn, ends.at(-1) ?? 0n);
}

/** Offsets from the peer's ISN that a host has received without a gap by a time, and what of that is data. */
export function received(trace: Trace, host: HostName, byMs: number): { readonly end: bigint; readonly data: bigint } {
  const isn = isnOf(trace, other(host));
  const got = trace.segments
    .filter((s) => s.from !== host && s.arrivedMs !== null && s.arrivedMs <= byMs && takes(s) > 0n)
    .map((s) => ({ start: beyond(isn, s.seq), end: beyond(isn, s.seq) + takes(s), control: takes(s) - BigInt(s.len) }))
    .sort((a, b) => ascending(a.start, b.start));
  let end = 0n;
  let control = 0n;
  for (const piece of got) {
    if (piece.start > end) break;
    if (piece.end <= end) continue;
    end = piece.end;
    control += piece.control;
  }
  return { end, data: end - control };
}

/** The ack segment n has to carry: the first number its host has not received when it sends. */
export function expectedAck(trace: Trace, n: number): number {
  const segment = trace.segments[n - 1]!;
  return absolute(isnOf(trace, other(segment.from)), received(trace, segment.from, segment.sentMs).end);
}

/** The flags of a segment of a handshake: SYN until the own SYN has been acknowledged, ACK once anything has arrived. */
export function expectedHandshakeFlags(trace: Trace, n: number): readonly Flag[] {
  const segment = trace.segments[n - 1]!;
  const arrived = trace.segments.filter(
    (s) => s.from !== segment.from && s.arrivedMs !== null && s.arrivedMs <= segment.sentMs,
  );
  const isn = BigInt(segment.from === 'client' || arrived.length > 0 ? isnOf(trace, segment.from) : 0);
  const synAcked = arrived.some((s) => s.flags.includes('ACK') && beyond(isn, s.ack) >= 1n);
  return [...(synAcked ? [] : (['SYN'] as const)), ...(arrived.length > 0 ? (['ACK'] as const) : [])];
}

/** The data length of segment n, from where the same host's next new segment starts. */
export function expectedLength(trace: Trace, n: number): number {
  const segment = trace.segments[n - 1]!;
  const isn = isnOf(trace, segment.from);
  const start = beyond(isn, segment.seq);
  const [next] = trace.segments
    .filter((s) => s.from === segment.from && takes(s) > 0n && beyond(isn, s.seq) > start)
    .map((s) => beyond(isn, s.seq))
    .sort(ascending);
  if (next === undefined) throw new Error(`nothing follows segment ${n}`);
  return Number(next - start);
}

/** What place-bound numbers must be; null for another kind of field. */
export function expectedAt(trace: Trace, place: { segment: number; part: string } | null): number | null {
  if (place?.part === 'seq') return expectedSeq(trace, place.segment);
  if (place?.part === 'ack') return expectedAck(trace, place.segment);
  if (place?.part === 'len') return expectedLength(trace, place.segment);
  return null;
}
