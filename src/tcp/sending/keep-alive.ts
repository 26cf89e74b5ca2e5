import { ACK, NO_DATA } from '../segment.ts';
import { seqAdd } from '../sequence.ts';
import { deleteTcb, type Tcb } from '../tcb.ts';
import { sendReset, transmit } from './transmit.ts';

/* Keep-alives (RFC 9293 §3.8.4): a probe of the byte before SND.NXT, which the peer has to answer with an ACK. */

/** Where nothing of ours need be outstanding. */
const MAY_BE_IDLE: ReadonlySet<Tcb['state']> = new Set(['ESTABLISHED', 'CLOSE-WAIT', 'FIN-WAIT-2']);

/** What a keep-alive with data carries: any octet will do, since the peer has had that number before (MAY-6). */
const GARBAGE = new Uint8Array(1);

/** The application turns keep-alives on or off (MUST-24). */
export function setKeepAlive(tcb: Tcb, on: boolean, now: number): void {
  tcb.keepAlive.on = on;
  keepAliveOnArrival(tcb, now);
}

/** Any segment shows that the peer is there: it has been idle for no time (MUST-26). */
export function keepAliveOnArrival(tcb: Tcb, now: number): void {
  tcb.keepAlive.unanswered = 0;
  if (tcb.keepAlive.on && MAY_BE_IDLE.has(tcb.state)) {
    tcb.timers['keep-alive'] = now + tcb.settings.conventions.keepAliveIdleMs;
  } else tcb.timers['keep-alive'] = undefined;
}

/**
 * Nothing has come for the interval. With data outstanding its retransmission asks already (MUST-26). One probe without
 * an answer proves nothing (MUST-29); after the last the connection is given up, and a RST says so in case the peer is
 * there after all, as from an ABORT.
 */
export function keepAliveTimeout(tcb: Tcb, now: number): void {
  const { keepAliveIdleMs, keepAliveIntervalMs, keepAliveProbes, keepAliveOctet } = tcb.settings.conventions;
  if (!MAY_BE_IDLE.has(tcb.state)) return;
  if (tcb.sent.length > 0 || tcb.timers.persist !== undefined) {
    tcb.timers['keep-alive'] = now + keepAliveIdleMs;
    return;
  }
  if (tcb.keepAlive.unanswered >= keepAliveProbes) {
    sendReset(tcb, tcb.snd.nxt, now);
    deleteTcb(tcb, 'keep-alive');
    return;
  }
  tcb.keepAlive.unanswered += 1;
  tcb.timers['keep-alive'] = now + keepAliveIntervalMs;
  transmit(tcb, seqAdd(tcb.snd.nxt, -1), ACK, keepAliveOctet ? GARBAGE : NO_DATA, false, now);
}
