import { modules } from 'seqack:content';
import { nearestWord } from '../../documents/nearest.ts';
import { usage } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { showScreen } from '../screen.ts';
import { errors } from '../text/errors.ts';

/** `seqack interview [MODULE]`: the interview questions of a concept, or of all, to choose from. */
export function interview(module: string | null, globals: Globals): Promise<number> {
  const known = modules.map(({ id }) => id);
  if (module !== null && !known.includes(module)) {
    throw usage(errors.unknownModule(module, nearestWord(module, known), known));
  }
  return showScreen(() => ({ screen: 'interview', module }), 'seqack interview --help', globals);
}
