import { sendAck } from '../sending/transmit.ts';
import type { Tcb } from '../tcb.ts';

const CHALLENGE_PERIOD_MS = 5000;

/** An ACK that asks the peer to prove itself, unless too many were sent of late (RFC 5961 §7). */
export function sendChallengeAck(tcb: Tcb, now: number): void {
  const { challenges } = tcb;
  while (challenges[0] !== undefined && challenges[0] <= now - CHALLENGE_PERIOD_MS) challenges.shift();
  if (challenges.length >= tcb.settings.conventions.challengeAckLimit) return;
  challenges.push(now);
  sendAck(tcb, now);
}
