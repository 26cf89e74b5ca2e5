import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../language.ts';
import { openAppender } from '../learning/log/append-lines.ts';
import type { Finding } from '../learning/log/check-log.ts';
import { fileIdentity } from '../learning/log/log-bytes.ts';
import { LOG_NAME, OLDER_LOG_NAME } from '../learning/log/log-files.ts';
import { createLogUnion, type LogUnion, type Taken } from '../learning/log/merge-logs.ts';
import { Failure, usage } from './failure.ts';
import { damageText, findingText } from './log-findings.ts';
import type { LogSource } from './log-sources.ts';
import { writeFailure } from './output-file.ts';
import { log as text } from './text/log.ts';

/** At most this many lines of a log that was passed over are told one by one. */
const MOST_TOLD = 20;

/** What came of the lines of one log. */
export interface Merged {
  readonly source: LogSource;
  readonly fresh: number;
  readonly known: number;
  /** Lines of a later version among those passed over. */
  readonly newer: number;
  /** Lines passed over: damaged, or of an id that stands for something else. */
  readonly passed: readonly Finding[];
}

/** Takes a log into a union; `onNew` gets each event that was not there. Throws a Failure when it is no log at all. */
export function takeLog(union: LogUnion, source: LogSource, onNew: (taken: Taken & { is: 'new' }) => void): Merged {
  const passed: Finding[] = [];
  let fresh = 0;
  let known = 0;
  let newer = 0;
  for (const taken of union.take(source)) {
    const place = { log: taken.log, line: taken.line.number };
    if (taken.is === 'new') {
      fresh++;
      onNew(taken);
    } else if (taken.is === 'known') known++;
    else if (taken.is === 'newer') newer++;
    else if (taken.is === 'damaged') passed.push({ ...place, what: 'damaged', damage: taken.damage });
    else if (taken.is === 'conflict') {
      passed.push({ ...place, what: 'conflict', id: taken.event.id, first: taken.first });
    } else if (taken.is === 'torn') passed.push({ ...place, what: 'torn' });
  }
  const [first] = passed;
  if (fresh + known + newer === 0 && first?.what === 'damaged') {
    throw new Failure(1, text.notALog(source.placeOf(first.line), damageText(first.damage)));
  }
  return { source, fresh, known, newer, passed };
}

/** Says on standard error what was passed over. */
export function tellPassed(passed: readonly Finding[], sources: readonly LogSource[], language: Language): void {
  const lines = passed.slice(0, MOST_TOLD).map((finding) => findingText(finding, sources));
  if (passed.length > MOST_TOLD) lines.push(text.more(passed.length - MOST_TOLD));
  for (const line of lines) process.stderr.write(`${line[language]}\n`);
}

/** Events added to the learner's own log, and which file it was. */
export interface Addition {
  readonly merged: readonly Merged[];
  readonly added: number;
  readonly path: string;
}

/**
 * Adds to the learner's own log what the others have and it has not; what is there stays as it is. Lines of a later
 * version are left where they are: this version must not write among them. `dryRun`: counts only.
 */
export function addToOwn(
  folder: string,
  own: readonly LogSource[],
  others: readonly LogSource[],
  dryRun: boolean,
): Addition {
  const union = createLogUnion();
  const holdsNewer = new Set<string>();
  for (const source of own) {
    for (const taken of union.take(source)) if (taken.is === 'newer') holdsNewer.add(source.base);
  }
  const name = holdsNewer.has(LOG_NAME) ? OLDER_LOG_NAME : LOG_NAME;
  const path = join(folder, name);
  const before = union.size;
  if (dryRun) {
    const merged = others.map((source) => takeLog(union, source, () => {}));
    return { merged, added: union.size - before, path };
  }
  const target = own.find(({ base }) => base === name);
  const appender = openAppender(folder, name, target?.size ?? 0);
  const writing = (step: () => void): void => {
    try {
      step();
    } catch (error) {
      throw writeFailure(path, error);
    }
  };
  try {
    const merged = others.map((source) =>
      takeLog(union, source, ({ event, line: { bytes } }) => {
        if (bytes !== null) writing(() => appender.add({ id: event.id, bytes }));
      }),
    );
    writing(() => appender.end());
    return { merged, added: appender.written, path };
  } finally {
    // What was taken before something else went wrong is still good.
    writing(() => appender.end());
  }
}

/** A log must not be replaced by what is made from it: another program may be adding to it. */
export function refuseOneThatIsRead(out: string, sources: readonly LogSource[]): void {
  const present = statSync(out, { bigint: true, throwIfNoEntry: false });
  if (present === undefined) return;
  if (sources.some(({ file }) => file === fileIdentity(present))) throw usage(text.outIsRead(out));
}
