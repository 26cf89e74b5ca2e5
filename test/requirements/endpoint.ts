import { send } from '../../src/tcp/calls/send.ts';
import type { Segment } from '../../src/tcp/segment.ts';
import type { CloseReason } from '../../src/tcp/signal.ts';
import type { TimerName } from '../../src/tcp/tcb.ts';
import { nextTimeout, timeout } from '../../src/tcp/timeouts.ts';
import { type Rig, segment } from '../tcp/opened.ts';

/** Lets the timer that expires next run out: its name, when, and the segments sent. */
export function expire(r: Rig): { readonly name: TimerName; readonly at: number; readonly sent: readonly Segment[] } {
  const next = nextTimeout(r.tcb);
  if (next === null) throw new Error('no timer runs');
  const before = r.effects.length;
  timeout(r.tcb, next.name, next.at);
  return { ...next, sent: r.effects.slice(before).flatMap((e) => (e.kind === 'send' ? [e.segment] : [])) };
}

/** Lets every timer up to `ms` run out; the segments sent, each with its time. */
export function runUntil(r: Rig, ms: number): { readonly at: number; readonly segment: Segment }[] {
  const all: { at: number; segment: Segment }[] = [];
  for (let next = nextTimeout(r.tcb); next !== null && next.at <= ms; next = nextTimeout(r.tcb)) {
    const { at, sent } = expire(r);
    all.push(...sent.map((one) => ({ at, segment: one })));
  }
  return all;
}

/** SEND of so many bytes: the segments that go out at once. */
export function sends(r: Rig, bytes: number, now = 0): Segment[] {
  return r.call((tcb) => send(tcb, new Uint8Array(bytes), now), now);
}

/** An ACK of the peer without data, at SEQ=1. */
export const ack = (number: number, window = 30_000): Segment =>
  segment({ flags: ['ACK'], seq: 1, ack: number, window });

/** Data of the peer. */
export const data = (seq: number, len: number, number = 1): Segment =>
  segment({ flags: ['ACK'], seq, ack: number, len });

/** How the user was told the connection ended; null while it has not. */
export function ending(r: Rig): CloseReason | null {
  const last = r.effects.findLast((e) => e.kind === 'closed');
  return last?.kind === 'closed' ? last.reason : null;
}

/** The bytes handed to the user so far. */
export function delivered(r: Rig): number {
  return r.effects.reduce((sum, e) => (e.kind === 'deliver' ? sum + e.data.length : sum), 0);
}
