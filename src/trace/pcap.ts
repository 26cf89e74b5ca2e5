/** A frame as a capture holds it. */
export interface CapturedFrame {
  /** Virtual time, ms. */
  readonly ms: number;
  readonly bytes: Uint8Array;
}

/** Classic pcap whose timestamps count nanoseconds: virtual times are fractions of a ms where an RTO was computed. */
const MAGIC = 0xa1b2_3c4d;
const FILE_HEADER = 24;
const RECORD_HEADER = 16;
/** The most bytes of a frame that readers are told to expect. */
const SNAPSHOT_LENGTH = 262_144;
const ETHERNET = 1;
const NANOSECONDS_PER_MS = 1_000_000;
const NANOSECONDS_PER_SECOND = 1_000_000_000;

/** A pcap file of Ethernet frames, in the order given. Time 0 of the run is 1970-01-01 00:00:00 UTC in the file. */
export function pcapFile(frames: readonly CapturedFrame[]): Uint8Array {
  const length = frames.reduce((sum, { bytes }) => sum + RECORD_HEADER + bytes.length, FILE_HEADER);
  const file = new Uint8Array(length);
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, 2, true);
  view.setUint16(6, 4, true);
  view.setUint32(16, SNAPSHOT_LENGTH, true);
  view.setUint32(20, ETHERNET, true);
  let at = FILE_HEADER;
  for (const { ms, bytes } of frames) {
    const nanoseconds = Math.round(ms * NANOSECONDS_PER_MS);
    view.setUint32(at, Math.floor(nanoseconds / NANOSECONDS_PER_SECOND), true);
    view.setUint32(at + 4, nanoseconds % NANOSECONDS_PER_SECOND, true);
    view.setUint32(at + 8, bytes.length, true);
    view.setUint32(at + 12, bytes.length, true);
    file.set(bytes, at + RECORD_HEADER);
    at += RECORD_HEADER + bytes.length;
  }
  return file;
}
