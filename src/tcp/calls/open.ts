import { sendSyn } from '../sending/transmit.ts';
import { enter, type Tcb } from '../tcb.ts';
import { setUserTimeout, submitted } from '../user-timeout.ts';
import type { CallError } from './call-error.ts';
import { enqueue } from './enqueue.ts';

/** What OPEN may say besides active or passive (RFC 9293 §3.9.1.1). */
export interface OpenOptions {
  /** Whether it names the remote socket; an active OPEN does, a passive one does not, unless told otherwise. */
  readonly remote?: Tcb['remote'];
  /** The user timeout in ms, or none; the convention's if absent. */
  readonly userTimeoutMs?: number | null;
}

/**
 * OPEN, active (§3.10.1), with data to go with the SYN, or as soon as the connection is established: the automatic OPEN
 * of a SEND without one (§3.9.1.2).
 */
export function openWithData(tcb: Tcb, data: Uint8Array, now: number): CallError | null {
  if (tcb.state !== 'CLOSED' && tcb.state !== 'LISTEN') return 'connection already exists';
  enqueue(tcb, data, now, {});
  turnActive(tcb, now);
  return null;
}

/** OPEN, active (§3.10.1): sends a SYN and enters SYN-SENT. From LISTEN it turns the passive open active. */
export function openActive(tcb: Tcb, now: number, options: OpenOptions = {}): CallError | null {
  if (tcb.state !== 'CLOSED' && tcb.state !== 'LISTEN') return 'connection already exists';
  if (options.remote === 'unspecified') return 'remote socket unspecified';
  if (options.userTimeoutMs !== undefined) setUserTimeout(tcb, options.userTimeoutMs, now);
  turnActive(tcb, now);
  return null;
}

/** OPEN, passive (§3.10.1). */
export function openPassive(tcb: Tcb, options: OpenOptions = {}): CallError | null {
  if (tcb.state !== 'CLOSED') return 'connection already exists';
  if (options.userTimeoutMs !== undefined) tcb.userTimeoutMs = options.userTimeoutMs;
  tcb.remote = options.remote ?? 'unspecified';
  tcb.opened = 'passive';
  enter(tcb, 'LISTEN');
  return null;
}

/** CLOSED or LISTEN: selects an ISS, sends a SYN and enters SYN-SENT. */
export function turnActive(tcb: Tcb, now: number): void {
  tcb.opened = 'active';
  tcb.remote = 'specified';
  chooseIss(tcb, now);
  enter(tcb, 'SYN-SENT');
  submitted(tcb, 'syn', now);
  sendSyn(tcb, now, false);
}

/** Selects the ISS and sets the send variables from it (§3.4.1). */
export function chooseIss(tcb: Tcb, now: number): void {
  const iss = tcb.settings.chooseIss(now);
  tcb.snd.iss = iss;
  tcb.snd.una = iss;
  tcb.snd.nxt = iss;
  tcb.snd.edge = iss;
}
