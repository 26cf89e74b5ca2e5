import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import { HOST_NAMES, type HostName, type TracedSegment } from '../../trace/trace.ts';
import { momentsOf } from './moment.ts';
import { hasFinding } from './stream-scan.ts';

/** What the SYN of a host announces: null without the option, 'none' where no SYN is captured, 'odd' where they are damaged or differ. */
type Announced = number | null | 'none' | 'odd';

const announcedOn = momentsOf((captured): readonly Readonly<Record<HostName, Announced>>[] => [
  { client: announced(captured, 'client'), server: announced(captured, 'server') },
]);

function announced(captured: CapturedTrace, host: HostName): Announced {
  const syns = captured.trace.segments.filter(({ from, flags }) => from === host && flags.includes('SYN'));
  const [first, ...more] = syns.map(({ options }) => options.windowScale ?? null);
  if (first === undefined) return 'none';
  const isDamaged = syns.some(({ n }) => hasFinding(captured, n, 'bad-checksum'));
  return isDamaged || more.some((one) => one !== first) ? 'odd' : first;
}

/** The shift counts of both SYNs, null for a SYN without the option; null where they are not both captured, whole and the same each time. */
export function shiftsOn(captured: CapturedTrace): Readonly<Record<HostName, number | null>> | null {
  const [both] = announcedOn(captured);
  if (both === undefined) return null;
  const { client, server } = both;
  return typeof client === 'string' || typeof server === 'string' ? null : { client, server };
}

/** The window that a segment offers, in bytes; null where its scaling is not settled. */
export function windowOn(captured: CapturedTrace, { n }: TracedSegment): number | null {
  const [both] = announcedOn(captured);
  if (both === undefined || HOST_NAMES.some((host) => both[host] === 'odd')) return null;
  return captured.analyses[n - 1]?.windowBytes ?? null;
}
