import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { answerKeys, questionNamed } from './answering.ts';
import { says, test } from './learner.ts';
import { KEYS } from './terminal.ts';

const SAID = {
  en: {
    right: 'Right.',
    full: 'The disk is full',
    lost: 'when you quit they are lost',
    summary: '1 question answered',
  },
  ko: { right: '맞았습니다.', full: '디스크가 가득 차서', lost: '종료하면 사라집니다', summary: '1문제' },
} as const;

/** A disk without room, wherever the system has one that always is. */
describe.skipIf(!existsSync('/dev/full')).each(['en', 'ko'] as const)('a full disk (%s)', (language) => {
  test('is told at the answer, and again on leaving: what is not saved by then is lost', async ({ learner }) => {
    const words = SAID[language];
    const question = questionNamed('seq.next@full');
    symlinkSync('/dev/full', join(learner.data, 'learning.jsonl'));
    const app = await learner.open(['--lang', language, 'practice', question.name]);
    app.type(answerKeys(question));
    await app.waitFor((screen) => screen.includes(words.right) && screen.includes(words.full));

    app.type(KEYS.ctrlC);
    expect((await app.exited).exitCode).toBe(1);
    const last = await app.settled();
    expect(app.isFullScreen()).toBe(false);
    expect(last).toContain(words.summary);
    expect(last).toSatisfy(says(words.full));
    expect(last).toSatisfy(says(words.lost));
  });
});
