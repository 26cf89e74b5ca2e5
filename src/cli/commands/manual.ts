import { manualPage } from '../manual-page.ts';
import { print } from '../output.ts';
import type { SpokenCommand } from '../spoken-command.ts';

/** `seqack manual`: the manual page, made from the same definitions as the help, as man reads it. */
export async function manual(program: SpokenCommand): Promise<number> {
  await print(manualPage(program));
  return 0;
}
