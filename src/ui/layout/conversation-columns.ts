import type { ConversationSummary } from '../../captures/analysis/conversation.ts';
import type { FindingKind } from '../../captures/analysis/segment-analysis.ts';
import { type Trouble, troublesOf } from '../../captures/survey/trouble.ts';
import type { Language } from '../../language.ts';
import { socketText } from '../../trace/ip-address.ts';
import { captureColumns } from '../text/capture-screens.ts';
import { endingWord, findings } from '../text/captures.ts';
import { grouped } from '../text/format.ts';
import { arrowOf, type Glyphs } from '../theme.ts';
import { cells } from './width.ts';

/** What the cells of a list of conversations take at most, each column in cells. */
export interface ColumnNeeds {
  /** Both ends with the arrow between them. */
  readonly ends: number;
  readonly segments: number;
  readonly length: number;
  readonly ending: number;
  /** Only how many findings there are. */
  readonly troubleCount: number;
  /** The worst of them in words. */
  readonly troubleWords: number;
}

/**
 * The needs of all of them: those of the ones in sight alone would move the columns with every step. Of a hundred thousand, and
 * again while they are read: nothing is put in words that is not the longest of its kind.
 */
export function columnNeeds(
  conversations: readonly ConversationSummary[],
  language: Language,
  glyphs: Glyphs,
): ColumnNeeds {
  let [ends, segments, longestMs, troubles] = [0, 0, 0, 0];
  const endings = new Set<string>();
  const worst = new Map<FindingKind, { count: number; others: number }>();
  for (const summary of conversations) {
    const { hosts } = summary;
    // Both are ASCII.
    ends = Math.max(ends, socketText(hosts.client).length + socketText(hosts.server).length);
    segments = Math.max(segments, segmentsOf(summary));
    longestMs = Math.max(longestMs, summary.lastMs - summary.firstMs);
    endings.add(endingWord(summary.begins, summary.ends)[language]);
    const [first, ...others] = troublesOf(summary);
    if (first === undefined) continue;
    troubles = Math.max(troubles, allOf([first, ...others]));
    const known = worst.get(first.kind) ?? { count: 0, others: 0 };
    worst.set(first.kind, {
      count: Math.max(known.count, first.count),
      others: Math.max(known.others, others.length),
    });
  }
  const inWords = [...worst].map(([kind, { count, others }]) => cells(worstInWords({ kind, count }, others, language)));
  return {
    ends: ends + cells(` ${arrowOf(glyphs)} `),
    segments: grouped(segments).length,
    length: longestMs < 60_000 ? SECONDS : LENGTH,
    ending: Math.max(0, ...[...endings].map(cells)),
    troubleCount: countText(troubles).length,
    troubleWords: Math.max(0, ...inWords),
  };
}

/** Of both ends. */
export function segmentsOf({ sides }: ConversationSummary): number {
  return sides.client.segments + sides.server.segments;
}

/** Of both ends. */
export function bytesOf({ sides }: ConversationSummary): number {
  return sides.client.bytes + sides.server.bytes;
}

/** '! 12': how many findings tell that something went wrong; empty for none. */
export function troubleCount(summary: ConversationSummary): string {
  return countText(allOf(troublesOf(summary)));
}

/** '! 3 retransmissions +1': the worst, and how many kinds besides; empty for none. */
export function troubleWords(summary: ConversationSummary, language: Language): string {
  const [worst, ...others] = troublesOf(summary);
  return worst === undefined ? '' : worstInWords(worst, others.length, language);
}

function allOf(troubles: readonly Trouble[]): number {
  return troubles.reduce((sum, { count }) => sum + count, 0);
}

function countText(all: number): string {
  return all === 0 ? '' : `! ${all > 999 ? '999+' : all}`;
}

function worstInWords({ kind, count }: Trouble, others: number, language: Language): string {
  return `! ${findings[kind](count)[language]}${others > 0 ? ` +${others}` : ''}`;
}

/** Cells of each column; a width of 0 leaves one out. */
export interface ConversationColumns {
  readonly ends: number;
  readonly segments: number;
  readonly bytes: number;
  readonly length: number;
  readonly ending: number;
  readonly trouble: number;
  /** The worst finding is told in words, not only how many there are. */
  readonly inWords: boolean;
}

/** Below this the narrowest columns do, and the data is left out. */
const NARROW = 70;

const [SEGMENTS, BYTES, LENGTH, ENDING] = [8, 7, 12, 11];
const LEAST_ENDS = 16;
/** The longest sizeText(): '9.9 kB'. */
const SIZE = 6;
/** The longest lengthText() of less than a minute: '59.999 s'. */
const SECONDS = 8;

/**
 * The columns that there is room for in `width` cells, of which `digits` are for the numbers. Where the addresses do not fit, the
 * others give what they do not need.
 */
export function conversationColumns(
  width: number,
  digits: number,
  language: Language,
  needs: ColumnNeeds,
): ConversationColumns {
  const inWords = width >= 108;
  const columns = {
    segments: width >= NARROW ? SEGMENTS : SEGMENTS - 2,
    bytes: width >= NARROW ? BYTES : 0,
    length: width >= 90 ? LENGTH : 0,
    ending: width >= NARROW ? ENDING : ENDING - 2,
    trouble: inWords ? 24 : width >= NARROW ? 7 : 6,
  };
  const heading = (name: keyof typeof captureColumns) => cells(captureColumns[name][language]);
  const least = {
    ending: Math.max(heading('ending'), needs.ending),
    length: Math.max(heading('length'), needs.length),
    bytes: SIZE,
    trouble: Math.max(heading('mark'), inWords ? needs.troubleWords : needs.troubleCount),
    segments: Math.max(heading('few'), needs.segments),
  };
  const others = [digits, ...Object.values(columns)].filter((one) => one > 0);
  let ends = width - others.reduce((sum, one) => sum + one + 1, 0);
  for (const name of ['ending', 'length', 'bytes', 'trouble', 'segments'] as const) {
    const given = Math.max(0, Math.min(needs.ends - ends, columns[name] - least[name]));
    columns[name] -= given;
    ends += given;
  }
  return { ...columns, ends: Math.max(LEAST_ENDS, ends), inWords };
}
