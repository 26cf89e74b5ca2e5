import { expect } from 'vitest';
import type { CapturedTrace } from '../../../src/captures/trace/captured-trace.ts';
import { typedValue, valueKey } from '../../../src/questions/answers.ts';
import { makeQuestionOn, posableSkills } from '../../../src/questions/captured/make-on.ts';
import { checkAnswer } from '../../../src/questions/diagnosis.ts';
import type { Question } from '../../../src/questions/question.ts';
import { questionJson } from '../../../src/questions/question-json.ts';
import { visibleSegments } from '../../../src/questions/visible-trace.ts';
import { plainLadder } from '../../../src/trace/plain.ts';
import { expectedOn, type Seen } from './independent.ts';

/** Every question that `seeds` seeds of every posable skill give on a captured conversation; each is checked. */
export function checkedQuestions(captured: CapturedTrace, whole: readonly Seen[], seeds: number): Question[] {
  return posableSkills(captured).flatMap((skill) =>
    Array.from({ length: seeds }, (_, seed) => makeQuestionOn(captured, skill, String(seed))).flatMap((question) => {
      if (question === null) return [];
      try {
        check(question, captured, whole);
      } catch (error) {
        const shown = plainLadder(question.trace, { width: 100, language: 'en', numbers: 'absolute', ascii: true });
        const told = `${captured.trace.scenario} ${question.name}\n${question.prompt.en}\n${shown}`;
        throw new Error(told, { cause: error });
      }
      return [question];
    }),
  );
}

function check(question: Question, captured: CapturedTrace, whole: readonly Seen[]): void {
  const { fields, trace, view, prompt, explanation, hints, conventions } = question;
  const expected = expectedOn(question, whole);
  for (const field of fields) {
    expect({ [field.id]: field.answer }).toEqual({ [field.id]: expected[field.id] });
    const values = [field.answer, ...field.predictions.map(({ value }) => value)];
    expect(new Set(values.map((value) => valueKey(field.kind, value))).size).toBe(values.length);
    expect(field.predictions.length).toBeGreaterThan(0);
    if (field.place !== null) expect(view.hidden).toContainEqual(field.place);
  }
  const right = Object.fromEntries(fields.map((field) => [field.id, typedValue(field.answer)]));
  expect(checkAnswer(question, right).correct).toBe(true);
  const [field] = fields;
  for (const { rule, value } of field?.predictions ?? []) {
    const verdict = checkAnswer(question, { ...right, [field!.id]: typedValue(value) });
    expect(verdict.fields.find((one) => one.field === field!.id)).toMatchObject({ outcome: 'wrong', rule });
  }
  for (const text of [prompt, ...hints, ...conventions, ...explanation.map((step) => step.text)]) {
    for (const said of [text.ko, text.en]) {
      expect(said.trim()).not.toBe('');
      expect(said).not.toMatch(/undefined|NaN|null|\[object/);
    }
    expect(text.en).not.toMatch(/[가-힣]/);
  }
  // An excerpt, whose places are on its own segments, all captured and none later than the answer needs.
  expect(trace.segments.length).toBeLessThanOrEqual(60);
  expect(trace.segments.map(({ n }) => n)).toEqual(trace.segments.map((_, index) => index + 1));
  expect(view.until).toBeLessThanOrEqual(trace.events.length);
  const visible = new Set(visibleSegments(question).map(({ n }) => n));
  for (const n of view.focus) expect(visible).toContain(n);
  for (const place of view.hidden) expect(trace.segments[place.segment - 1]).toBeDefined();
  expect(question.name).toContain(`@cap-${captured.digest}${captured.numbers === 'relative' ? 'r' : ''}-`);
  JSON.stringify(questionJson(question));
}
