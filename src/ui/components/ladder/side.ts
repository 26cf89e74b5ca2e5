import type { State } from '../../../tcp/state.ts';
import { purposeWith } from '../../../trace/timer-purpose.ts';
import type { HostName, RunningTimer, Snapshot } from '../../../trace/trace.ts';
import type { Step } from './playback.ts';

/** A timer that runs: virtual time, ms. */
export interface Countdown {
  /** By what it is for. */
  readonly name: RunningTimer['name'];
  readonly leftMs: number;
  /** From when it was set until it expires. */
  readonly wholeMs: number;
}

/** Part of what a receiver has, in order of sequence numbers. */
export interface StripPart {
  /** `gap`: missing; `held`: received above a gap. */
  readonly kind: 'gap' | 'held';
  readonly bytes: number;
}

/** What one end has at a moment, in the terms of the picture beside the ladder. */
export type Side =
  | { readonly kind: 'none'; readonly state: State }
  | {
      readonly kind: 'connection';
      readonly state: State;
      readonly snapshot: Snapshot;
      /** SND.NXT - SND.UNA: sequence numbers sent and not acknowledged. */
      readonly inFlight: number;
      /**
       * What may be in flight: the smaller of the peer's window and cwnd, bytes; and which of the two it is. Null during
       * the handshake, when neither holds back anything: cwnd counts from the data after it on (RFC 5681 §3.1).
       */
      readonly limit: { readonly bytes: number; readonly by: 'cwnd' | 'snd.wnd' } | null;
      /** Whether anything is known of the peer yet. */
      readonly knowsPeer: boolean;
      /** From RCV.NXT on; empty when nothing is missing. */
      readonly strip: readonly StripPart[];
      readonly countdowns: readonly Countdown[];
    };

/** One end at step `index` of a playback, at virtual time `nowMs`. */
export function sideAt(steps: readonly Step[], index: number, host: HostName, nowMs: number): Side {
  const snapshot = steps[index]?.after[host] ?? null;
  if (snapshot === null || snapshot.state === 'CLOSED' || snapshot.state === 'LISTEN') {
    return { kind: 'none', state: snapshot?.state ?? 'CLOSED' };
  }
  const knowsPeer = snapshot.state !== 'SYN-SENT';
  const by = snapshot.sndWnd < snapshot.cwnd ? 'snd.wnd' : 'cwnd';
  const isHandshake = snapshot.state === 'SYN-SENT' || snapshot.state === 'SYN-RECEIVED';
  return {
    kind: 'connection',
    state: snapshot.state,
    snapshot,
    inFlight: (snapshot.sndNxt - snapshot.sndUna) >>> 0,
    limit: isHandshake ? null : { bytes: Math.min(snapshot.cwnd, snapshot.sndWnd), by },
    knowsPeer,
    strip: knowsPeer ? stripOf(snapshot) : [],
    countdowns: snapshot.timers.map(({ name, expiresMs }) => ({
      name: purposeWith(name, snapshot),
      leftMs: Math.max(0, expiresMs - nowMs),
      wholeMs: Math.max(1, expiresMs - setAt(steps, index, host, { name, expiresMs })),
    })),
  };
}

function stripOf({ rcvNxt, held, heldFin }: Snapshot): StripPart[] {
  const parts: StripPart[] = [];
  let at = rcvNxt;
  for (const [start, end] of held) {
    const gap = (start - at) >>> 0;
    if (gap > 0) parts.push({ kind: 'gap', bytes: gap });
    parts.push({ kind: 'held', bytes: (end - start) >>> 0 });
    at = end;
  }
  const before = heldFin === null ? 0 : (heldFin - at) >>> 0;
  if (before > 0) parts.push({ kind: 'gap', bytes: before });
  return parts;
}

/** How many steps back a timer's beginning is looked for. */
const FAR = 300;

/** Virtual time at which a timer was set to what it is now, ms. */
function setAt(steps: readonly Step[], index: number, host: HostName, timer: RunningTimer): number {
  let found = steps[index]?.ms ?? 0;
  for (let at = index; at >= Math.max(0, index - FAR); at--) {
    const step = steps[at];
    const same = step?.after[host]?.timers.some(
      ({ name, expiresMs }) => name === timer.name && expiresMs === timer.expiresMs,
    );
    if (step === undefined || same !== true) break;
    found = step.ms;
  }
  return found;
}
