import type { IpPacket } from './ip-packet.ts';

/** How many flows are remembered: enough for what goes on at one time in most captures. */
const ENTRIES = 4096;
/** Words of an IPv6 flow: two addresses of four, and the ports in one. */
const WORDS = 9;

/**
 * Makes the strings that name flows (flow.ts), and gives the same string again for the flows seen lately: making one
 * takes longer than reading the rest of the segment.
 */
export class FlowNames {
  readonly #words = new Int32Array(ENTRIES * WORDS);
  readonly #names: string[] = new Array<string>(ENTRIES).fill('');
  readonly #wanted = new Int32Array(WORDS);

  /** The flow of a packet whose payload begins with the ports. */
  of({ view, version, source, destination, payload }: IpPacket): string {
    const wanted = this.#wanted;
    const each = version === 4 ? 1 : 4;
    let count = 0;
    for (let i = 0; i < each; i++) wanted[count++] = view.getInt32(source + 4 * i);
    for (let i = 0; i < each; i++) wanted[count++] = view.getInt32(destination + 4 * i);
    wanted[count++] = view.getInt32(payload);
    let hash = count;
    for (let i = 0; i < count; i++) hash = Math.imul(hash ^ (wanted[i] ?? 0), 0x9e37_79b1);
    const entry = (hash ^ (hash >>> 15)) & (ENTRIES - 1);
    const at = entry * WORDS;
    const name = this.#names[entry] ?? '';
    if (name.length === 4 * count && this.#same(at, count)) return name;
    this.#words.set(wanted, at);
    const made = nameOf(wanted, count);
    this.#names[entry] = made;
    return made;
  }

  #same(at: number, count: number): boolean {
    for (let i = 0; i < count; i++) if (this.#words[at + i] !== this.#wanted[i]) return false;
    return true;
  }
}

function nameOf(words: Int32Array, count: number): string {
  const bytes: number[] = [];
  for (const word of words.subarray(0, count)) {
    bytes.push(word >>> 24, (word >>> 16) & 0xff, (word >>> 8) & 0xff, word & 0xff);
  }
  return String.fromCharCode(...bytes);
}
