import { describe, expect } from 'vitest';
import { answerKeys, questionNamed } from './answering.ts';
import { test } from './learner.ts';
import { KEYS } from './terminal.ts';

const WORDS = [
  {
    language: 'en',
    begin: 'new: a good place to begin',
    learning: 'learning: 1 of the 3 right answers it takes',
    right: 'Right.',
    done: '1 question answered, 1 right.',
    state: /Flags of the handshake .* learning/,
  },
  {
    language: 'ko',
    begin: '새 유형: 여기서 시작합니다',
    learning: '익히는 중: 3번 맞히면 익힘, 지금까지 1번',
    right: '맞았습니다.',
    done: '1문제 중 1문제를 맞혔습니다.',
    state: /핸드셰이크의 플래그 .* 익히는 중/,
  },
] as const;

describe.each(WORDS)('practice without names ($language)', ({ language, ...words }) => {
  test('chooses, says why, and the map knows of the answer', async ({ learner }) => {
    const app = await learner.open(['--lang', language, 'practice']);
    const asked = await app.waitFor(words.begin);
    const name = /[a-z.-]+@\w+/.exec(asked)?.[0] ?? '';
    app.type(answerKeys(questionNamed(name)));
    await app.waitFor(words.right);
    app.type(KEYS.enter);
    await app.waitFor(words.learning);
    app.type(KEYS.escape);
    await app.waitFor(words.done);
    expect(learner.log()).toMatchObject([{ kind: 'answer', question: name, correct: true, where: 'practice' }]);
    app.type(KEYS.ctrlC);
    expect((await app.exited).exitCode).toBe(0);

    const map = await learner.open(['--lang', language, 'skills']);
    await map.waitFor(words.state);
    map.type(KEYS.enter);
    await map.waitFor(/handshake\.flags@\w+ ──/);
  });
});
