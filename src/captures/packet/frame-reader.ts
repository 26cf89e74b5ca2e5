import type { CapturedSegment } from './captured-segment.ts';
import { FlowNames } from './flow-names.ts';
import { Fragments } from './fragments.ts';
import type { FrameSink } from './frame-sink.ts';
import { AUTHENTICATION, type FrameBytes, type IpPacket, notTcp, TCP } from './ip-packet.ts';
import { readIpv4 } from './ipv4.ts';
import { isExtension, readExtensions, readIpv6 } from './ipv6.ts';
import { ipHeaderAt } from './link-layer.ts';
import type { PassedOver } from './passed-over.ts';
import { type Circumstances, readSegment } from './read-segment.ts';

/** The furthest from 1970 that a Date can be, seconds. */
const LAST_SECOND = 8_640_000_000_000 - 1;

const NOTHING: DataView = new DataView(new ArrayBuffer(0));

/** Reads frames one after the other, gives the TCP segments in them, and counts those that have none. */
export class FrameReader implements FrameSink {
  frames = 0;
  segments = 0;
  /** Time of the first frame that has one, ms since the epoch. */
  epochMs: number | null = null;
  readonly passedOver: Record<PassedOver, number> = {
    'not-tcp': 0,
    'unknown-link': 0,
    malformed: 0,
    'header-cut': 0,
    fragment: 0,
  };
  readonly #onSegment: (segment: CapturedSegment) => void;
  readonly #flows = new FlowNames();
  readonly #fragments = new Fragments();
  #firstSeconds = 0;
  #firstNanoseconds = 0;
  #ms = 0;
  readonly #bytes: { -readonly [Key in keyof FrameBytes]: FrameBytes[Key] } = { view: NOTHING, end: 0, wireEnd: 0 };
  readonly #packet: IpPacket = {
    view: NOTHING,
    version: 4,
    source: 0,
    destination: 0,
    ecn: 0,
    identification: null,
    protocol: 0,
    payload: 0,
    payloadEnd: 0,
    end: 0,
    fragment: null,
  };
  readonly #about: { -readonly [Key in keyof Circumstances]: Circumstances[Key] };

  constructor(onSegment: (segment: CapturedSegment) => void, keepsHeader = false) {
    this.#onSegment = onSegment;
    this.#about = { frame: 0, ms: 0, fragments: 1, cut: false, keepsHeader };
  }

  /** From here on segments come without their headers. */
  leaveOutHeaders(): void {
    this.#about.keepsHeader = false;
  }

  at(seconds: number, nanoseconds: number): void {
    // A time that no calendar has says nothing: as if the frame had none.
    if (Math.abs(seconds) > LAST_SECOND) return;
    if (this.epochMs === null) {
      this.#firstSeconds = seconds;
      this.#firstNanoseconds = nanoseconds;
      this.epochMs = seconds * 1000 + nanoseconds / 1e6;
    }
    // Whole nanoseconds as long as they are exact; one division rounds.
    this.#ms = ((seconds - this.#firstSeconds) * 1e9 + (nanoseconds - this.#firstNanoseconds)) / 1e6;
  }

  frame(view: DataView, start: number, end: number, wireLength: number, linkType: number): void {
    this.frames++;
    const bytes = this.#bytes;
    bytes.view = view;
    bytes.end = end;
    bytes.wireEnd = Math.max(end, start + wireLength);
    const passed = this.#read(start, linkType);
    if (passed !== null) this.passedOver[passed]++;
  }

  numbered(): void {
    this.frames++;
    this.passedOver['not-tcp']++;
  }

  /** Counts the fragments whose datagrams did not become whole. */
  end(): void {
    this.#fragments.end();
    this.passedOver.fragment = this.#fragments.abandoned;
  }

  #read(start: number, linkType: number): PassedOver | null {
    const bytes = this.#bytes;
    const at = ipHeaderAt(bytes, start, linkType);
    if (typeof at === 'string') return at;
    const packet = this.#packet;
    const four = bytes.view.getUint8(at) >>> 4 === 4;
    const failed = four ? readIpv4(bytes, at, packet) : readIpv6(bytes, at, packet);
    if (failed !== null) return failed;
    const { fragment } = packet;
    if (fragment !== null) {
      if (packet.protocol !== TCP && !this.#mayPrecede(packet)) return notTcp(packet.protocol);
      const whole = this.#fragments.add(packet, fragment, this.#ms);
      this.passedOver.fragment = this.#fragments.abandoned;
      if (whole === null || whole === 'malformed') return whole;
      return this.#segment(whole.packet, whole.fragments, whole.cut);
    }
    return this.#segment(packet, 1, packet.end < packet.payloadEnd);
  }

  #segment(packet: IpPacket, fragments: number, cut: boolean): PassedOver | null {
    if (packet.protocol !== TCP) {
      if (!this.#mayPrecede(packet)) return notTcp(packet.protocol);
      const { view, end, payloadEnd } = packet;
      const failed = readExtensions({ view, end, wireEnd: payloadEnd }, packet, false);
      if (failed !== null) return failed;
      if (packet.fragment !== null) return 'malformed';
      if (packet.protocol !== TCP) return notTcp(packet.protocol);
    }
    const about = this.#about;
    about.frame = this.frames;
    about.ms = this.#ms;
    about.fragments = fragments;
    about.cut = cut;
    const segment = readSegment(packet, about, this.#flows);
    if (typeof segment === 'string') return segment;
    this.segments++;
    this.#onSegment(segment);
    return null;
  }

  /**
   * Whether a header with this protocol number has another one behind it: in IPv4 only the authentication header
   * does.
   */
  #mayPrecede({ version, protocol }: IpPacket): boolean {
    return version === 6 ? isExtension(protocol) : protocol === AUTHENTICATION;
  }
}
