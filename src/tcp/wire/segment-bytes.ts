import type { Segment } from '../segment.ts';
import { tcpChecksum } from './checksum.ts';
import { optionBytes } from './option-bytes.ts';

/** Where a segment comes from or goes to: an address of 4 (IPv4) or 16 bytes (IPv6), and a port. */
export interface Socket {
  readonly address: Uint8Array;
  readonly port: number;
}

const FIXED_HEADER = 20;

/**
 * A segment as it goes into an IP packet: header, options, data (RFC 9293 §3.1), with its checksum (MUST-2). Throws
 * RangeError for options that do not fit.
 */
export function segmentBytes(segment: Segment, source: Socket, destination: Socket): Uint8Array {
  const options = optionBytes(segment.options);
  const headerLength = FIXED_HEADER + options.length;
  const bytes = new Uint8Array(headerLength + segment.data.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, source.port);
  view.setUint16(2, destination.port);
  view.setUint32(4, segment.seq);
  view.setUint32(8, segment.ack);
  view.setUint8(12, (headerLength / 4) << 4);
  view.setUint8(13, segment.flags);
  view.setUint16(14, segment.window);
  view.setUint16(18, segment.urgent);
  bytes.set(options, FIXED_HEADER);
  bytes.set(segment.data, headerLength);
  view.setUint16(16, tcpChecksum(source.address, destination.address, bytes));
  return bytes;
}
