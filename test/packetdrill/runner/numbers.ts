import { type Segment, type SegmentOptions, SYN } from '../../../src/tcp/segment.ts';
import { seqAdd, seqDistance } from '../../../src/tcp/sequence.ts';
import type { Packet } from './script.ts';

/**
 * Translates between the script's numbers and the endpoint's. The peer's are the script's own. The endpoint's
 * sequence numbers are taken from its SYN: whatever ISS it chose, the script calls it what it wrote there. The same
 * goes for its timestamps, as packetdrill has it: a TSval of the script stands for what the endpoint sent in its place.
 */
export class Numbers {
  /** The endpoint's ISS less the script's; null until it has sent a SYN. */
  #shift: number | null = null;
  readonly #timestamps = new Map<number, number>();
  #timestampShift: number | null = null;

  /** Takes note of the numbers of a SYN before it is compared. */
  learn(segment: Segment, packet: Packet): void {
    if (segment.flags & SYN && packet.flags & SYN) this.#shift = seqDistance(packet.seq, segment.seq);
    const sent = segment.options.timestamps;
    const written = packet.options === 'any' ? undefined : packet.options.timestamps;
    if (sent === undefined || written === undefined) return;
    this.#timestamps.set(written[0], sent[0]);
    this.#timestampShift ??= seqDistance(written[0], sent[0]);
  }

  /** A first SYN that the script does not expect is shown as 0:0. */
  learnUnexpected(segment: Segment): void {
    if (segment.flags & SYN) this.#shift ??= segment.seq;
  }

  /** A number of the endpoint's, as the script writes it. */
  written(seq: number): number {
    return seqAdd(seq, -(this.#shift ?? 0));
  }

  /** A number of the script's, as the endpoint knows it. */
  meant(seq: number): number {
    return seqAdd(seq, this.#shift ?? 0);
  }

  /** An injected segment's options with its SACK blocks and TSecr translated. */
  meantOptions(options: SegmentOptions): SegmentOptions {
    const { sack, timestamps } = options;
    return {
      ...options,
      ...(sack === undefined
        ? {}
        : { sack: sack.map(([left, right]) => [this.meant(left), this.meant(right)] as const) }),
      ...(timestamps === undefined ? {} : { timestamps: [timestamps[0], this.#meantEcho(timestamps[1])] as const }),
    };
  }

  #meantEcho(written: number): number {
    return this.#timestamps.get(written) ?? (written === 0 ? 0 : seqAdd(written, this.#timestampShift ?? 0));
  }

  /** The script's name for a TSval the endpoint sent: itself, shifted as the first one was. */
  writtenTimestamp(value: number): number {
    return seqAdd(value, -(this.#timestampShift ?? 0));
  }
}
