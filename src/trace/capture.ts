import { CE, ECT_0, flagBits } from '../tcp/segment.ts';
import { type Socket, segmentBytes } from '../tcp/wire/segment-bytes.ts';
import { frame } from './frame.ts';
import { addressBytes } from './ip-address.ts';
import type { CapturedFrame } from './pcap.ts';
import { type HostName, peerOf, type Trace, type TracedHost, type TracedSegment } from './trace.ts';

export interface CaptureOptions {
  /** The end at which the capture is taken. */
  readonly at: HostName;
  /** Show an IPv4 conversation in IPv6 packets between documentation addresses (RFC 3849). */
  readonly ipv6: boolean;
  /** The data bytes of a segment: the trace only knows how many. */
  readonly payloadOf: (segment: TracedSegment) => Uint8Array;
}

type Interface = Socket & { readonly mac: Uint8Array };

/** Locally administered addresses (IEEE 802: the 2 of the first byte). */
const MACS: Readonly<Record<HostName, Uint8Array>> = {
  client: Uint8Array.of(2, 0, 0, 0, 0, 1),
  server: Uint8Array.of(2, 0, 0, 0, 0, 2),
};
const DOCUMENTATION: Readonly<Record<HostName, string>> = { client: '2001:db8::1', server: '2001:db8::2' };

/** A segment as it passes one end, ms. */
export interface Passing {
  readonly ms: number;
  readonly segment: TracedSegment;
}

/**
 * What passes one end, in its order: each segment that this end's TCP sent, when it was sent, lost ones too, and each that
 * arrived there, when it arrived.
 */
export function passingAt(trace: Trace, at: HostName): readonly Passing[] {
  return trace.events.flatMap((event) => {
    if (event.host !== at || (event.kind !== 'send' && event.kind !== 'arrive')) return [];
    const segment = trace.segments[event.segment - 1];
    // A forged segment leaves from somewhere else.
    if (segment === undefined || (event.kind === 'send' && segment.origin !== 'tcp')) return [];
    // What a router marks on its way left without the mark.
    const sent = event.kind === 'send' && segment.ecn === CE;
    return [{ ms: event.ms, segment: sent ? { ...segment, ecn: ECT_0 } : segment }];
  });
}

/**
 * The frames that a capture at one end holds: what passes there. The IPv4 identification is the segment's `n` (modulo
 * 2^16); a copy made by the network has that of its original. Throws RangeError for an address that is none.
 */
export function captureAt(trace: Trace, { at, ipv6, payloadOf }: CaptureOptions): CapturedFrame[] {
  const interfaces = {
    client: interfaceOf('client', trace.hosts.client, ipv6),
    server: interfaceOf('server', trace.hosts.server, ipv6),
  };
  return passingAt(trace, at).map(({ ms, segment }) => ({
    ms,
    bytes: frameOf(segment, interfaces, payloadOf(segment)),
  }));
}

function frameOf(
  traced: TracedSegment,
  interfaces: Readonly<Record<HostName, Interface>>,
  data: Uint8Array,
): Uint8Array {
  const source = interfaces[traced.from];
  const destination = interfaces[peerOf(traced.from)];
  const bytes = segmentBytes({ ...traced, flags: flagBits(traced.flags), data }, source, destination);
  const sent = traced.origin === 'copy' ? (traced.repeats ?? traced.n) : traced.n;
  return frame({ source, destination, identification: sent & 0xffff, ecn: traced.ecn }, bytes);
}

function interfaceOf(name: HostName, { address, port }: TracedHost, ipv6: boolean): Interface {
  const written = ipv6 && !address.includes(':') ? DOCUMENTATION[name] : address;
  const bytes = addressBytes(written);
  if (bytes === null) throw new RangeError(`${written} is not an IP address`);
  return { address: bytes, port, mac: MACS[name] };
}
