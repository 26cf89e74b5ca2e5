import { ackWaitedInVain } from './receiving/acknowledging.ts';
import { recoverFromTimeout, resendMissing } from './recovery/loss-recovery.ts';
import { keepAliveTimeout } from './sending/keep-alive.ts';
import { output } from './sending/output.ts';
import { persistTimeout } from './sending/persist.ts';
import { resend, sendAck, startRetransmissionTimer } from './sending/transmit.ts';
import { deleteTcb, flightSize, type Tcb, type TimerName } from './tcb.ts';

/** The timer that expires next, or null when none runs. */
export function nextTimeout(tcb: Tcb): { readonly name: TimerName; readonly at: number } | null {
  const { timers } = tcb;
  let next: string | null = null;
  let earliest = Number.POSITIVE_INFINITY;
  // For-in: engines make the look-up by such a name as cheap as by a fixed one.
  for (const name in timers) {
    const at = timers[name as TimerName];
    if (at === undefined || at >= earliest) continue;
    next = name;
    earliest = at;
  }
  return next === null ? null : { name: next as TimerName, at: earliest };
}

/** The timer `name` has expired (§3.10.8). */
export function timeout(tcb: Tcb, name: TimerName, now: number): void {
  tcb.timers[name] = undefined;
  switch (name) {
    case 'retransmission':
      retransmissionTimeout(tcb, now);
      break;
    case 'delayed-ack':
      if (tcb.owedAck !== 'none') sendAck(tcb, now);
      ackWaitedInVain(tcb);
      break;
    case 'time-wait':
      deleteTcb(tcb, 'closed');
      break;
    case 'persist':
      persistTimeout(tcb, now);
      break;
    case 'user':
      deleteTcb(tcb, 'user-timeout');
      break;
    case 'keep-alive':
      keepAliveTimeout(tcb, now);
      break;
  }
  if (tcb.state !== 'CLOSED') output(tcb, now);
}

/**
 * RFC 6298 §5.4 to 5.6 and RFC 5681 §3.1. Gives up after R2 (§3.8.3, MUST-20, MUST-23) without any progress; a peer
 * that keeps its window shut is borne with as long as it answers the probes (§3.8.6.1, MUST-37).
 */
function retransmissionTimeout(tcb: Tcb, now: number): void {
  const first = tcb.sent.first;
  if (first === undefined) return;
  const { giveUpMs, giveUpSynMs } = tcb.settings.conventions;
  const probing = tcb.snd.wnd === 0 && !first.syn;
  if (now - Math.max(first.firstSentMs, tcb.heardMs) >= (first.syn ? giveUpSynMs : giveUpMs)) {
    deleteTcb(tcb, 'timed-out');
    return;
  }
  if (first.syn) tcb.synLost = true;
  if (first.syn || probing) resend(tcb, first, now);
  else {
    recoverFromTimeout(tcb, flightSize(tcb), !first.timedOut);
    first.timedOut = true;
    resendMissing(tcb, tcb.snd.una, 'lost', now);
  }
  // R1 (§3.8.3, SHLD-9): a peer that answers, if only that its window is shut, is no delivery problem. The negative
  // advice to IP has no receiver here.
  tcb.timeoutsInVain += 1;
  if (tcb.timeoutsInVain === tcb.settings.conventions.adviseAfter) {
    tcb.settings.emit({ kind: 'signal', signal: 'excessive retransmissions' });
  }
  tcb.rto.backOff();
  startRetransmissionTimer(tcb, now);
}
