import type { Language, Text } from '../../language.ts';
import { checkLogs, type Finding, type LogCounts } from '../../learning/log/check-log.ts';
import { grouped } from '../../ui/text/format.ts';
import type { Globals } from '../globals.ts';
import { findingJson, findingText } from '../log-findings.ts';
import { conflictCopies, type LogSource, openFolderLogs, openNamedLogs, ownFolder } from '../log-sources.ts';
import { print, printLines } from '../output.ts';
import { reportLanguage } from '../report-language.ts';
import { tableLines } from '../table.ts';
import { kinds as kindText, log as text } from '../text/log.ts';

export interface LogCheckOptions {
  readonly json?: true;
}

/** Lines printed at a time. */
const BATCH = 500;

/**
 * `seqack log check`: what is wrong with the learner's record, or with a log named, line by line, and what it holds.
 * Gives 1 when lines are damaged. Writes nothing.
 */
export async function logCheck(named: string | null, { json }: LogCheckOptions, globals: Globals): Promise<number> {
  const folder = ownFolder(globals);
  const language = reportLanguage(globals);
  const sources = named === null ? openFolderLogs(folder, language) : openNamedLogs(named, language);
  const copies = named === null ? conflictCopies(folder) : [];
  const now = Date.now();
  const checking = checkLogs(sources, now);
  if (json) return printJson(checking, sources, now);

  const counts = await inBatches(checking, (batch) =>
    printLines(batch.map((finding) => findingText(finding, sources)[language])),
  );
  const say = (words: Text): string => words[language];
  const lines = copies.map((copy) => say(text.conflictCopy(copy)));
  if (sources.length === 0) lines.push(say(text.noneYet(folder)));
  else lines.push(...countLines(sources, counts, language), say(verdict(counts)));
  await printLines(lines);
  return counts.damaged > 0 ? 1 : 0;
}

/** Hands on what the check finds as it finds it, and gives the counts. */
async function inBatches(
  checking: Generator<Finding, LogCounts>,
  take: (batch: readonly Finding[]) => Promise<void>,
): Promise<LogCounts> {
  let batch: Finding[] = [];
  for (;;) {
    const next = checking.next();
    if (!next.done) batch.push(next.value);
    if (batch.length > 0 && (next.done || batch.length === BATCH)) {
      await take(batch);
      batch = [];
    }
    if (next.done) return next.value;
  }
}

function verdict({ damaged }: LogCounts): Text {
  return damaged === 0 ? text.sound : text.damaged(damaged);
}

function countLines(sources: readonly LogSource[], counts: LogCounts, language: Language): string[] {
  const say = (words: Text): string => words[language];
  const rows = [[say(text.events), grouped(counts.events)]];
  for (const [kind, many] of Object.entries(counts.kinds)) {
    rows.push([`  ${kindText[kind]?.[language] ?? kind}`, grouped(many)]);
  }
  if (counts.firstAt !== null) rows.push([say(text.first), dateOf(counts.firstAt)]);
  if (counts.lastAt !== null) rows.push([say(text.last), dateOf(counts.lastAt)]);
  if (counts.repeated > 0) rows.push([say(text.repeated), grouped(counts.repeated)]);
  if (counts.newer > 0) rows.push([say(text.newer), grouped(counts.newer)]);
  return [...sources.map(({ name }) => name), ...tableLines(rows, ['left', 'right'])];
}

/** The date here, as 2026-11-29. */
function dateOf(at: number): string {
  const date = new Date(at);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}`;
}

async function printJson(
  checking: Generator<Finding, LogCounts>,
  sources: readonly LogSource[],
  now: number,
): Promise<number> {
  const files = sources.map(({ name }) => name);
  await print(`{"version":1,"at":${now},"files":${JSON.stringify(files)},"findings":[\n`);
  let before = '';
  const counts = await inBatches(checking, async (batch) => {
    await print(before + batch.map((finding) => JSON.stringify(findingJson(finding, sources))).join(',\n'));
    before = ',\n';
  });
  await print(`\n],"sound":${counts.damaged === 0},${JSON.stringify(counts).slice(1)}\n`);
  return counts.damaged > 0 ? 1 : 0;
}
