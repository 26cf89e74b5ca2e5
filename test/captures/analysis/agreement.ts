import type { Analysed } from '../../../src/captures/analysis/conversation-table.ts';
import type { CapturedSegment } from '../../../src/captures/packet/captured-segment.ts';
import { ACK, FIN, SYN } from '../../../src/tcp/segment.ts';
import { seqGe, seqGt, seqLe, seqLt } from '../../../src/tcp/sequence.ts';
import { asTsharkSays, FLAGS, type Flag, type TsharkAnalysis, tsharkSays } from './tshark-flags.ts';

/** A frame with what both say of it. */
export interface JudgedFrame {
  readonly captured: CapturedSegment;
  readonly ours: Analysed;
  readonly tshark: TsharkAnalysis;
}

/** Why both say different things of a frame. Each is checked on the segments themselves, not on the analysis. */
export const REASONS = {
  'zero-window':
    'The window of the peer is zero, so a segment below SND.NXT asks whether it has opened: a zero-window probe (RFC 9293 §3.8.6.1). tshark takes a probe only for one when it carries a byte at SND.NXT, and calls the one that Linux sends (none, at SND.NXT-1) a keep-alive.',
  'nothing-outstanding':
    'No data is on its way that the ACK could report missing: no duplicate ACK by RFC 5681 §2 (a). tshark counts every repeated ACK.',
  karn: 'Of what the ACK covers something was sent again, or waited above a gap: it measures no round trip (RFC 6298 §3, Karn). tshark measures from the last segment that ends there, and so takes the time of a recovery for a round trip.',
  'not-first-ack':
    'It repeats an ACK of what was acknowledged before, and then sent again: the first ACK is the one that counts.',
  'flight-size':
    'FlightSize counts all that is sent and not acknowledged (RFC 5681 §2). tshark subtracts what is SACKed, counts only captured segments, and says nothing after a gap.',
  'newer-timestamp':
    'It fills a gap and has a newer TSval than what was captured ahead of it: sent after it, so again (RFC 7323 §3). tshark goes by the time since then alone.',
  'older-timestamp':
    'It fills a gap and has an older TSval than what was captured ahead of it: sent before it, so only late (RFC 7323 §3). tshark goes by two duplicate ACKs, or by the time alone.',
  'counted-earlier':
    'As with the TSval, by the IPv4 identification, which this sender counts up: it was sent before what was captured ahead of it.',
  'counted-later': 'As with the TSval, by the IPv4 identification: it was sent after what was captured ahead of it.',
  'loss-reported':
    'Duplicate ACKs or SACK blocks had told of the loss, or a partial ACK in the recovery they began (RFC 5681 §3.2, RFC 6582, RFC 6675). tshark wants the ACK to have the very number, and no more than 20 ms ago, which it never is at the receiving end of a longer path.',
  'two-duplicates':
    'Two duplicate ACKs are too few for a fast retransmit (RFC 5681 §3.2: three); tshark takes two, as others may be missing from the capture.',
  'acknowledged-syn':
    'The SYN or FIN that goes again was acknowledged before it passed, which is what spurious means; tshark only looks at data.',
  'already-acknowledged':
    'All of it was acknowledged or SACKed before it passed: spurious. tshark looks at the last ACK alone, not at SACK blocks or an earlier, higher ACK.',
  'syn-not-answered':
    'A SYN that is not answered by a SYN does not end the connection before it: what follows continues that one (RFC 5961 §4). tshark starts a stream with each SYN and looks for the old numbers in it.',
} as const;

export type Reason = keyof typeof REASONS;

export interface Disagreement {
  readonly flag: Flag;
  readonly frame: number;
  readonly only: 'tshark' | 'ours' | 'values';
  readonly reason: Reason | null;
}

export interface Agreement {
  readonly agree: Readonly<Record<Flag, number>>;
  readonly disagreements: readonly Disagreement[];
}

/** Holds what both say of the frames of one capture against each other. */
export function compare(frames: readonly JudgedFrame[]): Agreement {
  const agree = Object.fromEntries(FLAGS.map((flag) => [flag, 0])) as Record<Flag, number>;
  const disagreements: Disagreement[] = [];
  for (const [i, { ours, tshark, captured }] of frames.entries()) {
    const ourFlags = asTsharkSays(ours.analysis, captured.len);
    const theirs = tsharkSays(tshark);
    for (const flag of FLAGS) {
      const [own, other] = [ourFlags.get(flag), theirs.get(flag)];
      if (own === undefined && other === undefined) continue;
      if (own === other) agree[flag]++;
      else {
        const only = own === undefined ? 'tshark' : other === undefined ? 'ours' : 'values';
        disagreements.push({ flag, frame: captured.frame, only, reason: reasonOf(flag, only, i, frames) });
      }
    }
  }
  return { agree, disagreements };
}

function reasonOf(flag: Flag, only: Disagreement['only'], i: number, frames: readonly JudgedFrame[]): Reason | null {
  const { captured, ours } = frames[i]!;
  const before = new Before(frames, i);
  if (before.synNotAnswered()) return 'syn-not-answered';
  switch (flag) {
    case 'zero_window_probe':
    case 'zero_window_probe_ack':
    case 'keep_alive':
    case 'keep_alive_ack':
      return before.windowOf(flag.endsWith('_ack') ? 'own' : 'peer') === 0 ? 'zero-window' : null;
    case 'duplicate_ack':
      return only === 'tshark' && !before.dataOutstanding() ? 'nothing-outstanding' : null;
    case 'acks_frame':
      if (only !== 'tshark') return null;
      if (before.isRepeatedAck()) return 'not-first-ack';
      return before.ackCoversRepeated() ? 'karn' : null;
    case 'bytes_in_flight':
      return before.flightSize() === ours.analysis.inFlight ? 'flight-size' : null;
    case 'retransmission':
    case 'out_of_order':
    case 'fast_retransmission':
    case 'spurious_retransmission':
      return resentReason(flag, only, before, captured);
    default:
      return null;
  }
}

function resentReason(
  flag: Flag,
  only: Disagreement['only'],
  before: Before,
  { flags }: CapturedSegment,
): Reason | null {
  const order = before.orderOfFilling();
  if (order !== null && (flag !== 'fast_retransmission' || only === 'tshark') && flag !== 'spurious_retransmission')
    return order;
  if (flag === 'fast_retransmission') {
    if (only === 'ours') return before.lossReported() ? 'loss-reported' : null;
    return before.duplicates() < 3 ? 'two-duplicates' : null;
  }
  if (flag === 'spurious_retransmission' && only === 'ours')
    return (flags & (SYN | FIN)) !== 0 ? 'acknowledged-syn' : before.allAcknowledged() ? 'already-acknowledged' : null;
  return null;
}

/** What the segments before a frame say, worked out anew. */
class Before {
  readonly #own: readonly CapturedSegment[];
  readonly #peer: readonly CapturedSegment[];
  readonly #all: readonly CapturedSegment[];
  readonly #here: CapturedSegment;
  readonly #conversation: number;
  readonly #frames: readonly JudgedFrame[];
  readonly #index: number;

  constructor(frames: readonly JudgedFrame[], i: number) {
    const { captured, ours } = frames[i]!;
    const same = frames.slice(0, i).filter((one) => one.ours.conversation === ours.conversation);
    this.#here = captured;
    this.#conversation = ours.conversation;
    this.#frames = frames;
    this.#index = i;
    this.#all = same.map((one) => one.captured);
    this.#own = this.#all.filter(({ flow }) => flow === captured.flow);
    this.#peer = this.#all.filter(({ flow }) => flow !== captured.flow);
  }

  /** Whether a later conversation on these ports was asked for and this one goes on. */
  synNotAnswered(): boolean {
    return this.#frames
      .slice(0, this.#index)
      .some((one) => one.ours.conversation > this.#conversation && (one.captured.flags & (SYN | ACK)) === SYN);
  }

  windowOf(whose: 'own' | 'peer'): number | undefined {
    return (whose === 'own' ? this.#own : this.#peer).at(-1)?.window;
  }

  #highestAck(of: readonly CapturedSegment[]): number | null {
    return of.reduce<number | null>(
      (high, { ack, flags }) => ((flags & ACK) !== 0 && (high === null || seqGt(ack, high)) ? ack : high),
      null,
    );
  }

  dataOutstanding(): boolean {
    return this.#peer.some(({ seq, len }) => len > 0 && seqGt((seq + len) >>> 0, this.#here.ack));
  }

  isRepeatedAck(): boolean {
    return this.#highestAck(this.#own) === this.#here.ack;
  }

  /** Whether the ACK covers a number that was sent twice, or out of order, or comes after duplicates. */
  ackCoversRepeated(): boolean {
    const last = this.#highestAck(this.#own);
    const covered = this.#peer.filter(
      (one) => end(one) !== one.seq && seqLe(end(one), this.#here.ack) && (last === null || seqGt(end(one), last)),
    );
    const disordered = covered.some((one, i) => covered.slice(0, i).some((other) => seqLt(one.seq, end(other))));
    const isRepeat = (one: CapturedSegment) => one.ack === last && one.len === 0 && (one.flags & (SYN | FIN)) === 0;
    const behindGap = this.#own.filter(isRepeat).length > 1 && covered.length > 1;
    const synAgain = covered.some(
      (one) => this.#peer.filter((other) => other.seq === one.seq && end(other) !== other.seq).length > 1,
    );
    return disordered || behindGap || synAgain;
  }

  flightSize(): number | null {
    const acked = this.#highestAck(this.#peer);
    const sent = [...this.#own, this.#here].map(end).reduce((high, one) => (seqGt(one, high) ? one : high));
    return acked === null ? null : Math.max(0, (sent - acked) | 0);
  }

  /** For a segment that fills a gap: when it was sent, by the counters of its sender. */
  orderOfFilling(): Reason | null {
    const { seq } = this.#here;
    const seen = this.#own.some(
      (one) => end(one) !== one.seq && seqLt(one.seq, end(this.#here)) && seqGt(end(one), seq),
    );
    const ahead = this.#own.find((one) => end(one) !== one.seq && seqGe(one.seq, end(this.#here)));
    if (seen || ahead === undefined) return null;
    const [own, other] = [this.#here.options.timestamps?.[0], ahead.options.timestamps?.[0]];
    if (own !== undefined && other !== undefined && own !== other)
      return seqGt(own, other) ? 'newer-timestamp' : 'older-timestamp';
    if (this.#here.identification === null || ahead.identification === null) return null;
    const later = ((this.#here.identification - ahead.identification) & 0xffff) < 0x8000;
    return later ? 'counted-later' : 'counted-earlier';
  }

  duplicates(): number {
    const ack = this.#highestAck(this.#peer);
    return this.#peer.filter((one) => one.ack === ack && one.len === 0 && (one.flags & (SYN | FIN)) === 0).length - 1;
  }

  /** Duplicate ACKs, SACK blocks above it, or a recovery that such began and that is not over. */
  lossReported(): boolean {
    const isHole = ({ ack }: CapturedSegment) => seqLe(ack, this.#here.seq) || seqLt(ack, end(this.#here));
    const repeats = this.#peer.filter(
      (one, i) => i > 0 && one.ack === this.#peer[i - 1]!.ack && one.len === 0 && isHole(one),
    );
    const sacked = this.#peer.some(({ options }) => options.sack?.some(([left]) => seqGe(left, end(this.#here))));
    return sacked || repeats.length >= 3;
  }

  allAcknowledged(): boolean {
    const acked = this.#highestAck(this.#peer);
    if (acked !== null && seqLe(end(this.#here), acked)) return true;
    return this.#peer.some(({ options }) =>
      options.sack?.some(([left, right]) => seqLe(left, this.#here.seq) && seqGe(right, end(this.#here))),
    );
  }
}

const end = ({ seq, len, flags }: CapturedSegment) =>
  (seq + len + ((flags & SYN) === 0 ? 0 : 1) + ((flags & FIN) === 0 ? 0 : 1)) >>> 0;
