import type { Globals } from '../globals.ts';
import { showScreen } from '../screen.ts';

/** `seqack`: the app, at home. */
export function home(globals: Globals): Promise<number> {
  return showScreen(() => ({ screen: 'home' }), 'seqack --help', globals);
}
