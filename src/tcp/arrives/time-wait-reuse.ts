import { ACK, FIN, RST, type Segment, SYN } from '../segment.ts';
import { seqAdd, seqGe, seqGt } from '../sequence.ts';
import type { Tcb } from '../tcb.ts';

/**
 * Whether a segment that meets `old` in TIME-WAIT opens the next incarnation of the connection at once (RFC 9293 §3.6.1,
 * MAY-2). Where it does not, `old` answers it as §3.10.7.4 says: with an ACK, as kernels do, where RFC 6191 has it
 * dropped in silence.
 */
export function reopensTimeWait(old: Tcb, segment: Segment): boolean {
  const { timeWaitReuse, timestamps } = old.settings.conventions;
  if (old.state !== 'TIME-WAIT' || timeWaitReuse === 'never') return false;
  if ((segment.flags & (SYN | ACK | RST | FIN)) !== SYN) return false;
  // Above the last number seen, which is that of the peer's FIN.
  const higher = seqGe(segment.seq, old.rcv.nxt);
  const option = timestamps ? segment.options.timestamps : undefined;
  if (timeWaitReuse === 'sequence' || option === undefined) return higher;
  // RFC 6191 §2: timestamps tell what is newer, better than sequence numbers do; those decide a tie.
  if (old.timestamps === null) return true;
  return seqGt(option[0], old.timestamps.recent) || (option[0] === old.timestamps.recent && higher);
}

/** The ISS of the next incarnation: as chosen, but above all that `old` used (RFC 9293 §3.6.1, MAY-2 condition 1). */
export function issAbove(old: Tcb, chosen: number): number {
  return seqGt(chosen, old.snd.nxt) ? chosen : seqAdd(old.snd.nxt, 1);
}
