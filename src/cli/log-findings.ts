import type { Text } from '../language.ts';
import type { Finding } from '../learning/log/check-log.ts';
import type { Damage } from '../learning/log/read-line.ts';
import type { LogSource } from './log-sources.ts';
import { findings as text } from './text/log.ts';

/** Why a line is damaged. */
export function damageText(damage: Damage): Text {
  switch (damage.why) {
    case 'not-json':
      return text.notJson;
    case 'no-object':
      return text.noObject;
    case 'too-long':
      return text.tooLong;
    case 'missing':
      return text.missing(damage.field);
    case 'wrong':
      return text.wrong(damage.field);
  }
}

function about(finding: Finding, sources: readonly LogSource[]): Text {
  switch (finding.what) {
    case 'damaged':
      return damageText(finding.damage);
    case 'conflict':
      return text.conflict(finding.id, placeIn(sources, finding.first.log, finding.first.number));
    case 'newer':
      return text.newer;
    case 'torn':
      return text.torn;
    case 'mended':
      return text.mended;
    case 'future':
      return text.future(new Date(finding.at).toISOString());
    case 'undoes-nothing':
      return text.undoesNothing;
  }
}

/** Where a line is, as a person would look for it. */
export function placeIn(sources: readonly LogSource[], log: number, line: number): string {
  return sources[log]?.placeOf(line) ?? String(line);
}

/** `file:line: what is to be said of it`. */
export function findingText(finding: Finding, sources: readonly LogSource[]): Text {
  const place = placeIn(sources, finding.log, finding.line);
  const { en, ko } = about(finding, sources);
  return { en: `${place}: ${en}`, ko: `${place}: ${ko}` };
}

/** The same for programs (docs/formats.md). */
export function findingJson(finding: Finding, sources: readonly LogSource[]): object {
  const { log, line, ...rest } = finding;
  const place = { file: sources[log]?.name, line };
  if (rest.what === 'damaged') return { ...place, what: rest.what, ...rest.damage };
  if (rest.what !== 'conflict') return { ...place, ...rest };
  const { first, ...conflict } = rest;
  return { ...place, ...conflict, first: { file: sources[first.log]?.name, line: first.number } };
}
