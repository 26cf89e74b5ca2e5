import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { answerKeys, type PrintedQuestion, questionNamed } from './answering.ts';
import { type Learner, says, squeezed, test } from './learner.ts';
import { KEYS, type Terminal } from './terminal.ts';

const WORDS = [
  {
    language: 'en',
    of: (n: number, of: number) => `${n} of ${of}`,
    right: 'Right.',
    score: '2 of 3 right (67%)',
    complete: 'All questions done.',
    limit: ' of 5 min 00 s',
    wrong: 'What went wrong',
    missed: 'practise what I missed',
    practise: 'Practise',
    best: /Timed quiz .*best 2 of 3/,
    over: 'The time is over.',
    unreached: '1 question was never reached.',
    none: '0 of 2 right (0%)',
    leave: 'End the quiz now?',
    left: 'Ended early.',
  },
  {
    language: 'ko',
    of: (n: number, of: number) => `${of}문제 중 ${n}`,
    right: '맞았습니다.',
    score: '3문제 중 2문제 정답 (67%)',
    complete: '모든 문제를 풀었습니다.',
    limit: '5분',
    wrong: '틀린 문제',
    missed: '틀린 문제 연습',
    practise: '연습',
    best: /시험 .*최고 3문제 중 2/,
    over: '시간이 끝났습니다.',
    unreached: '1문제는 보지 못했습니다.',
    none: '2문제 중 0문제 정답 (0%)',
    leave: '시험을 그만두시겠습니까?',
    left: '중간에 그만두었습니다.',
  },
] as const;

/** The name of the question on the screen, from the rule above it. */
function nameOn(screen: string): string | null {
  return / ([a-z.-]+@[\w-]+) ─*$/m.exec(screen)?.[1] ?? null;
}

/** Waits for question `n` of a quiz and finds out which one it is. */
async function questionOn(app: Terminal, count: string): Promise<PrintedQuestion> {
  const screen = await app.waitFor((seen) => seen.split('\n')[0]?.includes(count) === true && nameOn(seen) !== null);
  return questionNamed(nameOn(screen) ?? '');
}

/** The questions of a quiz, seen by skipping through it. */
async function namesOf(learner: Learner, args: readonly string[], count: number): Promise<string[]> {
  const app = await learner.open(args);
  const names: string[] = [];
  for (let at = 1; at <= count; at++) {
    const screen = await app.waitFor((seen) => seen.includes(`${at} of ${count}`) && nameOn(seen) !== null);
    names.push(nameOn(screen) ?? '');
    app.type('\u000e');
  }
  await app.waitFor(`0 of ${count} right`);
  return names;
}

describe.each(WORDS)('a timed quiz ($language)', ({ language, ...words }) => {
  test('is answered to its end: score, times, the mistake explained, practice of what was missed', async ({
    learner,
  }) => {
    const app = await learner.open(['--lang', language, 'quiz', '--count', '3', '--time', '5m', '--seed', 'e2e'], {
      rows: 50,
    });
    await app.waitFor(/● 0[45]:\d\d/);
    const first = await questionOn(app, words.of(1, 3));
    app.type(answerKeys(first));

    // No verdict between the questions. The second is answered by a wrong rule.
    const second = await questionOn(app, words.of(2, 3));
    expect(app.screen()).not.toContain(words.right);
    const rule = second.wrongRules.find(({ field }) => field === second.fields[0]?.id);
    if (rule === undefined) throw new Error('no wrong rule');
    app.type(answerKeys(second, { [rule.field]: rule.value }));
    const third = await questionOn(app, words.of(3, 3));
    app.type(answerKeys(third));

    const result = await app.waitFor(words.score);
    expect(learner.log()).toMatchObject([
      { kind: 'answer', question: first.name, correct: true, where: 'quiz' },
      { kind: 'answer', question: second.name, correct: false, where: 'quiz', rules: [rule.rule] },
      { kind: 'answer', question: third.name, correct: true, where: 'quiz' },
      { kind: 'quiz', seed: 'e2e', asked: 3, correct: 2, limitMs: 300_000 },
    ]);
    expect(result).toContain(words.complete);
    expect(result).toContain(words.limit);
    expect(result).toMatch(/^ +1 ✓ .*\n +2 ✗ .*\n +3 ✓ /m);
    for (const sentence of [words.wrong, second.prompt[language], rule.mistake[language], rule.correction[language]]) {
      expect(squeezed(result)).toContain(squeezed(sentence));
    }

    app.type('m');
    await app.waitFor((screen) => screen.includes(words.practise) && nameOn(screen) === second.name);
    app.type(answerKeys(second));
    await app.waitFor(words.right);
    app.type(KEYS.enter, KEYS.escape);
    await app.waitFor(words.complete);
    app.type(KEYS.escape);
    await app.waitFor(words.best);
  });

  test('asks before it is left, and goes on with what was typed', async ({ learner }) => {
    const app = await learner.open(['--lang', language, 'quiz', '--count', '2', '--time', '5m', '--seed', 'e2e']);
    await questionOn(app, words.of(1, 2));
    app.type('12');
    await app.waitFor(/❯ .* 12$/m);
    app.type(KEYS.escape);
    await app.waitFor(words.leave);
    app.type('q');
    await app.waitFor(/❯ .* 12$/m);
    app.type('q');
    await app.waitFor(words.leave);
    app.type(KEYS.enter);
    await app.waitFor(words.left);
    // Nothing was answered: nothing to keep.
    expect(learner.log()).toEqual([]);
  });

  test('--feedback each says after every question what was right', async ({ learner }) => {
    const rules = ['--count', '2', '--time', '5m', '--seed', 'e2e', '--feedback', 'each'];
    const app = await learner.open(['--lang', language, 'quiz', ...rules], { rows: 40 });
    const first = await questionOn(app, words.of(1, 2));
    app.type(answerKeys(first));
    const verdict = await app.waitFor(words.right);
    expect(squeezed(verdict)).toContain(squeezed(first.explanation[0]?.text[language] ?? '?'));
    app.type(KEYS.enter);
    const second = await questionOn(app, words.of(2, 2));
    const [rule] = second.wrongRules;
    if (rule === undefined) throw new Error('no wrong rule');
    app.type(answerKeys(second, { [rule.field]: rule.value }));
    await app.waitFor(says(rule.mistake[language]));
    app.type(KEYS.enter);
    await app.waitFor(words.complete);
  });
});

test('a quiz ends when its time is over, in the middle of an answer', async ({ learner }) => {
  const [english, korean] = WORDS;
  const app = await learner.open(['quiz', '--count', '2', '--time', '10s', '--seed', 'e2e']);
  await questionOn(app, english.of(1, 2));
  app.type('12');
  await app.waitFor('● 00:05');
  const shown = await app.waitFor(english.over);
  expect(shown).toContain(english.none);
  expect(shown).toContain(english.unreached);
  // An Enter meant for the answer does not take the result away; L says it in Korean.
  app.type(KEYS.enter, 'L');
  const said = await app.waitFor(korean.over);
  expect(said).toContain(korean.none);
  expect(said).toContain(korean.unreached);
  expect(learner.log()).toMatchObject([{ kind: 'quiz', asked: 2, correct: 0, limitMs: 10_000 }]);
});

describe('the same seed', () => {
  test('asks the same questions again, for another learner too; another seed asks others', async ({ learner }) => {
    const rules = ['quiz', '--count', '4', '--time', '5m', '--seed'];
    const names = await namesOf(learner, [...rules, 'e2e'], 4);
    expect(new Set(names).size).toBe(4);
    expect(await namesOf(learner, [...rules, 'e2e'], 4)).toEqual(names);
    expect(await namesOf(learner, ['--data', join(learner.data, 'another'), ...rules, 'e2e'], 4)).toEqual(names);
    expect(await namesOf(learner, [...rules, 'other'], 4)).not.toEqual(names);
  });
});
