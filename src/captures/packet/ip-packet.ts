import type { Ecn } from '../../tcp/segment.ts';
import type { PassedOver } from './passed-over.ts';

/** The part of a view that holds a frame. */
export interface FrameBytes {
  readonly view: DataView;
  /** Where the captured bytes end. */
  readonly end: number;
  /** Where the frame would end had all of it been captured. */
  readonly wireEnd: number;
}

/** What the IP headers of a frame say. One is used for all frames: making millions of them took time. */
export interface IpPacket {
  view: DataView;
  version: 4 | 6;
  /** Where the addresses stand in `view`: of 4 or 16 bytes. The destination is the last one of a source route. */
  source: number;
  destination: number;
  ecn: Ecn;
  identification: number | null;
  /** The protocol of what begins at `payload`. */
  protocol: number;
  payload: number;
  /** Where the payload ends by the length in the header; beyond `end` where the capture cut it off. */
  payloadEnd: number;
  /** Where the captured bytes end. */
  end: number;
  fragment: Fragment | null;
}

/** Where a fragment belongs in its datagram. */
export interface Fragment {
  /** Of its first byte, in the datagram's payload. */
  readonly offset: number;
  readonly more: boolean;
  readonly id: number;
}

/** Protocol numbers, and IPv6 extension headers with the same numbers (IANA). */
export const HOP_BY_HOP = 0;
export const IP_IN_IP = 4;
export const TCP = 6;
export const IPV6 = 41;
export const ROUTING = 43;
export const FRAGMENT = 44;
export const GRE = 47;
export const AUTHENTICATION = 51;
export const DESTINATION_OPTIONS = 60;
export const MOBILITY = 135;
export const HOST_IDENTITY = 139;
export const SHIM6 = 140;

/**
 * Why a header that needs bytes beyond the captured ones cannot be read: the snap length, or a frame that is too
 * short for it.
 */
export function missing({ end, wireEnd }: Pick<FrameBytes, 'end' | 'wireEnd'>): PassedOver {
  return wireEnd > end ? 'header-cut' : 'malformed';
}

/** What is not TCP: nothing of it, or packed into something that is not unpacked here. */
export function notTcp(protocol: number): PassedOver {
  return protocol === IP_IN_IP || protocol === IPV6 || protocol === GRE ? 'unknown-link' : 'not-tcp';
}
