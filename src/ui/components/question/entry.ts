import { typedValue } from '../../../questions/answers.ts';
import type { Field, Option } from '../../../questions/question.ts';
import type { Flag } from '../../../tcp/segment.ts';
import { STATES, type State } from '../../../tcp/state.ts';
import {
  type Accepts,
  acceptsDecimal,
  acceptsNumber,
  acceptsRow,
  type EditAction,
  type EditState,
  EMPTY_EDIT,
  editedText,
  reduceEdit,
} from '../../input/edit.ts';

/** What is being entered into one field, by the field's kind. */
export type Entry =
  /** What is typed: a number, or numbers or ranges in a row. */
  | { readonly kind: 'number'; readonly edit: EditState }
  | { readonly kind: 'flags'; readonly flags: readonly Flag[]; readonly cursor: number; readonly touched: boolean }
  /** `cursor` counts in the states that begin as typed; null before anything was chosen. */
  | { readonly kind: 'state'; readonly typed: string; readonly cursor: number | null }
  | { readonly kind: 'choice'; readonly chosen: number | null }
  | { readonly kind: 'order'; readonly cursor: number; readonly picked: readonly number[] };

export type EntryAction =
  | { readonly type: 'edit'; readonly edit: EditAction }
  /** A character of a number, a flag's letter, a letter of a state's name, the place of an option. */
  | { readonly type: 'insert'; readonly text: string }
  | { readonly type: 'move'; readonly by: 1 | -1 }
  /** Sets or clears the flag, puts the item in or takes it out. */
  | { readonly type: 'toggle' }
  | { readonly type: 'erase' };

/** The flags a learner can set, in the order shown. */
export const FLAGS: readonly Flag[] = ['SYN', 'ACK', 'FIN', 'RST', 'PSH'];

const DIGITS = 24;
const ROW = 160;

/** An entry with nothing in it. */
export function emptyEntry(field: Field): Entry {
  switch (field.kind) {
    case 'number':
    case 'numbers':
    case 'ranges':
      return { kind: 'number', edit: EMPTY_EDIT };
    case 'flags':
      return { kind: 'flags', flags: [], cursor: 0, touched: false };
    case 'state':
      return { kind: 'state', typed: '', cursor: null };
    case 'choice':
      return { kind: 'choice', chosen: null };
    case 'order':
      return { kind: 'order', cursor: 0, picked: [] };
  }
}

/** The options of a field that has any: those of a choice, the items of an order. */
export function optionsOf(field: Field): readonly Option[] {
  return field.kind === 'choice' ? field.options : field.kind === 'order' ? field.items : [];
}

/** What the entry says as text that readAnswer reads; '' when nothing has been entered. */
export function entryText(field: Field, entry: Entry): string {
  const options = optionsOf(field);
  switch (entry.kind) {
    case 'number':
      return editedText(entry.edit);
    case 'flags':
      return entry.touched ? typedValue(entry.flags) : '';
    case 'state':
      return chosenState(entry) ?? entry.typed;
    case 'choice':
      return entry.chosen === null ? '' : (options[entry.chosen]?.id ?? '');
    case 'order':
      return entry.picked.flatMap((at) => options[at]?.id ?? []).join(',');
  }
}

/** Whether a character means something to the entry, so that it is no command. */
export function entryAccepts(field: Field, entry: Entry): Accepts {
  switch (entry.kind) {
    case 'number':
      return (character) => acceptsFor(field)(character, entry.edit.before);
    case 'flags':
      return (character) => flagOf(character) !== null;
    case 'state':
      return (character) => statesFrom(entry.typed + character).length > 0 && bare(character) !== '';
    case 'choice':
    case 'order': {
      const count = optionsOf(field).length;
      return (character) => /^[1-9]$/.test(character) && Number(character) <= count;
    }
  }
}

/** The entry after an action; an action that means nothing to its kind changes nothing. */
export function reduceEntry(field: Field, entry: Entry, action: EntryAction): Entry {
  switch (entry.kind) {
    case 'number': {
      if (action.type === 'edit') return { ...entry, edit: reduceEdit(entry.edit, action.edit) };
      if (action.type !== 'insert') return entry;
      const edit: EditAction = { type: 'insert', text: action.text, accepts: acceptsFor(field), limit: limitOf(field) };
      return { ...entry, edit: reduceEdit(entry.edit, edit) };
    }
    case 'flags':
      return reduceFlags(entry, action);
    case 'state':
      return reduceState(entry, action);
    case 'choice': {
      const { length } = optionsOf(field);
      if (action.type === 'insert') return { ...entry, chosen: placeOf(action.text, length) ?? entry.chosen };
      if (action.type !== 'move') return entry;
      const start = action.by > 0 ? -1 : length;
      return { ...entry, chosen: Math.min(length - 1, Math.max(0, (entry.chosen ?? start) + action.by)) };
    }
    case 'order':
      return reduceOrder(entry, action, optionsOf(field).length);
  }
}

function acceptsFor(field: Field): Accepts {
  if (field.kind === 'numbers' || field.kind === 'ranges') return acceptsRow;
  return field.kind === 'number' && field.measure === 'decimal' ? acceptsDecimal : acceptsNumber;
}

function limitOf({ kind }: Field): number {
  return kind === 'numbers' || kind === 'ranges' ? ROW : DIGITS;
}

function reduceFlags(entry: Extract<Entry, { kind: 'flags' }>, action: EntryAction): Entry {
  switch (action.type) {
    case 'insert': {
      let next: Entry = entry;
      for (const character of action.text) {
        const flag = flagOf(character);
        if (flag !== null && next.kind === 'flags') next = toggled(next, flag);
      }
      return next;
    }
    case 'move':
      return { ...entry, cursor: Math.min(FLAGS.length - 1, Math.max(0, entry.cursor + action.by)) };
    case 'toggle': {
      const flag = FLAGS[entry.cursor];
      return flag === undefined ? entry : toggled(entry, flag);
    }
    case 'erase':
      return { ...entry, flags: [] };
    default:
      return entry;
  }
}

function toggled(entry: Extract<Entry, { kind: 'flags' }>, flag: Flag): Extract<Entry, { kind: 'flags' }> {
  const flags = FLAGS.filter((one) => (one === flag ? !entry.flags.includes(flag) : entry.flags.includes(one)));
  return { ...entry, flags, cursor: FLAGS.indexOf(flag), touched: true };
}

function flagOf(character: string): Flag | null {
  const letter = character.toUpperCase();
  return /^[A-Z]$/.test(letter) ? (FLAGS.find((flag) => flag.startsWith(letter)) ?? null) : null;
}

/** Other spellings, so that those who know them can type them. */
const SPELLINGS: readonly (readonly [string, State])[] = [
  ...STATES.map((state): [string, State] => [bare(state), state]),
  ['SYNRCVD', 'SYN-RECEIVED'],
  ['SYNRECV', 'SYN-RECEIVED'],
];

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

/** The states whose name begins as typed; hyphens, underscores and case do not matter. */
export function statesFrom(typed: string): readonly State[] {
  const start = bare(typed);
  return STATES.filter((state) => SPELLINGS.some(([name, of]) => of === state && name.startsWith(start)));
}

/** The state that the entry stands on; null before anything was typed or chosen. */
export function chosenState(entry: Extract<Entry, { kind: 'state' }>): State | null {
  return entry.cursor === null ? null : (statesFrom(entry.typed)[entry.cursor] ?? null);
}

function reduceState(entry: Extract<Entry, { kind: 'state' }>, action: EntryAction): Entry {
  switch (action.type) {
    case 'insert': {
      let typed = entry.typed;
      for (const character of action.text) {
        if (bare(character) !== '' && statesFrom(typed + character).length > 0) typed += bare(character);
      }
      return typed === entry.typed ? entry : { ...entry, typed, cursor: exactOrFirst(typed) };
    }
    case 'erase': {
      const typed = entry.typed.slice(0, -1);
      return { ...entry, typed, cursor: typed === '' ? null : exactOrFirst(typed) };
    }
    case 'move': {
      const { length } = statesFrom(entry.typed);
      const start = action.by > 0 ? -1 : length;
      return { ...entry, cursor: Math.min(length - 1, Math.max(0, (entry.cursor ?? start) + action.by)) };
    }
    default:
      return entry;
  }
}

function exactOrFirst(typed: string): number {
  return Math.max(
    0,
    statesFrom(typed).findIndex((state) => bare(state) === bare(typed)),
  );
}

function reduceOrder(entry: Extract<Entry, { kind: 'order' }>, action: EntryAction, count: number): Entry {
  switch (action.type) {
    case 'insert': {
      let next = entry;
      for (const character of action.text) {
        const at = placeOf(character, count);
        if (at !== null) next = pickedOrNot(next, at);
      }
      return next;
    }
    case 'move':
      return { ...entry, cursor: Math.min(count - 1, Math.max(0, entry.cursor + action.by)) };
    case 'toggle':
      return pickedOrNot(entry, entry.cursor);
    case 'erase':
      return { ...entry, picked: entry.picked.slice(0, -1) };
    default:
      return entry;
  }
}

function pickedOrNot(entry: Extract<Entry, { kind: 'order' }>, at: number): Extract<Entry, { kind: 'order' }> {
  const picked = entry.picked.includes(at) ? entry.picked.filter((one) => one !== at) : [...entry.picked, at];
  return { ...entry, cursor: at, picked };
}

/** The index that a digit names, counted from 1; null when there is none. */
function placeOf(digit: string, count: number): number | null {
  return /^[1-9]$/.test(digit) && Number(digit) <= count ? Number(digit) - 1 : null;
}
