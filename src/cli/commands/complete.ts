import type { Language } from '../../language.ts';
import { complete } from '../completion/candidates.ts';
import { nameFinder } from '../completion/names.ts';
import { readGlobals } from '../globals.ts';
import { print } from '../output.ts';
import { createProgram } from '../program.ts';

/**
 * What the completion scripts of the shells ask (src/cli/completion/scripts.ts): a first line that says whether words
 * or paths follow, then a word a line with a tab before what it is. The last of `words` is being typed.
 */
export async function completeWords(words: readonly string[], language: Language): Promise<number> {
  const program = createProgram(language, process.env, null, () => undefined);
  const find = nameFinder(language, readGlobals({}, process.env));
  const { kind, candidates } = await complete(program, words, language, find);
  const lines = candidates.map(({ word, about }) => `${word}\t${about.replace(/\p{Cc}/gu, ' ')}`);
  await print(`${[kind, ...lines].join('\n')}\n`);
  return 0;
}
