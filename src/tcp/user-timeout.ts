import { finAcknowledged, type Tcb } from './tcb.ts';

/**
 * Something the user has handed over, and when. `position` is one past it, counted from the SYN: 1 for the SYN, 1 more
 * for every byte, 1 more for the FIN.
 */
export interface Submission {
  readonly position: number;
  readonly ms: number;
}

/** How much the peer has acknowledged, counted like `Submission.position`. */
function delivered(tcb: Tcb): number {
  if (finAcknowledged(tcb)) return tcb.queue.end + 2;
  return tcb.queue.start + (tcb.snd.una === tcb.snd.iss ? 0 : 1);
}

/**
 * OPEN, SEND or CLOSE hands something over: all of it has to be delivered within the user timeout, if there is one
 * (RFC 9293 §3.9.1.1). Unlike R2 it counts from the call, whatever the peer answers meanwhile.
 */
export function submitted(tcb: Tcb, what: 'syn' | 'data' | 'fin', now: number): void {
  if (tcb.userTimeoutMs === null) return;
  const position = what === 'syn' ? 1 : tcb.queue.end + (what === 'fin' ? 2 : 1);
  tcb.submissions.push({ position, ms: now });
  runUserTimer(tcb);
}

/** The peer has acknowledged something new. */
export function userTimeoutOnAck(tcb: Tcb): void {
  if (tcb.submissions.length === 0) return;
  const done = delivered(tcb);
  while (tcb.submissions[0] !== undefined && tcb.submissions[0].position <= done) tcb.submissions.shift();
  runUserTimer(tcb);
}

/** OPEN and SEND may set the user timeout, in ms, or do without one: null (§3.9.1.1, §3.9.1.2). */
export function setUserTimeout(tcb: Tcb, ms: number | null, now: number): void {
  const before = tcb.userTimeoutMs;
  tcb.userTimeoutMs = ms;
  if (ms === null) tcb.submissions.length = 0;
  // What was handed over while there was no timeout counts from now on.
  const all = tcb.queue.end + (tcb.closing ? 2 : 1);
  const waits = tcb.state !== 'CLOSED' && tcb.state !== 'LISTEN' && delivered(tcb) < all;
  if (before === null && waits) submitted(tcb, tcb.closing ? 'fin' : 'data', now);
  else runUserTimer(tcb);
}

function runUserTimer(tcb: Tcb): void {
  const first = tcb.submissions[0];
  if (first === undefined || tcb.userTimeoutMs === null) tcb.timers.user = undefined;
  else tcb.timers.user = first.ms + tcb.userTimeoutMs;
}
