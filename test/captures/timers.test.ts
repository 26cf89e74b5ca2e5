import { expect, test } from 'vitest';
import { CONVERSATIONS } from './conversations.ts';
import { play, seenAt } from './play.ts';
import { recorded } from './recorded.ts';

/**
 * Waits that a timer ended, as seen at the client: the first and the last line of the wait (from 1), and how long it
 * lasted in the recording, ms. The kernel's timers never expire early, and late by up to an eighth: the longer a timer
 * runs, the coarser its slot; the bridge and the scheduler add a few ms.
 */
const WAITS: readonly (readonly [name: string, first: number, last: number, ms: number, timer: string])[] = [
  ['lost_syn', 1, 2, 1025.9, 'initial RTO (RFC 6298 §2.1)'],
  ['lost_syn', 2, 3, 2016, 'initial RTO doubled (§5.5)'],
  ['lost_synack', 1, 2, 1013, 'initial RTO'],
  ['lost_handshake_ack', 2, 4, 1003.9, 'initial RTO of the SYN,ACK'],
  ['lost_fin', 6, 7, 1027.8, 'RTO with the minimum on the variance'],
  ['lost_data_rto', 6, 7, 1042.9, 'RTO with the minimum on the variance'],
  ['lost_data_rto', 7, 8, 2272, 'RTO doubled'],
  [
    'lost_data_rto_linux_default',
    6,
    7,
    227.3,
    'RTO with a minimum of 200 ms on the variance (there the time of a tail loss probe)',
  ],
  ['rto_tail_loss', 11, 12, 1066.2, 'RTO restarted by the last ACK (§5.3)'],
  ['delayed_ack', 4, 5, 64.4, 'delayed ACK'],
  ['delayed_ack', 6, 7, 66.7, 'delayed ACK'],
  ['delayed_ack', 8, 9, 61.8, 'delayed ACK'],
  ['close_by_client', 12, 13, 65.8, 'delayed ACK of a FIN'],
  ['cooked_sll1', 8, 9, 64.3, 'delayed ACK of a FIN'],
  ['keepalive', 5, 6, 2004.6, 'keep-alive'],
  ['keepalive', 7, 8, 2011.6, 'keep-alive'],
  ['zero_window_probes', 8, 9, 1049.7, 'persist'],
  ['zero_window_probes', 10, 11, 2153.7, 'persist doubled'],
  ['zero_window_probes', 12, 13, 4331.4, 'persist doubled again'],
];

test.each(WAITS)('%s, lines %i to %i lasted %d ms: %s', (name, first, last, ms) => {
  const seen = seenAt('client', play(name, recorded(name), CONVERSATIONS[name]!)).map(({ from, sentMs, arrivedMs }) =>
    from === 'client' ? sentMs : (arrivedMs ?? Number.NaN),
  );
  const waited = seen[last - 1]! - seen[first - 1]!;
  expect(waited).toBeLessThanOrEqual(ms);
  expect(waited).toBeGreaterThanOrEqual((ms - 10) / 1.125);
});
