import type { Text } from '../../language.ts';
import type { State } from '../../tcp/state.ts';
import type { Call, Note } from '../../trace/trace.ts';
import type { WrongState } from '../misconceptions/states-rules.ts';
import type { StateStory } from '../situations/states.ts';

/** What happens to the host: a call of its application, the arrival of a segment of which all these notes are made, the 2MSL timer. */
export type Happening =
  | { readonly kind: 'call'; readonly name: Call['name'] }
  | { readonly kind: 'arrive'; readonly notes: readonly Note[]; readonly without?: readonly Note[] }
  | { readonly kind: 'timer' };

/** One step of the state diagram, or an event that is none. */
export interface StateCase {
  readonly story: StateStory;
  readonly before: State;
  readonly happening: Happening;
  readonly wrong: readonly WrongState[];
  /** Why the state is what it is afterwards; the answer is named in a step of its own. */
  readonly because: Text;
  readonly rfc: string;
}
