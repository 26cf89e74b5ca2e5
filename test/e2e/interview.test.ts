import { describe, expect } from 'vitest';
import type { InterviewEvent, LearningEvent } from '../../src/learning/events/event.ts';
import { test } from './learner.ts';
import { KEYS } from './terminal.ts';

const DONE = '\u0004';

function interviews(log: readonly LearningEvent[]): readonly InterviewEvent[] {
  return log.filter((event) => event.kind === 'interview');
}

const WORDS = {
  ko: {
    answer: 'FIN도 순서 번호를 차지해서 앞 데이터보다 먼저 처리되지 않습니다.',
    more: '그래서 TIME-WAIT에서 늦은 패킷을 기다립니다.',
    point: '❯ [ ] FIN도 순서 번호를 차지하므로',
    guess: '≈ 추측: 말한 듯함',
    followUp: '꼬리 질문 1/3',
    last: '꼬리 질문 3/3',
    score: '핵심 4개 중 1개',
    wentOn: '지난번에 멈춘 곳부터',
    title: '면접',
    summary: '면접 질문 1개',
  },
  en: {
    answer: 'A FIN takes a sequence number and is not processed before earlier data.',
    more: 'So TIME-WAIT waits for late packets.',
    point: '❯ [ ] A FIN takes a sequence number',
    guess: '≈ guess: seems mentioned',
    followUp: 'follow-up 1 of 3',
    last: 'follow-up 3 of 3',
    score: '1 of 4 points made',
    wentOn: 'You go on where you left.',
    title: 'Interview',
    summary: '1 interview question',
  },
} as const;

describe.each(['ko', 'en'] as const)('an interview (%s)', (language) => {
  const words = WORDS[language];
  const args = ['--lang', language, 'interview', 'late-segment'];

  test('is answered in lines, left and gone on with, graded, followed up and kept', async ({ learner }) => {
    const first = await learner.open(args);
    first.type(KEYS.enter);
    await first.waitFor('ctrl+d');
    first.type(words.answer, KEYS.enter);
    first.type(`\u001b[200~${words.more}\r\nq?\u001b[201~`);
    await first.waitFor('q?');
    first.type(KEYS.backspace, KEYS.backspace);
    await first.waitFor((screen) => screen.includes(words.more) && !screen.includes('q?'));
    expect(first.overflowing()).toEqual([]);
    first.type(KEYS.ctrlC);
    expect((await first.exited).exitCode).toBe(0);
    const text = `${words.answer}\n${words.more}\n`;
    expect(interviews(learner.log())).toMatchObject([{ what: 'draft', text, marks: null }]);

    const app = await learner.open(args);
    app.type(KEYS.enter);
    await app.waitFor(words.wentOn);
    app.type(DONE);
    const check = await app.waitFor(words.point);
    expect(check).toContain(words.guess);
    expect(check).not.toContain('[x]');
    app.type(' ');
    await app.waitFor(words.point.replace('[ ]', '[x]'));
    app.type(KEYS.enter);
    await app.waitFor(words.followUp);
    expect(interviews(learner.log()).at(-1)).toMatchObject({
      what: 'graded',
      module: 'late-segment',
      question: 'late-data',
      followUp: null,
      text,
      marks: { must: [0], bonus: [], traps: [] },
    });
    // Typed ahead: a follow-up answered, ticked and passed; another; the last.
    app.type('LAST-ACK', DONE, ' ', KEYS.enter, DONE, KEYS.enter);
    await app.waitFor(words.last);
    app.type(DONE, KEYS.enter);
    await app.waitFor(words.score);
    app.type(KEYS.enter);
    await app.waitFor((screen) => screen.includes(`seqack · ${words.title}`) && screen.includes('❯'));
    app.type(KEYS.ctrlC);
    await app.exited;
    await app.settled();
    expect(app.screen()).toContain(words.summary);
    const graded = interviews(learner.log()).filter(({ what }) => what === 'graded');
    expect(graded.map(({ followUp, marks }) => [followUp, marks?.must])).toEqual([
      [null, [0]],
      [0, [0]],
      [1, []],
      [2, []],
    ]);
    expect(new Set(interviews(learner.log()).map(({ run }) => run)).size).toBe(1);
  });
});

test('the cursor is where the next syllable goes, and a killed program loses nothing that has rested', async ({
  learner,
}) => {
  const app = await learner.open(['--lang', 'ko', 'interview', 'isn']);
  app.type(KEYS.enter);
  await app.waitFor('ctrl+d');
  app.type('시계 M과 해시 F');
  await app.waitFor('해시 F');
  const row = app.lines().findIndex((line) => line.includes('해시 F'));
  // 시계 M과 해시 F: 15 cells, one cell from the edge.
  expect(await app.cursor()).toEqual({ x: 16, y: row });
  app.type(KEYS.left, KEYS.left, KEYS.left);
  await expect.poll(() => app.cursor()).toEqual({ x: 12, y: row });
  await expect.poll(() => learner.log().length, { timeout: 15_000 }).toBe(1);
  app.signal('SIGKILL');
  await app.exited;
  expect(learner.log()).toMatchObject([{ kind: 'interview', what: 'draft', text: '시계 M과 해시 F' }]);
});
