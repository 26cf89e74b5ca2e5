import type { CapturedSegment } from '../../../src/captures/packet/captured-segment.ts';
import { type Flag, flagBits } from '../../../src/tcp/segment.ts';
import { addressBytes } from '../../../src/trace/ip-address.ts';

/** A segment as the oracle (pcap2json.py, from tshark) has it. */
export interface JudgedSegment {
  readonly n: number;
  readonly t: number;
  readonly stream: number;
  readonly src: string;
  readonly dst: string;
  readonly seq: number;
  readonly ack: number | null;
  readonly len: number;
  readonly flags: readonly Flag[];
  readonly window_raw: number;
  readonly window: number;
  readonly options?: {
    readonly mss?: number;
    readonly wscale?: number;
    readonly sack_permitted?: boolean;
    readonly ts?: readonly [number, number];
    readonly sack?: readonly (readonly [number, number])[];
  };
  readonly checksum: string;
  readonly analysis?: Readonly<Record<string, number | boolean | string>>;
}

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

export function capturedFrom(judged: JudgedSegment): CapturedSegment {
  const { mss, wscale, sack_permitted, ts, sack } = judged.options ?? {};
  return {
    frame: judged.n,
    ms: judged.t * 1000,
    flow: flowOf(judged.src, judged.dst),
    seq: judged.seq,
    ack: judged.ack ?? 0,
    flags: flagBits(judged.flags),
    window: judged.window_raw,
    urgent: 0,
    ecn: 0,
    options: {
      ...(mss === undefined ? {} : { mss }),
      ...(wscale === undefined ? {} : { windowScale: wscale }),
      ...(sack_permitted ? { sackPermitted: true as const } : {}),
      ...(ts === undefined ? {} : { timestamps: ts }),
      ...(sack === undefined ? {} : { sack }),
    },
    len: judged.len,
    identification: null,
    checksum: judged.checksum === 'good' ? 'good' : 'unverified',
    fragments: 1,
    cut: false,
    header: null,
  };
}
