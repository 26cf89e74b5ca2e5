import { InterfaceClock, MICROSECONDS_PER_SECOND, unitsPerSecond } from './interface-clock.ts';

/** What an Interface Description Block says of the frames of its interface. */
export interface CaptureInterface {
  readonly linkType: number;
  /** The most bytes taken of a frame; 0 for no limit. */
  readonly snapLength: number;
  readonly clock: InterfaceClock;
}

const END_OF_OPTIONS = 0;
const IF_TSRESOL = 9;
const IF_TSOFFSET = 14;
/** Type and length of the block, link type, two bytes unused, snap length. */
const OPTIONS_AT = 16;

/**
 * Reads the block from `start` to `end`, its two lengths included (draft-ietf-opsawg-pcapng §4.2). Options that go
 * beyond it end the list.
 */
export function interfaceBlock(view: DataView, start: number, end: number, little: boolean): CaptureInterface {
  let units = MICROSECONDS_PER_SECOND;
  let offset = 0;
  const optionsEnd = end - 4;
  let at = start + OPTIONS_AT;
  while (optionsEnd - at >= 4) {
    const code = view.getUint16(at, little);
    const length = view.getUint16(at + 2, little);
    const value = at + 4;
    if (code === END_OF_OPTIONS || optionsEnd - value < length) break;
    if (code === IF_TSRESOL && length === 1) units = unitsPerSecond(view.getUint8(value));
    if (code === IF_TSOFFSET && length === 8) offset = Number(view.getBigInt64(value, little));
    at = value + length + (-length & 3);
  }
  return {
    linkType: view.getUint16(start + 8, little),
    snapLength: view.getUint32(start + 12, little),
    clock: new InterfaceClock(units, offset),
  };
}
