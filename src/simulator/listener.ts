import type { State } from '../tcp/state.ts';
import type { Call } from '../trace/trace.ts';

const END_IT: readonly Call['name'][] = ['close', 'close-fully', 'abort', 'connect', 'connect-with-data'];

/**
 * Whether a call ends the listening socket of a host in this state. While it only listens, what closes it does, and so does an
 * active OPEN, which takes the place of the passive one (RFC 9293 §3.10.1). A connection that it has accepted leaves it open.
 */
export function endsListener(call: Call['name'], state: State): boolean {
  return call === 'crash' || (state === 'LISTEN' && END_IT.includes(call));
}
