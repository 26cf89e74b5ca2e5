import type { Globals } from '../globals.ts';
import { openFolderLogs, openNamedLogs, ownFolder } from '../log-sources.ts';
import { reportLanguage } from '../report-language.ts';
import { addAndTell } from './log-merge.ts';

export interface LogImportOptions {
  readonly dryRun?: true;
}

/** `seqack log import`: adds to the learner's own log what an export (jsonl or json) has and it has not. */
export async function logImport(named: string, { dryRun }: LogImportOptions, globals: Globals): Promise<number> {
  const folder = ownFolder(globals);
  const language = reportLanguage(globals);
  const own = openFolderLogs(folder, language);
  await addAndTell(folder, own, openNamedLogs(named, language), dryRun === true, language);
  return 0;
}
