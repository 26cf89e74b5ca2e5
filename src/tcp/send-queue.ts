import { NO_DATA } from './segment.ts';

/**
 * Bytes the user has sent and the peer has not acknowledged, addressed by their offset in the whole stream (0 is
 * the byte after the SYN). Offsets are plain numbers and never wrap; sequence numbers do.
 */
export class SendQueue {
  #chunks: Uint8Array[] = [];
  #start = 0;
  #end = 0;

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
    this.#chunks.push(data);
    this.#end += data.length;
  }

  /** `length` bytes from `offset` on; both must lie within start..end. A view where one chunk holds them all. */
  read(offset: number, length: number): Uint8Array {
    if (length === 0) return NO_DATA;
    let skip = offset - this.#start;
    let index = 0;
    let chunk = this.#chunks[0];
    while (chunk !== undefined && skip >= chunk.length) {
      skip -= chunk.length;
      index += 1;
      chunk = this.#chunks[index];
    }
    if (chunk === undefined) throw new RangeError(`send queue holds ${this.#start}..${this.#end}, not ${offset}`);
    if (skip + length <= chunk.length) return chunk.subarray(skip, skip + length);
    const out = new Uint8Array(length);
    let filled = 0;
    while (filled < length && chunk !== undefined) {
      const part = chunk.subarray(skip, skip + length - filled);
      out.set(part, filled);
      filled += part.length;
      skip = 0;
      index += 1;
      chunk = this.#chunks[index];
    }
    return out;
  }

  /** Forgets every byte below `offset`. */
  discardBefore(offset: number): void {
    let drop = Math.min(offset, this.#end) - this.#start;
    if (drop <= 0) return;
    this.#start += drop;
    let whole = 0;
    let chunk = this.#chunks[0];
    while (chunk !== undefined && drop >= chunk.length) {
      drop -= chunk.length;
      whole += 1;
      chunk = this.#chunks[whole];
    }
    if (whole > 0) this.#chunks.splice(0, whole);
    if (drop > 0 && chunk !== undefined) this.#chunks[0] = chunk.subarray(drop);
  }
}
