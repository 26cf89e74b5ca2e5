import { isMisconceptionId } from '../../questions/misconceptions.ts';
import type { Globals } from '../globals.ts';
import { showScreen } from '../screen.ts';
import { checkQuestionName, checkSkill } from '../skill-names.ts';

/** `seqack practice [SKILL|SKILL@SEED|RULE ...]`: questions on these; without any the learner chooses. */
export function practice(names: readonly string[], globals: Globals): Promise<number> {
  for (const name of names) {
    if (name.includes('@')) checkQuestionName(name);
    else if (!isMisconceptionId(name)) checkSkill(name);
  }
  return showScreen(() => ({ screen: 'practice', names }), 'seqack questions', globals);
}
