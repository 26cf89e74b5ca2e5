/** The protocol number of TCP in the IP header and in the pseudo-header. */
export const TCP_PROTOCOL = 6;

/** The Internet checksum of the bytes (RFC 1071 §1): the one's complement of the one's complement sum of 16-bit words. */
export function internetChecksum(bytes: Uint8Array): number {
  return ~folded(sumOf(bytes)) & 0xffff;
}

/**
 * The checksum of a TCP segment whose checksum field is 0, under the pseudo-header of its IP version (RFC 9293 §3.1;
 * RFC 8200 §8.1). Addresses are of 4 or 16 bytes, both alike.
 */
export function tcpChecksum(source: Uint8Array, destination: Uint8Array, segment: Uint8Array): number {
  return ~folded(sumOf(segment) + pseudoHeaderSum(source, destination, segment.length)) & 0xffff;
}

/** Whether a TCP segment that came with these addresses carries the right checksum (MUST-3). */
export function hasRightChecksum(source: Uint8Array, destination: Uint8Array, segment: Uint8Array): boolean {
  return folded(sumOf(segment) + pseudoHeaderSum(source, destination, segment.length)) === 0xffff;
}

/** Addresses, protocol and TCP length; where the zeros stand, which differs between IPv4 and IPv6, adds nothing. */
function pseudoHeaderSum(source: Uint8Array, destination: Uint8Array, length: number): number {
  return sumOf(source) + sumOf(destination) + TCP_PROTOCOL + length;
}

/** Sum of the 16-bit words, an odd byte padded on the right with zeros. Exact: far below 2^53 for any IP packet. */
function sumOf(bytes: Uint8Array): number {
  let sum = 0;
  const even = bytes.length & ~1;
  for (let i = 0; i < even; i += 2) sum += ((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0);
  return even === bytes.length ? sum : sum + ((bytes[even] ?? 0) << 8);
}

function folded(sum: number): number {
  let rest = sum;
  while (rest > 0xffff) rest = Math.floor(rest / 0x1_0000) + (rest % 0x1_0000);
  return rest;
}
