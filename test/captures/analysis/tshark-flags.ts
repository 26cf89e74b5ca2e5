import type { Finding, SegmentAnalysis } from '../../../src/captures/analysis/segment-analysis.ts';

/** What tshark says of a frame, by the names after `tcp.analysis.`. */
export type TsharkAnalysis = Readonly<Record<string, number | boolean | string | undefined>>;

/** The flags that are compared, in the order of the table in docs/captures.md. */
export const FLAGS = [
  'retransmission',
  'fast_retransmission',
  'spurious_retransmission',
  'out_of_order',
  'duplicate_ack',
  'lost_segment',
  'ack_lost_segment',
  'zero_window',
  'zero_window_probe',
  'zero_window_probe_ack',
  'window_update',
  'window_full',
  'keep_alive',
  'keep_alive_ack',
  'reused_ports',
  'acks_frame',
  'bytes_in_flight',
] as const;

export type Flag = (typeof FLAGS)[number];

const OF_KIND: Partial<Record<Finding['kind'], Flag>> = {
  'out-of-order': 'out_of_order',
  'duplicate-ack': 'duplicate_ack',
  'gap-before': 'lost_segment',
  'acks-unseen': 'ack_lost_segment',
  'zero-window': 'zero_window',
  'zero-window-probe': 'zero_window_probe',
  'zero-window-probe-ack': 'zero_window_probe_ack',
  'window-update': 'window_update',
  'window-full': 'window_full',
  'keep-alive': 'keep_alive',
  'keep-alive-ack': 'keep_alive_ack',
  'reused-ports': 'reused_ports',
};

/** The same facts as values under tshark's names: the number of a duplicate, the frame acknowledged, the bytes in flight. */
export function asTsharkSays({ findings, rtt, inFlight }: SegmentAnalysis, len: number): Map<Flag, number | true> {
  const said = new Map<Flag, number | true>();
  for (const finding of findings) {
    const flag = OF_KIND[finding.kind];
    if (flag !== undefined) said.set(flag, finding.kind === 'duplicate-ack' ? finding.nth : true);
    if (finding.kind !== 'retransmission') continue;
    said.set('retransmission', true);
    if (finding.spurious) said.set('spurious_retransmission', true);
    else if (finding.cause === 'fast') said.set('fast_retransmission', true);
  }
  if (rtt !== null) said.set('acks_frame', rtt.of);
  // tshark tells the bytes in flight with data only.
  if (len > 0 && inFlight !== null && inFlight > 0) said.set('bytes_in_flight', inFlight);
  return said;
}

export function tsharkSays(analysis: TsharkAnalysis): Map<Flag, number | true> {
  const said = new Map<Flag, number | true>();
  for (const flag of FLAGS) {
    const value = flag === 'duplicate_ack' ? analysis.duplicate_ack_num : analysis[flag];
    if (value === undefined || value === '') continue;
    const counts = flag === 'duplicate_ack' || flag === 'acks_frame' || flag === 'bytes_in_flight';
    said.set(flag, counts ? Number(value) : true);
  }
  return said;
}
