import { expect } from 'vitest';
import { answerKeys, questionNamed } from './answering.ts';
import { printed, test } from './learner.ts';
import { KEYS } from './terminal.ts';

test('two programs on one folder: the answers of both are kept, and both go on', async ({ learner }) => {
  const [a, b, c, d] = ['seq.next@a', 'seq.next@b', 'ack.in-order@a', 'ack.in-order@b'].map(questionNamed);
  if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('no questions');
  const left = await learner.open(['practice', a.name, b.name]);
  const right = await learner.open(['--lang', 'ko', 'practice', c.name, d.name]);

  left.type(answerKeys(a));
  right.type(answerKeys(c));
  await Promise.all([left.waitFor('Right.'), right.waitFor('맞았습니다.')]);
  left.type(KEYS.enter);
  right.type(KEYS.enter);
  await Promise.all([left.waitFor(b.name), right.waitFor(d.name)]);
  left.type(answerKeys(b));
  await left.waitFor('Right.');
  right.type(answerKeys(d));
  await right.waitFor('맞았습니다.');

  const asked = learner.log().flatMap((event) => (event.kind === 'answer' ? [event.question] : []));
  expect(asked.toSorted()).toEqual([a.name, b.name, c.name, d.name].toSorted());
  expect(new Set(learner.log().map(({ id }) => id)).size).toBe(4);

  // Home counts what the other one has written, too.
  left.type(KEYS.enter);
  await left.waitFor('2 questions answered, 2 right.');
  left.type(KEYS.escape);
  await left.waitFor(/Progress +4 answers, 100% right/);

  // A third program sees all of it.
  const { totals } = printed<{ readonly totals: { readonly answered: number; readonly correct: number } }>(
    '--data',
    learner.data,
    'stats',
  );
  expect(totals).toMatchObject({ answered: 4, correct: 4 });
});

test('many answers at once from two programs: no line is torn or lost', async ({ learner }) => {
  const names = Array.from({ length: 12 }, (_, at) => `handshake.flags@torn-${at}`);
  const questions = names.map(questionNamed);
  const half = { left: questions.slice(0, 6), right: questions.slice(6) };
  const left = await learner.open(['practice', ...half.left.map(({ name }) => name)]);
  const right = await learner.open(['practice', ...half.right.map(({ name }) => name)]);
  const keys = (of: typeof questions) => of.map((question) => answerKeys(question) + KEYS.enter).join('');
  left.type(keys(half.left));
  right.type(keys(half.right));
  await Promise.all([left.waitFor('6 questions answered, 6 right.'), right.waitFor('6 questions answered, 6 right.')]);
  const answered = learner.log().flatMap((event) => (event.kind === 'answer' && event.correct ? [event.question] : []));
  expect(answered.toSorted()).toEqual(names.toSorted());
});
