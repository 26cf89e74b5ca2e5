import type { Globals } from '../globals.ts';
import { showScreen } from '../screen.ts';

/** `seqack review`: the queue of what is due. */
export function review(globals: Globals): Promise<number> {
  return showScreen(() => ({ screen: 'review' }), 'seqack due', globals);
}
