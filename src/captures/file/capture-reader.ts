import type { CapturedSegment } from '../packet/captured-segment.ts';
import { FrameReader } from '../packet/frame-reader.ts';
import { isReadLinkType } from '../packet/link-layer.ts';
import { type CaptureProblem, type CaptureTally, NotACapture } from './capture-tally.ts';
import { PCAP_FILE_HEADER, PcapRecords, pcapKind, pcapLinkType } from './pcap.ts';
import { PcapngRecords, SECTION_HEADER } from './pcapng.ts';
import { ENDS_INSIDE } from './problems.ts';
import type { Records } from './records.ts';
import { HEADER_CUT, LOOKED_AT, otherLinkType, whatItIs } from './what-it-is.ts';

/**
 * Reads a capture, pcap or pcapng, from pieces of any size, and gives each TCP segment as soon as its frame is there. It
 * keeps at most one record of the file (about a megabyte) and a table of fragments, whatever the file claims.
 */
export class CaptureReader {
  /** Whether the bytes had to be unpacked: only for the tally, set by who knows. */
  compressed = false;
  readonly #frames: FrameReader;
  #format: 'pcap' | 'pcapng' = 'pcap';
  /** Null while too little of the file is there to tell what it is. */
  #records: Records | null = null;
  /** The start of a record of which the rest is still to come. */
  #held = new Uint8Array(65_536);
  #heldView = new DataView(this.#held.buffer);
  #heldLength = 0;
  #bytes = 0;
  #headerWanted = 4;

  /** `keepsHeaders`: segments hold their headers as captured, which takes time and memory. */
  constructor(onSegment: (segment: CapturedSegment) => void, { keepsHeaders = false } = {}) {
    this.#frames = new FrameReader(onSegment, keepsHeaders);
  }

  /** From here on segments come without their headers. */
  leaveOutHeaders(): void {
    this.#frames.leaveOutHeaders();
  }

  /** What has ended the reading so far: what comes after it is not looked at. Null while nothing has. */
  get problem(): CaptureProblem | null {
    return this.#records?.problem ?? null;
  }

  get tally(): CaptureTally {
    const { frames, segments, passedOver, epochMs } = this.#frames;
    const { compressed } = this;
    const known = { format: this.#format, compressed, bytes: this.#bytes };
    return { ...known, frames, segments, passedOver: { ...passedOver }, epochMs };
  }

  /** Takes the next bytes of the file, unpacked; they may be changed afterwards. Throws NotACapture. */
  push(chunk: Uint8Array): void {
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const end = chunk.length;
    const offset = this.#bytes;
    this.#bytes += end;
    let at = 0;
    while (at < end && this.problem === null) {
      if (this.#heldLength === 0) {
        at = this.#take(view, at, end, offset + at);
        this.#hold(chunk.subarray(at));
        at = end;
      } else {
        const missing = Math.min(this.#wanted - this.#heldLength, end - at);
        this.#hold(chunk.subarray(at, at + missing));
        at += missing;
        if (this.#heldLength >= this.#wanted) this.#takeHeld(offset + at);
      }
    }
  }

  /**
   * Says that the file ends here: what is wrong with it, or null. What was given before holds. Throws NotACapture for a
   * file that has no header.
   */
  end(): CaptureProblem | null {
    const records = this.#records ?? this.#begin(this.#heldView, 0, this.#heldLength, true);
    if (records === null) throw new NotACapture(0, HEADER_CUT);
    this.#frames.end();
    const { problem, insideOf } = records;
    if (problem !== null) return problem;
    if (insideOf === null && this.#heldLength === 0) return null;
    return { offset: insideOf ?? this.#bytes - this.#heldLength, frames: this.#frames.frames, text: ENDS_INSIDE };
  }

  /** How many bytes from the first that is held on are needed to get on: always more than are held. */
  get #wanted(): number {
    return this.#records?.wanted ?? this.#headerWanted;
  }

  #hold(bytes: Uint8Array): void {
    const length = this.#heldLength + bytes.length;
    if (length > this.#held.length) {
      const larger = new Uint8Array(2 * length);
      larger.set(this.#held.subarray(0, this.#heldLength));
      this.#held = larger;
      this.#heldView = new DataView(larger.buffer);
    }
    this.#held.set(bytes, this.#heldLength);
    this.#heldLength = length;
  }

  /** Takes what is whole of the bytes held, the last of which stands before `offset` in the file. */
  #takeHeld(offset: number): void {
    const length = this.#heldLength;
    const taken = this.#take(this.#heldView, 0, length, offset - length);
    this.#held.copyWithin(0, taken, length);
    this.#heldLength = length - taken;
  }

  #take(view: DataView, start: number, end: number, offset: number): number {
    if (this.#records !== null) return this.#records.take(view, start, end, offset);
    const records = this.#begin(view, start, end, false);
    if (records === null) return start;
    const header = this.#format === 'pcap' ? PCAP_FILE_HEADER : 0;
    return records.take(view, start + header, end, offset + header);
  }

  /** Tells the format from the start of the file; null when that takes more bytes. */
  #begin(view: DataView, start: number, end: number, last: boolean): Records | null {
    const length = end - start;
    this.#headerWanted = length < 4 ? 4 : LOOKED_AT;
    if (length >= 4) {
      const kind = pcapKind(view, start);
      if (kind !== null && length < PCAP_FILE_HEADER) {
        this.#headerWanted = PCAP_FILE_HEADER;
        return null;
      }
      if (kind !== null) {
        const linkType = pcapLinkType(view, start, kind);
        if (!isReadLinkType(linkType)) throw new NotACapture(20, otherLinkType(linkType));
        this.#records = new PcapRecords(kind, linkType, this.#frames);
      } else if (view.getUint32(start) === SECTION_HEADER) {
        this.#format = 'pcapng';
        this.#records = new PcapngRecords(this.#frames);
      }
      if (this.#records !== null) return this.#records;
    }
    if (length < LOOKED_AT && !last) return null;
    const looked = Math.min(length, LOOKED_AT);
    throw new NotACapture(0, whatItIs(new Uint8Array(view.buffer, view.byteOffset + start, looked)));
  }
}
