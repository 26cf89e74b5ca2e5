import { nearestWord } from '../../documents/nearest.ts';
import { decksAtStart } from '../decks-at-start.ts';
import { usage } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { showScreen } from '../screen.ts';
import { decks as text } from '../text/decks.ts';

/** `seqack review`: the queue of what is due; with the name of a deck, of that deck. Throws a usage Failure for none. */
export async function review(deck: string | null, globals: Globals): Promise<number> {
  if (deck === null) return showScreen(() => ({ screen: 'review' }), 'seqack due', globals);
  const { decks } = await decksAtStart(globals, false);
  const names = decks.map(({ id }) => id);
  if (!names.includes(deck)) throw usage(text.unknown(deck, nearestWord(deck, names)));
  return showScreen(() => ({ screen: 'review-deck', deck }), 'seqack due', globals);
}
