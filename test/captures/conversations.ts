import type { Forgery } from '../../src/simulator/scenario.ts';
import type { Flag } from '../../src/tcp/segment.ts';
import type { Conversation, Told } from './play.ts';

/* The calls of each recorded conversation, at the times the recording shows (ms, the client's clock). */

const connect: Told = [0, 'connect'];
const listen: Told = [0, 'listen'];
const writes = (bytes: number, ...times: readonly number[]): Told[] => times.map((ms) => [ms, 'send', bytes]);

/** The sockets whose writer had set TCP_NODELAY. */
const NO_DELAY = { nagle: false };
const NO_QUICK_ACKS = { conventions: { quickAcks: 0 } };

/** A segment that a third party sent in the client's name; `ms` is when it leaves. */
function injected(ms: number, flags: readonly Flag[], seq: number, ack: number): Forgery {
  return {
    from: 'client',
    origin: 'forged',
    when: { kind: 'time', ms },
    afterMs: 0,
    flags,
    seq: { kind: 'fixed', value: seq },
    ack: { kind: 'fixed', value: ack },
    len: 0,
    window: 63,
    urgent: 0,
    options: flags.includes('SYN') ? { mss: 1460 } : {},
  };
}

/** The server's application reads when the nth segment with data has come: one ACK for each of its reads. */
const readAfter = (nth: number, bytes: number): Told => [
  { kind: 'segment', from: 'client', match: 'data', nth, event: 'arrived' },
  'read',
  bytes,
];

const closedByServer = (times: number) => ({ kind: 'state', host: 'client', state: 'CLOSE-WAIT', times }) as const;

/**
 * Where the recording saw two segments arrive before the answer to the first: the kernel had taken both off the wire
 * before it worked on one. No TCP decides that; each direction by itself is the same.
 */
export const ORDER_DIFFERS: ReadonlySet<string> = new Set([
  'window_scaling at client',
  'zero_window_probes at server',
  'zero_window_update at server',
]);

export const CONVERSATIONS: Readonly<Record<string, Conversation>> = {
  bad_ack: {
    client: [connect, [31, 'send', 100], [602.6, 'close']],
    server: [listen, [41.7, 'send', 40], [613.1, 'close']],
    forgeries: [injected(228, ['ACK'], 1000101, 2163524164), injected(439, ['ACK'], 1000101, 2162519164)],
  },
  close_by_client: {
    client: [connect, [34.9, 'send', 100], [56.4, 'close']],
    server: [listen, [46.2, 'send', 3000], [122.3, 'close']],
  },
  cooked_sll1: {
    client: [connect, [31, 'send', 200], [51.9, 'close']],
    server: [listen, [41.8, 'send', 300], [114.2, 'close']],
  },
  delayed_ack: {
    client: [
      connect,
      ...writes(100, 31.1, 336.7, 637.1),
      ...writes(1448, 937.5, 941, 944.6, 948, 955.8, 959.3),
      [1162.8, 'close'],
    ],
    server: [listen, [1173.4, 'close']],
    ends: { server: NO_QUICK_ACKS }, // the reader had turned TCP_QUICKACK off
  },
  fast_retransmit_sack: {
    client: [connect, ...writes(500, 61.4, 63.7, 66, 68.5, 70.8, 73.1, 75.3, 77.6, 79.9, 82.2), [234.3, 'close']],
    server: [listen, [255, 'close']],
  },
  half_close: {
    client: [connect, [34.1, 'send', 300], [34.2, 'close']],
    server: [listen, ...writes(400, 45, 105.4, 165.8, 226.2, 286.7), [346.9, 'close']],
  },
  ipv6: {
    client: [connect, [33.8, 'send', 200], [56.2, 'close']],
    server: [listen, [45.4, 'send', 3000], [117.1, 'close']],
  },
  keepalive: {
    client: [connect, [30.9, 'send', 1], [4641.6, 'close']],
    server: [listen, [4652.3, 'close']],
    ends: { client: { conventions: { keepAlive: true, keepAliveIdleMs: 2000, keepAliveIntervalMs: 1000 } } },
  },
  loopback_offload: {
    client: [connect, [0.17, 'send', 200], [5.01, 'close']],
    server: [listen, [4.8, 'send', 20_000], [5.03, 'close']],
  },
  lost_data_rto: {
    client: [connect, ...writes(100, 31.1, 241.9), [3667.9, 'close']],
    server: [listen, [3680.5, 'close']],
  },
  lost_data_rto_linux_default: {
    client: [connect, ...writes(100, 31.1, 241.8), [{ kind: 'acked', host: 'client', bytes: 200 }, 'close']],
    server: [listen, [{ kind: 'state', host: 'server', state: 'CLOSE-WAIT', times: 1 }, 'close']],
  },
  lost_fin: {
    client: [connect, [31.2, 'send', 5], [141.7, 'close']],
    server: [listen, [{ kind: 'state', host: 'server', state: 'CLOSE-WAIT', times: 1 }, 'close']],
  },
  lost_handshake_ack: {
    client: [connect, [1323.7, 'send', 5], [1334.4, 'close']],
    server: [listen, [1344.9, 'close']],
  },
  lost_pure_ack: {
    client: [connect, ...writes(500, 31.2, 35.7, 40.3, 44.7, 49, 53.2, 57.5, 61.8), [172.3, 'close']],
    server: [listen, [182.6, 'close']],
  },
  lost_syn: {
    client: [connect, [3072.9, 'send', 2], [3093.5, 'close']],
    server: [listen, [3104.1, 'close']],
  },
  lost_synack: {
    client: [connect, [1034.6, 'send', 2], [1045.2, 'close']],
    server: [listen, [1055.7, 'close']],
  },
  mss_asymmetric: {
    client: [connect, [31.6, 'send', 3000], [142.1, 'close']],
    server: [listen, [153.2, 'close']],
  },
  nagle_off: {
    client: [connect, ...writes(50, 160.5, 166, 174.3, 188, 194.3, 213, 218.2, 224.9, 232.3, 239.3), [491.7, 'close']],
    server: [listen, [542.3, 'close']],
    ends: { client: NO_DELAY },
  },
  nagle_on: {
    client: [
      connect,
      ...writes(50, 151.2, 156.2, 161.2, 166.2, 171.2, 176.2, 181.2, 186.2, 191.2, 196.2),
      [502.6, 'close'],
    ],
    server: [listen, [553.6, 'close']],
  },
  newreno_two_losses: {
    client: [
      connect,
      ...writes(500, 61.4, 62.8, 64.1, 65.5, 66.7, 68, 69.2, 70.5, 71.7, 73, 74.2, 75.4),
      [270.9, 'close'],
    ],
    server: [listen, [291.7, 'close']],
  },
  reordering_mild: {
    client: [connect, ...writes(500, 151.2, 153, 154.8, 156.6, 158.3, 160, 161.6, 163.6), [314.1, 'close']],
    server: [listen, [364.7, 'close']],
    ends: { client: NO_DELAY },
  },
  rfc5961_syn: {
    client: [connect, [31, 'send', 100], [549.3, 'send', 11], [561.2, 'close']],
    server: [listen, [573, 'close']],
    forgeries: [injected(142, ['SYN'], 1_000_601, 0), injected(353, ['SYN'], 999_601, 0)],
  },
  rst_closed_port: {
    client: [connect],
    server: [],
  },
  rst_data_after_close: {
    client: [connect, [35.1, 'send', 100], [45.8, 'close-fully']],
    server: [listen, [106.5, 'send', 50]],
  },
  rto_tail_loss: {
    client: [connect, ...writes(500, 61.4, 62.6, 63.9, 65.2, 66.4, 67.7), [1371.3, 'close']],
    server: [listen, [1392, 'close']],
  },
  seq_wrap_at_fin: {
    client: [connect, [31.2, 'send', 10], [41.6, 'close']],
    server: [listen, [102.4, 'close']],
  },
  seq_wrap_at_syn: {
    client: [connect, [31.4, 'send', 10], [52.2, 'close']],
    server: [listen, [42.1, 'send', 10], [113.3, 'close']],
  },
  seq_wraparound: {
    client: [connect, ...writes(500, 61.3, 63.6, 65.9, 68.1, 70.4, 72.6), [231.5, 'close']],
    server: [listen, [252.2, 'close']],
  },
  time_wait_reuse: {
    client: [
      connect,
      [34.2, 'send', 3],
      [closedByServer(1), 'close'],
      [255.2, 'connect'],
      [287.1, 'send', 3],
      [closedByServer(2), 'close'],
    ],
    server: [listen, [44.8, 'close'], [297.5, 'close']],
  },
  window_scaling: {
    client: [connect, [61.2, 'send', 3], [201.1, 'close']],
    server: [listen, [97.9, 'send', 70_000], [221.4, 'close']],
    // Linux's window grew with every segment, and as long as it does each is acknowledged.
    ends: { client: { window: 1_048_288, conventions: { quickAcks: 1000 } } },
  },
  zero_window_probes: {
    client: [connect, [35.1, 'send', 12_000], [8401.6, 'close']],
    server: [
      listen,
      readAfter(1, 1448),
      [8039.1, 'read', 4344],
      ...[4, 5].map((nth) => readAfter(nth, 1448)),
      readAfter(7, 2896),
      ...[8, 9].map((nth) => readAfter(nth, 1448)),
      [8414.2, 'close'],
    ],
    ends: { server: { reads: false } },
  },
  zero_window_update: {
    client: [connect, [36.9, 'send', 20_000], [667.2, 'close']],
    server: [
      listen,
      readAfter(1, 1448),
      [437.7, 'read', 4344],
      readAfter(5, 2896),
      ...[6, 7, 8, 9].map((nth) => readAfter(nth, 1448)),
      readAfter(11, 2896),
      ...[12, 13, 14].map((nth) => readAfter(nth, 1448)),
      [680, 'close'],
    ],
    ends: { server: { reads: false } },
  },
};
