/*
 * Writes capture files of every kind that is read, from frames: a writer of its own, which shares nothing with the reader.
 */

/** A frame, when it was captured (since the epoch), and what it was on the wire. */
export interface Frame {
  readonly seconds: number;
  readonly nanoseconds: number;
  readonly bytes: Uint8Array;
  readonly wireLength: number;
}

type Field = Uint8Array | { readonly size: 1 | 2 | 4 | 8; readonly value: bigint };

export const u8 = (value: number): Field => ({ size: 1, value: BigInt(value) });
export const u16 = (value: number): Field => ({ size: 2, value: BigInt(value) });
export const u32 = (value: number): Field => ({ size: 4, value: BigInt(value) });
export const u64 = (value: bigint): Field => ({ size: 8, value });

/** Fields one after the other, in this byte order. */
export function pack(little: boolean, ...fields: readonly Field[]): Uint8Array {
  const parts = fields.map((field) => {
    if (field instanceof Uint8Array) return field;
    const bytes = Array.from({ length: field.size }, (_, i) => Number((field.value >> BigInt(8 * i)) & 0xffn));
    return Uint8Array.from(little ? bytes : bytes.reverse());
  });
  return joined(parts);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** The frames of a pcap file with microseconds in little-endian order, such as the recorded ones are. */
export function framesOf(file: Uint8Array): readonly Frame[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const frames: Frame[] = [];
  for (let at = 24; at < file.length; ) {
    const captured = view.getUint32(at + 8, true);
    frames.push({
      seconds: view.getUint32(at, true),
      nanoseconds: view.getUint32(at + 4, true) * 1000,
      bytes: file.slice(at + 16, at + 16 + captured),
      wireLength: view.getUint32(at + 12, true),
    });
    at += 16 + captured;
  }
  return frames;
}

export interface PcapStyle {
  readonly little?: boolean;
  readonly nano?: boolean;
  /** Record headers of old patches to libpcap. */
  readonly modified?: boolean;
  readonly linkType?: number;
}

export function pcapOf(frames: readonly Frame[], style: PcapStyle = {}): Uint8Array {
  const { little = true, nano = false, modified = false, linkType = 1 } = style;
  const magic = nano ? 0xa1b2_3c4d : modified ? 0xa1b2_cd34 : 0xa1b2_c3d4;
  const header = pack(little, u32(magic), u16(2), u16(4), u32(0), u32(0), u32(262_144), u32(linkType));
  const records = frames.map(({ seconds, nanoseconds, bytes, wireLength }) => {
    const fraction = nano ? nanoseconds : Math.floor(nanoseconds / 1000);
    const more = modified ? [u32(1), u16(0x0800), u8(0), u8(0)] : [];
    return pack(little, u32(seconds), u32(fraction), u32(bytes.length), u32(wireLength), ...more, bytes);
  });
  return joined([header, ...records]);
}

/** A block of a pcapng file. */
export function block(little: boolean, type: number, ...fields: readonly Field[]): Uint8Array {
  const body = pack(little, ...fields);
  const padding = new Uint8Array(-body.length & 3);
  const length = 12 + body.length + padding.length;
  return pack(little, u32(type), u32(length), body, padding, u32(length));
}

export function section(little: boolean, length = 0xffff_ffff_ffff_ffffn): Uint8Array {
  return block(little, 0x0a0d_0d0a, u32(0x1a2b_3c4d), u16(1), u16(0), u64(length));
}

export interface InterfaceStyle {
  readonly linkType?: number;
  readonly snapLength?: number;
  /** The byte of if_tsresol. */
  readonly resolution?: number;
  /** Seconds of if_tsoffset. */
  readonly offset?: bigint;
}

export function interfaceBlock(little: boolean, style: InterfaceStyle = {}): Uint8Array {
  const { linkType = 1, snapLength = 0, resolution, offset } = style;
  const options = [option(little, 2, new TextEncoder().encode('eth0\u001b[31m'))];
  if (resolution !== undefined) options.push(option(little, 9, Uint8Array.of(resolution)));
  if (offset !== undefined) options.push(option(little, 14, pack(little, u64(BigInt.asUintN(64, offset)))));
  return block(little, 1, u16(linkType), u16(0), u32(snapLength), ...options, option(little, 0, new Uint8Array(0)));
}

export function option(little: boolean, code: number, value: Uint8Array): Uint8Array {
  return pack(little, u16(code), u16(value.length), value, new Uint8Array(-value.length & 3));
}

/** How often an interface's clock ticks in a second, and from when it counts (seconds). */
export interface Ticks {
  readonly perSecond: bigint;
  readonly offset?: bigint;
}

export const MICROSECONDS: Ticks = { perSecond: 1_000_000n };

function ticksOf({ seconds, nanoseconds }: Frame, { perSecond, offset = 0n }: Ticks): readonly [Field, Field] {
  const ticks = (BigInt(seconds) - offset) * perSecond + (BigInt(nanoseconds) * perSecond) / 1_000_000_000n;
  return [u32(Number(ticks >> 32n)), u32(Number(ticks & 0xffff_ffffn))];
}

export function enhanced(little: boolean, id: number, frame: Frame, ticks = MICROSECONDS): Uint8Array {
  const { bytes, wireLength } = frame;
  const fields = [u32(id), ...ticksOf(frame, ticks), u32(bytes.length), u32(wireLength)];
  const padding = new Uint8Array(-bytes.length & 3);
  const comment = option(little, 1, new TextEncoder().encode('a comment'));
  return block(little, 6, ...fields, bytes, padding, comment, option(little, 0, new Uint8Array(0)));
}

export function obsolete(little: boolean, id: number, frame: Frame, ticks = MICROSECONDS): Uint8Array {
  const { bytes, wireLength } = frame;
  return block(little, 2, u16(id), u16(0xffff), ...ticksOf(frame, ticks), u32(bytes.length), u32(wireLength), bytes);
}

export function simple(little: boolean, { bytes, wireLength }: Frame): Uint8Array {
  return block(little, 3, u32(wireLength), bytes);
}
