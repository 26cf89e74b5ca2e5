import type { HostName, Note, Trace, TracedSegment, TraceEvent } from '../../src/trace/trace.ts';

/** What one connection of a host knows of ECN, as its segments and notes tell it. */
interface Told {
  /** Of its last SYN sent, and of the one that it processed. */
  offered: boolean;
  agreed: boolean;
  /** Whether ACKs carry ECE; null where the trace leaves it open. */
  echoing: boolean | null;
  /** The next new data carries CWR: it has to, may, or must not. */
  cwr: 'has to' | 'may' | 'must not';
}

/** What RFC 3168 §6.1 asks of the ECN bits of each segment, in both headers, from the trace alone. Lists what breaks a rule. */
export function ecnRules(trace: Trace): string[] {
  const broken: string[] = [];
  const told = new Map<string, Told>();
  const at = (host: HostName, connection: number): Told => {
    const key = `${host}/${connection}`;
    const known = told.get(key) ?? { offered: false, agreed: false, echoing: false, cwr: 'must not' };
    told.set(key, known);
    return known;
  };
  for (const event of trace.events) {
    if (event.kind === 'timer' && event.after !== null && event.timer === 'retransmission') {
      const connection = at(event.host, event.after.connection);
      if (connection.cwr === 'must not') connection.cwr = 'may';
    }
    if (event.kind !== 'send' && event.kind !== 'arrive') continue;
    const segment = trace.segments[event.segment - 1];
    if (segment === undefined) continue;
    if (event.kind === 'arrive') {
      if (event.after !== null) taken(at(event.host, event.after.connection), segment, event);
    } else if (segment.origin === 'tcp' && segment.connection > 0) {
      const rules = sent(at(event.host, segment.connection), segment);
      broken.push(...rules.map((rule) => `${event.host}: #${segment.n} ${rule}`));
    }
  }
  return broken;
}

/** A segment of which one of these is told was not taken; of the second kind it may have been in part. */
const REFUSED: ReadonlySet<Note> = new Set([
  'unacceptable',
  'old-duplicate',
  'paws-rejected',
  'timestamp-missing',
  'window-probe-refused',
]);
const DOUBTFUL: ReadonlySet<Note> = new Set(['challenge-ack', 'rst-ignored', 'rst-sent', 'ack-of-unsent']);

function taken(connection: Told, { flags }: TracedSegment, event: TraceEvent & { kind: 'arrive' }): void {
  const { notes, after } = event;
  if (flags.includes('SYN') && notes.includes('syn-accepted')) {
    const both = flags.includes('ECE') && flags.includes('CWR');
    connection.agreed = flags.includes('ACK') ? flags.includes('ECE') && !flags.includes('CWR') : both;
    connection.echoing = false;
    connection.cwr = 'must not';
    return;
  }
  if (notes.includes('congestion-marked')) connection.echoing = true;
  else if (flags.includes('CWR') && !flags.includes('SYN')) {
    if (notes.some((note) => DOUBTFUL.has(note))) connection.echoing = null;
    else if (!notes.some((note) => REFUSED.has(note))) connection.echoing = false;
  }
  if (notes.includes('congestion-echoed')) connection.cwr = 'has to';
  else if (connection.cwr === 'must not' && after !== null && after.recovery !== 'none') connection.cwr = 'may';
}

function sent(connection: Told, { flags, ecn, len, repeats }: TracedSegment): string[] {
  const broken: string[] = [];
  const has = (flag: 'SYN' | 'ACK' | 'RST' | 'ECE' | 'CWR') => flags.includes(flag);
  if (has('SYN')) {
    // Both bits offer it, ECE alone on a SYN,ACK agrees to it (§6.1.1).
    connection.offered = has('ACK') ? has('ECE') : has('ECE') && has('CWR');
    if (has('ACK') ? has('CWR') : has('ECE') !== has('CWR')) broken.push('has the ECN bits of no SYN');
    if (ecn !== 0) broken.push('is a SYN that is ECN-capable');
    return broken;
  }
  const inUse = connection.offered && connection.agreed;
  if (has('RST')) return has('ECE') || has('CWR') || ecn !== 0 ? ['is a RST with ECN bits'] : [];
  if (!inUse) return has('ECE') || has('CWR') || ecn !== 0 ? ['has ECN bits where ECN is not in use'] : [];
  if (ecn !== 0 && (len === 0 || repeats !== null)) broken.push('is ECN-capable, but no new data (§6.1.4, §6.1.5)');
  if (connection.echoing !== null && connection.echoing !== has('ECE'))
    broken.push(has('ECE') ? 'echoes no mark' : 'echoes no longer, though no CWR came (§6.1.3)');
  if (has('CWR') && ecn === 0) broken.push('has CWR, but is no new data');
  if (has('CWR') && connection.cwr === 'must not') broken.push('has CWR, though cwnd was not lowered');
  if (!has('CWR') && ecn !== 0 && connection.cwr === 'has to')
    broken.push('has no CWR, though cwnd was lowered (§6.1.2)');
  if (has('CWR')) connection.cwr = 'must not';
  return broken;
}
