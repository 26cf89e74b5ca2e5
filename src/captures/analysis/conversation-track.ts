import { ACK, FIN, RST, SYN } from '../../tcp/segment.ts';
import { seqGe, seqGt } from '../../tcp/sequence.ts';
import { HOST_NAMES, type HostName, peerOf } from '../../trace/trace.ts';
import type { CapturedSegment } from '../packet/captured-segment.ts';
import { reverseFlow } from '../packet/flow.ts';
import { takeAck } from './acknowledgement.ts';
import type { ConversationSummary } from './conversation.ts';
import { hostThen } from './earlier.ts';
import { type EndState, newEndState, resetEndState, settled } from './end-state.ts';
import { isHeldTwice } from './held-twice.ts';
import { networkCopyIn, TOO_SOON_MS } from './network-copy.ts';
import { type Passing, passing as passingOf } from './passing.ts';
import { concludeFromReceived } from './received-evidence.ts';
import { type Finding, NO_FINDINGS, type SegmentAnalysis, type Vantage } from './segment-analysis.ts';
import { concludeFromSent, type Evidence } from './sent-evidence.ts';
import type { LogBudget } from './sent-log.ts';
import { type Place, takeSequence } from './sequence-space.ts';
import { contiguous, NO_COUNTS, newSide, resetSide, type Side } from './side.ts';
import { vantageOf } from './vantage.ts';
import { keepWindow, takeWindow, windowBytesOf } from './window.ts';
import { takeWire } from './wire.ts';

/** No retransmission timer in use is shorter, ms: Linux's minimum; RFC 6298 §2.4 has 1 s. A little is left for jitter. */
const LEAST_RTO_MS = 190;

/** One direction of a conversation. */
export interface Direction {
  readonly from: HostName;
  readonly track: ConversationTrack;
}

/** How a conversation begins, as its first segment and what was before it tell. */
export interface TrackStart {
  readonly number: number;
  readonly first: CapturedSegment;
  /** The flow of the client's segments. */
  readonly clientFlow: string;
  readonly clientIsGuess: boolean;
  readonly reusesPorts: boolean;
}

const NO_STATES: SegmentAnalysis['states'] = { client: null, server: null };

/** What is concluded of a conversation from its segments, one after the other. Used again for another one when it is done with. */
export class ConversationTrack {
  number = 0;
  /** The flow of the client's segments, and the other. */
  clientFlow = '';
  serverFlow = '';
  clientIsGuess = false;
  /** The conversation that had the ports before. */
  previous: ConversationTrack | null = null;
  readonly sides: Readonly<Record<HostName, Side>>;
  readonly directions: Readonly<Record<HostName, Direction>>;
  firstMs = 0;
  firstFrame = 0;
  lastMs = 0;
  lastFrame = 0;
  /** The ACK of the SYN,ACK was captured. */
  handshakeAcked = false;
  /** Who sent the first FIN, and who a RST that stands. */
  firstFin: HostName | null = null;
  reset: HostName | null = null;
  vantage: Vantage = 'unknown';
  /** Neighbours in the table's order of use. */
  newer: ConversationTrack | null = null;
  older: ConversationTrack | null = null;
  /** What it came to when that was last asked for; null once something has changed. */
  summary: ConversationSummary | null = null;
  readonly #forced: Vantage | null;
  readonly #ends: Readonly<Record<HostName, EndState>> = { client: newEndState(), server: newEndState() };
  #states = NO_STATES;
  #reusesPorts = false;
  #synMs: number | null = null;
  #handshakeMs = Number.POSITIVE_INFINITY;

  /** `vantage`: where the capture was taken, if that is known. */
  constructor(vantage: Vantage | null, budget: LogBudget) {
    this.sides = { client: newSide('client', budget), server: newSide('server', budget) };
    this.directions = { client: { from: 'client', track: this }, server: { from: 'server', track: this } };
    this.#forced = vantage;
  }

  /** Before its first segment is added. The track must be new or cleared. */
  begin({ number, first, clientFlow, clientIsGuess, reusesPorts }: TrackStart): void {
    this.number = number;
    this.clientFlow = clientFlow;
    this.serverFlow = first.flow === clientFlow ? reverseFlow(clientFlow) : first.flow;
    this.clientIsGuess = clientIsGuess;
    this.firstMs = this.lastMs = first.ms;
    this.firstFrame = this.lastFrame = first.frame;
    this.#reusesPorts = reusesPorts;
    this.vantage = this.#forced ?? 'unknown';
  }

  /** Takes the next segment, sent by `from`. */
  add(segment: CapturedSegment, from: HostName): SegmentAnalysis {
    this.summary = null;
    const sender = this.sides[from];
    const receiver = this.sides[peerOf(from)];
    const rcvNxt = contiguous(sender);
    const sndNxt = sender.nxt;
    const pathRttMs = this.#pathRttMs();
    const leastRtoMs = LEAST_RTO_MS + (pathRttMs ?? 0);
    const passing = passingOf(segment, sender, receiver, { leastRtoMs, pathRttMs, isAtSender: this.vantage === from });
    const { findings } = passing;
    if (this.#reusesPorts) {
      findings.push({ kind: 'reused-ports' });
      this.#reusesPorts = false;
    }
    this.#takeSynOptions(passing);
    takeWire(passing);
    const place = takeSequence(passing);
    if (place === 'outside') this.#takeOldDuplicate(passing);
    const bytes = windowBytesOf(passing);
    const rtt = place === 'outside' ? null : this.#takeRest(passing, bytes);
    this.#conclude(passing, place, rcvNxt, sndNxt);
    this.#count(passing);
    const inFlight = receiver.ackKnown ? Math.max(0, (sender.nxt - receiver.ack) | 0) : null;
    return {
      findings: findings.length === 0 ? NO_FINDINGS : findings,
      rtt,
      inFlight,
      windowBytes: bytes,
      iss: sender.iss,
      irs: receiver.iss,
      states: this.#states,
    };
  }

  #takeSynOptions({ segment, sender, syn }: Passing): void {
    if (!syn) return;
    sender.mss = segment.options.mss ?? null;
    sender.windowScale = segment.options.windowScale ?? null;
    sender.optionsUnknown = segment.optionsCut;
    if ((segment.flags & ACK) === 0) this.#synMs = segment.ms;
  }

  /** What fits no number of this conversation may be a late copy from the one before (RFC 9293 §3.4.3). */
  #takeOldDuplicate({ segment, sender, findings }: Passing): void {
    if (this.previous === null) return;
    const of = networkCopyIn(this.previous.sides[hostThen(sender.name, this, this.previous)], segment);
    if (of !== null) findings.push({ kind: 'network-copy', of });
  }

  /** SEG.ACK, then SEG.WND: the order of RFC 9293 §3.10.7.4. */
  #takeRest(passing: Passing, bytes: number | null): SegmentAnalysis['rtt'] {
    const { sender, segment, findings } = passing;
    const isEmpty = passing.length === 0 && !passing.rst;
    const copied = isEmpty ? this.#copied(passing) : null;
    if (copied !== null && isHeldTwice(this.sides)) {
      // The receiver of it got one, so it is no duplicate ACK either.
      findings.push({ kind: 'network-copy', of: copied });
      return null;
    }
    const repeatsAck = passing.hasAck && sender.ackKnown && segment.ack === sender.ack;
    const answersProbe = passing.receiver.lastKind === 'keep-alive';
    const rtt = takeAck(passing);
    takeWindow(passing, repeatsAck && !answersProbe, bytes);
    keepWindow(passing, bytes);
    if (passing.syn && passing.hasAck) sender.synAckSent = true;
    if (isEmpty) {
      if (copied !== null) findings.push({ kind: 'network-copy', of: copied });
      sender.acks.add(segment);
    }
    return rtt;
  }

  /** The frame of which a segment without data is a copy. */
  #copied({ sender, segment }: Passing): number | null {
    if ((segment.identification ?? 0) > 0) return sender.identification.changes ? sender.acks.sameAs(segment) : null;
    return isHeldTwice(this.sides) ? sender.acks.lately(segment, TOO_SOON_MS) : null;
  }

  #pathRttMs(): number | null {
    // A handshake of which something went again took longer than a round trip.
    const { client, server } = this.sides;
    const least = Math.min(client.leastAckMs + server.leastAckMs, this.#handshakeMs);
    return Number.isFinite(least) ? least : null;
  }

  #conclude(passing: Passing, place: Place, rcvNxt: number, sndNxt: number): void {
    const { sender, receiver, segment } = passing;
    this.#takeEvents(passing, place, sndNxt);
    if (place !== 'stream') return;
    if (this.#forced === null) this.vantage = vantageOf(this.sides.client, this.sides.server);
    const own = this.#ends[sender.name];
    const peer = this.#ends[receiver.name];
    const evidence: Evidence = { passing, own, peer, rcvNxt, sndNxt };
    concludeFromSent(evidence);
    if (this.vantage === receiver.name) concludeFromReceived(evidence);
    const tsval = segment.options.timestamps?.[0];
    if (tsval !== undefined && !seqGt(segment.seq, receiver.ackKnown ? receiver.ack : segment.seq))
      sender.tsRecent = sender.tsRecent === null || seqGe(tsval, sender.tsRecent) ? tsval : sender.tsRecent;
    const { client, server } = this.#ends;
    const [clientState, serverState] = [settled(client), settled(server)];
    if (this.#states.client !== clientState || this.#states.server !== serverState)
      this.#states = { client: clientState, server: serverState };
  }

  /** What the summary tells of how it began and ended. */
  #takeEvents({ sender, receiver, segment, hasAck, fin, rst, syn }: Passing, place: Place, sndNxt: number): void {
    if (place === 'outside') return;
    if (!syn && !rst && hasAck && receiver.synAckSent && receiver.iss !== null && seqGt(segment.ack, receiver.iss)) {
      if (!this.handshakeAcked && this.#synMs !== null) this.#handshakeMs = Math.max(0, segment.ms - this.#synMs);
      this.handshakeAcked = true;
    }
    if (fin) this.firstFin ??= sender.name;
    // Who goes on sending has not reset: that RST came from someone else.
    if (!rst && this.reset === sender.name && (segment.flags & (SYN | FIN | RST)) === 0) this.reset = null;
    if (!rst || this.reset !== null) return;
    const refuses = !sender.known && hasAck && receiver.iss !== null && segment.ack !== receiver.iss;
    const inStream = sender.known && (segment.seq === sndNxt || (receiver.ackKnown && segment.seq === receiver.ack));
    if (refuses || inStream) this.reset = sender.name;
  }

  #count({ segment, sender, findings, length }: Passing): void {
    sender.segments++;
    sender.bytes += segment.len;
    if (findings.length > 0 && sender.findings === NO_COUNTS) sender.findings = {};
    for (const { kind } of findings) sender.findings[kind] = (sender.findings[kind] ?? 0) + 1;
    sender.lastKind = lastKind(findings);
    sender.lastMs = segment.ms;
    if (segment.ms > this.lastMs) this.lastMs = segment.ms;
    this.lastFrame = segment.frame;
    countIdentification(sender, segment, length > 0 ? findings : NO_FINDINGS);
  }

  /** Whether nothing more is expected of it. */
  get isOver(): boolean {
    if (this.reset !== null) return true;
    return HOST_NAMES.every((host) => this.finAcknowledged(host));
  }

  /** Whether the FIN of `host` was captured, and its ACK. */
  finAcknowledged(host: HostName): boolean {
    const { finEnd } = this.sides[host];
    const peer = this.sides[peerOf(host)];
    return finEnd !== null && peer.ackKnown && seqGe(peer.ack, finEnd);
  }

  /** `host` has sent a SYN on the same ports: it has the connection no more, unless that SYN was not its own. */
  succeededBy(host: HostName): void {
    this.summary = null;
    this.#ends[host].gone = true;
    this.#ends[host].state = null;
    this.#states = { ...this.#states, [host]: null };
  }

  stateOf(host: HostName): EndState['state'] {
    return settled(this.#ends[host]);
  }

  /** Forgets the conversation, and gives back what it holds of the budget: `begin` begins another. */
  clear(): void {
    for (const host of HOST_NAMES) {
      resetSide(this.sides[host]);
      resetEndState(this.#ends[host]);
    }
    this.previous = null;
    this.handshakeAcked = false;
    this.firstFin = null;
    this.reset = null;
    this.summary = null;
    this.#states = NO_STATES;
    this.#reusesPorts = false;
    this.#synMs = null;
    this.#handshakeMs = Number.POSITIVE_INFINITY;
  }
}

function lastKind(findings: readonly Finding[]): Side['lastKind'] {
  for (const { kind } of findings) if (kind === 'keep-alive' || kind === 'zero-window-probe') return kind;
  return 'other';
}

/** The largest step between identifications of a host that counts them for all its connections together. */
const LARGEST_STEP = 256;

function countIdentification(sender: Side, segment: CapturedSegment, findings: readonly Finding[]): void {
  const { identification } = segment;
  if (identification === null) return;
  const counted = sender.identification;
  const { last } = counted;
  counted.last = identification;
  if (last < 0 || identification === last) return;
  counted.changes = true;
  // What came in another order than it was sent tells nothing of how it counts.
  if (findings.length > 0) return;
  const step = (identification - last) & 0xffff;
  if (step <= LARGEST_STEP) counted.inSteps++;
  else counted.otherwise++;
}
