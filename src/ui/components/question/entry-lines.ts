import type { Language } from '../../../language.ts';
import type { Field } from '../../../questions/question.ts';
import { type Line, lineCells, type Span, span, wrap } from '../../layout/line.ts';
import { cells, padEnd, truncate } from '../../layout/width.ts';
import type { Glyphs } from '../../theme.ts';
import { type Entry, FLAGS, optionsOf, statesFrom } from './entry.ts';

export interface EntryStyle {
  readonly width: number;
  readonly language: Language;
  readonly glyphs: Glyphs;
}

/** The fields to fill in: a line each; the one being written shows what can be chosen. */
export interface EntryBlock {
  readonly lines: readonly Line[];
  /** First and last line of the field being written. */
  readonly focus: { readonly first: number; readonly last: number };
  /** Index of the line that a number is typed in, and the column it begins at; null when none is. */
  readonly cursor: { readonly line: number; readonly column: number } | null;
}

export function entryBlock(
  fields: readonly Field[],
  entries: readonly Entry[],
  focus: number,
  style: EntryStyle,
): EntryBlock {
  const { language, glyphs } = style;
  const labels = fields.map(({ label }) => label[language]);
  // Nothing is cut where it cannot be seen that it was.
  const isSpoken = glyphs.drawing === 'spoken';
  const widest = Math.max(0, ...labels.map(cells));
  const labelWidth = isSpoken ? widest : Math.min(widest, style.width - LEAST_INPUT);
  const lines: Line[] = [];
  let cursor: EntryBlock['cursor'] = null;
  let inFocus = { first: 0, last: 0 };
  fields.forEach((field, at) => {
    const entry = entries[at];
    if (entry === undefined) return;
    const first = lines.length;
    const focused = at === focus;
    const label = labels[at] ?? '';
    const pointer = span(focused ? `${glyphs.pointer} ` : padEnd('', cells(glyphs.pointer) + 1), 'selected');
    const chosen = entry.kind === 'number' || entry.kind === 'flags' ? '' : chosenText(field, entry, focused, language);
    let head: Line = [pointer, span(`${padEnd(label, labelWidth, glyphs.ellipsis)}  `, focused ? 'accent' : 'muted')];
    if (focused && cells(label) > labelWidth) {
      // The label that is being answered has to be read in full.
      lines.push(...hanging([pointer], [span(label, 'accent')], style.width));
      head = [span(' '.repeat(2 * INDENT))];
    } else if (lineCells([pointer]) + cells(label) + 2 + cells(writtenOf(entry, chosen)) <= style.width) {
      // A long label makes way for what was written, and for nothing else.
      head = [pointer, span(`${padEnd(label, Math.max(labelWidth, cells(label)))}  `, focused ? 'accent' : 'muted')];
    }
    switch (entry.kind) {
      case 'number':
        if (focused) cursor = { line: lines.length, column: lineCells(head) + cells(entry.edit.before) };
        lines.push([...head, span(entry.edit.before + entry.edit.after, 'strong')]);
        break;
      case 'flags':
        lines.push(...flagLines(entry, focused, head, style));
        break;
      default:
        lines.push([
          ...head,
          span(isSpoken ? chosen : truncate(chosen, style.width - lineCells(head), glyphs.ellipsis), 'strong'),
        ]);
        if (focused) lines.push(...choosing(field, entry, style));
    }
    if (focused) inFocus = { first, last: lines.length - 1 };
  });
  return { lines, focus: inFocus, cursor };
}

/** What stands after the label of a field that is not being written. */
function writtenOf(entry: Entry, chosen: string): string {
  switch (entry.kind) {
    case 'number':
      return entry.edit.before + entry.edit.after;
    case 'flags':
      return entry.flags.join(',');
    default:
      return chosen;
  }
}

/** The part of a block that fits into `height` lines, with the field being written in it. */
export function blockWindow(block: EntryBlock, height: number): EntryBlock {
  if (block.lines.length <= height) return block;
  const { first, last } = block.focus;
  const most = block.lines.length - height;
  const top = Math.min(most, first, Math.max(0, last + 2 - height));
  return {
    lines: block.lines.slice(top, top + height),
    focus: { first: first - top, last: last - top },
    cursor: block.cursor === null ? null : { ...block.cursor, line: block.cursor.line - top },
  };
}

/** Columns left for what is written after the longest label. */
const LEAST_INPUT = 20;

/** The flags to choose from, below the label where there is no room beside it; only those set while writing elsewhere. */
function flagLines(
  entry: Extract<Entry, { kind: 'flags' }>,
  focused: boolean,
  head: Line,
  { width, glyphs }: EntryStyle,
): Line[] {
  if (!focused) return [[...head, span(entry.flags.join(','), 'strong')]];
  const all = FLAGS.flatMap((flag, at): Span[] => {
    const set = entry.flags.includes(flag);
    const here = at === entry.cursor;
    return [
      span(here ? '[' : ' ', 'accent'),
      span(`${set ? glyphs.on : glyphs.off} `, set ? 'good' : 'muted'),
      span(flag, set ? 'strong' : 'muted'),
      span(here ? ']' : ' ', 'accent'),
    ];
  });
  if (lineCells(head) + lineCells(all) <= width) return [[...head, ...all]];
  return [head, [span(' '.repeat(INDENT)), ...all]];
}

/** What is chosen so far, for the line of the field; in words when its choices are not below it. */
function chosenText(field: Field, entry: Entry, focused: boolean, language: Language): string {
  switch (entry.kind) {
    case 'state':
      return entry.cursor === null ? '' : (statesFrom(entry.typed)[entry.cursor] ?? '');
    case 'choice':
      if (entry.chosen === null) return '';
      return focused ? String(entry.chosen + 1) : (optionsOf(field)[entry.chosen]?.text[language] ?? '');
    case 'order':
      return entry.picked.map((at) => at + 1).join(' > ');
    default:
      return '';
  }
}

function choosing(field: Field, entry: Entry, style: EntryStyle): Line[] {
  const { width, language, glyphs } = style;
  if (entry.kind === 'state') {
    const states = statesFrom(entry.typed);
    const spans = states.flatMap((state, at): Span[] => [
      ...(at === 0 ? [] : [span(' ')]),
      at === entry.cursor ? span(`[${state}]`, 'selected') : span(state, 'muted'),
    ]);
    return wrap(spans, width - INDENT).map((spans) => [span(' '.repeat(INDENT)), ...spans]);
  }
  return optionsOf(field).flatMap((option, at): Line[] => {
    const chosen = entry.kind === 'choice' && at === entry.chosen;
    const here = chosen || (entry.kind === 'order' && at === entry.cursor);
    const place = entry.kind === 'order' ? entry.picked.indexOf(at) : -1;
    const mark = entry.kind === 'order' ? (place === -1 ? '  ' : `${place + 1}.`) : '';
    const head: Span[] = [
      span(' '.repeat(INDENT)),
      span(here ? `${glyphs.pointer} ` : padEnd('', cells(glyphs.pointer) + 1), 'selected'),
      span(`${at + 1} `, 'accent'),
      ...(mark === '' ? [] : [span(`${mark} `, 'good')]),
    ];
    const look = here ? 'selected' : place === -1 ? 'plain' : 'good';
    return hanging(head, [span(option.text[language], look)], width);
  });
}

const INDENT = 2;

/** `text` after `head`; lines after the first begin below the text. */
export function hanging(head: Line, text: Line, width: number): Line[] {
  const indent = lineCells(head);
  const wrapped = wrap(text, Math.max(8, width - indent));
  return wrapped.map((spans, at) => (at === 0 ? [...head, ...spans] : [span(' '.repeat(indent)), ...spans]));
}
