import { cells } from '../../src/ui/layout/width.ts';
import { type Drawn, textOf } from './golden-file.ts';
import type { GoldenState } from './golden-state.ts';

/** What is wrong with a frame whatever it shows, a sentence each. */
export function frameFaults(state: GoldenState, frame: Drawn): string[] {
  const rows = textOf(frame.seen);
  const faults = [
    ...(frame.seen.wrapped.length > 0 ? [`rows ${frame.seen.wrapped.join(', ')} are wider than the terminal`] : []),
    ...(frame.seen.scrolledOff > 0 ? [`${frame.seen.scrolledOff} rows have scrolled off`] : []),
    ...rows.flatMap((row) => wordFaults(row)),
    ...languageFaults(state, frame, rows),
    ...(state.isBare === true ? [] : keyFaults(state, rows)),
    ...(squeezed(rows.join('')).includes(squeezed(state.says[frame.language]))
      ? []
      : [`does not say ${state.says[frame.language]}`]),
  ];
  const { columns } = frame.size;
  switch (frame.mode) {
    case 'screen reader':
      return [...faults, ...rows.flatMap(spokenFaults)];
    case 'ascii':
      return [...faults, ...shapeFaults(state, frame, rows), ...rows.flatMap(asciiFaults)];
    case 'no colour':
      return [...faults, ...frame.seen.styles.flat().map(({ style }) => `${style} without colour`)];
    case 'colour':
      return [...faults, ...shapeFaults(state, frame, rows), ...lifelineFaults(rows, columns)];
  }
}

const squeezed = (text: string) => text.replace(/\s+/g, '');

function wordFaults(row: string): string[] {
  const found = /undefined|\[object|\bNaN\b|Infinity|\bnull\b|\$\{|\{\w*\}/.exec(row);
  return found === null ? [] : [`says ${found[0]}: ${row}`];
}

/** Four English words in a row are no term any more. */
const ENGLISH = /(?:\b[a-z']{2,}\b,? ){3,}\b[a-z']{2,}\b/;

/** What is typed into a shell or printed by one, and the name of a language in that language. */
const AS_IT_IS = /seqack [a-z-]+( [a-z-]+)*|한국어/g;

function languageFaults(state: GoldenState, { language }: Drawn, rows: readonly string[]): string[] {
  if (state.hasLearnersOwnText === true) return [];
  return rows.flatMap((row) => {
    const words = row.replace(AS_IT_IS, '');
    const foreign = language === 'en' ? /[가-힣ㄱ-ㅎㅏ-ㅣ]+/.exec(words) : ENGLISH.exec(words);
    return foreign === null ? [] : [`${language} screen says "${foreign[0]}": ${row}`];
  });
}

/** The last row names the keys: how to leave, and how to see all unless the key for it is typed or is the help's own. */
function keyFaults({ hasNoHelpKey }: GoldenState, rows: readonly string[]): string[] {
  const last = rows.at(-1) ?? '';
  return [
    ...(/(^| )(esc|q) /.test(last) ? [] : [`no way out in the last row: ${last}`]),
    ...(hasNoHelpKey === true || /(^| )\? /.test(last) ? [] : [`no ? in the last row: ${last}`]),
  ];
}

function asciiFaults(row: string): string[] {
  const found = /[^\x20-\x7e가-힣§]/.exec(row);
  return found === null ? [] : [`${found[0]} is not ASCII: ${row}`];
}

function spokenFaults(row: string): string[] {
  const drawn = /[─-▟■-◿❯✓✗]/.exec(row);
  const cut = /[^.]\.\.$|…/.exec(row);
  return [
    ...(drawn === null ? [] : [`${drawn[0]} for a screen reader: ${row}`]),
    ...(cut === null ? [] : [`cut for a screen reader: ${row}`]),
  ];
}

/** A frame fills the terminal, and its rules go from one edge to the other. */
function shapeFaults({ isBare }: GoldenState, { size, mode }: Drawn, rows: readonly string[]): string[] {
  if (isBare === true) return [];
  const rule = mode === 'ascii' ? '-' : '─';
  const edges = [rows[1], rows[size.rows - 2]];
  const begun = rows.filter((row) => row.startsWith(rule.repeat(6)));
  return [
    ...(rows.length === size.rows ? [] : [`${rows.length} rows instead of ${size.rows}`]),
    ...(edges.every((row) => row === rule.repeat(size.columns)) ? [] : [`a rule is missing: ${edges.join(' / ')}`]),
    ...begun.filter((row) => cells(row) < size.columns).map((row) => `a rule stops early: ${row}`),
  ];
}

/** Rows with two upright lines, one after the other, have them in the same places. */
function lifelineFaults(rows: readonly string[], columns: number): string[] {
  let before: string | null = null;
  return rows.flatMap((row) => {
    const places = placesOf('│', row);
    const here = places.length === 2 ? places.join(' ') : null;
    const isBroken = here !== null && before !== null && here !== before;
    before = here;
    return isBroken || places.some((at) => at >= columns) ? [`a lifeline is not straight: ${row}`] : [];
  });
}

function placesOf(sign: string, row: string): number[] {
  return [...row.matchAll(new RegExp(sign, 'g'))].map(({ index }) => cells(row.slice(0, index)));
}
