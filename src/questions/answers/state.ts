import { STATES, type State } from '../../tcp/state.ts';
import { normalized, type Reading, read, unreadable } from './reading.ts';

const bare = (name: string): string => name.replace(/[-_\s]/g, '');

/** RFC spelling by bare letters, with the spellings of kernels and tools. */
const SPELLINGS: ReadonlyMap<string, State> = new Map<string, State>([
  ...STATES.map((state): [string, State] => [bare(state), state]),
  ['SYNRECV', 'SYN-RECEIVED'],
  ['SYNRCVD', 'SYN-RECEIVED'],
  ['SYNRCV', 'SYN-RECEIVED'],
  ['ESTAB', 'ESTABLISHED'],
  ['CLOSE', 'CLOSED'],
]);

/** A connection state however it is spelt: SYN_RECV, syn-rcvd, ESTAB, FIN_WAIT1, 'time wait' ... */
export function readState(text: string): Reading<State> {
  const state = SPELLINGS.get(bare(normalized(text)));
  if (state !== undefined) return read(state);
  return unreadable(
    'TCP 상태 이름이 아닙니다. 예: ESTABLISHED, FIN-WAIT-1, SYN_RCVD',
    'That is not a TCP state. Examples: ESTABLISHED, FIN-WAIT-1, SYN_RCVD.',
  );
}
