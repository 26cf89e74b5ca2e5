import type { CapturedSegment } from '../../src/captures/packet/captured-segment.ts';
import { readCapture } from './read-capture.ts';
import {
  ATOMIC_FRAGMENT,
  AUTHENTICATION,
  DESTINATION_OPTIONS,
  extended,
  fragmented,
  HOP_BY_HOP,
  inLink,
  ipOf,
  LINKS,
  snapped,
  withIp,
  withOptions,
} from './wrapping.ts';
import {
  block,
  enhanced,
  type Frame,
  framesOf,
  interfaceBlock,
  joined,
  obsolete,
  pack,
  pcapOf,
  section,
  simple,
  u16,
  u32,
} from './writing.ts';

/** A recorded conversation in another file format, link layer or packet, and what must be read of it. */
export interface Variant {
  readonly name: string;
  readonly file: Uint8Array;
  readonly segments: readonly CapturedSegment[];
  /** Frames, or what counts as one, that are not TCP; none when not said. */
  readonly passedOver?: number;
}

/** The recorded conversations that the variants are made from, and what is read of them. */
function baseOf(fileOf: (capture: string) => Uint8Array) {
  const v4 = framesOf(fileOf('fast_retransmit_sack.pcap'));
  const v6 = framesOf(fileOf('ipv6.pcap'));
  const [ofV4, ofV6] = [segmentsOf(v4), segmentsOf(v6)];
  const both = [...v4, ...v6];
  // Times with a fraction of a microsecond, which only some formats keep.
  const toTheNs = v4.map((frame, i) => ({ ...frame, nanoseconds: frame.nanoseconds + ((i * 37) % 1000) }));
  const ofNs = ofV4.map((segment, i) => ({ ...segment, ms: msSince(toTheNs[0]!, toTheNs[i]!) }));
  return { v4, v6, ofV4, ofV6, both, ofBoth: segmentsOf(both), toTheNs, ofNs };
}

const segmentsOf = (frames: readonly Frame[]) => readCapture(pcapOf(frames)).segments;

function msSince(first: Frame, frame: Frame): number {
  return ((frame.seconds - first.seconds) * 1e9 + frame.nanoseconds - first.nanoseconds) / 1e6;
}

/**
 * As unit and number of the pcapng interface: a power of ten, one of two, picoseconds, and counted from another time.
 */
const CLOCKS = [
  { resolution: 9, perSecond: 1_000_000_000n },
  { resolution: 0x80 | 32, perSecond: 1n << 32n },
  { resolution: 12, perSecond: 1_000_000_000_000n, offset: 1_795_000_000n },
  { resolution: 9, perSecond: 1_000_000_000n, offset: 1_700_000_000n },
];

function pcapngVariants({ v4, v6, ofV4, ofBoth, toTheNs, ofNs }: ReturnType<typeof baseOf>): readonly Variant[] {
  const variants: Variant[] = [];
  for (const little of [true, false]) {
    const order = little ? 'little-endian' : 'big-endian';
    const unknown = block(little, 0x0bad_f00d, new Uint8Array(1001).fill(0xff));
    for (const clock of CLOCKS) {
      const { resolution, offset } = clock;
      // Powers of two do not divide nanoseconds: what is written is rounded down, and so is what is read.
      const segments = resolution & 0x80 ? ofV4 : ofNs;
      const frames =
        resolution & 0x80 ? v4.map((frame) => ({ ...frame, nanoseconds: frame.nanoseconds + 1 })) : toTheNs;
      const port = { resolution, ...(offset === undefined ? {} : { offset }) };
      const blocks = frames.map((frame) => enhanced(little, 0, frame, clock));
      variants.push({
        name: `pcapng, ${order}, resolution ${resolution}, offset ${offset ?? 'none'}`,
        file: joined([section(little), unknown, interfaceBlock(little, port), ...blocks, unknown]),
        segments,
      });
    }
    variants.push({
      name: `pcapng, ${order}, obsolete packet blocks`,
      file: joined([section(little), interfaceBlock(little), ...v4.map((frame) => obsolete(little, 0, frame))]),
      segments: ofV4,
    });
    variants.push({
      name: `pcapng, ${order}, simple packet blocks after a frame with a time`,
      file: joined([
        section(little),
        interfaceBlock(little, { snapLength: 200 }),
        enhanced(little, 0, v4[0]!),
        ...v4.slice(1).map((frame) => simple(little, snapped([frame], 200)[0]!)),
      ]),
      segments: cutAt(200, ofV4, v4).map((segment) => ({ ...segment, ms: 0 })),
    });
  }
  variants.push({
    name: 'pcapng, custom blocks and journal entries, which have numbers, and names, statistics and secrets, which have none',
    file: joined([
      section(true),
      interfaceBlock(true),
      block(true, 9, new TextEncoder().encode('__REALTIME_TIMESTAMP=1463540561000000\nMESSAGE=\u001b[2J\n\n')),
      block(true, 0x0bad, u32(32_473), new Uint8Array(8)),
      block(true, 0x4000_0bad, u32(32_473), new Uint8Array(8)),
      block(true, 4, u16(0), u16(0)),
      ...v4.map((frame) => enhanced(true, 0, frame)),
      block(true, 5, u32(0), u32(0), u32(0)),
      block(true, 10, u32(0x544c_534b), u32(0)),
    ]),
    segments: ofV4.map((segment) => ({ ...segment, frame: segment.frame + 3 })),
    passedOver: 3,
  });
  variants.push({
    name: 'pcapng, two sections of either byte order, two interfaces of other link types and clocks',
    file: joined([
      section(false),
      interfaceBlock(false, { linkType: 276, resolution: 9 }),
      interfaceBlock(false, { linkType: 101 }),
      ...v4.map((frame, i) =>
        i % 2
          ? enhanced(false, 1, inLink([frame], 'raw IP')[0]!)
          : enhanced(false, 0, inLink([frame], 'Linux cooked v2')[0]!, { perSecond: 1_000_000_000n }),
      ),
      section(true),
      interfaceBlock(true),
      ...v6.map((frame) => enhanced(true, 0, frame)),
    ]),
    segments: ofBoth,
  });
  return variants;
}

/** What is left of segments whose frames were cut. */
function cutAt(snapLength: number, segments: readonly CapturedSegment[], frames: readonly Frame[]) {
  return segments.map((segment, i) =>
    frames[i]!.bytes.length > snapLength ? { ...segment, cut: true, checksum: 'unverified' as const } : segment,
  );
}

/**
 * Fragments in this order within a datagram, with what must come out: each segment with the frame that completes it.
 */
function inFragments(
  name: string,
  frames: readonly Frame[],
  size: number,
  order: (parts: Frame[]) => Frame[],
): Variant {
  const base = segmentsOf(frames);
  const all: Frame[] = [];
  const segments = base.map((segment, i): CapturedSegment => {
    const frame = frames[i]!;
    const parts = fragmented(ipOf(frame), size, 1000 + i);
    const written = parts.map((ip) => {
      const bytes = joined([frame.bytes.slice(0, 14), ip]);
      return { ...frame, bytes, wireLength: bytes.length };
    });
    all.push(...order(written));
    const fragments = parts.length;
    return { ...segment, frame: all.length, fragments, checksum: fragments > 1 ? 'unverified' : segment.checksum };
  });
  return { name, file: pcapOf(all), segments };
}

/** An empty routing header of type 0 to the packet's own destination is no longer on its way: nothing of it counts. */
const ROUTED = [43, Uint8Array.of(0, 2, 0, 0, 0, 0, 0, 0, ...new Uint8Array(16))] as const;

/** `fileOf`: a recorded conversation by its file name (test/captures/oracles). */
export function variants(fileOf: (capture: string) => Uint8Array): readonly Variant[] {
  const base = baseOf(fileOf);
  const { v4, v6, ofV4, ofV6, both, ofBoth, toTheNs, ofNs } = base;
  const chain = [HOP_BY_HOP, ROUTED, DESTINATION_OPTIONS, AUTHENTICATION, ATOMIC_FRAGMENT];
  return [
    { name: 'pcap, big-endian', file: pcapOf(both, { little: false }), segments: ofBoth },
    { name: 'pcap, nanoseconds', file: pcapOf(toTheNs, { nano: true }), segments: ofNs },
    { name: 'pcap, nanoseconds, big-endian', file: pcapOf(toTheNs, { nano: true, little: false }), segments: ofNs },
    { name: 'pcap with longer record headers', file: pcapOf(both, { modified: true }), segments: ofBoth },
    ...pcapngVariants(base),
    ...Object.entries(LINKS).map(([name, { linkType }]) => ({
      name,
      // The longest frames of the IPv6 conversation do not fit IEEE 802.3 with its headers.
      file: pcapOf(inLink(name === 'SNAP' ? v4 : both, name), { linkType }),
      segments: name === 'SNAP' ? ofV4 : ofBoth,
    })),
    { name: 'raw IP as BSD numbers it', file: pcapOf(inLink(both, 'raw IP'), { linkType: 12 }), segments: ofBoth },
    { name: 'IPv4 alone', file: pcapOf(inLink(v4, 'raw IP'), { linkType: 228 }), segments: ofV4 },
    { name: 'IPv6 alone', file: pcapOf(inLink(v6, 'raw IP'), { linkType: 229 }), segments: ofV6 },
    {
      name: 'IPv6 extension headers',
      file: pcapOf(withIp(v6, (ip) => extended(ip, chain))),
      segments: ofV6,
    },
    {
      name: 'IPv4 options',
      file: pcapOf(withIp(v4, (ip) => withOptions(ip, Uint8Array.of(1, 7, 7, 4, 0, 0, 0, 0)))),
      segments: ofV4,
    },
    {
      name: 'IPv4 without a length, left to the network card',
      file: pcapOf(withIp(v4, (ip) => joined([ip.slice(0, 2), pack(false, u16(0)), ip.slice(4)]))),
      segments: ofV4,
    },
    {
      name: 'IPv6 without a length, left to the network card',
      file: pcapOf(withIp(v6, (ip) => joined([ip.slice(0, 4), pack(false, u16(0)), ip.slice(6)]))),
      segments: ofV6,
    },
    { name: 'snap length 90', file: pcapOf(snapped(v4, 90)), segments: cutAt(90, ofV4, v4) },
    { name: 'snap length 96', file: pcapOf(snapped(v6, 96)), segments: cutAt(96, ofV6, v6) },
    inFragments('IPv4 fragments', v4, 200, (parts) => parts),
    inFragments('IPv4 fragments, the last first', v4, 104, (parts) => parts.reverse()),
    inFragments('IPv4 fragments that split the TCP header', v4, 8, (parts) => parts),
    inFragments('IPv6 fragments', v6, 48, (parts) => parts),
    inFragments('IPv6 fragments, the last first', v6, 32, (parts) => parts.reverse()),
  ];
}
