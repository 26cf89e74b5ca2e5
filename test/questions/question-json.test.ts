import { describe, expect, it } from 'vitest';
import { skills } from '../../src/questions/catalogue.ts';
import { makeQuestion } from '../../src/questions/make.ts';
import { misconception } from '../../src/questions/misconceptions.ts';
import { questionJson } from '../../src/questions/question-json.ts';
import { handMadeQuestion } from './hand-made.ts';

describe('questionJson', () => {
  it.each(skills.map((skill) => skill.id))('%s: holds everything the format promises', (id) => {
    const question = makeQuestion(`${id}@json`);
    const json = JSON.parse(JSON.stringify(questionJson(question))) as ReturnType<typeof questionJson>;
    expect(Object.keys(json)).toEqual([
      'version',
      'name',
      'skill',
      'seed',
      'level',
      'type',
      'title',
      'prompt',
      'conventions',
      'trace',
      'focus',
      'hiddenStates',
      'fields',
      'answer',
      'figures',
      'hint',
      'hints',
      'explanation',
      'wrongRules',
    ]);
    expect(json).toMatchObject({ version: 1, name: `${id}@json`, skill: id, seed: 'json' });
    expect(Object.keys(json.answer)).toEqual(json.fields.map((field) => field.id));
    for (const wrong of json.wrongRules) {
      expect(wrong).toMatchObject(misconception(wrong.rule));
      expect(json.answer[wrong.field]).toBeDefined();
      expect(wrong.value).not.toEqual(json.answer[wrong.field]);
    }
    for (const { segment, part } of question.view.hidden) {
      const shown = json.trace.segments.find(({ n }) => n === segment);
      if (shown !== undefined && part !== 'sack') expect(shown[part]).toBeNull();
    }
  });

  it('shows no segment that is sent after the moment of the question', () => {
    const question = makeQuestion('ack.in-order@1');
    const sent = questionJson(question).trace.segments.map(({ n }) => n);
    expect(sent.length).toBeLessThanOrEqual(question.trace.segments.length);
    expect(Math.max(...sent)).toBe(question.fields[0]?.place?.segment);
  });

  it('is for questions of known skills', () => {
    expect(() => questionJson(handMadeQuestion())).toThrow(RangeError);
  });
});

describe('the catalogue of skills', () => {
  it('has every skill once, complete', () => {
    expect(new Set(skills.map((skill) => skill.id)).size).toBe(skills.length);
    for (const skill of skills) {
      expect(skill.id).toMatch(/^[a-z]+\.[a-z0-9-]+$/);
      expect(skill.title.ko).toMatch(/\S/);
      expect(skill.title.en).toMatch(/\S/);
      expect(skill.concepts.length).toBeGreaterThan(0);
    }
    const types = skills.map((skill) => skill.type);
    expect(new Set(types).size).toBe(types.length);
    expect(types).toEqual([...types].sort((a, b) => a - b));
  });
});
