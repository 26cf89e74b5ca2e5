import type { Language } from '../../language.ts';
import { SHELLS } from '../completion/install.ts';
import { completionScript } from '../completion/scripts.ts';
import { print } from '../output.ts';
import { completion as text } from '../text/completion.ts';
import { readWord } from '../values.ts';

/** `seqack completion SHELL`: the script that makes a shell complete commands, options and names. */
export async function completion(typed: string, language: Language): Promise<number> {
  const shell = readWord('completion', typed, SHELLS);
  await print(completionScript(shell, text.install[language]));
  return 0;
}
