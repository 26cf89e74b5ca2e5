import type { Ecn, SegmentOptions } from '../../tcp/segment.ts';

/**
 * What the TCP checksum says. `offloaded`: the field holds only the sum over the pseudo-header, as a host leaves it for its
 * network card to finish (the segment was captured before it left). `unverified`: part of the segment is not in the capture.
 */
export type ChecksumState = 'good' | 'bad' | 'offloaded' | 'unverified';

/** One TCP segment as a capture holds it. */
export interface CapturedSegment {
  /** Number of its frame in the file, from 1, as Wireshark counts; of the last fragment where it came in several. */
  readonly frame: number;
  /** When it was captured, ms since the first frame of the file, to the ns. A capture's times may go back. */
  readonly ms: number;
  /**
   * Addresses and ports of this direction, as bytes in a string: equal strings are one direction of one pair of sockets.
   * `socketsOf` takes it apart, `reverseFlow` gives the other direction.
   */
  readonly flow: string;
  readonly seq: number;
  /** 0 when the ACK bit is clear. */
  readonly ack: number;
  /** Control bits as in tcp/segment.ts. */
  readonly flags: number;
  /** The header field, unscaled. */
  readonly window: number;
  /** The urgent pointer; 0 when the URG bit is clear. */
  readonly urgent: number;
  readonly ecn: Ecn;
  readonly options: SegmentOptions;
  /**
   * Data bytes by the length in the IP header, those that the snap length cut off included; SYN and FIN not counted.
   */
  readonly len: number;
  /** The IPv4 identification; null in IPv6. */
  readonly identification: number | null;
  readonly checksum: ChecksumState;
  /** IP fragments it came in; 1 when it was not fragmented. */
  readonly fragments: number;
  /** Whether the snap length cut off some of its data, or more. */
  readonly cut: boolean;
  /** Whether it cut off some of the TCP options too: `options` has those before the cut. */
  readonly optionsCut: boolean;
  /** The TCP header as it was captured, options included, 20 to 60 bytes; null where the reader was not asked to keep it, or some of it was cut off. */
  readonly header: Uint8Array | null;
}
