/*
 * A flow is one direction between two sockets, as a string of the bytes source address, destination address, source port,
 * destination port: 12 for IPv4, 36 for IPv6. Strings compare and hash faster than anything made of objects.
 */

/** One end: its address as people write it (IPv6 as RFC 5952 says) and its port. */
export interface SocketAddress {
  readonly address: string;
  readonly port: number;
}

/** The flow in the other direction. */
export function reverseFlow(flow: string): string {
  const address = (flow.length - 4) / 2;
  return (
    flow.slice(address, 2 * address) +
    flow.slice(0, address) +
    flow.slice(2 * address + 2) +
    flow.slice(2 * address, 2 * address + 2)
  );
}

/** Both ends of a flow. */
export function socketsOf(flow: string): { readonly source: SocketAddress; readonly destination: SocketAddress } {
  const address = (flow.length - 4) / 2;
  const port = (at: number) => (flow.charCodeAt(at) << 8) | flow.charCodeAt(at + 1);
  return {
    source: { address: addressText(flow.slice(0, address)), port: port(2 * address) },
    destination: { address: addressText(flow.slice(address, 2 * address)), port: port(2 * address + 2) },
  };
}

function addressText(bytes: string): string {
  if (bytes.length === 4) return [...bytes].map((byte) => byte.charCodeAt(0)).join('.');
  const groups = Array.from({ length: 8 }, (_, i) => (bytes.charCodeAt(2 * i) << 8) | bytes.charCodeAt(2 * i + 1));
  return compressed(groups);
}

/**
 * RFC 5952 §4: lower case, no leading zeros, `::` for the longest run of two zero groups or more, the first of
 * equals.
 */
function compressed(groups: readonly number[]): string {
  let [start, length] = [0, 0];
  for (let i = 0; i < groups.length; i++) {
    let run = 0;
    while (groups[i + run] === 0) run++;
    if (run > length) [start, length] = [i, run];
    i += run;
  }
  const written = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
  if (length < 2) return written(groups);
  return `${written(groups.slice(0, start))}::${written(groups.slice(start + length))}`;
}
