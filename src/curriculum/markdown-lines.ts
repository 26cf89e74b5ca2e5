import { hasControlCharacters } from '../documents/problem.ts';
import type { Text } from '../language.ts';

/** One line of a file with its number, from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** Takes a problem down: where, and what was expected. */
export type Report = (line: number, message: Text) => void;

/** A part of a file under one heading. */
export interface Part {
  readonly title: string;
  /** The line of the heading. */
  readonly line: number;
  readonly body: readonly Line[];
}

/** Lines without line ends; characters that must not reach a terminal are reported and taken out. */
export function linesOf(text: string, report: Report): Line[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((row, index) => {
      const number = index + 1;
      const plain = row.trimEnd();
      if (!hasControlCharacters(plain)) return { number, text: plain };
      report(number, {
        en: 'A tab or another control character; expected spaces and printable characters only.',
        ko: '탭이나 제어 문자가 있습니다. 공백과 보이는 문자만 쓰세요.',
      });
      return { number, text: '' };
    });
}

/** Whether each line belongs to a fenced block (its fences included), where nothing is a heading or a rule. */
export function fenced(lines: readonly Line[]): readonly boolean[] {
  let open = false;
  return lines.map(({ text }) => {
    const fence = text.startsWith('```');
    const inside = open || fence;
    if (fence) open = !open;
    return inside;
  });
}

/** Splits lines at headings of exactly `depth` marks; `before` is what stands above the first. */
export function splitAtHeadings(
  lines: readonly Line[],
  depth: number,
): { readonly before: readonly Line[]; readonly parts: readonly Part[] } {
  const mark = `${'#'.repeat(depth)} `;
  const inFence = fenced(lines);
  const starts: number[] = [];
  for (const [index, { text }] of lines.entries()) if (!inFence[index] && text.startsWith(mark)) starts.push(index);
  const parts = starts.flatMap((start, i) => {
    const heading = lines[start];
    if (heading === undefined) return [];
    const body = lines.slice(start + 1, starts[i + 1] ?? lines.length);
    return [{ title: heading.text.slice(mark.length).trim(), line: heading.number, body }];
  });
  return { before: lines.slice(0, starts[0] ?? lines.length), parts };
}

/** The first line that holds anything, or null. */
export function firstWritten(lines: readonly Line[]): Line | null {
  return lines.find(({ text }) => text.trim() !== '') ?? null;
}

/** Parts whose title is not one of `names`, or does not come after the ones before it in the order of `names`. */
export function partsOutOfPlace(parts: readonly Part[], names: readonly string[]): Part[] {
  let last = -1;
  return parts.filter(({ title }) => {
    const place = names.indexOf(title);
    const astray = place <= last;
    last = Math.max(last, place);
    return astray;
  });
}
