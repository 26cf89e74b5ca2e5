import type { State } from '../../../tcp/state.ts';
import type { HostMoment } from './moment.ts';

/** What can be done by hand at one side. */
export const SIDE_COMMANDS = [
  'connect',
  'listen',
  'send',
  'close',
  'abort',
  'reading',
  'read',
  'crash',
  'drop',
  'delay',
  'duplicate',
  'forge',
] as const;
export type SideCommand = (typeof SIDE_COMMANDS)[number];

/** States in which SEND is taken, at once or once the connection is there (RFC 9293 §3.10.2). */
const SENDS: readonly State[] = ['SYN-SENT', 'SYN-RECEIVED', 'ESTABLISHED', 'CLOSE-WAIT'];
/** States in which CLOSE has something to do (RFC 9293 §3.10.4). */
const CLOSES: readonly State[] = ['LISTEN', 'SYN-SENT', 'SYN-RECEIVED', 'ESTABLISHED', 'CLOSE-WAIT'];
/** States in which data may still come, or waits to be read (RFC 9293 §3.10.3). */
const RECEIVES: readonly State[] = ['SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT'];

/** Whether a command can work at a side now. Those that TCP would only refuse are not offered. */
export function isPossible(command: SideCommand, { snapshot, listens, reads, pending }: HostMoment): boolean {
  const state = snapshot?.state ?? 'CLOSED';
  switch (command) {
    case 'connect':
      return state === 'CLOSED' || state === 'LISTEN';
    case 'listen':
      return state === 'CLOSED' && !listens;
    case 'send':
      return SENDS.includes(state);
    case 'close':
      return CLOSES.includes(state);
    case 'abort':
      return state !== 'CLOSED';
    case 'reading':
      return RECEIVES.includes(state) || (state === 'CLOSED' && !reads);
    case 'read':
      return !reads && RECEIVES.includes(state);
    case 'crash':
      return state !== 'CLOSED';
    // One thing at a time: what has been arranged for the next segment is taken back by undo.
    case 'drop':
    case 'delay':
    case 'duplicate':
      return pending.length === 0;
    case 'forge':
      return true;
  }
}
