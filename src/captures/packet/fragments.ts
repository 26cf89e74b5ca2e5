import { Coverage } from './coverage.ts';
import type { Fragment, IpPacket } from './ip-packet.ts';

/** Datagrams of which some but not all fragments have come: the oldest makes room for a new one. */
const MOST_DATAGRAMS = 1024;
/** What is kept of a datagram's payload: enough for extension headers and the longest TCP header. */
const KEPT = 256;
/** Where it is kept, behind two addresses of the longer kind. */
const KEPT_AT = 32;
const LONGEST_DATAGRAM = 65_535;
/**
 * How long a receiver waits for the rest (RFC 1122 §3.3.2: between 60 and 120 s), ms. After it the identification is
 * of another datagram.
 */
const PATIENCE_MS = 120_000;

/** A datagram on its way to being whole. */
interface Incomplete {
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

/**
 * A datagram that has become whole, as a packet of its own that holds only its beginning, and in how many fragments
 * it came.
 */
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
  readonly #incomplete = new Map<string, Incomplete>();

  /** Takes a fragment; gives the datagram that it completes, 'malformed' for a fragment that cannot be, or null. */
  add(packet: IpPacket, fragment: Fragment, ms: number): Whole | 'malformed' | null {
    const length = packet.payloadEnd - packet.payload;
    const last = fragment.offset + length;
    if (length === 0 || last > LONGEST_DATAGRAM || (fragment.more && length % 8 !== 0)) return 'malformed';
    const key = keyOf(packet, fragment);
    let datagram = this.#incomplete.get(key);
    if (datagram !== undefined && Math.abs(ms - datagram.firstMs) > PATIENCE_MS) {
      this.#abandon(key, datagram);
      datagram = undefined;
    }
    datagram ??= this.#begin(key, packet, ms);
    datagram.fragments++;
    if (datagram.broken) return null;
    this.#place(datagram, packet, fragment, length);
    if (datagram.broken || datagram.length === null || !datagram.coverage.covers(datagram.length)) return null;
    this.#incomplete.delete(key);
    return wholeOf(datagram, packet);
  }

  /** Gives up what is not whole. */
  end(): void {
    for (const [key, datagram] of this.#incomplete) this.#abandon(key, datagram);
  }

  #begin(key: string, packet: IpPacket, firstMs: number): Incomplete {
    if (this.#incomplete.size === MOST_DATAGRAMS) {
      for (const [oldest, datagram] of this.#incomplete) {
        this.#abandon(oldest, datagram);
        break;
      }
    }
    const datagram: Incomplete = {
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
    datagram.bytes.set(new Uint8Array(view.buffer, view.byteOffset + source, length), 0);
    datagram.bytes.set(new Uint8Array(view.buffer, view.byteOffset + destination, length), KEPT_AT / 2);
    this.#incomplete.set(key, datagram);
    return datagram;
  }

  #place(datagram: Incomplete, packet: IpPacket, { offset, more }: Fragment, length: number): void {
    const last = offset + length;
    const added = datagram.coverage.add(offset, last);
    datagram.furthest = Math.max(datagram.furthest, last);
    if (!more) {
      if (datagram.length !== null && datagram.length !== last) datagram.broken = true;
      datagram.length = last;
    }
    // Two ends that differ, data behind the end; and RFC 8200 §4.5 drops an IPv6 datagram whose fragments overlap.
    if (datagram.length !== null && datagram.furthest > datagram.length) datagram.broken = true;
    if (added === 'too-many' || (added === 'overlap' && packet.version === 6)) datagram.broken = true;
    if (offset === 0) [datagram.ecn, datagram.protocol] = [packet.ecn, packet.protocol];
    const captured = Math.max(0, Math.min(length, packet.end - packet.payload));
    if (captured < length) datagram.cutAt = Math.min(datagram.cutAt, offset + captured);
    if (offset >= KEPT || added === 'again') return;
    const kept = Math.min(captured, KEPT - offset);
    const { view, payload } = packet;
    datagram.bytes.set(new Uint8Array(view.buffer, view.byteOffset + payload, kept), KEPT_AT + offset);
  }

  #abandon(key: string, { fragments }: Incomplete): void {
    this.#incomplete.delete(key);
    this.abandoned += fragments;
  }
}

function wholeOf({ bytes, fragments, length, cutAt, ecn, protocol }: Incomplete, packet: IpPacket): Whole {
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
