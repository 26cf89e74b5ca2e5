import { expect, test } from 'vitest';
import { CONVERSATIONS } from './conversations.ts';
import { play } from './play.ts';
import { recorded } from './recorded.ts';

/**
 * What the kernel of the recorded client told of its connection (TCP_INFO) at a moment, ms: SMSS, cwnd and ssthresh in
 * segments (ssthresh null: not set yet), RTO in ms. Left out is cwnd where the kernel has its own rule: within
 * fast recovery (RFC 6937), and after ACKs of less than a segment, which it counts as one.
 */
const TOLD: readonly {
  readonly name: string;
  readonly ms: number;
  readonly smss: number;
  readonly cwnd?: number;
  readonly ssthresh: number | null;
  readonly rtoMs: number;
}[] = [
  { name: 'half_close', ms: 44.7, smss: 1448, cwnd: 10, ssthresh: null, rtoMs: 1024 },
  { name: 'lost_syn', ms: 3083.4, smss: 1448, cwnd: 1, ssthresh: null, rtoMs: 1020 },
  { name: 'lost_synack', ms: 1045.1, smss: 1448, cwnd: 10, ssthresh: null, rtoMs: 3072 },
  { name: 'lost_data_rto', ms: 242, smss: 1448, cwnd: 10, ssthresh: null, rtoMs: 1024 },
  { name: 'lost_data_rto', ms: 1542.7, smss: 1448, cwnd: 1, ssthresh: 5, rtoMs: 2048 },
  { name: 'lost_data_rto_linux_default', ms: 241.8, smss: 1448, cwnd: 10, ssthresh: null, rtoMs: 224 },
  { name: 'fast_retransmit_sack', ms: 61.5, smss: 500, cwnd: 10, ssthresh: null, rtoMs: 1044 },
  { name: 'fast_retransmit_sack', ms: 114.8, smss: 500, ssthresh: 6, rtoMs: 1044 },
  { name: 'fast_retransmit_sack', ms: 234.2, smss: 500, cwnd: 6, ssthresh: 6, rtoMs: 1044 },
  { name: 'newreno_two_losses', ms: 97.5, smss: 500, cwnd: 10, ssthresh: null, rtoMs: 1044 },
  { name: 'newreno_two_losses', ms: 107.7, smss: 500, cwnd: 12, ssthresh: null, rtoMs: 1044 },
  { name: 'newreno_two_losses', ms: 159.1, smss: 500, ssthresh: 6, rtoMs: 1044 },
  { name: 'rto_tail_loss', ms: 269.2, smss: 500, cwnd: 12, ssthresh: null, rtoMs: 1044 },
  { name: 'rto_tail_loss', ms: 1219.4, smss: 500, cwnd: 2, ssthresh: 6, rtoMs: 1044 },
  { name: 'rto_tail_loss', ms: 1371.2, smss: 500, cwnd: 5, ssthresh: 6, rtoMs: 1044 },
];

test.each(TOLD)('$name at $ms ms: cwnd $cwnd, ssthresh $ssthresh, RTO $rtoMs', (told) => {
  const { events } = play(told.name, recorded(told.name), CONVERSATIONS[told.name]!);
  const here = events.filter(({ host, ms }) => host === 'client' && ms <= told.ms);
  const after = here.flatMap((event) => ('after' in event && event.after !== null ? [event.after] : [])).at(-1)!;
  if (told.cwnd !== undefined) expect(Math.floor(after.cwnd / told.smss), 'cwnd').toBe(told.cwnd);
  if (told.ssthresh === null) expect(after.ssthresh).toBeGreaterThan(2 ** 31);
  else expect(Math.floor(after.ssthresh / told.smss), 'ssthresh').toBe(told.ssthresh);
  // The kernel counts in clock ticks of 4 ms, and its round trips have a little of the bridge in them.
  expect(after.rtoMs).toBeGreaterThanOrEqual(told.rtoMs - 12);
  expect(after.rtoMs).toBeLessThanOrEqual(told.rtoMs);
});
