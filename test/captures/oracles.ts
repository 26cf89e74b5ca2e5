import { readdirSync, readFileSync } from 'node:fs';

/** A segment as tshark read it (test/captures/oracles/README.md). */
export interface OracleSegment {
  readonly n: number;
  /** Seconds since the first frame. */
  readonly t: number;
  readonly src: string;
  readonly dst: string;
  readonly seq: number;
  readonly ack: number | null;
  readonly len: number;
  readonly flags: readonly string[];
  readonly window_raw: number;
  readonly options: Readonly<Record<string, unknown>>;
  readonly checksum: string;
}

export interface Oracle {
  readonly name: string;
  readonly file: Uint8Array;
  readonly segments: readonly OracleSegment[];
}

const folder = new URL('./oracles/', import.meta.url);

/** All recorded conversations with what tshark says of them. */
export function oracles(): readonly Oracle[] {
  return readdirSync(folder)
    .filter((name) => /\.pcap(ng)?$/.test(name))
    .sort()
    .map((capture) => {
      const name = capture.replace(/\.pcap(ng)?$/, '');
      const { segments } = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as {
        segments: OracleSegment[];
      };
      return { name, file: oracleFile(capture), segments };
    });
}

/** The bytes of one, by its file name. */
export function oracleFile(capture: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(capture, folder)));
}
