import type { Language } from '../../language.ts';
import { createLogUnion } from '../../learning/log/merge-logs.ts';
import { usage } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { chunksOf } from '../line-chunks.ts';
import { addToOwn, type Merged, refuseOneThatIsRead, takeLog, tellPassed } from '../log-merging.ts';
import { type LogSource, openFolderLogs, openNamedLogs, ownFolder } from '../log-sources.ts';
import { printLines } from '../output.ts';
import { writeOutputFile } from '../output-file.ts';
import { reportLanguage } from '../report-language.ts';
import { errors, forms } from '../text/errors.ts';
import { log as text } from '../text/log.ts';

export interface LogMergeOptions {
  readonly out?: string;
}

/**
 * `seqack log merge`: unites logs by event id. Without --out the learner's own log gets what the others have and it
 * has not; with --out the union of all is a new file, and the own log stays as it is.
 */
export async function logMerge(named: readonly string[], { out }: LogMergeOptions, globals: Globals): Promise<number> {
  if (out === '') throw usage(errors.badForm('--out', out, forms.outFile));
  const language = reportLanguage(globals);
  const folder = ownFolder(globals);
  const own = openFolderLogs(folder, language);
  const others = named.flatMap((path) => openNamedLogs(path, language));
  if (out === undefined) {
    await addAndTell(folder, own, others, false, language);
    return 0;
  }
  const sources = [...own, ...others];
  refuseOneThatIsRead(out, sources);
  const union = createLogUnion();
  const merged = sources.map((source) => takeLog(union, source, () => {}));
  tellPassed(
    merged.flatMap(({ passed }) => passed),
    sources,
    language,
  );
  await writeOutputFile(out, chunksOf(union.lines()));
  await printLines([...merged.map((of) => mergedLine(of, language)), text.written(union.size, out)[language]]);
  return 0;
}

/** Adds to the own log, or only says what would be added, and prints the counts. */
export async function addAndTell(
  folder: string,
  own: readonly LogSource[],
  others: readonly LogSource[],
  dryRun: boolean,
  language: Language,
): Promise<void> {
  for (const { file, name } of others) {
    if (own.some((mine) => mine.file === file)) throw usage(text.isOwn(name));
  }
  const { merged, added, path } = addToOwn(folder, own, others, dryRun);
  tellPassed(
    merged.flatMap(({ passed }) => passed),
    [...own, ...others],
    language,
  );
  for (const { newer, source } of merged) {
    if (newer > 0) process.stderr.write(`${text.newerStay(source.name, newer)[language]}\n`);
  }
  const outcome = added === 0 ? text.nothingNew : dryRun ? text.wouldAdd(added, path) : text.added(added, path);
  await printLines([...merged.map((of) => mergedLine({ ...of, newerStays: true }, language)), outcome[language]]);
}

function mergedLine(of: Merged & { readonly newerStays?: true }, language: Language): string {
  const passed = of.passed.length + (of.newerStays ? of.newer : 0);
  return text.merged(of.source.name, of.fresh, of.known, passed)[language];
}
