import { ACK, FIN, RST, SYN } from '../../tcp/segment.ts';
import type { CapturedSegment } from '../packet/captured-segment.ts';
import type { Finding } from './segment-analysis.ts';
import type { Sent } from './sent-log.ts';
import type { Side } from './side.ts';

/** One segment while it is looked at, between the end that sent it and the one it goes to. */
export interface Passing {
  readonly segment: CapturedSegment;
  readonly sender: Side;
  readonly receiver: Side;
  /** SEG.LEN: data bytes, SYN and FIN (RFC 9293 §3.4). */
  readonly length: number;
  /** SEG.SEQ + SEG.LEN. */
  readonly end: number;
  readonly syn: boolean;
  readonly fin: boolean;
  readonly rst: boolean;
  readonly hasAck: boolean;
  /** The shortest time after which a retransmission timer may be what ended a silence, ms. */
  readonly leastRtoMs: number;
  /** The round trip of the whole path, ms; null before one was measured. */
  readonly pathRttMs: number | null;
  /** Whether the capture was taken at the sender: then what it does follows on what makes it do so. */
  readonly isAtSender: boolean;
  readonly findings: Finding[];
}

export function passing(
  segment: CapturedSegment,
  sender: Side,
  receiver: Side,
  path: Pick<Passing, 'leastRtoMs' | 'pathRttMs' | 'isAtSender'>,
): Passing {
  const { flags, len, seq } = segment;
  const syn = (flags & SYN) !== 0;
  const fin = (flags & FIN) !== 0;
  const length = len + (syn ? 1 : 0) + (fin ? 1 : 0);
  return {
    segment,
    sender,
    receiver,
    length,
    end: (seq + length) >>> 0,
    syn,
    fin,
    rst: (flags & RST) !== 0,
    hasAck: (flags & ACK) !== 0,
    leastRtoMs: path.leastRtoMs,
    pathRttMs: path.pathRttMs,
    isAtSender: path.isAtSender,
    findings: [],
  };
}

/** What is remembered of a transmission. */
export function sentBy({ segment, end }: Passing, again: boolean): Sent {
  return {
    frame: segment.frame,
    ms: segment.ms,
    seq: segment.seq,
    end,
    flags: segment.flags,
    ack: segment.ack,
    window: segment.window,
    identification: segment.identification ?? -1,
    tsval: segment.options.timestamps?.[0] ?? -1,
    again,
  };
}
