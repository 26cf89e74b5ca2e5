import { describe, expect } from 'vitest';
import { answerKeys, type PrintedQuestion, questionNamed } from './answering.ts';
import { type Learner, test } from './learner.ts';
import { KEYS, Terminal } from './terminal.ts';

const WORDS = [
  {
    language: 'en',
    of: (n: number, of: number) => `${n} of ${of}`,
    goOn: /❯ Go on +practice, 2 of 3 answered/,
    goOnQuiz: /❯ Go on +quiz, 1 of 3 answered, (4 min|5 min 00)/,
    row: 'Go on',
    home: 'Review',
    done: '3 questions answered, 3 right.',
    score: '3 of 3 right (100%)',
    back: 'Comes back',
  },
  {
    language: 'ko',
    of: (n: number, of: number) => `${of}문제 중 ${n}`,
    goOn: /❯ 이어 풀기 +연습, 3문제 중 2문제 답함/,
    goOnQuiz: /❯ 이어 풀기 +시험, 3문제 중 1문제 답함, (4분|5분 00)/,
    row: '이어 풀기',
    home: '복습',
    done: '3문제 중 3문제를 맞혔습니다.',
    score: '3문제 중 3문제 정답 (100%)',
    back: '다시 나오는 때',
  },
] as const;

const NAMES = ['ack.in-order@1', 'ack.in-order@2', 'ack.in-order@3'];

/** Waits for a question, by what its title says of how many, and finds out which one it is. */
async function questionOn(app: Terminal, count: string): Promise<PrintedQuestion> {
  const name = (screen: string) => / ([a-z.-]+@[\w-]+) ─/m.exec(screen)?.[1];
  const screen = await app.waitFor((seen) => seen.split('\n')[0]?.includes(count) === true && name(seen) !== undefined);
  return questionNamed(name(screen) ?? '');
}

/** Ends the program as a power cut would. */
async function kill(app: Terminal): Promise<void> {
  app.signal('SIGKILL');
  await app.exited;
}

const answered = ({ log }: Learner) => log().flatMap((event) => (event.kind === 'answer' ? [event.question] : []));

describe.each(WORDS)('killed in the middle ($language)', ({ language, ...words }) => {
  test('of a practice: home offers to go on, and it goes on with the next question', async ({ learner }) => {
    const first = await learner.open(['--lang', language, 'practice', ...NAMES]);
    for (const n of [1, 2]) {
      first.type(answerKeys(await questionOn(first, words.of(n, 3))));
      await first.waitFor('✓');
      if (n === 1) first.type(KEYS.enter);
    }
    await kill(first);

    const second = await learner.open(['--lang', language]);
    await second.waitFor(words.goOn);
    second.type('c');
    const third = await questionOn(second, words.of(3, 3));
    expect(third.name).toBe(NAMES[2]);
    // What was only typed is lost; what was confirmed is not.
    second.type('12');
    await second.waitFor('12');
    await kill(second);

    const last = await learner.open(['--lang', language, 'continue']);
    last.type(answerKeys(await questionOn(last, words.of(3, 3))));
    await last.waitFor('✓');
    last.type(KEYS.enter);
    const end = await last.waitFor(words.done);
    expect(end).toContain(words.back);
    expect(answered(learner)).toEqual(NAMES);
    last.type(KEYS.escape);
    expect(await last.waitFor(words.home)).not.toContain(words.row);
    expect(learner.sessions().map(({ what }) => what)).toEqual(['started', 'ended']);
  });

  test('of a quiz: it goes on with its clock, and its result holds every answer once', async ({ learner }) => {
    const rules = ['quiz', '--count', '3', '--time', '5m', '--seed', 'e2e'];
    const first = await learner.open(['--lang', language, ...rules], { rows: 40 });
    const one = await questionOn(first, words.of(1, 3));
    first.type(answerKeys(one));
    await questionOn(first, words.of(2, 3));
    await kill(first);

    const second = await learner.open(['--lang', language], { rows: 40 });
    await second.waitFor(words.goOnQuiz);
    second.type(KEYS.enter);
    second.type(answerKeys(await questionOn(second, words.of(2, 3))));
    await questionOn(second, words.of(3, 3));
    // Leaving by Ctrl+C writes down how much of the time is used.
    second.type(KEYS.ctrlC);
    await second.exited;
    expect(learner.sessions().at(-1)).toMatchObject({ what: 'paused' });

    const last = await learner.open(['--lang', language, 'continue'], { rows: 40 });
    last.type(answerKeys(await questionOn(last, words.of(3, 3))));
    await last.waitFor(words.score);
    const names = answered(learner);
    expect(names).toHaveLength(3);
    expect(new Set(names).size).toBe(3);
    expect(names[0]).toBe(one.name);
    expect(learner.log().filter(({ kind }) => kind === 'quiz')).toMatchObject([{ asked: 3, correct: 3 }]);
  });
});

test('grades follow the answer: wrong is again, a hint makes it hard, right is good', async ({ learner }) => {
  const app = await learner.open(['practice', ...NAMES.map((name) => name.replace('ack.in-order', 'handshake.flags'))]);
  const first = await questionOn(app, '1 of 3');
  app.type(answerKeys(first));
  await app.waitFor('✓');
  app.type(KEYS.enter);
  await questionOn(app, '2 of 3');
  // ctrl+t: h may be a letter of the field.
  app.type('\u0014');
  await app.waitFor('Hint 1 of');
  app.type(answerKeys(questionNamed('handshake.flags@2')));
  await app.waitFor('✓');
  app.type(KEYS.enter);
  const third = await questionOn(app, '3 of 3');
  const rule = third.wrongRules[0];
  app.type(answerKeys(third, rule === undefined ? {} : { [rule.field]: rule.value }));
  await app.waitFor('✗');
  // The second came before it was due: a right answer then says little, and only what was forgotten counts.
  expect(learner.log()).toMatchObject([
    { correct: true, grade: 3 },
    { correct: true, hinted: true, grade: null },
    { correct: false, grade: 1 },
  ]);
});

test('seqack continue says so when there is nothing to go on with', async ({ learner }) => {
  const app = await learner.open(['practice', ...NAMES]);
  app.type(KEYS.ctrlC);
  await app.exited;
  const none = new Terminal(['--data', learner.data, 'continue'], { data: learner.data });
  expect((await none.exited).exitCode).toBe(1);
  expect(none.output).toContain('No practice or quiz was left in the last 7 days.');
  expect(none.output).not.toMatch(/\n {4}at /);
  await none.close();
});
