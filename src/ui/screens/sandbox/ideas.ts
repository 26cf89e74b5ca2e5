import type { State } from '../../../tcp/state.ts';
import type { HostName } from '../../../trace/trace.ts';
import { type Idea, type IdeaName, ideaWords } from '../../text/sandbox-ideas.ts';
import type { Moment } from './moment.ts';

/** What is worth a try at this moment, the nearest first. Never empty. */
export function ideasAt(moment: Moment): readonly Idea[] {
  const names = (Object.keys(FITS) as IdeaName[]).filter((name) => FITS[name](situation(moment)));
  return names.map((name) => ideaWords[name]);
}

interface Situation {
  readonly state: Readonly<Record<HostName, State>>;
  readonly serverListens: boolean;
  readonly windowShut: boolean;
  readonly someoneStoppedReading: boolean;
  /** Either end is in this state. */
  readonly has: (state: State) => boolean;
  readonly segmentsSeen: boolean;
}

function situation({ hosts, events }: Moment): Situation {
  const state = {
    client: hosts.client.snapshot?.state ?? 'CLOSED',
    server: hosts.server.snapshot?.state ?? 'CLOSED',
  } as const;
  const has = (one: State) => state.client === one || state.server === one;
  const { client, server } = hosts;
  return {
    state,
    has,
    serverListens: server.listens,
    windowShut: has('ESTABLISHED') && (client.snapshot?.sndWnd === 0 || server.snapshot?.sndWnd === 0),
    someoneStoppedReading: !client.reads || !server.reads,
    segmentsSeen: events > 0 && (client.snapshot !== null || server.snapshot !== null),
  };
}

const bothOpen = ({ state }: Situation) => state.client === 'ESTABLISHED' && state.server === 'ESTABLISHED';
const bothClosed = ({ state }: Situation) => state.client === 'CLOSED' && state.server === 'CLOSED';

/** When each is worth a try; in the order in which they are told. */
const FITS: Readonly<Record<IdeaName, (now: Situation) => boolean>> = {
  'listen-first': (now) => bothClosed(now) && !now.serverListens,
  'closed-port': (now) => bothClosed(now) && !now.serverListens,
  handshake: ({ state }) => state.client === 'CLOSED' && state.server === 'LISTEN',
  'lose-the-syn': ({ state }) => state.client === 'CLOSED' && state.server === 'LISTEN',
  'simultaneous-open': ({ state }) =>
    (state.client === 'SYN-SENT' && state.server === 'CLOSED') ||
    (state.server === 'SYN-SENT' && state.client === 'CLOSED'),
  // Only as long as it has not been sent.
  'lose-the-last-ack': ({ state }) => state.client === 'SYN-SENT' && state.server === 'SYN-RECEIVED',
  'read-a-little': ({ windowShut }) => windowShut,
  'fill-the-window': (now) => now.someoneStoppedReading && bothOpen(now) && !now.windowShut,
  'lose-data': bothOpen,
  overtake: bothOpen,
  'forge-rst': bothOpen,
  'stop-reading': (now) => bothOpen(now) && !now.someoneStoppedReading,
  'half-open': bothOpen,
  'simultaneous-close': bothOpen,
  'half-close': ({ has }) => has('CLOSE-WAIT'),
  'lose-the-fin': ({ has }) => has('LAST-ACK') || has('FIN-WAIT-1'),
  'time-wait': ({ has }) => has('TIME-WAIT'),
  'half-open-talks': ({ state }) =>
    (state.client === 'ESTABLISHED' && state.server === 'CLOSED') ||
    (state.server === 'ESTABLISHED' && state.client === 'CLOSED'),
  'another-network': () => true,
  predict: () => true,
  keep: ({ segmentsSeen }) => segmentsSeen,
};
