import { enter, type Tcb } from '../tcb.ts';
import { sendSyn } from '../transmit.ts';
import type { CallError } from './call-error.ts';

/** OPEN, active (RFC 9293 §3.10.1): sends a SYN and enters SYN-SENT. From LISTEN it turns the passive open active. */
export function openActive(tcb: Tcb, now: number): CallError | null {
  if (tcb.state !== 'CLOSED' && tcb.state !== 'LISTEN') return 'connection already exists';
  tcb.opened = 'active';
  chooseIss(tcb, now);
  enter(tcb, 'SYN-SENT');
  sendSyn(tcb, now, false);
  return null;
}

/** OPEN, passive (§3.10.1). */
export function openPassive(tcb: Tcb): CallError | null {
  if (tcb.state !== 'CLOSED') return 'connection already exists';
  tcb.opened = 'passive';
  enter(tcb, 'LISTEN');
  return null;
}

/** Selects the ISS and sets the send variables from it (§3.4.1). */
export function chooseIss(tcb: Tcb, now: number): void {
  const iss = tcb.settings.chooseIss(now);
  tcb.snd.iss = iss;
  tcb.snd.una = iss;
  tcb.snd.nxt = iss;
  tcb.snd.edge = iss;
}
