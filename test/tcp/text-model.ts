import type { Flag } from '../../src/tcp/segment.ts';

/*
 * SEGMENT ARRIVES (RFC 9293 §3.10.7) written a second time, straight from the text and with plain integers: what one
 * segment is answered with, and the state after it. Times, windows to send into and options do not occur. Where the text
 * leaves a choice, the rfc profile's is taken; RFC 5961's checks may be in force or not.
 */

export interface Before {
  readonly state: string;
  readonly una: number;
  readonly nxt: number;
  readonly rcvNxt: number;
  readonly rcvWnd: number;
  readonly maxWnd: number;
  /** The number of our FIN, once sent. */
  readonly fin: number | null;
  /** RFC 5961's checks are in force. */
  readonly careful: boolean;
}

export interface Arriving {
  readonly flags: readonly Flag[];
  readonly seq: number;
  readonly ack: number;
  readonly len: number;
}

export interface After {
  readonly sent: readonly string[];
  readonly state: string;
}

const RECEIVES = ['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2'];

export function textSays(before: Before, segment: Arriving): After {
  const { una, nxt, rcvNxt, rcvWnd } = before;
  const passive = before.state === 'SYN-RECEIVED(passive)';
  const state = before.state.replace(/\(.*/, '');
  const has = (flag: Flag) => segment.flags.includes(flag);
  const length = segment.len + (has('SYN') ? 1 : 0) + (has('FIN') ? 1 : 0);
  const reset = (seq: number) => `R ${seq}:${seq}(0)`;
  const ackOf = (number: number) => `. ${nxt}:${nxt}(0) ack ${number}`;
  const stays = (...sent: string[]): After => ({ sent, state });

  if (state === 'CLOSED') {
    if (has('RST')) return stays();
    return stays(has('ACK') ? reset(segment.ack) : `R. 0:0(0) ack ${segment.seq + length}`);
  }
  if (state === 'LISTEN') {
    if (has('RST')) return stays();
    if (has('ACK')) return stays(reset(segment.ack));
    return has('SYN') ? { sent: [`S. 0:0(0) ack ${segment.seq + 1}`], state: 'SYN-RECEIVED' } : stays();
  }
  if (state === 'SYN-SENT') {
    const acceptable = has('ACK') && segment.ack > 0 && segment.ack <= nxt;
    if (has('ACK') && !acceptable) return stays(...(has('RST') ? [] : [reset(segment.ack)]));
    if (has('RST')) return acceptable ? { sent: [], state: 'CLOSED' } : stays();
    if (!has('SYN')) return stays();
    if (!acceptable) return { sent: [`S. 0:0(0) ack ${segment.seq + 1}`], state: 'SYN-RECEIVED' };
    return text('ESTABLISHED', segment.seq + 1, segment.seq + 1);
  }

  // The sequence number. A RST is valid by its own number (§3.5.3).
  let seq = segment.seq;
  let syn = has('SYN');
  if (before.state === 'SYN-RECEIVED(simultaneous)' && syn && has('ACK') && !has('RST')) {
    // The SYN trimmed off the peer's SYN,ACK; only one that acknowledges our SYN can bring anything.
    if (seq === rcvNxt - 1 && segment.ack === nxt) [seq, syn] = [seq + 1, false];
  }
  // The SYN trimmed off a copy of the peer's SYN that carries text (step 1: "trimming off any portions", SYN included).
  const copy = passive && syn && !has('ACK') && !has('RST') && segment.len > 0;
  if (copy && seq === rcvNxt - 1) [seq, syn] = [seq + 1, false];
  const left = segment.len + (syn ? 1 : 0) + (has('FIN') ? 1 : 0);
  const inside = (number: number) => rcvNxt <= number && number < rcvNxt + rcvWnd;
  let acceptable = inside(seq) || inside(seq + left - 1);
  if (left === 0 || has('RST')) acceptable = rcvWnd === 0 ? seq === rcvNxt : inside(seq);
  else if (rcvWnd === 0) acceptable = false;
  if (!acceptable) {
    if (has('RST')) return stays();
    // Valid ACKs are let through a window of zero; the answer is due all the same.
    if (rcvWnd === 0 && seq === rcvNxt && has('ACK') && !syn) {
      const taken = acknowledged();
      return 'sent' in taken ? taken : { sent: [ackOf(rcvNxt)], state: taken.now };
    }
    return stays(ackOf(rcvNxt));
  }
  if (has('RST')) {
    if (before.careful && seq !== rcvNxt) return stays(ackOf(rcvNxt));
    return { sent: [], state: passive ? 'LISTEN' : 'CLOSED' };
  }
  if (syn && passive) return { sent: [], state: 'LISTEN' };
  // Without RFC 5961 a SYN in the window is an error; one before it (with text in the window) would have had an ACK.
  if (syn && !before.careful && seq >= rcvNxt) return { sent: [reset(nxt)], state: 'CLOSED' };
  if (syn) return stays(ackOf(rcvNxt));
  if (!has('ACK')) return stays();
  const taken = acknowledged();
  if ('sent' in taken) return taken;
  return text(taken.now, seq, rcvNxt);

  /** The fifth step: the answer where it ends there, else the state it leaves. */
  function acknowledged(): After | { now: string } {
    const number = segment.ack;
    if (state === 'SYN-RECEIVED') return una < number && number <= nxt ? { now: 'ESTABLISHED' } : stays(reset(number));
    if (number > nxt || (before.careful && number < una - before.maxWnd)) return stays(ackOf(rcvNxt));
    const ours = before.fin !== null && Math.max(una, number) > before.fin;
    if (state === 'FIN-WAIT-1' && ours) return { now: 'FIN-WAIT-2' };
    if (state === 'CLOSING' && ours) return { now: 'TIME-WAIT' };
    if (state === 'LAST-ACK' && ours) return { sent: [], state: 'CLOSED' };
    return { now: state };
  }

  /** The seventh and eighth steps, from the number `begin` on, with RCV.NXT = `next`. */
  function text(now: string, begin: number, next: number): After {
    const fin = has('FIN') ? begin + segment.len : null;
    const occupied = segment.len + (fin === null ? 0 : 1);
    if (!RECEIVES.includes(now)) {
      // Text is ignored; what takes sequence space is acknowledged, but for CLOSING's "ignore the segment".
      const answers = before.state === 'CLOSING' ? fin !== null : occupied > 0;
      return { sent: answers ? [ackOf(next)] : [], state: now };
    }
    const edge = next + rcvWnd;
    const from = Math.max(begin, next);
    const end = Math.min(begin + segment.len, edge);
    let number = next;
    if (from === next && end > next) number = end;
    const finIsNext = fin === number && fin < edge && from === next;
    const after = finIsNext ? (AFTER_FIN[now] ?? now) : now;
    if (finIsNext) number += 1;
    const answers = occupied > 0 || state === 'SYN-SENT';
    return { sent: answers ? [ackOf(number)] : [], state: after };
  }
}

const AFTER_FIN: Readonly<Record<string, string>> = {
  ESTABLISHED: 'CLOSE-WAIT',
  'FIN-WAIT-1': 'CLOSING',
  'FIN-WAIT-2': 'TIME-WAIT',
};
