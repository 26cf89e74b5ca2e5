import type { Language } from '../../language.ts';
import { manualPage } from '../manual-page.ts';
import { print } from '../output.ts';
import { createProgram } from '../program.ts';

/** `seqack manual`: the manual page, made from the same definitions as the help, as man reads it. */
export async function manual(language: Language): Promise<number> {
  await print(manualPage(createProgram(language, {}, null, () => undefined)));
  return 0;
}
