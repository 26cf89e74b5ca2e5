import type { HostName } from '../../src/trace/trace.ts';

/** How often tshark may name an anomaly in the capture of one run: so many times, at least so many, or any number. */
type Times = number | `>=${number}` | 'any';

/** What a capture at one end must show, per run; what is not named must not occur (see check_pcap.sh for the tags). */
export interface Expected {
  /** tcp.completeness of every stream: 1 SYN, 2 SYN,ACK, 4 ACK, 8 data, 16 FIN, 32 RST. Left out where streams differ. */
  readonly complete?: number;
  readonly streams?: number;
  readonly anomalies?: Readonly<Record<string, Times>>;
  /** Rules of tcp_invariants.py that assume what is not so here; `why` below says what. */
  readonly void?: readonly string[];
}

export interface ScenarioExpectations extends Readonly<Record<HostName, Expected>> {
  /** Why these, where it is more than a clean conversation. */
  readonly why: string;
}

const clean = (complete: number): ScenarioExpectations => ({
  why: 'nothing is lost, late or out of order',
  client: { complete },
  server: { complete },
});

const OPENED = 1 + 2 + 4;
const WITH_DATA = OPENED + 8;
const CLOSED = WITH_DATA + 16;

/** One entry a file of content/scenarios/, each worked out from what the scenario does. */
export const EXPECTATIONS: Readonly<Record<string, ScenarioExpectations>> = {
  'blind-attack': {
    why: `The server answers the forged data and the RST inside its window with an ACK each, which repeat its last one. The
      three RSTs and the data are seen at the server only. The forged numbers are drawn: to tshark the data lies ahead
      of the stream or behind it, and acknowledges what was not sent or nothing new.`,
    client: { complete: WITH_DATA, anomalies: { duplicate_ack: 2 } },
    server: {
      complete: WITH_DATA + 32,
      anomalies: {
        rst: 3,
        duplicate_ack: 2,
        lost_segment: 'any',
        ack_lost_segment: 'any',
        retransmission: 'any',
        out_of_order: 'any',
        spurious_retransmission: 'any',
      },
    },
  },
  'closed-port': {
    why: 'A SYN, and a RST,ACK for it.',
    client: { complete: 1 + 4 + 32, anomalies: { rst: 1 } },
    server: { complete: 1 + 4 + 32, anomalies: { rst: 1 } },
  },
  'data-exchange': clean(WITH_DATA),
  'dsack-spurious': {
    why: `The data is sent twice and only late the first time: at the server the original comes behind its retransmission, when
      it has been acknowledged. The ACK of it repeats the number and reports the data as received twice.`,
    client: { complete: WITH_DATA, anomalies: { retransmission: 1, duplicate_ack: 1, dsack: 1 } },
    server: { complete: WITH_DATA, anomalies: { spurious_retransmission: 1, duplicate_ack: 1, dsack: 1 } },
  },
  ecn: {
    why: 'A segment is marked instead of being lost; nothing goes again.',
    client: { complete: WITH_DATA },
    server: { complete: WITH_DATA },
  },
  'fast-retransmit': {
    why: `Of six segments the second is lost: the other four behind it bring a duplicate ACK each. The client answers the
      third at once; at the server the retransmission comes a round trip after the last of the four.`,
    client: { complete: WITH_DATA, anomalies: { duplicate_ack: 4, fast_retransmission: 1 } },
    server: { complete: WITH_DATA, anomalies: { lost_segment: 1, duplicate_ack: 4, retransmission: 1 } },
  },
  'fin-overtakes': {
    why: `The server's data is 120 ms late and its FIN, sent 5 ms after it, comes first: a gap at the client, whose ACK
      stays where it was. What fills a gap later than one round trip (40 ms here) tshark takes for a retransmission.
      At the server all is in order but for that repeated ACK.`,
    client: { complete: CLOSED, anomalies: { lost_segment: 1, duplicate_ack: 1, retransmission: 1 } },
    server: { complete: CLOSED, anomalies: { duplicate_ack: 1 } },
  },
  'first-conversation': clean(CLOSED),
  'four-way-close': clean(CLOSED),
  'half-close': clean(CLOSED),
  'half-open': {
    why: `The client forgets its connection and connects again from the same ports: for tshark a second stream. Into it the
      server still sends an ACK of the old connection, which the client resets (RFC 9293 Figure 9); then the SYN goes
      again, and the SYN,ACK with its new number looks like a jump behind a gap, and the ACK of it like one of data that was
      never seen. So the stream holds segments of two connections, and rules on what may follow a RST, or on where the
      numbers of an end begin, say nothing about it.`,
    client: {
      streams: 2,
      anomalies: { reused_ports: 2, rst: 1, retransmission: 1, lost_segment: 1, ack_lost_segment: 1 },
      void: ['AFTER-OWN-RST'],
    },
    server: {
      streams: 2,
      anomalies: { reused_ports: 2, rst: 1, retransmission: 1, lost_segment: 1, ack_lost_segment: 1 },
      void: ['FIRST', 'SYN-SEQ', 'HOLE'],
    },
  },
  handshake: clean(OPENED),
  'keep-alive': {
    why: `A keep-alive and its answer; then three, and the RST at the end, that the network loses: the client has sent them, the
      server never sees them.`,
    client: { complete: OPENED + 32, anomalies: { keep_alive: 4, keep_alive_ack: 1, rst: 1 } },
    server: { complete: OPENED, anomalies: { keep_alive: 1, keep_alive_ack: 1 } },
  },
  'limited-transmit': {
    why: `The first of three segments is lost: the other two, and the two that their duplicate ACKs let go, repeat the number of
      the SYN,ACK. The third duplicate brings the retransmission.`,
    client: { complete: WITH_DATA, anomalies: { duplicate_ack: 4, fast_retransmission: 1 } },
    server: { complete: WITH_DATA, anomalies: { lost_segment: 1, duplicate_ack: 4, retransmission: 1 } },
  },
  'lost-last-ack': {
    why: `The server sends its FIN again, and the client the ACK that was lost: at the client, which has sent both, the
      second repeats the first.`,
    client: { complete: CLOSED, anomalies: { retransmission: 1, duplicate_ack: 1 } },
    server: { complete: CLOSED, anomalies: { retransmission: 1 } },
  },
  'lost-segment': {
    why: `The second of four segments is lost: a gap at the server. The ACK of the first is delayed, so the third brings it
      and the fourth repeats it: one duplicate ACK, too few for a fast retransmission; the segment goes again after the RTO.`,
    client: { complete: CLOSED, anomalies: { duplicate_ack: 1, retransmission: 1 } },
    server: { complete: CLOSED, anomalies: { lost_segment: 1, duplicate_ack: 1, retransmission: 1 } },
  },
  'lost-syn': {
    why: `The client sends its SYN twice, of which the server sees one; the server its SYN,ACK twice, of which the client
      sees one.`,
    client: { complete: OPENED, anomalies: { retransmission: 1 } },
    server: { complete: OPENED, anomalies: { retransmission: 1 } },
  },
  nagle: clean(WITH_DATA),
  'nagle-delayed-ack': clean(WITH_DATA),
  'newreno-two-losses': {
    why: `The second and the third of six segments are lost: three duplicate ACKs, a fast retransmission, and after the partial
      ACK, which repeats nothing, another retransmission. At the server both lie in one gap.`,
    client: { complete: WITH_DATA, anomalies: { duplicate_ack: 3, fast_retransmission: 1, retransmission: 1 } },
    server: { complete: WITH_DATA, anomalies: { lost_segment: 1, duplicate_ack: 3, retransmission: 2 } },
  },
  'old-duplicate-rfc6528': {
    why: `The first connection ends by a RST, the second takes the same ports. A copy of the first one's data reaches the
      server in the second: below its window, so tshark takes it for data acknowledged long ago; the server repeats its ACK.`,
    client: { streams: 2, anomalies: { rst: 1, reused_ports: 1, duplicate_ack: 1 } },
    server: { streams: 2, anomalies: { rst: 1, reused_ports: 1, duplicate_ack: 1, spurious_retransmission: 1 } },
  },
  'old-duplicate-syn': {
    why: `The server answers a SYN that the client has not sent, and the client resets that (RFC 9293 Figure 8). At the client
      the SYN,ACK fits no SYN (tshark: data of a fast open, a new session), and the right one, with another number, seems to
      jump over a gap; its ACK seems to acknowledge what was never seen. A RST that leaves the client in SYN-SENT, and
      a SYN,ACK that is not believed, are nothing the rules know. At the server these are two connections.`,
    client: {
      complete: OPENED + 32,
      anomalies: { rst: 1, other: 1, reused_ports: 2, lost_segment: 1, ack_lost_segment: 1 },
      void: ['AFTER-OWN-RST', 'ACK-UNRECEIVED'],
    },
    server: { streams: 2, anomalies: { rst: 1, reused_ports: 1 } },
  },
  'old-duplicate-zero-isn': {
    why: `Both connections begin at 0 on the same ports: nothing tells them apart, so everything sees one stream that goes on
      after a RST with numbers it has had. Which is what the scenario is about. The SYN and the SYN,ACK of the second
      look sent again; at the server so does the copy of the data. Then each end answers the other's ACK with its own.`,
    client: {
      complete: WITH_DATA + 32,
      anomalies: { rst: 1, retransmission: 2, duplicate_ack: '>=1' },
      void: ['AFTER-OWN-RST', 'OLD-SEQ'],
    },
    server: {
      complete: WITH_DATA + 32,
      anomalies: { rst: 1, retransmission: 3, duplicate_ack: '>=1' },
      void: ['AFTER-RST', 'ACK-BACK'],
    },
  },
  'rst-after-close': {
    why: 'The client resets the connection when data comes after its full close.',
    client: { complete: CLOSED + 32, anomalies: { rst: 1 } },
    server: { complete: CLOSED + 32, anomalies: { rst: 1 } },
  },
  'sack-recovery': {
    why: `As newreno-two-losses, but both go again with the third duplicate ACK. A fast retransmission is to tshark only the one
      whose number the duplicate ACKs have.`,
    client: { complete: WITH_DATA, anomalies: { duplicate_ack: 3, fast_retransmission: 1, retransmission: 1 } },
    server: { complete: WITH_DATA, anomalies: { lost_segment: 1, duplicate_ack: 3, retransmission: 2 } },
  },
  'silly-window': {
    why: `Two segments fill the window, then one fills the 1000 bytes that were offered in one update; each time it is shut.`,
    client: { complete: WITH_DATA, anomalies: { window_full: 2, zero_window: 2, window_update: 2 } },
    server: { complete: WITH_DATA, anomalies: { window_full: 2, zero_window: 2, window_update: 2 } },
  },
  'simultaneous-close': clean(OPENED + 16),
  'simultaneous-open': {
    why: `Two SYNs that cross, and two SYN,ACKs that repeat their numbers (RFC 9293 Figure 7): sent again, to tshark. Each
      SYN,ACK is the last segment of its end; there is no ACK without a SYN.`,
    client: { complete: 1 + 2, anomalies: { retransmission: 2 } },
    server: { complete: 1 + 2, anomalies: { retransmission: 2 } },
  },
  'syn-with-data': {
    why: `RFC 9293 §3.10.1 lets data go with the SYN; kernels, whom the rules follow, send it so only for a fast open.`,
    client: { complete: WITH_DATA, void: ['EARLY-DATA'] },
    server: { complete: WITH_DATA },
  },
  'three-way-close': clean(CLOSED),
  'time-wait-reuse': {
    why: 'The second connection has the ports of the first.',
    client: { streams: 2, anomalies: { reused_ports: 1 } },
    server: { streams: 2, anomalies: { reused_ports: 1 } },
  },
  'timeout-slow-start': {
    why: `All eight segments are lost and go again, so the client sends them twice; the server sees each once and in order.`,
    client: { complete: WITH_DATA, anomalies: { retransmission: 8 } },
    server: { complete: WITH_DATA },
  },
  'timestamps-paws': {
    why: `The server answers the old duplicate with an ACK that repeats its last one. The duplicate has the numbers of the data
      that follows, so at the server that data looks sent again.`,
    client: { complete: WITH_DATA, anomalies: { duplicate_ack: 1 } },
    server: { complete: WITH_DATA, anomalies: { duplicate_ack: 1, retransmission: 1 } },
  },
  urgent: clean(WITH_DATA),
  'window-scaling': clean(WITH_DATA),
  wraparound: clean(CLOSED),
  'zero-window': {
    why: `Two segments fill the window; three probes of one byte are refused; an update opens it, and the byte goes once more.`,
    client: {
      complete: WITH_DATA,
      anomalies: { window_full: 1, zero_window: 4, zero_window_probe: 3, zero_window_probe_ack: 3, window_update: 1 },
    },
    server: {
      complete: WITH_DATA,
      anomalies: { window_full: 1, zero_window: 4, zero_window_probe: 3, zero_window_probe_ack: 3, window_update: 1 },
    },
  },
};

/** All that random losses, delays and copies may bring; what is left to find are bad checksums and malformed headers. */
export const ANY_ANOMALY: readonly string[] = [
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
  'dsack',
  'rst',
];

/** The arguments of check_pcap.sh for the captures of `runs` runs in one file. */
export function checkArguments({ complete, streams = 1, anomalies = {} }: Expected, runs: number): string[] {
  const times = (tag: string, wanted: Times) => {
    if (wanted === 'any') return tag;
    return typeof wanted === 'number' ? `${tag}=${wanted * runs}` : `${tag}>=${Number(wanted.slice(2)) * runs}`;
  };
  return [
    `streams=${streams * runs}`,
    ...(complete === undefined ? [] : [`complete=${complete}`]),
    ...Object.entries(anomalies).map(([tag, wanted]) => times(tag, wanted)),
  ];
}
