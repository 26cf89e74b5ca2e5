import { createHash } from 'node:crypto';

/** The connection identifier an ISN is derived from: addresses and ports of both ends. */
export interface FourTuple {
  readonly localAddress: string;
  readonly localPort: number;
  readonly remoteAddress: string;
  readonly remotePort: number;
}

/**
 * ISN = M + F(localip, localport, remoteip, remoteport, secretkey) (RFC 6528 §3, RFC 9293 §3.4.1). M ticks every
 * 4 microseconds; `nowMs` is the host's clock in ms. F is a keyed hash, so that it cannot be computed from
 * outside (MUST-9).
 */
export function rfc6528Isn(tuple: FourTuple, secret: string, nowMs: number): number {
  const identity = [tuple.localAddress, tuple.localPort, tuple.remoteAddress, tuple.remotePort, secret].join('|');
  const f = createHash('sha256').update(identity).digest().readUInt32BE(0);
  const m = Math.floor(nowMs * 250) % 0x1_0000_0000;
  return (m + f) >>> 0;
}
