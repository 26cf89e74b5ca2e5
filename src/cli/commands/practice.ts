import type { Globals } from '../globals.ts';
import { showScreen } from '../screen.ts';
import { checkQuestionName, checkSkillOrMistake } from '../skill-names.ts';

export interface PracticeOptions {
  readonly unscheduled?: true;
}

/**
 * `seqack practice [SKILL|SKILL@SEED|RULE ...]`: questions on these, without any a mix; with --unscheduled the answers
 * leave the schedule as it is.
 */
export function practice(
  names: readonly string[],
  { unscheduled }: PracticeOptions,
  globals: Globals,
): Promise<number> {
  for (const name of names) {
    if (name.includes('@')) checkQuestionName(name);
    else checkSkillOrMistake(name);
  }
  return showScreen(
    () => ({ screen: 'practice', names, ...(unscheduled ? { unscheduled } : {}) }),
    'seqack questions',
    globals,
  );
}
