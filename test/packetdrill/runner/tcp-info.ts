import { type Status, status } from '../../../src/tcp/calls/status.ts';
import type { State } from '../../../src/tcp/state.ts';
import type { Tcb } from '../../../src/tcp/tcb.ts';

/** Linux's numbers of the states and of what the congestion control is about, by the names scripts use. */
const CONSTANTS: Readonly<Record<string, number>> = {
  TCP_ESTABLISHED: 1,
  TCP_SYN_SENT: 2,
  TCP_SYN_RECV: 3,
  TCP_FIN_WAIT1: 4,
  TCP_FIN_WAIT2: 5,
  TCP_TIME_WAIT: 6,
  TCP_CLOSE: 7,
  TCP_CLOSE_WAIT: 8,
  TCP_LAST_ACK: 9,
  TCP_LISTEN: 10,
  TCP_CLOSING: 11,
  TCP_CA_Open: 0,
  TCP_CA_Disorder: 1,
  TCP_CA_CWR: 2,
  TCP_CA_Recovery: 3,
  TCP_CA_Loss: 4,
};

const STATE_NUMBERS: Readonly<Record<State, number>> = {
  ESTABLISHED: 1,
  'SYN-SENT': 2,
  'SYN-RECEIVED': 3,
  'FIN-WAIT-1': 4,
  'FIN-WAIT-2': 5,
  'TIME-WAIT': 6,
  CLOSED: 7,
  'CLOSE-WAIT': 8,
  'LAST-ACK': 9,
  LISTEN: 10,
  CLOSING: 11,
};

/** What Linux prints for a threshold that no loss has set. */
const NO_THRESHOLD = 0x7fff_ffff;

/** STATUS of a connection (RFC 9293 §3.10.6); null where there is none. */
function told(tcb: Tcb): Status | null {
  const answer = status(tcb);
  return typeof answer === 'string' ? null : answer;
}

/** The members of struct tcp_info that the engine can tell, in Linux's units: segments, microseconds, bytes. */
const INFO: Readonly<Record<string, (tcb: Tcb) => number>> = {
  tcpi_state: (tcb) => STATE_NUMBERS[tcb.state],
  tcpi_snd_cwnd: (tcb) => Math.floor(tcb.congestion.cwnd / tcb.snd.mss),
  tcpi_snd_ssthresh: ({ congestion, snd }) =>
    congestion.ssthresh >= Number.MAX_SAFE_INTEGER ? NO_THRESHOLD : Math.floor(congestion.ssthresh / snd.mss),
  tcpi_snd_mss: (tcb) => tcb.snd.mss,
  tcpi_unacked: (tcb) => tcb.sent.length,
  tcpi_sacked: (tcb) => Math.ceil(tcb.scoreboard.bytes / tcb.snd.mss),
  tcpi_bytes_acked: (tcb) => tcb.queue.start,
  tcpi_notsent_bytes: (tcb) => told(tcb)?.awaitingTransmission ?? 0,
  tcpi_rto: (tcb) => Math.round((told(tcb)?.rtoMs ?? tcb.rto.rtoMs) * 1000),
  tcpi_rtt: (tcb) => Math.round((tcb.rto.srttMs ?? 0) * 1000),
  tcpi_rttvar: (tcb) => Math.round((tcb.rto.rttvarMs ?? 0) * 1000),
  tcpi_ca_state: (tcb) => {
    const { recovery } = tcb;
    if (recovery.kind === 'none') return recovery.duplicateAcks > 0 ? 1 : 0;
    return recovery.kind === 'timeout' ? 4 : 3;
  },
};

/** Whether an assertion may use this name. */
export function isInfoName(name: string): boolean {
  return name in CONSTANTS || name in INFO;
}

/** The value of a name in an assertion, for a connection. */
export function infoValue(tcb: Tcb, name: string): number {
  return CONSTANTS[name] ?? INFO[name]?.(tcb) ?? Number.NaN;
}
