import { describe, expect, test } from 'vitest';
import { checkAnswer } from '../../../src/questions/diagnosis.ts';
import { makeQuestion } from '../../../src/questions/make.ts';
import { misconception } from '../../../src/questions/misconceptions.ts';
import type { Question } from '../../../src/questions/question.ts';
import { type Entry, emptyEntry } from '../../../src/ui/components/question/entry.ts';
import { blockWindow, entryBlock } from '../../../src/ui/components/question/entry-lines.ts';
import {
  answeredLadder,
  askingLadder,
  askingRows,
  ladderTop,
} from '../../../src/ui/components/question/question-ladder.ts';
import { answeredLines } from '../../../src/ui/components/question/verdict-lines.ts';
import { type Line, lineCells } from '../../../src/ui/layout/line.ts';
import { wordsOf } from '../../../src/ui/text/words.ts';
import { glyphsFor } from '../../../src/ui/theme.ts';

const glyphs = glyphsFor({ ascii: false, linear: false });
const text = (lines: readonly Line[]) => lines.map((spans) => spans.map((one) => one.text).join('')).join('\n');

function asking(question: Question, typed: Readonly<Record<string, string>>, linear = false) {
  return askingLadder(question, askingRows(question), typed, 0, {
    width: 78,
    language: 'en',
    numbers: 'absolute',
    ascii: false,
    linear,
  });
}

describe('the ladder of a question', () => {
  const question = makeQuestion('ack.in-order@1');
  const answer = question.fields[0]?.kind === 'number' ? String(question.fields[0].answer) : '';

  test('shows what is typed in its blank and not the answer', () => {
    const shown = text(asking(question, { ack: '4294967295' }).lines);
    expect(shown).toContain('ack [94967295]');
    expect(shown).not.toContain(answer);
    expect(text(asking(question, {}).lines)).toContain('ack [        ]');
  });

  test('shows the answer afterwards, set off', () => {
    const { lines } = answeredLadder(question, {
      width: 78,
      language: 'en',
      numbers: 'absolute',
      ascii: false,
      linear: false,
    });
    expect(
      lines
        .flat()
        .find(({ style }) => style === 'good')
        ?.text.trim(),
    ).toBe(answer);
  });

  test('for a screen reader is a sentence a segment, with the blank', () => {
    const { lines } = asking(question, {}, true);
    expect(text(lines)).toMatch(/^client: SYN seq \d+; client SYN-SENT; server SYN-RECEIVED/);
    expect(text(lines)).not.toMatch(/[─│▶◀]/);
    expect(text(lines)).toContain('ack blank');
  });

  test('the place being written is kept in sight', () => {
    expect(ladderTop(20, 10, 5, 0)).toBe(0);
    expect(ladderTop(20, 10, 12, 0)).toBe(4);
    expect(ladderTop(20, 10, 19, 0)).toBe(10);
    expect(ladderTop(20, 10, 19, -4)).toBe(6);
    expect(ladderTop(5, 10, 4, 3)).toBe(0);
  });
});

describe('the fields', () => {
  const question = makeQuestion('close.four-segments@1');
  const entries = question.fields.map(emptyEntry);

  test.each([38, 58, 78, 118])('fit into %i columns in both languages', (width) => {
    for (const language of ['ko', 'en'] as const) {
      question.fields.forEach((_, focus) => {
        const { lines } = entryBlock(question.fields, entries, focus, { width, language, glyphs });
        for (const line of lines) expect(lineCells(line)).toBeLessThanOrEqual(width);
      });
    }
  });

  test('a label that is not being answered is whole as long as nothing needs its room', () => {
    for (const language of ['ko', 'en'] as const) {
      const { lines } = entryBlock(question.fields, entries, 0, { width: 58, language, glyphs });
      for (const { label } of question.fields) expect(text(lines)).toContain(label[language]);
      expect(text(lines)).not.toContain('…');
    }
  });

  test('a choice made is said in words while another field is written', () => {
    const two = makeQuestion('close.active-closer@1');
    const chosen = two.fields.map((field) => ({ ...emptyEntry(field), chosen: 1 }) as Entry);
    const [first] = two.fields;
    const option = first?.kind === 'choice' ? first.options[1]?.text.en : undefined;
    const { lines } = entryBlock(two.fields, chosen, 1, { width: 58, language: 'en', glyphs });
    expect(text(lines.slice(0, 1))).toMatch(new RegExp(`  ${option}$`));
  });

  test('a small window keeps the field being written', () => {
    const last = question.fields.length - 1;
    const whole = entryBlock(question.fields, entries, last, { width: 58, language: 'en', glyphs });
    const part = blockWindow(whole, 5);
    expect(part.lines).toHaveLength(5);
    expect(part.lines[part.focus.first]).toBe(whole.lines[whole.focus.first]);
    expect(part.focus.last).toBeLessThan(5);
    const start = blockWindow(entryBlock(question.fields, entries, 0, { width: 58, language: 'en', glyphs }), 4);
    expect(start.focus.first).toBe(0);
    expect(start.cursor?.line).toBe(0);
  });
});

describe('the verdict', () => {
  const question = makeQuestion('ack.in-order@1');
  const field = question.fields[0];
  const prediction = field?.kind === 'number' ? field.predictions[0] : undefined;
  if (field?.kind !== 'number' || prediction === undefined) throw new Error('no prediction');
  const linesOf = (given: string, language: 'ko' | 'en', times = 1, width = 76, signs = glyphs) =>
    answeredLines(question, checkAnswer(question, { [field.id]: given }), () => times, {
      width,
      language,
      glyphs: signs,
      words: wordsOf(language).question,
    });

  test('for a screen reader right and wrong are words', () => {
    const spoken = glyphsFor({ ascii: false, linear: true });
    const wrong = text(linesOf('12', 'en', 1, 76, spoken));
    expect(wrong).toMatch(/^wrong: 12 /);
    expect(wrong).toContain(`right: ${field.answer}`);
    expect(text(linesOf('12', 'ko', 1, 76, spoken))).toMatch(/^오답: 12 /);
    expect(text(linesOf(String(field.answer), 'en', 1, 76, spoken))).toMatch(/^Right\.\nright: ack \d/);
  });

  test('a wrong rule is named, set right, and counted', () => {
    const said = text(linesOf(String(prediction.value), 'en', 3)).replace(/\s+/g, ' ');
    const { mistake, correction, name, rfc } = misconception(prediction.rule);
    expect(said).toContain(`✗ ${prediction.value}`);
    expect(said).toContain(mistake.en);
    expect(said).toContain(`✓ ${field.answer}`);
    expect(said).toContain(correction.en);
    expect(said).toContain(rfc);
    expect(said).toContain(`your third time with "${name.en}"`);
    expect(text(linesOf(String(prediction.value), 'ko', 3))).toContain('3번째');
    expect(text(linesOf(String(prediction.value), 'en', 1))).not.toContain('time with');
  });

  test('a slip is named, and anything else is not blamed on a rule', () => {
    expect(text(linesOf('12', 'en'))).toContain('No usual mistake');
    expect(text(linesOf(String(field.answer), 'en'))).toContain('✓ Right.');
  });

  test('the worked solution follows, each step with its section', () => {
    const said = text(linesOf(String(field.answer), 'ko')).replace(/\s+/g, ' ');
    for (const { text: step, rfc } of question.explanation) {
      expect(said).toContain(step.ko.slice(0, 20));
      expect(said).toContain(rfc);
    }
  });

  test.each([36, 56, 76, 116])('fits into %i columns', (width) => {
    for (const language of ['ko', 'en'] as const) {
      for (const given of ['12', String(prediction.value), String(field.answer)]) {
        for (const line of linesOf(given, language, 3, width)) expect(lineCells(line)).toBeLessThanOrEqual(width);
      }
    }
  });
});
