import type { HostName } from '../trace/trace.ts';

/** The byte at `offset` of what `host` sends: differs from its neighbours near and far, and between the hosts. */
export function payloadByte(host: HostName, offset: number): number {
  return (offset ^ (offset >>> 7) ^ (offset >>> 15) ^ (host === 'client' ? 0x5a : 0xa5)) & 0xff;
}

/** Bytes offset..offset+length of the stream that `host` sends in one connection. */
export function payload(host: HostName, offset: number, length: number): Uint8Array {
  const out = new Uint8Array(length);
  for (let i = 0; i < length; i++) out[i] = payloadByte(host, offset + i);
  return out;
}
