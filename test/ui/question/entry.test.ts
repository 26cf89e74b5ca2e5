import { describe, expect, test } from 'vitest';
import type { Field } from '../../../src/questions/question.ts';
import {
  chosenState,
  type Entry,
  type EntryAction,
  emptyEntry,
  entryAccepts,
  entryText,
  reduceEntry,
  statesFrom,
} from '../../../src/ui/components/question/entry.ts';

const head = { id: 'x', label: { ko: '값', en: 'value' }, place: null };
const options = ['one', 'two', 'three'].map((id) => ({ id, text: { ko: `${id}번`, en: `the ${id}` } }));
const FIELDS = {
  number: { ...head, kind: 'number', measure: 'sequence', answer: 1, predictions: [] },
  flags: { ...head, kind: 'flags', answer: ['SYN'], predictions: [] },
  state: { ...head, kind: 'state', answer: 'LISTEN', predictions: [] },
  choice: { ...head, kind: 'choice', options, answer: 'one', predictions: [] },
  order: { ...head, kind: 'order', items: options, answer: ['one', 'two', 'three'], predictions: [] },
} as const satisfies Record<string, Field>;

function entered(field: Field, ...actions: readonly EntryAction[]): string {
  return entryText(
    field,
    actions.reduce((entry, action) => reduceEntry(field, entry, action), emptyEntry(field)),
  );
}

const typed = (text: string): EntryAction => ({ type: 'insert', text });
const move = (by: 1 | -1): EntryAction => ({ type: 'move', by });

test('nothing entered is an empty text, whatever the kind', () => {
  for (const field of Object.values(FIELDS)) expect(entered(field)).toBe('');
});

describe('a number', () => {
  test('takes digits, separators and hexadecimal, and nothing else', () => {
    expect(entered(FIELDS.number, typed('4,294 x967q295'))).toBe('4,294 967295');
    expect(entered(FIELDS.number, typed('0x1F'), typed('90'))).toBe('0x1F90');
  });
  test('can be edited', () => {
    expect(entered(FIELDS.number, typed('123'), { type: 'edit', edit: { type: 'erase' } })).toBe('12');
    expect(entered(FIELDS.number, typed('123'), { type: 'edit', edit: { type: 'erase-all' } })).toBe('');
  });
  test('leaves letters to the commands', () => {
    const accepts = entryAccepts(FIELDS.number, emptyEntry(FIELDS.number));
    for (const letter of ['h', 's', 'q', 'L', 'a', '?']) expect(accepts(letter, '')).toBe(false);
    expect(accepts('7', '')).toBe(true);
  });
});

describe('flags', () => {
  test('are set and cleared by their letters, shown in a fixed order', () => {
    expect(entered(FIELDS.flags, typed('as'))).toBe('SYN,ACK');
    expect(entered(FIELDS.flags, typed('SAs'))).toBe('ACK');
    expect(entered(FIELDS.flags, typed('s'), typed('s'))).toBe('none');
  });
  test('can be set with arrows and space', () => {
    expect(entered(FIELDS.flags, move(1), { type: 'toggle' }, move(1), { type: 'toggle' })).toBe('ACK,FIN');
    expect(entered(FIELDS.flags, typed('sa'), { type: 'erase' })).toBe('none');
  });
  test('leave other letters to the commands', () => {
    const accepts = entryAccepts(FIELDS.flags, emptyEntry(FIELDS.flags));
    expect(['s', 'A', 'f', 'R', 'p'].map((one) => accepts(one, ''))).toEqual([true, true, true, true, true]);
    expect(['h', 'L', 'q', '1', ' '].map((one) => accepts(one, ''))).toEqual([false, false, false, false, false]);
  });
});

describe('a state', () => {
  const entryAfter = (...actions: readonly EntryAction[]) =>
    actions.reduce((entry, action) => reduceEntry(FIELDS.state, entry, action), emptyEntry(FIELDS.state));
  const chosen = (entry: Entry) => (entry.kind === 'state' ? chosenState(entry) : null);

  test('is found by the beginning of its name, in any spelling', () => {
    expect(chosen(entryAfter(typed('est')))).toBe('ESTABLISHED');
    expect(chosen(entryAfter(typed('fin_wait2')))).toBe('FIN-WAIT-2');
    expect(chosen(entryAfter(typed('syn rcvd')))).toBe('SYN-RECEIVED');
    expect(chosen(entryAfter(typed('SYN_RECV')))).toBe('SYN-RECEIVED');
    expect(chosen(entryAfter(typed('closed')))).toBe('CLOSED');
    expect(chosen(entryAfter(typed('close')))).toBe('CLOSED');
    expect(chosen(entryAfter(typed('closew')))).toBe('CLOSE-WAIT');
  });
  test('takes no letter that leads to no state', () => {
    expect(entered(FIELDS.state, typed('estq!!a'))).toBe('ESTABLISHED');
    const accepts = entryAccepts(FIELDS.state, emptyEntry(FIELDS.state));
    expect(['h', 'n', 'q', '?', ' '].map((one) => accepts(one, ''))).toEqual([false, false, false, false, false]);
    expect(['c', 'L', 't'].map((one) => accepts(one, ''))).toEqual([true, true, true]);
  });
  test('is chosen by arrows among those that match', () => {
    expect(chosen(entryAfter(typed('fin'), move(1)))).toBe('FIN-WAIT-2');
    expect(chosen(entryAfter(move(1)))).toBe('CLOSED');
    expect(chosen(entryAfter(move(-1)))).toBe('TIME-WAIT');
    expect(statesFrom('')).toHaveLength(11);
  });
  test('is typed anew after erasing', () => {
    expect(chosen(entryAfter(typed('est'), { type: 'erase' }, { type: 'erase' }, { type: 'erase' }, typed('t')))).toBe(
      'TIME-WAIT',
    );
    expect(entered(FIELDS.state, typed('e'), { type: 'erase' })).toBe('');
  });
});

describe('a choice', () => {
  test('is made by its number or by arrows', () => {
    expect(entered(FIELDS.choice, typed('2'))).toBe('two');
    expect(entered(FIELDS.choice, typed('2'), typed('9'))).toBe('two');
    expect(entered(FIELDS.choice, move(1))).toBe('one');
    expect(entered(FIELDS.choice, move(1), move(1))).toBe('two');
    expect(entered(FIELDS.choice, move(-1), move(1))).toBe('three');
  });
});

describe('an order', () => {
  test('is made by naming the items one after the other', () => {
    expect(entered(FIELDS.order, typed('312'))).toBe('three,one,two');
    expect(entered(FIELDS.order, typed('31'), typed('3'))).toBe('one');
    expect(entered(FIELDS.order, typed('31'), { type: 'erase' })).toBe('three');
    expect(entered(FIELDS.order, move(1), { type: 'toggle' }, move(1), { type: 'toggle' })).toBe('two,three');
  });
});
