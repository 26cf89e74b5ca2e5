import type { Tcb } from '../tcb.ts';
import { setUserTimeout, submitted } from '../user-timeout.ts';

/** What SEND may say of its data (RFC 9293 §3.9.1.2). */
export interface SendOptions {
  /** PUSH, on unless told otherwise, as with sockets. Data that is not pushed may wait for more (MAY-15, MAY-16). */
  readonly push?: boolean;
  /** URGENT: the data ends with what the peer's user should hurry to (§3.8.5). */
  readonly urgent?: boolean;
  /** From now on the connection's user timeout, in ms, or none. */
  readonly userTimeoutMs?: number | null;
}

/** Queues a user's data for transmission. */
export function enqueue(tcb: Tcb, data: Uint8Array, now: number, options: SendOptions): void {
  const { push = true, urgent = false, userTimeoutMs } = options;
  tcb.queue.append(data);
  if (push) tcb.pushedTo = tcb.queue.end;
  // The text's SND.UP <- SND.NXT, in a queue that runs ahead of SND.NXT: the pointer names the byte after the data
  // (MUST-62). An urgent indication needs at least one byte.
  if (urgent && data.length > 0) {
    tcb.urgentEnd = tcb.queue.end;
    tcb.urgentUntold = true;
  }
  if (userTimeoutMs !== undefined) setUserTimeout(tcb, userTimeoutMs, now);
  submitted(tcb, 'data', now);
}
