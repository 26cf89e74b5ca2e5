import { createLogUnion, type LogUnion } from '../../learning/log/merge-logs.ts';
import { readLine } from '../../learning/log/read-line.ts';
import { csvLine, REVIEW_COLUMNS, reviewRow } from '../../learning/log/review-table.ts';
import { usage } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { chunksOf } from '../line-chunks.ts';
import { refuseOneThatIsRead, takeLog, tellPassed } from '../log-merging.ts';
import { openFolderLogs, ownFolder } from '../log-sources.ts';
import { print, printLines } from '../output.ts';
import { writeOutputFile } from '../output-file.ts';
import { reportLanguage } from '../report-language.ts';
import { errors, forms } from '../text/errors.ts';
import { log as text } from '../text/log.ts';
import { readWord } from '../values.ts';

export interface LogExportOptions {
  readonly format?: string;
  readonly out?: string;
}

const FORMATS = ['jsonl', 'json', 'csv'] as const;

/**
 * `seqack log export`: the learner's record in order of time, each event once, as a log again (jsonl), as one JSON
 * document, or as a table of answers and card grades (csv); docs/formats.md.
 */
export async function logExport({ format = 'jsonl', out }: LogExportOptions, globals: Globals): Promise<number> {
  const form = readWord('--format', format, FORMATS);
  if (out === '') throw usage(errors.badForm('--out', out, forms.outFile));
  const language = reportLanguage(globals);
  const sources = openFolderLogs(ownFolder(globals), language);
  if (out !== undefined) refuseOneThatIsRead(out, sources);
  const union = createLogUnion();
  const undone = new Set<string>();
  const passed = sources.flatMap(
    (source) =>
      takeLog(union, source, ({ event }) => {
        if (event.kind === 'undo') undone.add(event.undoes);
      }).passed,
  );
  tellPassed(passed, sources, language);

  const lines = {
    jsonl: () => union.lines(),
    json: () => documentLines(union, Date.now()),
    csv: () => tableOf(union, undone),
  };
  const chunks = chunksOf(lines[form]());
  if (out === undefined) {
    for (const chunk of chunks) await print(process.stdout.isTTY ? printable(chunk) : chunk);
    return 0;
  }
  await writeOutputFile(out, chunks);
  await printLines([text.written(union.size, out)[language]]);
  return 0;
}

/** One event a line, so that a reader may take them as they come. */
function* documentLines(union: LogUnion, exportedAt: number): Generator<string> {
  yield `{"version":1,"exportedAt":${exportedAt},"events":[`;
  let before: string | null = null;
  for (const line of union.lines()) {
    if (before !== null) yield `${before},`;
    before = line.toString('utf8');
  }
  if (before !== null) yield before;
  yield ']}';
}

function* tableOf(union: LogUnion, undone: ReadonlySet<string>): Generator<string> {
  yield `${csvLine(REVIEW_COLUMNS)}\r`;
  for (const line of union.lines()) {
    const content = readLine(line);
    const row = content.is === 'event' ? reviewRow(content.event, undone) : null;
    if (row !== null) yield `${csvLine(row)}\r`;
  }
}

/** JSON and CSV that a terminal may show: characters that would steer it are written as JSON escapes. */
function printable(chunk: Buffer): string {
  return chunk
    .toString('utf8')
    .replace(/\r/g, '')
    .replace(
      /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
