import type { FrameSink } from '../packet/frame-sink.ts';
import type { CaptureProblem } from './capture-tally.ts';
import { frameTooLong } from './problems.ts';
import { LONGEST_FRAME, type Records } from './records.ts';

/** What the magic number of a pcap file says of the rest. */
export interface PcapKind {
  readonly little: boolean;
  /** What the fraction of a second is multiplied with to get nanoseconds. */
  readonly fraction: 1 | 1000;
  readonly recordHeader: 16 | 24;
}

export const PCAP_FILE_HEADER = 24;

/** Magic numbers (pcap-savefile(5)); the last one is of old patches to libpcap, which made record headers longer. */
const MICROSECONDS = 0xa1b2_c3d4;
const NANOSECONDS = 0xa1b2_3c4d;
const MODIFIED = 0xa1b2_cd34;

/** What the four bytes at the start say; null when this is no pcap file. */
export function pcapKind(view: DataView, start: number): PcapKind | null {
  for (const little of [true, false]) {
    const magic = view.getUint32(start, little);
    if (magic === MICROSECONDS) return { little, fraction: 1000, recordHeader: 16 };
    if (magic === NANOSECONDS) return { little, fraction: 1, recordHeader: 16 };
    if (magic === MODIFIED) return { little, fraction: 1000, recordHeader: 24 };
  }
  return null;
}

/** The link type: the low half of its field, above which stands whether frames end in a check sequence. */
export function pcapLinkType(view: DataView, start: number, { little }: PcapKind): number {
  return view.getUint32(start + 20, little) & 0xffff;
}

/** The records of a pcap file behind its header (draft-ietf-opsawg-pcap §5). */
export class PcapRecords implements Records {
  wanted: number;
  problem: CaptureProblem | null = null;
  readonly insideOf = null;
  readonly #sink: FrameSink;
  readonly #kind: PcapKind;
  readonly #linkType: number;

  constructor(kind: PcapKind, linkType: number, sink: FrameSink) {
    this.#kind = kind;
    this.#linkType = linkType;
    this.#sink = sink;
    this.wanted = kind.recordHeader;
  }

  take(view: DataView, start: number, end: number, offset: number): number {
    const { little, fraction, recordHeader } = this.#kind;
    const sink = this.#sink;
    const linkType = this.#linkType;
    let at = start;
    while (end - at >= recordHeader) {
      const captured = view.getUint32(at + 8, little);
      if (captured > LONGEST_FRAME) {
        const text = frameTooLong(captured, LONGEST_FRAME);
        this.problem = { offset: offset + at - start + 8, frames: sink.frames, text };
        return at;
      }
      const frame = at + recordHeader;
      if (end - frame < captured) {
        this.wanted = recordHeader + captured;
        return at;
      }
      sink.at(view.getUint32(at, little), view.getUint32(at + 4, little) * fraction);
      sink.frame(view, frame, frame + captured, view.getUint32(at + 12, little), linkType);
      at = frame + captured;
    }
    this.wanted = recordHeader;
    return at;
  }
}
