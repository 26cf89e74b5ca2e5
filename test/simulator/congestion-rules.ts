import { conventionsFor } from '../../src/simulator/resolve.ts';
import type { Scenario } from '../../src/simulator/scenario.ts';
import type { Conventions } from '../../src/tcp/conventions.ts';
import type { HostName, Trace } from '../../src/trace/trace.ts';
import { distance, type Instant, instantsOf } from './instants.ts';

/**
 * What RFC 5681, 6582, 6675 and 9438 say of cwnd and ssthresh, checked at each instant of a run from the trace alone.
 * Lists what breaks a rule.
 */
export function congestionRules(scenario: Scenario, trace: Trace, host: HostName): string[] {
  const conventions = conventionsFor(scenario, scenario[host]);
  const out: string[] = [];
  let edge: number | null = null;
  for (const instant of instantsOf(trace, host)) {
    const { after, before } = instant;
    if (edge === null || before.connection !== after.connection) edge = before.sndNxt;
    const say = (text: string) =>
      out.push(
        `${host} at ${instant.cause.ms} ms, ${instant.cause.kind}: ${text} (cwnd ${before.cwnd} -> ${after.cwnd}, ssthresh ${before.ssthresh} -> ${after.ssthresh}, ${before.recovery} -> ${after.recovery})`,
      );
    floor(instant, say);
    if (instant.cause.kind === 'arrive') onArrival(instant, conventions, say);
    if (instant.cause.kind === 'timer') onTimer(instant, conventions, say);
    flightFits(instant, conventions, say);
  }
  return out;
}

type Say = (text: string) => void;

/** cwnd is never below one segment, ssthresh never below two. */
function floor({ after }: Instant, say: Say): void {
  if (after.cwnd < after.smss) say('cwnd is below one SMSS');
  if (after.ssthresh < 2 * after.smss) say('ssthresh is below two SMSS');
}

function onArrival({ before, after, sent }: Instant, conventions: Conventions, say: Say): void {
  const acked = distance(before.sndUna, after.sndUna);
  // The ACK that ends one recovery may SACK enough to begin the next.
  const anew = acked > 0 && after.recovery === 'sack' && after.ssthresh !== before.ssthresh;
  const entered = after.recovery !== 'none' && (before.recovery !== after.recovery || anew);
  if (before.recovery === 'none' && after.recovery === 'none') {
    grows(before, after, acked, conventions, say);
    return;
  }
  if (!entered) {
    // In fast recovery cwnd breathes; in the two others it stands (SACK) or starts slowly again.
    if (before.recovery === 'sack' && after.recovery === 'sack' && after.cwnd !== before.cwnd) say('moved in recovery');
    if (before.recovery === 'fast' && after.recovery === 'none' && after.cwnd > before.ssthresh)
      say('left above ssthresh');
    if (after.ssthresh !== before.ssthresh && !conventions.ecn) say('ssthresh moved without a new loss');
    return;
  }
  // FlightSize when the loss was found: what limited transmit sent beyond cwnd, two segments at most, may be
  // missing; with SACK more, where one ACK told of several segments.
  const flight = distance(after.sndUna, before.sndNxt);
  const cut = lowered(conventions, after.smss);
  const basis =
    conventions.ssthreshBasis === 'cwnd'
      ? [before.cwnd, before.cwnd + acked]
      : [flight - (conventions.sack ? 4 : 2) * after.smss, flight];
  const [least, most] = basis.map(cut);
  if (after.ssthresh < (least ?? 0) || after.ssthresh > (most ?? 0)) say(`ssthresh is not in ${least}..${most}`);
  const [hole] = sent;
  if (hole === undefined || hole.seq !== after.sndUna) say('no fast retransmit of the segment at SND.UNA');
  if (after.recovery === 'sack' && after.cwnd !== after.ssthresh) say('cwnd is not ssthresh (RFC 6675 §5 step 4.2)');
  if (after.recovery === 'fast' && after.cwnd !== after.ssthresh + 3 * after.smss) say('cwnd is not ssthresh + 3 SMSS');
  if (after.recovery === 'timeout' && after.cwnd !== after.smss) say('Tahoe does not start from one SMSS');
}

/** Slow start and congestion avoidance (RFC 5681 §3.1): what one ACK may add. */
function grows(
  before: Instant['before'],
  after: Instant['after'],
  acked: number,
  conventions: Conventions,
  say: Say,
): void {
  const { smss } = after;
  const grown = after.cwnd - before.cwnd;
  if (acked === 0 && grown > 0) say('grew without new data acknowledged');
  if (grown < 0 && !conventions.idleRestart && !conventions.ecn) say('shrank without a loss');
  const { slowStartLimit } = conventions;
  const slowStart = before.cwnd < before.ssthresh;
  const most = slowStart
    ? Math.min(acked, (slowStartLimit ?? Infinity) * smss) + (slowStartLimit === null ? smss : 0)
    : smss;
  if (conventions.congestionControl === 'reno' && grown > most)
    say(`grew by ${grown}, at most ${most} for ${acked} acked`);
  if (conventions.congestionControl === 'cubic' && grown > Math.max(acked, smss))
    say(`grew by ${grown} for ${acked} acked`);
  if (after.ssthresh !== before.ssthresh && !conventions.ecn) say('ssthresh moved without a loss');
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
