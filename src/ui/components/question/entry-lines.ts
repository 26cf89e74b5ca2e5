import type { Language } from '../../../language.ts';
import type { Field } from '../../../questions/question.ts';
import { type Line, lineCells, type Span, span, wrap } from '../../layout/line.ts';
import { cells, padEnd } from '../../layout/width.ts';
import type { Glyphs } from '../../theme.ts';
import { type Entry, FLAGS, optionsOf, statesFrom } from './entry.ts';

export interface EntryStyle {
  readonly width: number;
  readonly language: Language;
  readonly glyphs: Glyphs;
}

/** The fields to fill in: a line each; the one being written shows what can be chosen. `inputLine` is where its text stands. */
export interface EntryBlock {
  readonly lines: readonly Line[];
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
  const labelWidth = Math.min(Math.max(...labels.map(cells)), Math.floor(style.width / 2));
  const lines: Line[] = [];
  let cursor: EntryBlock['cursor'] = null;
  fields.forEach((field, at) => {
    const entry = entries[at];
    if (entry === undefined) return;
    const focused = at === focus;
    const head: Span[] = [
      span(focused ? `${glyphs.pointer} ` : padEnd('', cells(glyphs.pointer) + 1), 'selected'),
      span(`${padEnd(labels[at] ?? '', labelWidth)}  `, focused ? 'accent' : 'muted'),
    ];
    const column = lineCells(head);
    if (entry.kind === 'number') {
      if (focused) cursor = { line: lines.length, column: column + cells(entry.edit.before) };
      lines.push([...head, span(entry.edit.before + entry.edit.after, 'strong')]);
      return;
    }
    if (entry.kind === 'flags') {
      lines.push([...head, ...flagSpans(entry, focused, glyphs)]);
      return;
    }
    const value = span(chosenText(field, entry, language), 'strong');
    lines.push(...hanging(head, [value], style.width));
    if (focused) lines.push(...choosing(field, entry, style));
  });
  return { lines, cursor };
}

function flagSpans(entry: Extract<Entry, { kind: 'flags' }>, focused: boolean, glyphs: Glyphs): Span[] {
  return FLAGS.flatMap((flag, at) => {
    const set = entry.flags.includes(flag);
    const here = focused && at === entry.cursor;
    return [
      span(`${set ? glyphs.on : glyphs.off} `, set ? 'good' : 'muted'),
      span(flag, set ? 'strong' : 'muted'),
      span(here ? glyphs.left : ' ', 'accent'),
      span(' '),
    ];
  });
}

/** What is chosen so far, for the line of the field. */
function chosenText(field: Field, entry: Entry, language: Language): string {
  const options = optionsOf(field);
  switch (entry.kind) {
    case 'state':
      return entry.cursor === null ? '' : (statesFrom(entry.typed)[entry.cursor] ?? '');
    case 'choice':
      return entry.chosen === null ? '' : String(entry.chosen + 1);
    case 'order':
      return entry.picked.map((at) => options[at]?.text[language] ?? '').join(' > ');
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
