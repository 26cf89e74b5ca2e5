import { quoted } from '../documents/problem.ts';
import type { Language } from '../language.ts';
import type { HostName } from '../trace/trace.ts';
import { captures as words } from '../ui/text/captures.ts';
import type { CaptureRun } from './capture-reading.ts';

/** What `seqack capture` is to print of a file. */
export interface CaptureAsked {
  /** null: standard input. */
  readonly path: string | null;
  /** As it was typed. */
  readonly name: string;
  readonly at: HostName | null;
  readonly language: Language;
  readonly range: {
    /** Only this conversation; null: all of them. */
    readonly conversation: number | null;
    /** Its segments from this one on, at most so many. */
    readonly from: number;
    readonly count: number;
  };
}

/** Says on standard error why there is less than the whole file, and gives the exit code. */
export function toldShortfall(
  { survey, stoppedAt }: CaptureRun,
  { name, language }: Pick<CaptureAsked, 'name' | 'language'>,
): 0 | 1 {
  const { shortfall } = survey;
  if (stoppedAt === undefined && shortfall === null) return 0;
  const told = shortfall === null ? words.partial(stoppedAt ?? null) : words.damaged(shortfall);
  process.stderr.write(`seqack: ${quoted(name, 200)}: ${told[language]}\n`);
  return 1;
}
