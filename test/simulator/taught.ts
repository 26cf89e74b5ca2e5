import { readFileSync } from 'node:fs';
import type { Scenario } from '../../src/simulator/scenario.ts';
import { readScenario } from '../../src/simulator/scenario-file/reader.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { CE } from '../../src/tcp/segment.ts';
import type { HostName, Trace } from '../../src/trace/trace.ts';

export const folder = new URL('../../content/scenarios/', import.meta.url);
export const seeds = Array.from({ length: 60 }, (_, i) => `seed-${i}`);

/** The built-in scenario of this name. */
export function taught(name: string): Scenario {
  const read = readScenario(readFileSync(new URL(`${name}.yaml`, folder), 'utf8'), `${name}.yaml`);
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.problems)}`);
  return read.scenario;
}

/** Runs `check` on the trace of every seed. */
export function always(name: string, check: (trace: Trace) => void): void {
  const scenario = taught(name);
  for (const seed of seeds) check(simulate(scenario, seed));
}

/** One run of a scenario in which nothing is drawn that a reader sees. */
export function played(name: string): Trace {
  return simulate(taught(name), 'seed');
}

/**
 * The segments after the handshake, one a line, with their times: '300 client 1001:2001' for data, 'ack 2001' for an
 * ACK alone; then SACK blocks, a window that is named, and whether it is lost, repeated or from elsewhere.
 */
export function told(trace: Trace, { windows = false } = {}): string[] {
  const afterHandshake = trace.segments.findIndex(({ flags }) => !flags.includes('SYN')) + 1;
  return trace.segments.slice(afterHandshake).map((s) => {
    const control = s.flags.filter((flag) => flag !== 'ACK' && flag !== 'PSH').join(',');
    const ends = s.flags.includes('RST') || s.flags.includes('FIN');
    const what = s.len > 0 ? `${s.seq}:${s.seq + s.len}` : ends ? `${s.seq}` : `ack ${s.ack}`;
    return [
      s.sentMs,
      s.from,
      control,
      what,
      ...(s.options.sack ?? []).map(([left, right]) => `sack ${left}-${right}`),
      windows && s.len === 0 ? `win ${s.window}` : '',
      s.ecn === CE ? 'CE' : '',
      s.fate === 'lost' ? 'lost' : '',
      s.origin === 'tcp' ? (s.repeats === null ? '' : 'again') : s.origin,
    ]
      .filter((word) => word !== '')
      .join(' ');
  });
}

/** A variable of `host` after each segment that arrives there, in order. */
export function afterArrivals<K extends 'cwnd' | 'ssthresh'>(trace: Trace, host: HostName, name: K): number[] {
  return trace.events.flatMap((e) => (e.kind === 'arrive' && e.host === host && e.after ? [e.after[name]] : []));
}
