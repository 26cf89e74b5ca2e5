import type { Text } from '../../language.ts';
import type { FrameSink } from '../packet/frame-sink.ts';
import type { CaptureProblem } from './capture-tally.ts';
import { type CaptureInterface, interfaceBlock } from './interface-block.ts';
import {
  blockTooLong,
  blockTooShort,
  frameTooLong,
  NO_BYTE_ORDER,
  noSuchInterface,
  otherVersion,
  TOO_MANY_INTERFACES,
  TRAILER_DIFFERS,
} from './problems.ts';
import { LONGEST_FRAME, type Records } from './records.ts';

/** Block types (draft-ietf-opsawg-pcapng §4); the type of a section header reads the same in both byte orders. */
export const SECTION_HEADER = 0x0a0d_0d0a;
const INTERFACE = 1;
const OBSOLETE_PACKET = 2;
const SIMPLE_PACKET = 3;
const ENHANCED_PACKET = 6;

/**
 * Blocks without a frame to which Wireshark gives a number as if they had one: journal entries, and custom blocks
 * (copied or not).
 */
const NUMBERED = [9, 0x0bad, 0x4000_0bad];

const BYTE_ORDER_MAGIC = 0x1a2b_3c4d;
/** A block's type and length, with its length again at the end. */
const SMALLEST = 12;
/** The least that blocks which are read must have, in bytes. */
const LEAST: Readonly<Record<number, number>> = {
  [SECTION_HEADER]: 28,
  [INTERFACE]: 20,
  [OBSOLETE_PACKET]: 32,
  [SIMPLE_PACKET]: 16,
  [ENHANCED_PACKET]: 32,
};
/**
 * The longest block that is kept in memory: a frame of the greatest length with a lot of comments. Those skipped may
 * be longer.
 */
const LONGEST = 1_048_576;
/** Far more than machines have; each takes memory for as long as its section lasts. */
const MOST_INTERFACES = 65_536;

/** The blocks of a pcapng file, from its first byte on. */
export class PcapngRecords implements Records {
  wanted = SMALLEST;
  problem: CaptureProblem | null = null;
  readonly #sink: FrameSink;
  #little = true;
  #interfaces: CaptureInterface[] = [];
  /** Bytes still to skip of a block that is not read, up to its length at the end. */
  #skip = 0;
  /** The length at the end of a block that is skipped; 0 outside such blocks. */
  #trailer = 0;
  #numbered = false;
  /** Where the block that is skipped stands in the file. */
  #blockOffset = 0;

  constructor(sink: FrameSink) {
    this.#sink = sink;
  }

  get insideOf(): number | null {
    return this.#trailer === 0 ? null : this.#blockOffset;
  }

  take(view: DataView, start: number, end: number, offset: number): number {
    let at = start;
    while (this.problem === null) {
      const here = offset + at - start;
      const next = this.#trailer === 0 ? this.#block(view, at, end, here) : this.#skipped(view, at, end, here);
      if (next === at) break;
      at = next;
    }
    return at;
  }

  /** Takes the block at `at`; gives `at` when it is not all there, or cannot be read. */
  #block(view: DataView, at: number, end: number, offset: number): number {
    this.wanted = SMALLEST;
    if (end - at < SMALLEST) return at;
    if (view.getUint32(at) === SECTION_HEADER && !this.#order(view, at)) {
      return this.#fail(at, offset + 8, NO_BYTE_ORDER);
    }
    const type = view.getUint32(at, this.#little);
    const length = view.getUint32(at + 4, this.#little);
    const least = LEAST[type];
    if (length < (least ?? SMALLEST)) return this.#fail(at, offset + 4, blockTooShort(length));
    // Some programs do not count the bytes that bring a block to a boundary of four.
    const padded = length + (-length & 3);
    if (least === undefined) {
      this.#skip = padded - 12;
      this.#trailer = length;
      this.#numbered = NUMBERED.includes(type);
      this.#blockOffset = offset;
      return at + 8;
    }
    if (length > LONGEST) return this.#fail(at, offset + 4, blockTooLong(length, LONGEST));
    if (end - at < padded) {
      this.wanted = padded;
      return at;
    }
    if (view.getUint32(at + padded - 4, this.#little) !== length) {
      return this.#fail(at, offset + padded - 4, TRAILER_DIFFERS);
    }
    return this.#read(view, at, at + padded, type, offset) ? at + padded : at;
  }

  /** Sets the byte order of a section; false when its header has none. */
  #order(view: DataView, at: number): boolean {
    this.#little = view.getUint32(at + 8, true) === BYTE_ORDER_MAGIC;
    return this.#little || view.getUint32(at + 8) === BYTE_ORDER_MAGIC;
  }

  #skipped(view: DataView, at: number, end: number, offset: number): number {
    const skipped = Math.min(this.#skip, end - at);
    this.#skip -= skipped;
    const next = at + skipped;
    this.wanted = this.#skip > 0 ? 1 : 4;
    if (this.#skip > 0 || end - next < 4) return next;
    if (view.getUint32(next, this.#little) !== this.#trailer) {
      return this.#fail(at, offset + skipped, TRAILER_DIFFERS);
    }
    this.#trailer = 0;
    this.wanted = SMALLEST;
    if (this.#numbered) this.#sink.numbered();
    return next + 4;
  }

  /** Reads a block that is all there; false when it cannot be. */
  #read(view: DataView, at: number, end: number, type: number, offset: number): boolean {
    if (type === ENHANCED_PACKET) return this.#enhanced(view, at, end, view.getUint32(at + 8, this.#little), offset);
    if (type === OBSOLETE_PACKET) return this.#enhanced(view, at, end, view.getUint16(at + 8, this.#little), offset);
    if (type === SIMPLE_PACKET) return this.#simple(view, at, end, offset);
    if (type === INTERFACE) return this.#interface(view, at, end, offset);
    return this.#section(view, at, offset);
  }

  #section(view: DataView, at: number, offset: number): boolean {
    const major = view.getUint16(at + 12, this.#little);
    if (major !== 1) {
      this.#fail(at, offset + 12, otherVersion(major, view.getUint16(at + 14, this.#little)));
      return false;
    }
    this.#interfaces = [];
    return true;
  }

  #interface(view: DataView, at: number, end: number, offset: number): boolean {
    if (this.#interfaces.length === MOST_INTERFACES) {
      this.#fail(at, offset, TOO_MANY_INTERFACES);
      return false;
    }
    this.#interfaces.push(interfaceBlock(view, at, end, this.#little));
    return true;
  }

  /** Enhanced and obsolete Packet Blocks differ only in how wide the interface's number is. */
  #enhanced(view: DataView, at: number, end: number, id: number, offset: number): boolean {
    const little = this.#little;
    const port = this.#interfaces[id];
    const captured = view.getUint32(at + 20, little);
    if (port === undefined || !this.#fits(captured, end - 4 - (at + 28))) {
      if (port === undefined) this.#fail(at, offset + 8, noSuchInterface(id, this.#interfaces.length));
      else this.#fail(at, offset + 20, this.#misfit(captured, end - at));
      return false;
    }
    port.clock.read(view.getUint32(at + 12, little), view.getUint32(at + 16, little));
    this.#sink.at(port.clock.seconds, port.clock.nanoseconds);
    this.#sink.frame(view, at + 28, at + 28 + captured, view.getUint32(at + 24, little), port.linkType);
    return true;
  }

  /** A frame of the first interface, without a time, whose captured length follows from the snap length. */
  #simple(view: DataView, at: number, end: number, offset: number): boolean {
    const port = this.#interfaces[0];
    const original = view.getUint32(at + 8, this.#little);
    const captured = port?.snapLength ? Math.min(original, port.snapLength) : original;
    if (port === undefined || !this.#fits(captured, end - 4 - (at + 12))) {
      if (port === undefined) this.#fail(at, offset, noSuchInterface(0, 0));
      else this.#fail(at, offset + 8, this.#misfit(captured, end - at));
      return false;
    }
    this.#sink.frame(view, at + 12, at + 12 + captured, original, port.linkType);
    return true;
  }

  #fits(captured: number, room: number): boolean {
    return captured <= room && captured <= LONGEST_FRAME;
  }

  #misfit(captured: number, block: number): Text {
    return captured > LONGEST_FRAME ? frameTooLong(captured, LONGEST_FRAME) : blockTooShort(block);
  }

  #fail(at: number, offset: number, text: Text): number {
    this.problem = { offset, frames: this.#sink.frames, text };
    return at;
  }
}
