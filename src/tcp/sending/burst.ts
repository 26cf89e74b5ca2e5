import type { Tcb } from '../tcb.ts';

/**
 * Linux hands new data to the network in bursts, two segments at least where two may go (ip-sysctl, tcp_min_tso_segs),
 * and the last segment of a burst carries PSH, so that the receiver does not wait for more of it. Called for each
 * segment with new data; answers whether it ends such a burst. Longer bursts of fast paths are not modelled.
 */
export function endsBurst(tcb: Tcb): boolean {
  if (!tcb.settings.conventions.pushBursts) return false;
  tcb.burst = (tcb.burst + 1) % 2;
  return tcb.burst === 0;
}
