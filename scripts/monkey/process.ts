import { readFileSync } from 'node:fs';

/** Memory of a process after so many keys. */
export interface Sample {
  readonly keys: number;
  readonly bytes: number;
}

/** Memory of a process that is in the machine's, bytes; null where the system does not tell. */
export function residentBytes(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

/** How memory goes on: the slope of its lowest values, which rubbish not yet collected does not raise. */
export interface Growth {
  /** Lowest of the first and of the last fifth of the samples, bytes. */
  readonly first: number;
  readonly last: number;
  readonly most: number;
  readonly perThousandKeys: number;
}

const LEAST_SAMPLES = 10;

/** Null where there are too few samples. What a program loads at its start is left out: the first tenth. */
export function growthOf(samples: readonly Sample[]): Growth | null {
  const warm = samples.slice(Math.floor(samples.length / 10));
  if (warm.length < LEAST_SAMPLES) return null;
  const fifth = Math.floor(warm.length / 5);
  const lowest = (some: readonly Sample[]) => some.reduce((low, one) => (one.bytes < low.bytes ? one : low));
  const first = lowest(warm.slice(0, fifth));
  const last = lowest(warm.slice(-fifth));
  return {
    first: first.bytes,
    last: last.bytes,
    most: Math.max(...samples.map(({ bytes }) => bytes)),
    perThousandKeys: ((last.bytes - first.bytes) / Math.max(1, last.keys - first.keys)) * 1000,
  };
}

/** Processor time a process has used, clock ticks of the system (100 a second); null where the system does not tell. */
export function processorTicks(pid: number): number | null {
  const fields = statOf(pid);
  return fields === null ? null : Number(fields[11]) + Number(fields[12]);
}

/** R while a process runs or wants to, S while it sleeps, T while it is stopped; null where the system does not tell. */
export function processState(pid: number): string | null {
  return statOf(pid)?.[0] ?? null;
}

/** The fields of /proc/PID/stat from the third, the state, on: what is before may have blanks. */
function statOf(pid: number): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return null;
  }
}
