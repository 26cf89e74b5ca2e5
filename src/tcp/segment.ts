/** Control bits with their values in the header (RFC 9293 §3.1), lowest bit first; ECE and CWR are RFC 3168's. */
export const FIN = 0x01;
export const SYN = 0x02;
export const RST = 0x04;
export const PSH = 0x08;
export const ACK = 0x10;
export const URG = 0x20;
export const ECE = 0x40;
export const CWR = 0x80;

export type Flag = 'SYN' | 'FIN' | 'RST' | 'PSH' | 'URG' | 'ACK' | 'ECE' | 'CWR';

/** The ECN codepoint of the IP header that carries a segment (RFC 3168 §5). */
export type Ecn = 0 | 1 | 2 | 3;
export const NOT_ECT: Ecn = 0;
export const ECT_1: Ecn = 1;
export const ECT_0: Ecn = 2;
/** Congestion experienced: set by the network. */
export const CE: Ecn = 3;

/** The order flags are named in: <CTL=SYN,ACK>, <CTL=FIN,ACK> as the RFC's figures write them. */
const NAMED: readonly (readonly [Flag, number])[] = [
  ['SYN', SYN],
  ['FIN', FIN],
  ['RST', RST],
  ['PSH', PSH],
  ['URG', URG],
  ['ACK', ACK],
  ['ECE', ECE],
  ['CWR', CWR],
];

/** The lists of names given out so far, by flags: a trace shares one among all its segments with the same. */
const known: (readonly Flag[] | undefined)[] = [];

/** The names of the bits that are set, in the order of the RFC's figures. */
export function flagNames(flags: number): readonly Flag[] {
  const names = known[flags];
  if (names !== undefined) return names;
  const made = Object.freeze(NAMED.filter(([, bit]) => (flags & bit) !== 0).map(([name]) => name));
  known[flags] = made;
  return made;
}

/** The bits of the named flags. */
export function flagBits(names: readonly Flag[]): number {
  return NAMED.reduce((bits, [name, bit]) => (names.includes(name) ? bits | bit : bits), 0);
}

/** TCP options this engine reads and writes; an absent one is an absent key. */
export interface SegmentOptions {
  /** Maximum segment size in bytes, on SYN segments only (RFC 9293 §3.7.1). */
  readonly mss?: number;
  /** Window scale shift 0..14, on SYN segments only (RFC 7323 §2). */
  readonly windowScale?: number;
  /** SACK permitted, on SYN segments only (RFC 2018 §2). */
  readonly sackPermitted?: true;
  /** SACK blocks as [left edge, right edge), newest first (RFC 2018 §3). */
  readonly sack?: readonly (readonly [number, number])[];
  /** TSval and TSecr (RFC 7323 §3). */
  readonly timestamps?: readonly [number, number];
}

/**
 * One TCP segment. `window` is the field as sent, before any scaling. `ack` is 0 when the ACK bit is clear, `urgent`
 * (the urgent pointer) when URG is clear. `ecn` belongs to the IP header around it.
 */
export interface Segment {
  readonly seq: number;
  readonly ack: number;
  readonly flags: number;
  readonly window: number;
  readonly urgent: number;
  readonly ecn: Ecn;
  readonly options: SegmentOptions;
  readonly data: Uint8Array;
}

export const NO_DATA = new Uint8Array(0);
export const NO_OPTIONS: SegmentOptions = {};

/** The bytes that options add to the header, NOPs included: the length of what option-bytes.ts makes of them. */
export function optionsLength({ mss, sackPermitted, timestamps, windowScale, sack }: SegmentOptions): number {
  let length = 0;
  if (mss !== undefined) length += 4;
  if (timestamps !== undefined) length += 12;
  else if (sackPermitted) length += 4;
  if (windowScale !== undefined) length += 4;
  if (sack !== undefined && sack.length > 0) length += 4 + 8 * sack.length;
  return length;
}

/** SEG.LEN: data bytes plus one each for SYN and FIN (RFC 9293 §3.4). */
export function segmentLength(segment: Pick<Segment, 'flags' | 'data'>): number {
  const control = (segment.flags & SYN ? 1 : 0) + (segment.flags & FIN ? 1 : 0);
  return segment.data.length + control;
}
