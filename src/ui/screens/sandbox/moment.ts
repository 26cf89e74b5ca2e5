import type { FaultEffect } from '../../../simulator/fault.ts';
import { endsListener } from '../../../simulator/listener.ts';
import { canGoOn, type Sandbox } from '../../../simulator/sandbox/sandbox.ts';
import type { HostName, Snapshot } from '../../../trace/trace.ts';
import { type Playback, stepAt, virtualMs } from '../../components/ladder/playback.ts';
import { countBefore, hostEvents } from './host-events.ts';

/** What holds at one moment of a sandbox, by what has been seen: nothing here tells of what is still to come. */
export interface Moment {
  /** Index of the step seen last; -1 before the first. */
  readonly step: number;
  /** How many events of the trace have been seen. */
  readonly events: number;
  /** Virtual time, ms. */
  readonly ms: number;
  /** What is still to come: more, nothing unless someone acts, or more than the run's time limit has room for. */
  readonly ahead: 'more' | 'nothing' | 'beyond-limit';
  /** When what is done now happens, whole ms: after all that has been seen, and all else of that time. */
  readonly actMs: number;
  readonly hosts: Readonly<Record<HostName, HostMoment>>;
}

export interface HostMoment {
  /** null before the host has a connection, and after it has forgotten it. */
  readonly snapshot: Snapshot | null;
  /** A listening socket is open, whatever the connection's state. */
  readonly listens: boolean;
  /** Whether its application reads data as it comes. */
  readonly reads: boolean;
  /** Segments its TCP has sent. */
  readonly sent: number;
  /** What the network will do to its next segments, by hand; the first of them first. */
  readonly pending: readonly FaultEffect[];
}

/** Arranged by hand: what the network does to the nth segment that `from` sends. */
export interface Strike {
  readonly from: HostName;
  readonly nth: number;
  readonly effect: FaultEffect;
  /** When it was arranged, virtual ms. */
  readonly ms: number;
}

interface Played {
  readonly sandbox: Sandbox;
  readonly playback: Playback;
  readonly strikes: readonly Strike[];
  /** Screen time. */
  readonly at: number;
}

/** The moment a sandbox has been played to. */
export function momentOf(played: Played): Moment {
  const { playback, at } = played;
  const step = stepAt(playback, at);
  const shown = playback.steps[step];
  const ms = virtualMs(playback, at);
  const events = shown === undefined ? 0 : shown.last + 1;
  const actMs = shown === undefined ? 0 : Math.ceil(ms);
  return {
    step,
    events,
    ms,
    ahead: step < playback.steps.length - 1 ? 'more' : canGoOn(played.sandbox) ? 'beyond-limit' : 'nothing',
    actMs,
    hosts: {
      client: hostAt(played, 'client', events, actMs, shown?.after.client ?? null),
      server: hostAt(played, 'server', events, actMs, shown?.after.server ?? null),
    },
  };
}

function hostAt(
  { sandbox: { base, trace }, strikes }: Played,
  host: HostName,
  events: number,
  actMs: number,
  snapshot: Snapshot | null,
): HostMoment {
  let { reads } = base[host];
  let listens = false;
  const { sends, calls } = hostEvents(trace)[host];
  for (const { index, event, before } of calls) {
    if (index >= events) break;
    if (event.call.name === 'stop-reading') reads = false;
    if (event.call.name === 'resume-reading') reads = true;
    if (event.call.name === 'listen') listens = true;
    if (endsListener(event.call.name, before)) listens = false;
  }
  const sent = countBefore(sends, events);
  const pending = strikes.flatMap(({ from, nth, effect, ms }) =>
    from === host && nth > sent && ms <= actMs ? [effect] : [],
  );
  return { snapshot, listens, reads, sent, pending };
}
