import type { State } from '../state.ts';
import type { Tcb } from '../tcb.ts';
import { offerWindow } from './receive.ts';

/** Without window scaling no window is larger (RFC 9293 §3.1). */
const LARGEST_FIELD = 0xffff;

/** In these states our SYN is under way: it has told of a buffer, and of the shift for it, and both hold until it is answered. */
const UNDER_WAY: readonly State[] = ['SYN-SENT', 'SYN-RECEIVED'];

/** Whether the receive buffer can be changed now; while the SYN is under way that has to wait. */
export function canSetReceiveBuffer({ state }: Pick<Tcb, 'state'>): boolean {
  return !UNDER_WAY.includes(state);
}

/**
 * The user gives the connection a receive buffer of `bytes`. A larger one widens the window at once, and the peer is
 * told if what it knows of is too narrow to send into. A smaller one never moves the right edge of the window to the
 * left (RFC 9293 §3.8.6, SHLD-14): what was offered may still come, and the window closes as it does.
 */
export function setReceiveBuffer(tcb: Tcb, bytes: number): void {
  tcb.settings.receiveBuffer = tcb.snd.scales ? bytes : Math.min(LARGEST_FIELD, bytes);
  offerWindow(tcb);
}
