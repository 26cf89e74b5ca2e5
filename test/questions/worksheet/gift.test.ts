import fc from 'fast-check';
import { type GIFTQuestion, parse } from 'gift-pegjs';
import { describe, expect, test } from 'vitest';
import { bankItems } from '../../../src/questions/worksheet/bank-item.ts';
import { gift } from '../../../src/questions/worksheet/gift.ts';
import { inlineHtml } from '../../../src/questions/worksheet/html-text.ts';
import { handMadeQuestion } from '../hand-made.ts';
import { awkward, everySkill, FIELDS, LANGUAGES, sheetOf, speaking, written } from './samples.ts';

const TYPES = { numerical: 'Numerical', multichoice: 'MC', shortanswer: 'Short' } as const;

/** What the grammar reads of a choice or answer: its text or number, worth and feedback. */
function answersOf(question: GIFTQuestion): unknown[] {
  if (!('choices' in question) || !Array.isArray(question.choices)) return [];
  return question.choices.map((choice) => {
    const { text, feedback } = choice;
    const answer = 'number' in text ? text.number : 'text' in text ? text.text : null;
    return { answer, right: choice.isCorrect && choice.weight !== 0, feedback: feedback?.text ?? '' };
  });
}

describe.each(LANGUAGES)('GIFT in %s', (language) => {
  test('every skill and kind of field comes back out of the grammar', () => {
    const sheet = sheetOf(language);
    const questions = [...everySkill, handMadeQuestion({ fields: FIELDS })];
    const [category, ...parsed] = parse(written(gift, questions, sheet));
    expect(category).toMatchObject({ type: 'Category', title: '$course$/top/seqack test' });
    const items = questions.flatMap((question) => bankItems(question, sheet));
    expect(parsed).toHaveLength(items.length);
    for (const [i, item] of items.entries()) {
      const question = parsed[i] as GIFTQuestion;
      expect(question).toMatchObject({
        type: TYPES[item.kind],
        title: item.name,
        stem: { format: 'html', text: item.stem },
      });
      const answers = item.answers.map(({ answer, ...rest }) => ({
        answer: item.kind === 'numerical' ? Number(answer) : answer,
        ...rest,
      }));
      expect(answersOf(question)).toEqual(answers);
      if (item.solution !== '') expect(question).toMatchObject({ globalFeedback: { text: item.solution } });
    }
  });
});

test('Moodle reads a question of each kind: no arrow of a match, no tilde but in a choice, no line of two slashes', () => {
  const text = written(gift, everySkill, sheetOf('ko'));
  expect(text).not.toMatch(/->|^\/\//m);
  for (const block of text.trim().split('\n\n').slice(1)) {
    if (!/^\t~/m.test(block)) expect(block.replaceAll('\\~', '')).not.toContain('~');
    expect(block.match(/^\t=(?!%0%)/gm)?.length).toBeGreaterThan(0);
  }
});

test('any text comes through', () => {
  fc.assert(
    fc.property(awkward, (text) => {
      const [, question] = parse(written(gift, [speaking(text)], sheetOf('en')));
      const [right] = answersOf(question as GIFTQuestion) as { answer: string }[];
      expect(question).toMatchObject({ stem: { text: expect.stringContaining(`<p>${inlineHtml(text)}</p>`) } });
      expect(right?.answer).toBe(inlineHtml(text));
    }),
  );
});
