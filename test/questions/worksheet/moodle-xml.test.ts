import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { bankItems } from '../../../src/questions/worksheet/bank-item.ts';
import { inlineHtml } from '../../../src/questions/worksheet/html-text.ts';
import { cdata, moodleXml } from '../../../src/questions/worksheet/moodle-xml.ts';
import { handMadeQuestion } from '../hand-made.ts';
import { awkward, everySkill, FIELDS, LANGUAGES, sheetOf, speaking, written } from './samples.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => ['question', 'answer', 'hint'].includes(name),
});

/** The question elements of a file that is well-formed. */
function questionsOf(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true);
  return parser.parse(xml).quiz.question;
}

const COMMON = ['@_type', 'name', 'questiontext', 'generalfeedback', 'defaultgrade', 'penalty', 'hidden', 'answer'];
const OWN = { numerical: [], shortanswer: ['usecase'], multichoice: ['single', 'shuffleanswers', 'answernumbering'] };

describe.each(LANGUAGES)('Moodle XML in %s', (language) => {
  test('every skill and kind of field, with the documented elements', () => {
    const sheet = sheetOf(language);
    const questions = [...everySkill, handMadeQuestion({ fields: FIELDS })];
    const [category, ...parsed] = questionsOf(written(moodleXml, questions, sheet));
    expect(category).toMatchObject({ '@_type': 'category', category: { text: '$course$/top/seqack test' } });
    const items = questions.flatMap((question) => bankItems(question, sheet));
    expect(parsed).toHaveLength(items.length);
    for (const [i, item] of items.entries()) {
      const question = parsed[i];
      const names = Object.keys(question).filter((name) => name !== '#text' && name !== 'hint');
      expect(names.sort()).toEqual([...COMMON, ...OWN[item.kind]].sort());
      expect(question['@_type']).toBe(item.kind);
      expect(question.name.text).toBe(item.name);
      expect(question.questiontext).toMatchObject({ '@_format': 'html', text: item.stem });
      expect(question.generalfeedback.text).toBe(item.solution);
      for (const [j, { answer, right, feedback }] of item.answers.entries()) {
        const element = question.answer[j];
        expect(element).toMatchObject({
          '@_fraction': right ? '100' : '0',
          text: answer,
          feedback: { text: feedback },
        });
        expect(element.tolerance).toBe(item.tolerance === null ? undefined : String(item.tolerance));
      }
    }
  });
});

test('any text comes through', () => {
  fc.assert(
    fc.property(awkward, (text) => {
      const [, question] = questionsOf(written(moodleXml, [speaking(text)], sheetOf('en')));
      expect(question.questiontext.text).toContain(`<p>${inlineHtml(text)}</p>`);
      expect(question.answer[0].text).toBe(inlineHtml(text));
      expect(parser.parse(`<a>${cdata('x]]>y')}</a>`).a).toBe('x]]>y');
    }),
  );
});
