import { addressBytes } from '../../../src/trace/ip-address.ts';

/** The bytes of a flow from addresses written as `address:port`. */
export function flowOf(from: string, to: string): string {
  const [source, destination] = [endOf(from), endOf(to)];
  return String.fromCharCode(...source.address, ...destination.address, ...source.port, ...destination.port);
}

function endOf(written: string): { address: Uint8Array; port: [number, number] } {
  const at = written.lastIndexOf(':');
  const address = addressBytes(written.slice(0, at));
  const port = Number(written.slice(at + 1));
  if (address === null) throw new Error(written);
  return { address, port: [port >> 8, port & 0xff] };
}
