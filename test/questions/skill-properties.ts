import { beforeAll, describe, expect, it } from 'vitest';
import { type FieldValue, formatValue, typedValue, valueKey } from '../../src/questions/answers.ts';
import { skillById } from '../../src/questions/catalogue.ts';
import { checkAnswer } from '../../src/questions/diagnosis.ts';
import { makeQuestion } from '../../src/questions/make.ts';
import type { Field, Question } from '../../src/questions/question.ts';
import { questionJson } from '../../src/questions/question-json.ts';
import { visibleEvents, visibleSegments } from '../../src/questions/visible-trace.ts';
import { randomFrom } from '../../src/simulator/random.ts';

export interface SkillExpectation {
  /** The answer reckoned without the engine, by field id. */
  readonly expected: (question: Question) => Readonly<Record<string, FieldValue>>;
  /** Whether the answer may be in sight: the question is then whether a number stays the same. */
  readonly inSight?: (question: Question) => boolean;
  /** Fewest different answers among all seeds, so that nobody learns one by heart. */
  readonly variety: number;
}

export const SEEDS = 300;

/** What holds for every question of a skill, over many seeds. */
export function describeSkill(id: string, expectation: SkillExpectation): void {
  describe(id, () => {
    const questions: Question[] = [];
    const each = (check: (question: Question) => void): void => {
      expect(questions).toHaveLength(SEEDS);
      for (const question of questions) {
        try {
          check(question);
        } catch (error) {
          throw new Error(question.name, { cause: error });
        }
      }
    };

    beforeAll(() => {
      for (let seed = 0; seed < SEEDS; seed++) questions.push(makeQuestion(`${id}@${seed}`));
    });

    it('answers as the segments alone say', () => {
      each((question) => {
        const expected = expectation.expected(question);
        expect(Object.keys(expected).sort()).toEqual(question.fields.map((field) => field.id).sort());
        for (const field of question.fields)
          expect({ [field.id]: field.answer }).toEqual({ [field.id]: expected[field.id] });
      });
    });

    it('tells every wrong rule from the answer and from the others', () => {
      each((question) => {
        for (const field of question.fields) {
          const values = [field.answer, ...field.predictions.map(({ value }) => value)];
          expect(new Set(values.map((value) => valueKey(field.kind, value))).size).toBe(values.length);
          expect(field.predictions.length).toBeGreaterThan(0);
        }
      });
    });

    it('diagnoses every predicted value as that rule', () => {
      each((question) => {
        for (const field of question.fields) {
          for (const { rule, value } of field.predictions) {
            const verdict = checkAnswer(question, { ...rightAnswers(question), [field.id]: typedValue(value) });
            expect(verdict.correct).toBe(false);
            expect(verdict.fields.find((f) => f.field === field.id)).toMatchObject({ outcome: 'wrong', rule });
          }
        }
      });
    });

    it('takes the right answer in every spelling', () => {
      each((question) => {
        for (const write of SPELLINGS) {
          const given = Object.fromEntries(question.fields.map((field) => [field.id, write(field)]));
          expect(checkAnswer(question, given).correct).toBe(true);
        }
      });
    });

    it('is complete in both languages', () => {
      each((question) => {
        const texts = [question.prompt, ...question.hints, ...question.conventions];
        texts.push(...question.explanation.map((step) => step.text));
        for (const field of question.fields) {
          texts.push(field.label);
          if (field.kind === 'choice') texts.push(...field.options.map((option) => option.text));
          if (field.kind === 'order') texts.push(...field.items.map((item) => item.text));
        }
        for (const text of texts) {
          for (const said of [text.ko, text.en]) {
            expect(said.trim()).not.toBe('');
            expect(said).not.toMatch(/undefined|NaN|null|\[object|\(를\)|\(은\)|\(이\)/);
          }
          expect(text.en).not.toMatch(/[가-힣]/);
        }
        expect(question.prompt.ko).toMatch(/[가-힣].*[.?]$/);
        expect(question.prompt.en).toMatch(/[.?)]$/);
        expect(question.explanation.length).toBeGreaterThanOrEqual(1);
        expect(question.explanation.length).toBeLessThanOrEqual(6);
        for (const step of question.explanation) expect(step.rfc).toMatch(/^RFC \d{3,4} §\d+(\.\d+)*$/);
      });
    });

    it('says the answer in its explanation', () => {
      each((question) => {
        const said = question.explanation.map((step) => step.text.en).join('\n');
        for (const field of question.fields) {
          if (field.kind === 'number') expect(said).toMatch(new RegExp(`(^|\\D)${field.answer}(\\D|$)`));
          if (field.kind === 'state') expect(said).toContain(field.answer);
          if (field.kind === 'numbers' || field.kind === 'ranges') {
            for (const number of field.answer.flat()) expect(said).toMatch(new RegExp(`(^|\\D)${number}(\\D|$)`));
          }
        }
      });
    });

    it('does not say the answer in its hints', () => {
      each((question) => {
        expect(question.hints).toHaveLength(3);
        const said = question.hints.flatMap(({ ko, en }) => [ko, en]).join('\n');
        const numbers = said.match(/\d+(\.\d+)?/g) ?? [];
        for (const field of question.fields) {
          if (field.kind === 'state') expect(said).not.toContain(field.answer);
          // A shorter number is in a hint for what it is: 2^32, the 20 bytes of a header.
          if (field.kind === 'number' || field.kind === 'numbers' || field.kind === 'ranges')
            for (const number of [field.answer].flat(2))
              if (number >= 100) expect(numbers).not.toContain(String(number));
        }
      });
    });

    it('does not show what it asks', () => {
      each((question) => {
        if (expectation.inSight?.(question) === true) return;
        // A call send(500 bytes) names a length.
        const calls = visibleEvents(question).flatMap((e) =>
          e.kind === 'call' && 'bytes' in e.call ? [e.call.bytes] : [],
        );
        const shown = visibleSegments(question).flatMap((s) => [s.seq, s.flags?.includes('ACK') ? s.ack : null]);
        for (const field of question.fields) {
          if (field.place !== null) expect(question.view.hidden).toContainEqual(field.place);
          if (field.place?.part === 'len' || field.id === 'bytes') expect(calls).toEqual([]);
          if (field.kind !== 'number' || field.place === null || field.place.part === 'len') continue;
          expect(shown).not.toContain(field.answer);
          // Below that, a byte count of the prompt can be the same number by chance: 0 + 747 = 747.
          if (field.answer > 9999) expect(question.prompt.en).not.toMatch(new RegExp(`(^|\\D)${field.answer}(\\D|$)`));
        }
      });
    });

    it('keeps its view inside the trace and its places on segments', () => {
      each((question) => {
        const { view, trace, fields } = question;
        expect(view.until).toBeGreaterThanOrEqual(0);
        expect(view.until).toBeLessThanOrEqual(trace.events.length);
        const visible = new Set(visibleSegments(question).map((segment) => segment.n));
        for (const n of view.focus) expect(visible).toContain(n);
        for (const place of view.hidden) expect(trace.segments[place.segment - 1]).toBeDefined();
        expect(new Set(fields.map((field) => field.id)).size).toBe(fields.length);
        for (const field of fields) {
          if (field.kind === 'choice') expect(field.options.map((option) => option.id)).toContain(field.answer);
          if (field.kind === 'order')
            expect(field.items.map((item) => item.id).sort()).toEqual([...field.answer].sort());
        }
      });
    });

    it('is the same, byte for byte, when made again', () => {
      for (const question of questions.slice(0, 40)) {
        expect(JSON.stringify(makeQuestion(question.name))).toBe(JSON.stringify(question));
        expect(JSON.stringify(questionJson(makeQuestion(question.name)))).toBe(JSON.stringify(questionJson(question)));
      }
    });

    it('varies, and seldom has to draw twice', () => {
      const answers = questions.map((q) => q.fields.map((field) => formatValue(field, field.answer, 'en')).join());
      expect(new Set(answers).size).toBeGreaterThanOrEqual(expectation.variety);
      const skill = skillById(id)!;
      const draws = Array.from({ length: 100 }, (_, draw) => skill.pose(randomFrom(`fit/${draw}`)));
      expect(draws.filter((draft) => draft === null).length).toBeLessThan(40);
    });
  });
}

function rightAnswers(question: Question): Record<string, string> {
  return Object.fromEntries(question.fields.map((field) => [field.id, typedValue(field.answer)]));
}

/** Ways to write one answer. */
const SPELLINGS: readonly ((field: Field) => string)[] = [
  (field) => typedValue(field.answer),
  (field) =>
    field.kind === 'number' && field.measure === 'sequence'
      ? `0x${field.answer.toString(16)}`
      : typedValue(field.answer).toLowerCase(),
  (field) =>
    field.kind === 'number'
      ? field.answer.toLocaleString('en-US', { maximumFractionDigits: 3 })
      : typedValue(field.answer).toUpperCase(),
  (field) => {
    switch (field.kind) {
      case 'number':
        return String(field.answer).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
      case 'flags':
        return [...field.answer].reverse().join('+').toLowerCase();
      case 'state':
        return field.answer.replaceAll('-', '_').toLowerCase();
      case 'choice':
        return String(field.options.findIndex((option) => option.id === field.answer) + 1);
      case 'numbers':
        return field.answer.length === 0 ? '없음' : field.answer.join('  ');
      case 'ranges':
        return field.answer.length === 0 ? '없음' : field.answer.map((range) => range.join(' ~ ')).join(', ');
      case 'order':
        return field.answer.map((id) => field.items.findIndex((item) => item.id === id) + 1).join(' ');
    }
  },
];
