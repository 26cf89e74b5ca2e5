import { describe, expect, test } from 'vitest';
import { skills } from '../../../src/questions/catalogue.ts';
import { makeQuestion } from '../../../src/questions/make.ts';
import type { Question } from '../../../src/questions/question.ts';
import {
  type Answering,
  type AnsweringAction,
  givenOf,
  reduceAnswering,
  startAnswering,
  submit,
} from '../../../src/ui/components/question/answering.ts';
import { rightKeys } from './right-keys.ts';

function stateAfter(question: Question, ...actions: readonly AnsweringAction[]): Answering {
  return actions.reduce((state, action) => reduceAnswering(question, state, action), startAnswering(question));
}

const typed = (text: string): AnsweringAction => ({ type: 'entry', action: { type: 'insert', text } });

describe('one field', () => {
  const question = makeQuestion('ack.in-order@1');
  const [field] = question.fields;
  const answer = field?.kind === 'number' ? field.answer : 0;

  test('Enter on nothing asks for something and costs nothing', () => {
    const made = submit(question, stateAfter(question));
    expect(made).toMatchObject({ kind: 'field', field: 0, message: { en: 'Nothing was entered.' } });
  });

  test('Enter before a flag was set says how one is set', () => {
    const flags = makeQuestion('handshake.flags@1');
    const made = submit(flags, stateAfter(flags));
    expect(made).toMatchObject({ kind: 'field', field: 0 });
    expect(made.kind === 'field' && made.message?.en).toMatch(/^No flag is set\. Space sets/);
  });

  test('Enter on a number is the answer', () => {
    const right = submit(question, stateAfter(question, typed(String(answer))));
    expect(right).toMatchObject({ kind: 'answer', verdict: { correct: true }, given: { ack: String(answer) } });
    expect(submit(question, stateAfter(question, typed('12')))).toMatchObject({
      kind: 'answer',
      verdict: { correct: false },
    });
  });

  test('a number no header can hold is refused, not judged', () => {
    const made = submit(question, stateAfter(question, typed('99999999999')));
    expect(made.kind).toBe('field');
    expect(made.kind === 'field' && made.message?.ko).toContain('4294967295');
  });

  test('a message is gone with the next key', () => {
    const told = stateAfter(question, { type: 'focus', field: 0, message: { ko: '왜', en: 'why' } });
    expect(told.message).not.toBeNull();
    expect(reduceAnswering(question, told, typed('1')).message).toBeNull();
  });
});

describe('several fields', () => {
  const question = makeQuestion('handshake.third-segment@1');

  test('Enter goes to the next empty one, and answers when none is left', () => {
    const first = stateAfter(question, typed('1'));
    expect(submit(question, first)).toEqual({ kind: 'field', field: 1, message: null });
    const both = stateAfter(question, typed('1'), { type: 'next-field' }, typed('2'));
    expect(submit(question, both)).toMatchObject({ kind: 'answer', given: { seq: '1', ack: '2' } });
    const back = stateAfter(question, typed('1'), { type: 'next-field' }, typed('2'), { type: 'previous-field' });
    expect(submit(question, back)).toMatchObject({ kind: 'answer' });
  });

  test('the last one first: Enter goes back to the empty one', () => {
    const second = stateAfter(question, { type: 'previous-field' }, typed('5'));
    expect(submit(question, second)).toEqual({ kind: 'field', field: 0, message: null });
  });
});

describe('the right answers of every skill can be entered', () => {
  test.each(skills.map(({ id }) => id))('%s', (id) => {
    for (const seed of ['1', '2']) {
      const question = makeQuestion(`${id}@${seed}`);
      let state = startAnswering(question);
      question.fields.forEach((field, at) => {
        state = reduceAnswering(question, state, { type: 'focus', field: at, message: null });
        state = reduceAnswering(question, state, typed(rightKeys(field)));
      });
      expect(Object.values(givenOf(question, state))).not.toContain('');
      expect(submit(question, state)).toMatchObject({ kind: 'answer', verdict: { correct: true } });
    }
  });
});
