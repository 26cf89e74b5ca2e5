import { Coverage } from './coverage.ts';
import type { Fragment, IpPacket } from './ip-packet.ts';

/** Datagrams of which some but not all fragments have come: the oldest makes room for a new one. */
const MOST_DATAGRAMS = 1024;
/** What is kept of a datagram's payload: enough for extension headers and the longest TCP header. */
const KEPT = 256;
/** Where it is kept, behind two addresses of the longer kind. */
const KEPT_AT = 32;
const LONGEST_DATAGRAM = 65_535;
/** How long a receiver waits for the rest (RFC 1122 §3.3.2: between 60 and 120 s), ms. After it the identification is of another datagram. */
const PATIENCE_MS = 120_000;

/** A datagram on its way to being whole. */
interface Partial {
  readonly bytes: Uint8Array;
  readonly coverage: Coverage;
  readonly firstMs: number;
  fragments: number;
  /** Of its payload, once the last fragment has come; null before. */
  length: number | null;
  /** The furthest byte that came. */
  furthest: number;
  /** Where the snap length first cut into the payload. */
  cutAt: number;
  /** What the fragments say contradicts itself: it will not be read. */
  broken: boolean;
  ecn: number;
  protocol: number;
}

/** A datagram that has become whole, as a packet of its own that holds only its beginning, and in how many fragments it came. */
export interface Whole {
  readonly packet: IpPacket;
  readonly fragments: number;
  readonly cut: boolean;
}

/**
 * Puts together fragments: of the data only the first bytes, for the TCP header, and of the rest what has come. Memory
 * is bounded, and `abandoned` counts the fragments of datagrams that did not become whole.
 */
export class Fragments {
  abandoned = 0;
  readonly #partials = new Map<string, Partial>();

  /** Takes a fragment; gives the datagram that it completes, 'malformed' for a fragment that cannot be, or null. */
  add(packet: IpPacket, fragment: Fragment, ms: number): Whole | 'malformed' | null {
    const length = packet.payloadEnd - packet.payload;
    const last = fragment.offset + length;
    if (length === 0 || last > LONGEST_DATAGRAM || (fragment.more && length % 8 !== 0)) return 'malformed';
    const key = keyOf(packet, fragment);
    let partial = this.#partials.get(key);
    if (partial !== undefined && Math.abs(ms - partial.firstMs) > PATIENCE_MS) {
      this.#abandon(key, partial);
      partial = undefined;
    }
    partial ??= this.#begin(key, packet, ms);
    partial.fragments++;
    if (partial.broken) return null;
    this.#place(partial, packet, fragment, length);
    if (partial.broken || partial.length === null || !partial.coverage.covers(partial.length)) return null;
    this.#partials.delete(key);
    return wholeOf(partial, packet);
  }

  /** Gives up what is not whole. */
  end(): void {
    for (const [key, partial] of this.#partials) this.#abandon(key, partial);
  }

  #begin(key: string, packet: IpPacket, firstMs: number): Partial {
    if (this.#partials.size === MOST_DATAGRAMS) {
      for (const [oldest, partial] of this.#partials) {
        this.#abandon(oldest, partial);
        break;
      }
    }
    const partial: Partial = {
      bytes: new Uint8Array(KEPT_AT + KEPT),
      coverage: new Coverage(),
      firstMs,
      fragments: 0,
      length: null,
      furthest: 0,
      cutAt: Number.POSITIVE_INFINITY,
      broken: false,
      ecn: 0,
      protocol: packet.protocol,
    };
    const { view, source, destination } = packet;
    const length = packet.version === 4 ? 4 : 16;
    partial.bytes.set(new Uint8Array(view.buffer, view.byteOffset + source, length), 0);
    partial.bytes.set(new Uint8Array(view.buffer, view.byteOffset + destination, length), KEPT_AT / 2);
    this.#partials.set(key, partial);
    return partial;
  }

  #place(partial: Partial, packet: IpPacket, { offset, more }: Fragment, length: number): void {
    const last = offset + length;
    const added = partial.coverage.add(offset, last);
    partial.furthest = Math.max(partial.furthest, last);
    if (!more) {
      if (partial.length !== null && partial.length !== last) partial.broken = true;
      partial.length = last;
    }
    // Two ends that differ, data behind the end; and RFC 8200 §4.5 drops an IPv6 datagram whose fragments overlap.
    if (partial.length !== null && partial.furthest > partial.length) partial.broken = true;
    if (added === 'too-many' || (added === 'overlap' && packet.version === 6)) partial.broken = true;
    if (offset === 0) [partial.ecn, partial.protocol] = [packet.ecn, packet.protocol];
    const captured = Math.max(0, Math.min(length, packet.end - packet.payload));
    if (captured < length) partial.cutAt = Math.min(partial.cutAt, offset + captured);
    if (offset >= KEPT || added === 'again') return;
    const kept = Math.min(captured, KEPT - offset);
    const { view, payload } = packet;
    partial.bytes.set(new Uint8Array(view.buffer, view.byteOffset + payload, kept), KEPT_AT + offset);
  }

  #abandon(key: string, { fragments }: Partial): void {
    this.#partials.delete(key);
    this.abandoned += fragments;
  }
}

function wholeOf({ bytes, fragments, length, cutAt, ecn, protocol }: Partial, packet: IpPacket): Whole {
  const total = length ?? 0;
  return {
    packet: {
      ...packet,
      view: new DataView(bytes.buffer),
      source: 0,
      destination: KEPT_AT / 2,
      ecn: ecn as IpPacket['ecn'],
      protocol,
      payload: KEPT_AT,
      payloadEnd: KEPT_AT + total,
      end: KEPT_AT + Math.min(cutAt, total, KEPT),
      fragment: null,
    },
    fragments,
    cut: cutAt < total,
  };
}

/** RFC 791 §3.2: addresses, protocol and identification; RFC 8200 §4.5: the same without the protocol. */
function keyOf({ view, version, source, destination, protocol }: IpPacket, { id }: Fragment): string {
  const length = version === 4 ? 4 : 16;
  const address = (at: number) => String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length));
  return `${address(source)}${address(destination)}${version === 4 ? protocol : 6}/${id}`;
}
