import { socketText } from './ip-address.ts';
import type { LadderRow } from './ladder.ts';
import { ARROW_ENDS, arrow } from './ladder-arrow.ts';
import { labelPieces } from './ladder-label.ts';
import { cellsOf, joined, space, widthOf } from './ladder-span.ts';
import {
  formatMs,
  type LadderColumns,
  type LadderStyle,
  ladderColumns,
  ladderGlyphs,
  type Span,
  stateWord,
} from './ladder-style.ts';
import { HOST_NAMES, type HostName, type Trace } from './trace.ts';
import { callWords, HOST_WORDS, LADDER_WORDS, laterWords, timerWords } from './words.ts';

/** The line above a ladder: who stands on which side. */
export function ladderHeader(
  trace: Pick<Trace, 'hosts'>,
  style: LadderStyle,
  { state, time, middle }: LadderColumns = ladderColumns(style.width),
): Span[] {
  const name = (host: HostName) => HOST_WORDS[host][style.language];
  const address = (host: HostName) => socketText(trace.hosts[host]);
  const both = cellsOf(`${name('client')} ${address('client')}  ${address('server')} ${name('server')}`);
  const left = middle >= both ? `${name('client')} ${address('client')}` : name('client');
  const right = middle >= both ? `${address('server')} ${name('server')}` : name('server');
  const indent = time + state + 1;
  const gap = middle + 2 - cellsOf(left) - cellsOf(right);
  return [space(indent), { text: left, role: 'name' }, space(Math.max(1, gap)), { text: right, role: 'name' }];
}

/**
 * One row as one line, or as more where the label is too long for the width. `progress` (0..1) is how far a segment
 * has come: less than 1 draws the arrow that far. No line is wider than the style's width.
 */
export function ladderLines(row: LadderRow, style: LadderStyle, progress = 1): Span[][] {
  const middles = row.kind === 'segment' ? segmentMiddles(row, style, progress) : [wordsMiddle(row, style)];
  return middles.map((middle, index) => {
    const last = index === middles.length - 1;
    return [
      ...timeColumn(row, style, index === 0),
      ...stateColumn('client', row, style, last),
      ...middle,
      ...stateColumn('server', row, style, last),
    ];
  });
}

/** One row without a drawing, to be read aloud: who, what, and the states that change. */
export function ladderSentence(row: LadderRow, style: LadderStyle): Span[] {
  const host = (name: HostName) => HOST_WORDS[name][style.language];
  const changes = HOST_NAMES.flatMap((name): Span[] => {
    const state = row.states[name];
    if (!row.changed[name] || state === null || style.hiddenStates.includes(name)) return [];
    return [{ text: `; ${host(name)} ${state}`, role: 'state-new' }];
  });
  if (row.kind === 'gap') return [{ text: rowWords(row, style), role: 'word' }];
  if (row.kind === 'mark')
    return [{ text: `${host(row.host)}: `, role: 'name' }, { text: rowWords(row, style), role: 'word' }, ...changes];
  const spoken = (piece: readonly Span[]) =>
    piece.filter(({ role }) => role !== 'space').map((one) => said(one, style));
  const label = joined(labelPieces(row, style).map(spoken));
  return [{ text: `${host(row.segment.from)}: `, role: 'name' }, ...label, ...endTold(row, style), ...changes];
}

/** Which end of a segment a row shows, where a drawing tells it by how its arrow begins or fades. */
function endTold({ crossing, segment }: Extract<LadderRow, { kind: 'segment' }>, style: LadderStyle): Span[] {
  if (crossing !== 'leaves' && crossing !== 'arrives') return [];
  const end = segment.fate === 'unknown' ? 'unknown' : crossing;
  return [{ text: `; ${LADDER_WORDS[end][style.language]}`, role: 'special' }];
}

/** Blanks and hidden parts in words: brackets and dots say nothing when read aloud. */
function said(one: Span, style: LadderStyle): Span {
  const { blank, hidden } = LADDER_WORDS;
  if (one.role === 'blank') {
    const typed = one.text.slice(1, -1).trim();
    return { ...one, text: `${blank[style.language]}${typed === '' ? '' : ` ${typed}`}` };
  }
  if (one.text.trim() === ladderGlyphs(style).ellipsis) return { ...one, text: hidden[style.language] };
  return one;
}

function timeColumn(row: LadderRow, style: LadderStyle, shown: boolean): Span[] {
  const { time } = ladderColumns(style.width);
  if (time === 0) return [];
  const text = shown && row.kind !== 'gap' ? formatMs(row.ms) : '';
  return [{ text: `${text.padStart(time - 1)} `, role: 'time' }];
}

function stateColumn(host: HostName, row: LadderRow, style: LadderStyle, shown: boolean): Span[] {
  const glyphs = ladderGlyphs(style);
  const columns = ladderColumns(style.width);
  const state = row.states[host];
  const visible = shown && row.changed[host] && state !== null && !style.hiddenStates.includes(host);
  const word = visible ? stateWord(state, columns) : '';
  const bar: Span = { text: row.kind === 'gap' ? glyphs.thin : glyphs.bar, role: 'line' };
  if (host === 'client') return [{ text: `${word.padStart(columns.state)} `, role: 'state-new' }, bar];
  return [bar, { text: ` ${word.padEnd(columns.state)}`, role: 'state-new' }];
}

/** A call or a timer beside the lifeline of its host, or a silence. */
function wordsMiddle(row: Exclude<LadderRow, { kind: 'segment' }>, style: LadderStyle): Span[] {
  const { middle } = ladderColumns(style.width);
  const text = rowWords(row, style);
  const rest = Math.max(0, middle - 1 - cellsOf(text));
  const word: Span = { text, role: row.kind === 'gap' ? 'time' : 'word' };
  return row.kind === 'gap' || row.host === 'client' ? [space(1), word, space(rest)] : [space(rest), word, space(1)];
}

function rowWords(row: Exclude<LadderRow, { kind: 'segment' }>, style: LadderStyle): string {
  const { ellipsis, cross } = ladderGlyphs(style);
  const { language } = style;
  if (row.kind === 'gap') return `${ellipsis} ${laterWords(row.elapsedMs)[language]}`;
  if (row.what.kind === 'timer') return timerWords(row.what)[language];
  return `${callWords(row.what.call)[language]}${row.what.error === null ? '' : ` ${cross}`}`;
}

function segmentMiddles(row: Extract<LadderRow, { kind: 'segment' }>, style: LadderStyle, progress: number): Span[][] {
  const { middle } = ladderColumns(style.width);
  const above: Span[][] = [];
  let pieces = labelPieces(row, style);
  // As many pieces as fit stand above, line by line; the last ones are set into the arrow.
  while (widthOf(joined(pieces)) > middle - ARROW_ENDS && pieces.length > 1) {
    let count = pieces.length - 1;
    while (count > 1 && widthOf(joined(pieces.slice(0, count))) > middle - INDENT - 1) count -= 1;
    const line = joined(pieces.slice(0, count));
    above.push([space(INDENT), ...line, space(middle - INDENT - widthOf(line))]);
    pieces = pieces.slice(count).map((piece) => piece.filter((span) => span.role !== 'space'));
  }
  return [...above, arrow(row, joined(pieces), style, progress)];
}

/** Columns before a label that stands above its arrow: as many as before one inside. */
const INDENT = 3;
