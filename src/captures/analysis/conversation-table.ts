import { ACK, SYN } from '../../tcp/segment.ts';
import type { HostName } from '../../trace/trace.ts';
import type { CapturedSegment } from '../packet/captured-segment.ts';
import { reverseFlow, socketsOf } from '../packet/flow.ts';
import type { ConversationSummary } from './conversation.ts';
import { summaryOf } from './conversation-summary.ts';
import { ConversationTrack, type Direction } from './conversation-track.ts';
import { earlierSender, hostThen, isOnlyAsked, startsAnother } from './earlier.ts';
import { Recency } from './recency.ts';
import type { SegmentAnalysis, Vantage } from './segment-analysis.ts';
import { LogBudget } from './sent-log.ts';

export interface TableOptions {
  /** Where the capture was taken, if that is known; else it is judged by the times of each conversation. */
  readonly vantage?: Vantage;
  /** How many conversations are followed at the same time. */
  readonly mostFollowed?: number;
  /** How many summaries are kept. */
  readonly mostSummaries?: number;
  /** How many transmissions are remembered, beside a few of each conversation. */
  readonly mostRemembered?: number;
}

export interface Analysed {
  /** From 1, in the order of first segments. */
  readonly conversation: number;
  readonly from: HostName;
  readonly analysis: SegmentAnalysis;
}

/**
 * Sorts segments into conversations and says what is known of each, in the order of capture. Takes memory up to a bound,
 * whatever comes: beyond it conversations that are over, then those idle for longest, are closed, and a segment that still
 * comes for one of them begins another in the middle.
 */
export class ConversationTable {
  readonly #directions = new Map<string, Direction>();
  readonly #going = new Recency();
  readonly #over = new Recency();
  /** By number - 1: those closed, and those still followed. */
  readonly #kept: (ConversationSummary | ConversationTrack)[] = [];
  /** Cleared, to be used again: a scan has a new conversation for each segment, and most of them stay for long. */
  readonly #free: ConversationTrack[] = [];
  readonly #vantage: Vantage | null;
  readonly #mostFollowed: number;
  readonly #mostSummaries: number;
  readonly #budget: LogBudget;
  #followed = 0;
  #count = 0;

  constructor({
    vantage,
    mostFollowed = 20_000,
    mostSummaries = 100_000,
    mostRemembered = 500_000,
  }: TableOptions = {}) {
    this.#vantage = vantage ?? null;
    this.#mostFollowed = Math.max(1, mostFollowed);
    this.#mostSummaries = mostSummaries;
    this.#budget = new LogBudget(mostRemembered);
  }

  /** How many conversations have no summary: those after as many as are kept. */
  get forgotten(): number {
    return Math.max(0, this.#count - this.#mostSummaries);
  }

  /** Takes the next segment of the capture. Never throws. */
  add(segment: CapturedSegment): Analysed {
    const known = this.#directions.get(segment.flow);
    const direction =
      known === undefined || startsAnother(segment, known.track, known.from) ? this.#open(segment, known) : known;
    let { track, from } = direction;
    const then = earlierSender(segment, from, track);
    if (then !== null && track.previous !== null) {
      track = track.previous;
      from = then;
    }
    const wasOver = track.isOver;
    const analysis = track.add(segment, from);
    if (track === direction.track) this.#use(track, wasOver);
    return { conversation: track.number, from, analysis };
  }

  #use(track: ConversationTrack, wasOver: boolean): void {
    const isOver = track.isOver;
    if (wasOver === isOver) (isOver ? this.#over : this.#going).touch(track);
    else {
      (wasOver ? this.#over : this.#going).remove(track);
      (isOver ? this.#over : this.#going).add(track);
    }
  }

  #open(segment: CapturedSegment, known: Direction | undefined): Direction {
    const previous = known?.track ?? null;
    const syn = (segment.flags & SYN) !== 0;
    const opens = syn ? (segment.flags & ACK) === 0 : isHigherPort(segment.flow);
    const clientFlow = opens ? segment.flow : reverseFlow(segment.flow);
    const track = this.#free.pop() ?? new ConversationTrack(this.#vantage, this.#budget);
    track.begin({
      number: ++this.#count,
      first: segment,
      clientFlow,
      clientIsGuess: !syn,
      reusesPorts: previous !== null,
    });
    if (previous !== null) track.previous = this.#succeed(previous, clientFlow);
    const direction = track.directions[opens ? 'client' : 'server'];
    this.#directions.set(segment.flow, direction);
    const reverse = opens ? track.serverFlow : clientFlow;
    if (reverse !== segment.flow) this.#directions.set(reverse, track.directions[opens ? 'server' : 'client']);
    this.#going.add(track);
    this.#followed++;
    if (track.number <= this.#mostSummaries) this.#kept.push(track);
    if (this.#followed > this.#mostFollowed) this.#closeOne();
    return direction;
  }

  /** The one that is over for longest, or else the one that is idle for longest. */
  #closeOne(): void {
    const track = this.#over.oldest ?? this.#going.oldest;
    if (track === null) return;
    this.#directions.delete(track.clientFlow);
    this.#directions.delete(track.serverFlow);
    this.#close(track);
    if (track.previous !== null) this.#finish(track.previous);
    this.#finish(track);
  }

  /** Takes its ports from a conversation. Returns the one to which late segments may still belong. */
  #succeed(previous: ConversationTrack, clientFlow: string): ConversationTrack {
    this.#close(previous);
    // A SYN that nothing has answered does not stand for what had the ports before it.
    const passedOver = isOnlyAsked(previous);
    const late = passedOver && previous.previous !== null ? previous.previous : previous;
    for (const one of [previous.previous, previous]) if (one !== null && one !== late) this.#finish(one);
    if (late === previous) previous.previous = null;
    late.succeededBy(hostThen('client', { clientFlow }, late));
    return late;
  }

  /** Keeps what it came to. Nothing refers to it any more. */
  #finish(track: ConversationTrack): void {
    if (track.number <= this.#mostSummaries) this.#kept[track.number - 1] = summaryOf(track);
    track.clear();
    this.#free.push(track);
  }

  #close(track: ConversationTrack): void {
    (track.isOver ? this.#over : this.#going).remove(track);
    this.#followed--;
  }

  /** Of all conversations, in the order of their numbers, as they are now. */
  summaries(): readonly ConversationSummary[] {
    return this.#kept.map((one) => (one instanceof ConversationTrack ? summaryOf(one) : one));
  }
}

/** A guess of who opened it: servers mostly have the lower port. */
function isHigherPort(flow: string): boolean {
  const { source, destination } = socketsOf(flow);
  return source.port >= destination.port;
}
