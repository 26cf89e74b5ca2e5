import { optionsLength } from '../../src/tcp/segment.ts';
import type { HostName, Trace, TracedSegment } from '../../src/trace/trace.ts';

const ahead = (from: number, to: number) => (to - from) | 0;

/** One connection of a host as its segments tell it. */
interface Told {
  /** The window scale of the last SYN sent and of the last one processed; undefined: none was on it. */
  ownScale: number | undefined;
  peerScale: number | undefined;
  /** The peer's MSS: 536 unless its SYN says otherwise. */
  peerMss: number;
  /** Timestamps stood on both SYNs. */
  ownTimestamps: boolean;
  peerTimestamps: boolean;
  /** The furthest right edge told since the SYNs. */
  edge: number | null;
  tsval: number | null;
  readonly echoable: Set<number>;
}

const fresh = (): Told => ({
  ownScale: undefined,
  peerScale: undefined,
  peerMss: 536,
  ownTimestamps: false,
  peerTimestamps: false,
  edge: null,
  tsval: null,
  echoable: new Set(),
});

/** What RFC 7323 and RFC 9293 §3.7.1 ask of the options and windows that each TCP sends. */
export function optionRules(trace: Trace): string[] {
  const broken: string[] = [];
  const told = new Map<string, Told>();
  const at = (host: HostName, connection: number): Told => {
    const key = `${host}/${connection}`;
    const known = told.get(key) ?? fresh();
    told.set(key, known);
    return known;
  };
  for (const event of trace.events) {
    if (event.kind !== 'send' && event.kind !== 'arrive') continue;
    const segment = trace.segments[event.segment - 1];
    if (segment === undefined) continue;
    if (event.kind === 'arrive') {
      if (event.after !== null)
        taken(at(event.host, event.after.connection), segment, event.notes.includes('syn-accepted'));
    } else if (segment.origin === 'tcp' && segment.connection > 0) {
      const rules = sent(at(event.host, segment.connection), segment);
      broken.push(...rules.map((rule) => `${event.host}: #${segment.n} ${rule}`));
    }
  }
  return broken;
}

function taken(connection: Told, { flags, options }: TracedSegment, synAccepted: boolean): void {
  if (options.timestamps !== undefined) connection.echoable.add(options.timestamps[0]);
  if (!flags.includes('SYN') || !synAccepted) return;
  connection.peerScale = options.windowScale;
  connection.peerMss = options.mss ?? 536;
  connection.peerTimestamps = options.timestamps !== undefined;
  connection.edge = null;
}

function sent(connection: Told, segment: TracedSegment): string[] {
  const { flags, options } = segment;
  const broken: string[] = [];
  const isSyn = flags.includes('SYN');
  const isReset = flags.includes('RST');
  if (isSyn) {
    connection.ownScale = options.windowScale;
    connection.ownTimestamps = options.timestamps !== undefined;
    if (options.mss === undefined) broken.push('is a SYN without MSS');
  } else if (options.mss !== undefined || options.windowScale !== undefined || options.sackPermitted) {
    broken.push('carries an option of SYNs');
  }
  const timestamps = connection.ownTimestamps && connection.peerTimestamps;
  if (!isSyn && !isReset && timestamps !== (options.timestamps !== undefined))
    broken.push('timestamps are not as agreed');
  broken.push(...clockRules(connection, segment));
  const room = Math.max(connection.peerMss, 13);
  if (!isSyn && segment.len + optionsLength(options) > room && segment.len > 1)
    broken.push('exceeds the MSS of the peer');
  if (flags.includes('ACK') && !isReset) broken.push(...edgeRules(connection, segment, isSyn));
  return broken;
}

/** TSval never goes back; TSecr is a TSval that came, or 0 without ACK. */
function clockRules(connection: Told, { flags, options }: TracedSegment): string[] {
  if (options.timestamps === undefined) return [];
  const broken: string[] = [];
  const [tsval, tsecr] = options.timestamps;
  if (connection.tsval !== null && ahead(connection.tsval, tsval) < 0) broken.push('TSval went back');
  connection.tsval = tsval;
  if (flags.includes('ACK') ? !connection.echoable.has(tsecr) : tsecr !== 0) broken.push(`echoes ${tsecr}`);
  return broken;
}

/** The right edge goes back by less than 2^shift (RFC 7323 §2.4). */
function edgeRules(connection: Told, { ack, window }: TracedSegment, isSyn: boolean): string[] {
  const { ownScale, peerScale, edge } = connection;
  const unit = ownScale === undefined || peerScale === undefined ? 1 : 2 ** ownScale;
  const right = (ack + window * (isSyn ? 1 : unit)) >>> 0;
  if (edge === null || ahead(edge, right) > 0) connection.edge = right;
  else if (ahead(edge, right) <= -unit) return [`takes back ${-ahead(edge, right)} bytes of the window`];
  return [];
}
