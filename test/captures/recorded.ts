import { readFileSync } from 'node:fs';
import type { HostName } from '../../src/trace/trace.ts';

/**
 * A conversation recorded from Linux 6.18 (reno, metrics not saved, RACK, TLP and F-RTO off unless the name says
 * linux_default). A line is one segment: who sent it, its flags in tcpdump's letters, SEQ, ACK, data bytes, options.
 */
export interface Recorded {
  readonly description: string;
  readonly delayMs: number;
  /** What the network did to which segment of a sender: when its copies arrive; none is lost. */
  readonly bridge: readonly {
    readonly sender: HostName;
    readonly nth: number;
    readonly delaysMs: readonly number[];
  }[];
  readonly sysctl: {
    readonly tcp_congestion_control: 'reno';
    readonly tcp_rto_min_us?: number;
    readonly tcp_sack?: 0 | 1;
    readonly tcp_timestamps?: 0 | 1;
  };
  /** The window of the SYN and of the SYN,ACK. */
  readonly windows: Readonly<Record<HostName, number>>;
  readonly atClient: readonly string[];
  readonly atServer: readonly string[] | null;
}

export function recorded(name: string): Recorded {
  return JSON.parse(readFileSync(new URL(`./recorded/${name}.json`, import.meta.url), 'utf8')) as Recorded;
}

/** What the SYN segments of an end say. */
export interface Opening {
  readonly isns: readonly number[];
  readonly mss: number;
  readonly timestamps: boolean;
  readonly sack: boolean;
  readonly windowScaling: boolean;
}

/** Read from the SYN segments of `host`, one number a connection; retransmissions do not count again. */
export function openingOf({ atClient }: Recorded, host: HostName): Opening | null {
  const syns = atClient.filter((line) => new RegExp(`^${host} S`).test(line));
  const [first] = syns;
  if (first === undefined) return null;
  return {
    isns: [...new Set(syns.map((line) => Number(line.split(' ')[2])))],
    mss: Number(/mss (\d+)/.exec(first)?.[1]),
    timestamps: first.includes('TS'),
    sack: first.includes('sackOK'),
    windowScaling: first.includes('wscale'),
  };
}
