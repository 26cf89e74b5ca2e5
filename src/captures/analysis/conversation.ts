import type { State } from '../../tcp/state.ts';
import type { HostName } from '../../trace/trace.ts';
import type { SocketAddress } from '../packet/flow.ts';
import type { FindingKind, Vantage } from './segment-analysis.ts';

/** How a conversation begins in the capture. */
export type Beginning =
  /** All three segments of a handshake, or both SYNs of a simultaneous open. */
  | 'handshake'
  /** A SYN that was never answered, or only by a RST. */
  | 'unanswered'
  /** Only part of a handshake was captured. */
  | 'part-of-handshake'
  /** The capture began after the conversation had. */
  | 'middle';

/** How it ends in the capture. */
export type Ending =
  /** A FIN each way, both acknowledged. */
  | 'closed'
  /** A FIN, but not two that were acknowledged. */
  | 'half-closed'
  | 'reset'
  /** Nothing ends it: it went on after the capture, or nobody closed it. */
  | 'open';

/** What one end sent. */
export interface SideSummary {
  readonly segments: number;
  /** Data bytes, those sent again each time. */
  readonly bytes: number;
  readonly findings: Readonly<Partial<Record<FindingKind, number>>>;
  /** What it must have been in at the end; null: the capture does not settle it. */
  readonly state: State | null;
  /** What its SYN announced; null where that is not in the capture. */
  readonly mss: number | null;
  readonly windowScale: number | null;
}

/** Times to an ACK, ms. */
export interface AnswerTimes {
  readonly leastMs: number;
  readonly meanMs: number;
  readonly count: number;
}

/** One conversation: what two sockets sent each other from one SYN to the next. */
export interface ConversationSummary {
  /** 1, 2, 3 ... in the order of their first segments. */
  readonly number: number;
  /** Who opened it is the client; where the capture does not tell, the end with the higher port, which is a guess. */
  readonly hosts: Readonly<Record<HostName, SocketAddress>>;
  readonly clientIsGuess: boolean;
  readonly sides: Readonly<Record<HostName, SideSummary>>;
  readonly begins: Beginning;
  readonly ends: Ending;
  /** Who sent the RST of 'reset' or the first FIN; null without one. */
  readonly endedBy: HostName | null;
  readonly vantage: Vantage;
  /** Of the first segment and the latest, ms since the first frame of the file. In a capture whose times go back that need not be the last. */
  readonly firstMs: number;
  readonly lastMs: number;
  /** Frame numbers of its first and last segment. */
  readonly firstFrame: number;
  readonly lastFrame: number;
  /**
   * By the end that answers: times from a segment of its peer to its ACK, as seen where it was captured. Null for an end
   * without any, and for the one where it was captured, whose own answers take no round trip.
   */
  readonly rtt: Readonly<Record<HostName, AnswerTimes | null>>;
}
