import { unsentBytes } from '../sending/output.ts';
import { urgentLeft } from '../sending/urgent.ts';
import { seqAdd } from '../sequence.ts';
import type { State } from '../state.ts';
import { flightSize, receiveWindow, type Tcb } from '../tcb.ts';
import type { CallError } from './call-error.ts';

/** What STATUS tells of a connection (RFC 9293 §3.9.1.5). Sizes in bytes, times in ms. */
export interface Status {
  readonly state: State;
  readonly sendWindow: number;
  readonly receiveWindow: number;
  /** Numbers sent and not acknowledged: data, SYN, FIN. */
  readonly awaitingAcknowledgment: number;
  /** Data handed over by SEND and not sent yet. */
  readonly awaitingTransmission: number;
  /** Data that RECEIVE would return. */
  readonly pendingReceipt: number;
  /** SND.UP while urgent data is not acknowledged, else null. */
  readonly sendUrgentPointer: number | null;
  /** How much urgent data the user still has to read (MUST-33). */
  readonly urgentLeft: number;
  readonly userTimeoutMs: number | null;
  readonly rtoMs: number;
  readonly cwnd: number;
  readonly ssthresh: number;
}

/** STATUS (§3.10.6). */
export function status(tcb: Tcb): Status | CallError {
  if (tcb.state === 'CLOSED') return 'connection does not exist';
  const { urgentEnd, queue, snd } = tcb;
  return {
    state: tcb.state,
    sendWindow: snd.wnd,
    receiveWindow: receiveWindow(tcb),
    awaitingAcknowledgment: flightSize(tcb),
    awaitingTransmission: unsentBytes(tcb),
    pendingReceipt: tcb.rcv.unreadBytes,
    sendUrgentPointer: urgentEnd === null || urgentEnd <= queue.start ? null : seqAdd(snd.iss, 1 + urgentEnd),
    urgentLeft: urgentLeft(tcb),
    userTimeoutMs: tcb.userTimeoutMs,
    rtoMs: tcb.rto.rtoMs,
    cwnd: tcb.congestion.cwnd,
    ssthresh: tcb.congestion.ssthresh,
  };
}
