import fc from 'fast-check';
import type { Language } from '../../../src/language.ts';
import { blankedLadder } from '../../../src/questions/blanked-ladder.ts';
import { skills } from '../../../src/questions/catalogue.ts';
import { poseQuestion } from '../../../src/questions/make.ts';
import type { Field, Question } from '../../../src/questions/question.ts';
import type { Answers, Sheet, Writer } from '../../../src/questions/worksheet/sheet.ts';
import { handMadeQuestion } from '../hand-made.ts';

export const LANGUAGES: readonly Language[] = ['ko', 'en'];

/** One question of every skill there is. */
export const everySkill: readonly Question[] = skills.map((skill) => poseQuestion(skill, 'sheet'));

export function sheetOf(language: Language, answers: Answers = 'solutions', over: Partial<Sheet> = {}): Sheet {
  const draw = (question: Question) => {
    const ladder = blankedLadder(question, { width: 80, language, ascii: false });
    return ladder.length === 0 ? [] : [ladder];
  };
  return { title: 'seqack test', language, answers, draw, ...over };
}

export function written(writer: Writer, questions: readonly Question[], sheet: Sheet): string {
  return [...writer(questions, sheet)].join('');
}

const same = (text: string) => ({ ko: text, en: text });

/** Every kind of field, each with a wrong rule. */
export const FIELDS: readonly Field[] = [
  {
    id: 'n',
    label: same('n'),
    place: null,
    kind: 'number',
    measure: 'sequence',
    answer: 4_294_967_295,
    predictions: [{ rule: 'M01', value: 0 }],
  },
  {
    id: 'd',
    label: same('d'),
    place: null,
    kind: 'number',
    measure: 'decimal',
    answer: 1.125,
    predictions: [{ rule: 'M01', value: 2.5 }],
  },
  {
    id: 'ns',
    label: same('ns'),
    place: null,
    kind: 'numbers',
    measure: 'amount',
    answer: [1, 1, 2],
    predictions: [{ rule: 'M01', value: [1] }],
  },
  {
    id: 'r',
    label: same('r'),
    place: null,
    kind: 'ranges',
    answer: [],
    predictions: [
      {
        rule: 'M01',
        value: [
          [3001, 4001],
          [5001, 6001],
        ],
      },
    ],
  },
  {
    id: 'f',
    label: same('f'),
    place: null,
    kind: 'flags',
    answer: ['PSH', 'ACK', 'FIN'],
    predictions: [{ rule: 'M01', value: [] }],
  },
  {
    id: 's',
    label: same('s'),
    place: null,
    kind: 'state',
    answer: 'SYN-RECEIVED',
    predictions: [{ rule: 'M01', value: 'FIN-WAIT-1' }],
  },
  {
    id: 'c',
    label: same('c'),
    place: null,
    kind: 'choice',
    answer: 'b',
    options: [
      { id: 'a', text: same('one') },
      { id: 'b', text: same('two') },
      { id: 'x', text: same('three') },
    ],
    predictions: [{ rule: 'M01', value: 'a' }],
  },
  {
    id: 'o',
    label: same('o'),
    place: null,
    kind: 'order',
    answer: ['b', 'a'],
    items: [
      { id: 'a', text: same('first shown') },
      { id: 'b', text: same('second shown') },
    ],
    predictions: [{ rule: 'M01', value: ['a', 'b'] }],
  },
];

/** Text with the signs that some format gives a meaning to. */
export const awkward: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'~=#{}:\\<>&"\'`*_[]()|!%$^-+1.\t\n ',
        '//',
        '->',
        ']]>',
        '<br>',
        '&amp;',
        '```',
        '::',
        '%50%',
        '[html]',
        '한글',
        '\u0000',
        '\u001b',
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => `a${parts.join('')}z`);

/** A choice, all of whose texts are `text`. */
export function speaking(text: string): Question {
  const options = [
    { id: 'a', text: same(text) },
    { id: 'b', text: same('b') },
  ];
  return handMadeQuestion({
    prompt: same(text),
    explanation: [{ text: same(text), rfc: 'RFC 9293 §3.4' }],
    fields: [{ id: 'c', label: same(text), place: null, kind: 'choice', answer: 'a', options, predictions: [] }],
  });
}
