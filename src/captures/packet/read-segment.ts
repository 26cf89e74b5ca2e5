import { ACK, NO_OPTIONS, type SegmentOptions, URG } from '../../tcp/segment.ts';
import { readOptions } from '../../tcp/wire/read-options.ts';
import type { CapturedSegment } from './captured-segment.ts';
import type { FlowNames } from './flow-names.ts';
import type { IpPacket } from './ip-packet.ts';
import type { PassedOver } from './passed-over.ts';
import { checksumState } from './segment-checksum.ts';

const SMALLEST_HEADER = 20;
/** Two NOPs, then the kind and length of timestamps: how nearly every segment's options begin that has any. */
const ALIGNED_TIMESTAMPS = 0x0101_080a;

/** What is known of a segment from outside its packet. */
export interface Circumstances {
  readonly frame: number;
  readonly ms: number;
  readonly fragments: number;
  /** Whether the snap length cut off some of its bytes. */
  readonly cut: boolean;
  /** Whether a copy of its header is to be kept. */
  readonly keepsHeader: boolean;
}

/** Reads the TCP segment in a packet, or says why it cannot be. */
export function readSegment(packet: IpPacket, about: Circumstances, flows: FlowNames): CapturedSegment | PassedOver {
  const { view, payload, payloadEnd, end, ecn, identification } = packet;
  const length = payloadEnd - payload;
  const captured = end - payload;
  if (length < SMALLEST_HEADER) return 'malformed';
  if (captured < SMALLEST_HEADER) return 'header-cut';
  const header = (view.getUint8(payload + 12) >>> 4) * 4;
  if (header < SMALLEST_HEADER || header > length) return 'malformed';
  const flags = view.getUint8(payload + 13);
  return {
    frame: about.frame,
    ms: about.ms,
    flow: flows.of(packet),
    seq: view.getUint32(payload + 4),
    ack: flags & ACK ? view.getUint32(payload + 8) : 0,
    flags,
    window: view.getUint16(payload + 14),
    urgent: flags & URG ? view.getUint16(payload + 18) : 0,
    ecn,
    options:
      header === SMALLEST_HEADER
        ? NO_OPTIONS
        : optionsOf(view, payload + SMALLEST_HEADER, payload + Math.min(header, captured)),
    len: length - header,
    identification,
    checksum: about.cut || about.fragments > 1 ? 'unverified' : checksumState(packet),
    fragments: about.fragments,
    cut: about.cut,
    optionsCut: captured < header,
    header: about.keepsHeader && captured >= header ? bytesOf(view, payload, payload + header).slice() : null,
  };
}

function optionsOf(view: DataView, start: number, end: number): SegmentOptions {
  if (end - start === 12 && view.getUint32(start) === ALIGNED_TIMESTAMPS) {
    return { timestamps: [view.getUint32(start + 4), view.getUint32(start + 8)] };
  }
  return readOptions(bytesOf(view, start, end)).options;
}

function bytesOf(view: DataView, start: number, end: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + start, end - start);
}
