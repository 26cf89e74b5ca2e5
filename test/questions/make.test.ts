import { describe, expect, it } from 'vitest';
import { makeQuestion, poseQuestion } from '../../src/questions/make.ts';
import { isSeed, parseQuestionName, QuestionNameError, questionName } from '../../src/questions/name.ts';
import type { Skill } from '../../src/questions/skill.ts';
import { handMadeQuestion } from './hand-made.ts';

function skill(pose: Skill['pose']): Skill {
  return {
    id: 'test.skill',
    title: { ko: '시험', en: 'Test' },
    type: 1,
    level: 'easy',
    concepts: ['tcp'],
    after: [],
    pose,
  };
}

function textOf(action: () => unknown): { ko: string; en: string } {
  try {
    action();
  } catch (error) {
    if (error instanceof QuestionNameError) return error.text;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('names', () => {
  it('puts a name together and takes it apart', () => {
    expect(questionName('ack.in-order', 'a.B_9-')).toBe('ack.in-order@a.B_9-');
    expect(parseQuestionName('ack.in-order@7')).toEqual({ skill: 'ack.in-order', seed: '7' });
  });

  it('knows what a seed is', () => {
    for (const seed of ['1', 'a'.repeat(64), '2026-10-03', '_']) expect(isSeed(seed)).toBe(true);
    for (const seed of ['', 'a'.repeat(65), 'a b', 'a@b', '가', 'a\n', '../x']) expect(isSeed(seed)).toBe(false);
  });

  it.each(['', 'ack.in-order', '@1', 'ack.in-order@', 'ack.in-order@a b', 'x@1@2'])(
    'refuses %j in one line',
    (name) => {
      const text = textOf(() => parseQuestionName(name));
      expect(text.ko).toMatch(/^[^\n]+$/);
      expect(text.en).toMatch(/^[^\n]+$/);
    },
  );

  it('shows no control characters of a bad name', () => {
    const text = textOf(() => makeQuestion('\u001b[31mx@1'));
    expect(`${text.ko}${text.en}`).not.toMatch(/\p{Cc}/u);
    expect(textOf(() => questionName('a', '\u001b]0;x\u0007')).en).not.toMatch(/\p{Cc}/u);
  });
});

describe('makeQuestion', () => {
  it('suggests the skill that was meant, if any', () => {
    expect(textOf(() => makeQuestion('ack.inorder@1')).en).toContain('ack.in-order?');
    expect(textOf(() => makeQuestion('ack.inorder@1')).ko).toContain('ack.in-order?');
    expect(textOf(() => makeQuestion('completely-different@1')).en).toMatch(
      /^There is no skill "completely-different"\.$/,
    );
  });

  it('gives the same question for the same name, another for another seed', () => {
    const name = 'handshake.third-segment@';
    expect(JSON.stringify(makeQuestion(`${name}a`))).toBe(JSON.stringify(makeQuestion(`${name}a`)));
    expect(makeQuestion(`${name}a`).fields).not.toEqual(makeQuestion(`${name}b`).fields);
  });
});

describe('poseQuestion', () => {
  it('draws again until the draw is fit, the same way every time', () => {
    const { version: _, name: _name, skill: _skill, seed: _seed, ...draft } = handMadeQuestion();
    const numbers: number[] = [];
    const picky = skill((random) => {
      const n = random.int(1, 10);
      numbers.push(n);
      return n === 1 ? draft : null;
    });
    const question = poseQuestion(picky, 's1');
    expect(question).toMatchObject({ version: 1, name: 'test.skill@s1', skill: 'test.skill', seed: 's1' });
    const first = numbers.splice(0);
    expect(new Set(first).size).toBeGreaterThan(1);
    expect(poseQuestion(picky, 's1')).toEqual(question);
    expect(numbers).toEqual(first);
  });

  it('gives up on a skill that never finds a fit draw', () => {
    expect(() =>
      poseQuestion(
        skill(() => null),
        '1',
      ),
    ).toThrow(RangeError);
  });

  it('refuses a bad seed', () => {
    expect(() =>
      poseQuestion(
        skill(() => null),
        'a b',
      ),
    ).toThrow(QuestionNameError);
  });
});
