import { NO_DATA } from '../segment.ts';
import { Fifo } from './fifo.ts';

/** What one SEND left in the queue, and where in the stream it begins. */
interface Chunk {
  readonly start: number;
  readonly data: Uint8Array;
}

/**
 * Bytes the user has sent and the peer has not acknowledged, addressed by their offset in the whole stream (0 is
 * the byte after the SYN). Offsets are plain numbers and never wrap; sequence numbers do.
 */
export class SendQueue {
  /** In order, without gaps; the first one may begin below `#start`. */
  readonly #chunks = new Fifo<Chunk>();
  #start = 0;
  #end = 0;
  /** The chunk read last: most often the next read is of the same one. */
  #latest: Chunk = { start: 0, data: NO_DATA };

  /** Offset of the first byte still kept: everything below it is acknowledged. */
  get start(): number {
    return this.#start;
  }

  /** Offset one past the last byte the user has sent. */
  get end(): number {
    return this.#end;
  }

  append(data: Uint8Array): void {
    if (data.length === 0) return;
    this.#chunks.push({ start: this.#end, data });
    this.#end += data.length;
  }

  /** `length` bytes from `offset` on; both must lie within start..end. A view where one chunk holds them all. */
  read(offset: number, length: number): Uint8Array {
    if (length === 0) return NO_DATA;
    if (offset < this.#start || offset + length > this.#end) {
      throw new RangeError(`send queue holds ${this.#start}..${this.#end}, not ${offset}..${offset + length}`);
    }
    if (offset < this.#latest.start || offset >= this.#latest.start + this.#latest.data.length) {
      this.#latest = this.#chunks.at(this.#indexOf(offset)) ?? this.#latest;
    }
    const from = offset - this.#latest.start;
    const piece = this.#latest.data.subarray(from, from + length);
    return piece.length === length ? piece : this.#readAcross(offset, length);
  }

  #readAcross(offset: number, length: number): Uint8Array {
    const out = new Uint8Array(length);
    let filled = 0;
    for (let index = this.#indexOf(offset); filled < length; index++) {
      const chunk = this.#chunks.at(index);
      if (chunk === undefined) break;
      const from = offset + filled - chunk.start;
      const piece = chunk.data.subarray(from, from + length - filled);
      out.set(piece, filled);
      filled += piece.length;
    }
    return out;
  }

  /** Index of the chunk with the byte at `offset`, by bisection. */
  #indexOf(offset: number): number {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const chunk = this.#chunks.at(middle);
      if (chunk !== undefined && chunk.start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Forgets every byte below `offset`. */
  discardBefore(offset: number): void {
    if (offset <= this.#start) return;
    this.#start = Math.min(offset, this.#end);
    for (let first = this.#chunks.at(0); first !== undefined; first = this.#chunks.at(0)) {
      if (first.start + first.data.length > this.#start) return;
      this.#chunks.shift();
    }
  }
}
