import type { Tcb } from '../tcb.ts';

/** What decides whether an ACK waits: Linux's quick ACKs and its interactive mode (tcp(7), TCP_QUICKACK). */
export interface Acknowledging {
  /** So many segments more are acknowledged at once; null before the first data. */
  quick: number | null;
  /** The user answers what it reads, so that an ACK is worth waiting with: no quick ACKs. */
  interactive: boolean;
  /** When data came last, or null. */
  lastTextMs: number | null;
}

export function createAcknowledging(): Acknowledging {
  return { quick: null, interactive: false, lastTextMs: null };
}

/**
 * Data was taken. An ACK at once where it touches a gap and for every second full segment, else within the delayed-ACK
 * time (RFC 9293 §3.8.6.3, RFC 5681 §4.2); by the convention `quickAcks` at once for the first segments too, so that
 * the sender's slow start is not held up.
 */
export function oweAckForText(tcb: Tcb, touchesGap: boolean, now: number): void {
  const { delayedAckMs } = tcb.settings.conventions;
  countText(tcb, now);
  if (touchesGap || delayedAckMs === null || tcb.unackedBytes >= 2 * tcb.snd.mss || acksQuickly(tcb)) {
    tcb.owedAck = 'now';
  } else oweLater(tcb, now, delayedAckMs);
}

/**
 * The peer's FIN was taken: §3.10.7.4 step 8 sends an ACK. By the convention `finAck: delayed` it waits as for data, for
 * a user that closes when the peer has closed; Linux does so where data came before.
 */
export function oweAckForFin(tcb: Tcb, now: number): void {
  const { delayedAckMs, finAck } = tcb.settings.conventions;
  const waits = tcb.state === 'CLOSE-WAIT' && finAck === 'delayed' && tcb.acknowledging.lastTextMs !== null;
  tcb.acknowledging.interactive = true;
  if (waits && delayedAckMs !== null && tcb.unackedBytes < tcb.snd.mss) oweLater(tcb, now, delayedAckMs);
  else tcb.owedAck = 'now';
}

function oweLater(tcb: Tcb, now: number, delayedAckMs: number): void {
  if (tcb.owedAck === 'now') return;
  tcb.owedAck = 'delayed';
  tcb.timers['delayed-ack'] ??= now + delayedAckMs;
}

/** The budget of quick ACKs begins with the first data, and is small where the window takes few segments. */
function countText(tcb: Tcb, now: number): void {
  const { acknowledging, settings } = tcb;
  acknowledging.lastTextMs = now;
  if (acknowledging.quick !== null) return;
  const segment = Math.max(1, Math.min(tcb.snd.mss, tcb.unackedBytes));
  const room = Math.max(1, Math.floor(settings.receiveBuffer / (2 * segment)));
  acknowledging.quick = Math.min(settings.conventions.quickAcks, room);
}

function acksQuickly({ acknowledging }: Tcb): boolean {
  return !acknowledging.interactive && acknowledging.quick !== null && acknowledging.quick > 0;
}

/** A segment with an ACK goes out that was owed. */
export function ackSent({ acknowledging, owedAck }: Tcb): void {
  if (owedAck !== 'none' && acknowledging.quick !== null && acknowledging.quick > 0) acknowledging.quick -= 1;
}

/** New data goes out; soon after data came, it is an answer to it. */
export function dataSent({ acknowledging, settings }: Tcb, now: number): void {
  const { lastTextMs } = acknowledging;
  const { delayedAckMs } = settings.conventions;
  if (lastTextMs !== null && delayedAckMs !== null && now - lastTextMs < delayedAckMs) acknowledging.interactive = true;
}

/** The delayed-ACK timer expired: the user did not answer in time, so it is not taken for interactive any more. */
export function ackWaitedInVain({ acknowledging }: Tcb): void {
  acknowledging.interactive = false;
}
