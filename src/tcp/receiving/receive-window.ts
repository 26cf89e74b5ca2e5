import { seqAdd } from '../sequence.ts';
import { receiveWindow, type Tcb } from '../tcb.ts';

/** The window field has 16 bits (RFC 9293 §3.1). */
const LARGEST_FIELD = 0xffff;

/** The largest shift count: a window stays below half the sequence space (RFC 7323 §2.3). */
export const LARGEST_SHIFT = 14;

/** The smallest shift with which a receive buffer of so many bytes can be told (RFC 7323 §2.3). */
export function shiftFor(bytes: number): number {
  let shift = 0;
  while (shift < LARGEST_SHIFT && bytes >> shift > LARGEST_FIELD) shift += 1;
  return shift;
}

/** Receive buffer that holds nothing, bytes. */
function freeSpace({ settings, rcv }: Tcb): number {
  return Math.max(0, settings.receiveBuffer - rcv.unreadBytes);
}

/**
 * The field that tells a window of `bytes`. What is no multiple of 2^shift is cut off (RFC 7323 §2.3), or by convention
 * rounded up, as long as the buffer is overdrawn by less than one such step: every ACK rounded up anew would otherwise
 * carry the edge on without end.
 */
function fieldFor(tcb: Tcb, bytes: number): number {
  const { shift } = tcb.rcv;
  let field = bytes >> shift;
  if (tcb.settings.conventions.windowRounding === 'up' && field << shift < bytes && field << shift < freeSpace(tcb)) {
    field += 1;
  }
  return Math.min(LARGEST_FIELD, field);
}

/** The window the peer reads from a segment sent now: RCV.WND but for the rounding, bytes. */
export function toldWindow(tcb: Tcb): number {
  return fieldFor(tcb, receiveWindow(tcb)) << tcb.rcv.shift;
}

/**
 * The least by which the right edge of the window moves: one MSS or half the buffer (§3.8.6.2.2). The text takes
 * Eff.snd.MSS for want of the peer's; the MSS this end announced is what the peer's segments are cut to.
 */
export function windowStep({ settings }: Tcb): number {
  return Math.min(settings.mss, Math.ceil(settings.receiveBuffer / 2));
}

/**
 * Moves the right edge of the window as far as the buffer allows, unless the peer would see it move by less than a step
 * (§3.8.6.2.2, receiver's silly window avoidance). Returns whether it moved.
 */
export function openWindow(tcb: Tcb): boolean {
  const offer = fieldFor(tcb, freeSpace(tcb)) << tcb.rcv.shift;
  const gain = offer - toldWindow(tcb);
  if (gain <= 0 || gain < windowStep(tcb)) return false;
  tcb.rcv.edge = seqAdd(tcb.rcv.nxt, offer);
  return true;
}

/**
 * The window field of a segment sent now: RCV.WND >> Rcv.Wind.Shift (RFC 7323 §2.3). Rounded down it may lie below
 * what an earlier segment offered, which holds all the same; rounded up it is an offer of its own (§2.4).
 */
export function tellWindow(tcb: Tcb): number {
  const { rcv } = tcb;
  const field = fieldFor(tcb, receiveWindow(tcb));
  const told = field << rcv.shift;
  if (told > receiveWindow(tcb)) rcv.edge = seqAdd(rcv.nxt, told);
  return field;
}

/** The window field of a SYN, never scaled (RFC 7323 §2.2); before the peer's SYN it is the buffer that it tells. */
export function tellSynWindow(tcb: Tcb): number {
  const window = tcb.state === 'SYN-SENT' ? tcb.settings.receiveBuffer : receiveWindow(tcb);
  return Math.min(LARGEST_FIELD, window);
}

/** The right edge that our SYN has offered, or our SYN,ACK will offer, to a peer whose SYN set RCV.NXT. */
export function openingEdge({ rcv, settings }: Tcb): number {
  return seqAdd(rcv.nxt, Math.min(LARGEST_FIELD, settings.receiveBuffer));
}
