import { conventionsFor } from '../../src/simulator/resolve.ts';
import type { Scenario } from '../../src/simulator/scenario.ts';
import type { Conventions } from '../../src/tcp/conventions.ts';
import type { HostName, Trace, TracedSegment } from '../../src/trace/trace.ts';
import { distance, type Instant, instantsOf } from './instants.ts';

/**
 * What RFC 5681, 6582, 6675, 9438 and 3168 say of cwnd and ssthresh, checked at each instant of a run from the trace
 * alone. Lists what breaks a rule.
 */
export function congestionRules(scenario: Scenario, trace: Trace, host: HostName): string[] {
  const conventions = conventionsFor(scenario, scenario[host]);
  const out: string[] = [];
  // New data is ECN-capable wherever ECN is in use.
  const marked = new Set(trace.segments.filter((s) => s.from === host && s.ecn !== 0).map((s) => s.connection));
  let connection = 0;
  let edge: Edge = null;
  for (const instant of instantsOf(trace, host)) {
    const { after, before, cause } = instant;
    if (connection !== after.connection) edge = null;
    connection = after.connection;
    const say = (text: string) =>
      out.push(
        `${host} at ${cause.ms} ms, ${cause.kind}: ${text} (cwnd ${before.cwnd} -> ${after.cwnd}, ssthresh ${before.ssthresh} -> ${after.ssthresh}, ${before.recovery} -> ${after.recovery})`,
      );
    floor(instant, say);
    const arrived = cause.kind === 'arrive' ? trace.segments[cause.segment - 1] : undefined;
    const echo = echoOf(instant, arrived, marked.has(connection), edge, say);
    if (cause.kind === 'arrive') onArrival(instant, conventions, echo, say);
    if (cause.kind === 'timer') onTimer(instant, conventions, say);
    flightFits(instant, conventions, say);
    if (marked.has(connection) && lowers(instant, conventions, echo)) edge = before.sndNxt;
  }
  return out;
}

type Say = (text: string) => void;

/** Up to where data was sent when a connection with ECN last lowered cwnd; null: it never did. */
type Edge = number | null;

/** What ECN has to do with an arrival (RFC 3168 §6.1.2). */
interface Echo {
  readonly present: boolean;
  /** It lowers cwnd. */
  readonly answered: boolean;
  /** cwnd is lowered already for the window of data that SND.UNA lies in, by this arrival perhaps. */
  readonly lowered: boolean;
}

const NO_ECHO: Echo = { present: false, answered: false, lowered: false };

/** An echo lowers cwnd, once for a window of data. */
function echoOf(
  { cause, before, after }: Instant,
  arrived: TracedSegment | undefined,
  inUse: boolean,
  edge: Edge,
  say: Say,
): Echo {
  if (cause.kind !== 'arrive' || arrived === undefined) return NO_ECHO;
  const answered = cause.notes.includes('congestion-echoed');
  const present = arrived.flags.includes('ECE') && !arrived.flags.includes('SYN');
  if (answered && !(present && inUse)) say('lowered for no echo');
  const again = edge !== null && !isBeyond(arrived.ack, edge);
  if (answered && again) say('lowered twice for a window of data');
  const due = present && inUse && before.recovery === 'none' && cause.notes.includes('ack-advanced');
  if (due && !again && !answered) say('did not answer an echo');
  return { present, answered, lowered: answered || (inUse && edge !== null && isBeyond(edge, after.sndUna)) };
}

function isBeyond(seq: number, edge: number): boolean {
  return seq !== edge && distance(edge, seq) < 2 ** 31;
}

/** The ACK that ends one recovery may SACK enough to begin the next. */
function entersRecovery({ before, after }: Instant): boolean {
  const acked = distance(before.sndUna, after.sndUna);
  const anew = acked > 0 && after.recovery === 'sack' && after.ssthresh !== before.ssthresh;
  return after.recovery !== 'none' && (before.recovery !== after.recovery || anew);
}

/** cwnd was lowered: for an echo, for a loss found by duplicates, or by a timeout. */
function lowers(instant: Instant, { sack, lossRecovery }: Conventions, echo: Echo): boolean {
  const { cause, after, before } = instant;
  if (cause.kind === 'timer') return cause.timer === 'retransmission' && before.sndWnd > 0;
  if (cause.kind !== 'arrive') return false;
  const tahoe = lossRecovery === 'tahoe' && after.recovery === 'timeout' && !sack;
  return echo.answered || (entersRecovery(instant) && (tahoe || !echo.lowered));
}

/** cwnd is never below one segment, ssthresh never below two. */
function floor({ after }: Instant, say: Say): void {
  if (after.cwnd < after.smss) say('cwnd is below one SMSS');
  if (after.ssthresh < 2 * after.smss) say('ssthresh is below two SMSS');
}

function onArrival(instant: Instant, conventions: Conventions, echo: Echo, say: Say): void {
  const { before, after, sent } = instant;
  const acked = distance(before.sndUna, after.sndUna);
  if (before.recovery === 'none' && after.recovery === 'none') {
    grows(before, after, acked, conventions, echo, say);
    return;
  }
  if (!entersRecovery(instant)) {
    // In fast recovery cwnd breathes; in the two others it stands (SACK) or starts slowly again.
    if (before.recovery === 'sack' && after.recovery === 'sack' && after.cwnd !== before.cwnd) say('moved in recovery');
    if (before.recovery === 'fast' && after.recovery === 'none' && after.cwnd > before.ssthresh)
      say('left above ssthresh');
    if (after.ssthresh !== before.ssthresh) say('ssthresh moved without a new loss');
    return;
  }
  const [least, most] = loweredFor(instant, conventions, echo);
  if (after.ssthresh < least || after.ssthresh > most) say(`ssthresh is not in ${least}..${most}`);
  const [hole] = sent;
  if (hole === undefined || hole.seq !== after.sndUna) say('no fast retransmit of the segment at SND.UNA');
  // An echo does not raise a cwnd that was below ssthresh, nor does the loss that follows.
  const differs = (wanted: number) => (echo.lowered ? after.cwnd > wanted : after.cwnd !== wanted);
  if (after.recovery === 'sack' && differs(after.ssthresh)) say('cwnd is not ssthresh (RFC 6675 §5 step 4.2)');
  if (after.recovery === 'fast' && differs(after.ssthresh + 3 * after.smss)) say('cwnd is not ssthresh + 3 SMSS');
  if (after.recovery === 'timeout' && after.cwnd !== after.smss) say('Tahoe does not start from one SMSS');
}

/** Between what ssthresh has to lie when recovery begins. */
function loweredFor({ before, after }: Instant, conventions: Conventions, echo: Echo): [number, number] {
  const cut = lowered(conventions, after.smss);
  if (echo.answered) {
    const exact = cut(echoBasis(before, conventions));
    return [exact, exact];
  }
  if (echo.lowered) return [before.ssthresh, before.ssthresh];
  const acked = distance(before.sndUna, after.sndUna);
  if (conventions.ssthreshBasis === 'cwnd') return [cut(before.cwnd), cut(before.cwnd + acked)];
  // FlightSize when the loss was found: what limited transmit sent beyond cwnd, two segments at most, may be
  // missing; with SACK more, where one ACK told of several segments.
  const flight = distance(after.sndUna, before.sndNxt);
  return [cut(flight - (conventions.sack ? 4 : 2) * after.smss), cut(flight)];
}

/** What an echo lowers ssthresh from: it is taken before SND.UNA moves. */
function echoBasis(before: Instant['before'], { ssthreshBasis }: Conventions): number {
  return ssthreshBasis === 'cwnd' ? before.cwnd : distance(before.sndUna, before.sndNxt);
}

/** Slow start and congestion avoidance (RFC 5681 §3.1): what one ACK may add. */
function grows(
  before: Instant['before'],
  after: Instant['after'],
  acked: number,
  conventions: Conventions,
  echo: Echo,
  say: Say,
): void {
  const { smss } = after;
  const grown = after.cwnd - before.cwnd;
  const ssthresh = echo.answered ? lowered(conventions, smss)(echoBasis(before, conventions)) : before.ssthresh;
  if (after.ssthresh !== ssthresh) say(`ssthresh is not ${ssthresh}`);
  if (echo.answered && after.cwnd > ssthresh) say('cwnd is not lowered to ssthresh');
  if (echo.present && grown > 0) say('grew by an echo');
  if (acked === 0 && grown > 0) say('grew without new data acknowledged');
  if (grown < 0 && !conventions.idleRestart && !echo.answered) say('shrank without a loss');
  const { slowStartLimit } = conventions;
  const slowStart = before.cwnd < before.ssthresh;
  const most = slowStart
    ? Math.min(acked, (slowStartLimit ?? Infinity) * smss) + (slowStartLimit === null ? smss : 0)
    : smss;
  if (conventions.congestionControl === 'reno' && grown > most)
    say(`grew by ${grown}, at most ${most} for ${acked} acked`);
  if (conventions.congestionControl === 'cubic' && grown > Math.max(acked, smss))
    say(`grew by ${grown} for ${acked} acked`);
  if (slowStart && slowStartLimit === 1 && conventions.initialWindow !== 'rfc6928' && acked > 0 && grown >= 0) {
    if (grown > acked) say('grew by more than was acknowledged');
  }
}

/** The retransmission timer: ssthresh from the flight, cwnd one SMSS (RFC 5681 §3.1). */
function onTimer({ cause, before, after }: Instant, conventions: Conventions, say: Say): void {
  if (cause.kind !== 'timer') return;
  if (cause.timer !== 'retransmission' || before.sndWnd === 0) {
    if (after.ssthresh !== before.ssthresh) say(`ssthresh moved by the ${cause.timer} timer`);
    return;
  }
  if (after.cwnd !== after.smss) say('cwnd is not one SMSS after a timeout');
  if (after.recovery !== 'timeout') say('no recovery from the timeout');
  const cut = lowered(conventions, after.smss);
  const flight = distance(before.sndUna, before.sndNxt);
  const expected = cut(conventions.ssthreshBasis === 'cwnd' ? before.cwnd : flight);
  if (after.ssthresh !== expected && after.ssthresh !== before.ssthresh) say(`ssthresh is not ${expected}`);
}

/** New data only as far as cwnd allows; limited transmit may go two segments beyond (RFC 3042). */
function flightFits({ cause, before, after, sent }: Instant, conventions: Conventions, say: Say): void {
  const fresh = sent.filter(({ seq, len }) => len > 0 && distance(before.sndNxt, seq) < 2 ** 31);
  // One byte beyond a window is a probe (RFC 9293 §3.8.6.1).
  if (fresh.length === 0 || (fresh.length === 1 && fresh[0]?.len === 1 && cause.kind === 'timer')) return;
  const beyond = after.recovery === 'none' && conventions.limitedTransmit ? 2 * after.smss : 0;
  const fin = fresh.some(({ flags }) => flags.includes('FIN')) ? 1 : 0;
  if (after.pipe > after.cwnd + beyond + fin) say(`new data with ${after.pipe} in the network`);
}

function lowered(conventions: Conventions, smss: number): (basis: number) => number {
  const factor = conventions.congestionControl === 'cubic' ? 7 : 5;
  return (basis) => Math.max(Math.floor((basis * factor) / 10), 2 * smss);
}
