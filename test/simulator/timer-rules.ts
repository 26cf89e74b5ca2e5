import { conventionsFor } from '../../src/simulator/resolve.ts';
import type { Scenario } from '../../src/simulator/scenario.ts';
import type { Conventions } from '../../src/tcp/conventions.ts';
import type { HostName, Snapshot, Trace, TracedSegment } from '../../src/trace/trace.ts';
import { distance, type Instant, instantsOf } from './instants.ts';

/** RFC 6298 checked at each instant of a run from the trace alone. Lists what breaks a rule. */
export function timerRules(scenario: Scenario, trace: Trace, host: HostName): string[] {
  const conventions = conventionsFor(scenario, scenario[host]);
  const out: string[] = [];
  let sent: TracedSegment[] = [];
  for (const instant of instantsOf(trace, host)) {
    const { before, after, cause } = instant;
    const say = (text: string) => out.push(`${host} at ${cause.ms} ms, ${cause.kind}: ${text}`);
    running(instant, say);
    if (cause.kind === 'arrive') {
      const usesTimestamps = trace.segments[cause.segment - 1]?.options.timestamps !== undefined;
      const covered = sent.filter((s) => s.connection === before.connection && isCovered(s, before, after));
      if (!usesTimestamps) measured(instant, covered, conventions, say);
      else if (after.srttMs !== before.srttMs) computed(after, conventions, say);
      restarted(instant, conventions, say);
    }
    if (cause.kind === 'timer' && cause.timer === 'retransmission') backedOff(instant, conventions, say);
    sent.push(...instant.sent.filter(({ len, flags }) => len > 0 || flags.includes('FIN')));
    if (sent.length > 400) sent = sent.filter((s) => s.connection === after.connection && !isAcked(s, after));
  }
  return out;
}

type Say = (text: string) => void;

const expiry = ({ timers }: Snapshot) => timers.find(({ name }) => name === 'retransmission')?.expiresMs ?? null;

/** (5.1), (5.2): the timer runs exactly as long as something is outstanding. */
function running({ after }: Instant, say: Say): void {
  const outstanding = after.sndUna !== after.sndNxt;
  if (outstanding !== (expiry(after) !== null)) say(outstanding ? 'no retransmission timer' : 'a timer for nothing');
}

/** (5.3): an ACK of new data restarts it with the RTO of then; fast recovery by its own rule (RFC 6582 §3.2). */
function restarted({ cause, before, after }: Instant, conventions: Conventions, say: Say): void {
  const acked = before.sndUna !== after.sndUna;
  const at = expiry(after);
  if (at === null || expiry(before) === null) return;
  if (acked && (after.recovery !== 'fast' || conventions.partialAckTimer === 'every')) {
    if (at !== cause.ms + after.rtoMs) say(`the timer is at ${at}, not ${cause.ms + after.rtoMs}`);
  } else if (!acked && before.sndWnd !== 0 && at !== expiry(before))
    say('the timer moved without new data acknowledged');
}

/** (2.2) to (2.5), and §3 (Karn). `covered`: what the ACK covers of all that was sent, each time it was sent. */
function measured(
  { cause, before, after }: Instant,
  covered: readonly TracedSegment[],
  conventions: Conventions,
  say: Say,
): void {
  const [first] = covered;
  const repeated = covered.some((a, i) => covered.some((b, k) => i !== k && overlap(a, b)));
  if (first === undefined || repeated) {
    if (after.srttMs !== before.srttMs) say('measured a round trip of what was sent twice (Karn)');
    return;
  }
  const r = cause.ms - first.sentMs;
  const { srttMs, rttvarMs } = before;
  const rttvar = srttMs === null || rttvarMs === null ? r / 2 : 0.75 * rttvarMs + 0.25 * Math.abs(srttMs - r);
  const srtt = srttMs === null ? r : 0.875 * srttMs + 0.125 * r;
  // A picosecond is nothing: a variance that dies away may be rounded to zero before it is a subnormal number.
  const differs = (is: number | null, wanted: number) => is === null || Math.abs(is - wanted) > 1e-9;
  if (differs(after.srttMs, srtt) || differs(after.rttvarMs, rttvar))
    say(`SRTT ${after.srttMs}, RTTVAR ${after.rttvarMs}: not ${srtt}, ${rttvar}`);
  computed(after, conventions, say);
}

function computed(after: Snapshot, conventions: Conventions, say: Say): void {
  const { clockGranularityMs, minimumRtoMs, maximumRtoMs, minimumRtoOf } = conventions;
  if (after.srttMs === null || after.rttvarMs === null) return;
  const variance = Math.max(clockGranularityMs, 4 * after.rttvarMs);
  const rto =
    minimumRtoOf === 'rto'
      ? Math.max(minimumRtoMs, after.srttMs + variance)
      : after.srttMs + Math.max(minimumRtoMs, variance);
  if (after.rtoMs !== Math.min(maximumRtoMs, rto)) say(`RTO ${after.rtoMs} is not ${Math.min(maximumRtoMs, rto)}`);
}

/** (5.5), (5.6): twice as long after each expiry, never above the maximum. */
function backedOff({ cause, before, after }: Instant, { maximumRtoMs }: Conventions, say: Say): void {
  if (after.rtoMs !== Math.min(maximumRtoMs, 2 * before.rtoMs))
    say(`RTO ${before.rtoMs} -> ${after.rtoMs} at its expiry`);
  if (expiry(after) !== cause.ms + after.rtoMs) say('the timer was not started with the doubled RTO');
}

const endOf = ({ seq, len, flags }: TracedSegment) => seq + len + (flags.includes('FIN') ? 1 : 0);

function isAcked(segment: TracedSegment, { sndUna }: Snapshot): boolean {
  return distance(endOf(segment), sndUna) < 2 ** 31;
}

/** The ACK acknowledges octets of the segment for the first time. */
function isCovered(segment: TracedSegment, before: Snapshot, after: Snapshot): boolean {
  const isNew = (seq: number) => distance(before.sndUna, seq) < distance(before.sndUna, after.sndUna);
  // The ACK of a piece that went again may take numbers out of the middle of the segment.
  const fromWithin =
    distance(segment.seq, before.sndUna) < endOf(segment) - segment.seq && before.sndUna !== after.sndUna;
  return isNew(segment.seq) || isNew(endOf(segment) - 1) || fromWithin;
}

function overlap(a: TracedSegment, b: TracedSegment): boolean {
  return distance(a.seq, b.seq) < endOf(a) - a.seq || distance(b.seq, a.seq) < endOf(b) - b.seq;
}
