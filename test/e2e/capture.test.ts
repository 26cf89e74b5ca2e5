import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect } from 'vitest';
import { playedCapture } from '../captures/survey/played-capture.ts';
import { answerKeys, type PrintedQuestion } from './answering.ts';
import { printed, says, test } from './learner.ts';
import { cleanEnvironment, PROGRAM } from './program.ts';
import { KEYS, Terminal } from './terminal.ts';

/** Recorded from Linux (test/captures/oracles/README.md). */
const FILE = fileURLToPath(new URL('../captures/oracles/fast_retransmit_sack.pcap', import.meta.url));

const WORDS = [
  {
    language: 'en',
    listed: '27 TCP segments',
    first: 'segment 1 of 27',
    second: 'segment 2 of 27',
    found: 'duplicate ACK 1',
    told: 'Duplicate number 1 of the ACK of frame 15',
    asked: 'Questions on a capture',
    right: 'Right.',
    done: '1 question answered, 1 right.',
    home: 'Timed quiz',
    left: 'Go on',
    summary: '1 question answered, 1 right in',
    opening: 'Open a capture',
    missing: 'cannot be read: there is no such file.',
  },
  {
    language: 'ko',
    listed: 'TCP 세그먼트 27개',
    first: '세그먼트 1/27',
    second: '세그먼트 2/27',
    found: '중복 ACK 1',
    told: '프레임 15의 ACK를 되풀이하는 첫 번째 중복 ACK입니다',
    asked: '캡처 문제',
    right: '맞았습니다.',
    done: '1문제 중 1문제를 맞혔습니다.',
    home: '시뮬레이터',
    left: '이어서',
    summary: '1문제 중 1문제 정답',
    opening: '캡처 열기',
    missing: '그런 파일이 없습니다.',
  },
] as const;

describe.each(WORDS)('a capture ($language)', ({ language, ...words }) => {
  test('is opened, walked through, asked about, answered and left', async ({ learner }) => {
    const app = await learner.open(['--lang', language, 'capture', FILE]);
    await app.waitFor(words.listed);
    app.type(KEYS.enter);
    await app.waitFor(words.first);
    app.type(KEYS.down);
    await app.waitFor(words.second);
    app.type('n');
    await app.waitFor(words.found);
    await app.waitFor(says(words.told));

    app.type(KEYS.enter);
    const asking = await app.waitFor((screen) => screen.includes(words.asked) && screen.includes('@cap-'));
    const name = /[a-z][\w.-]+@cap-[\w-]+/.exec(asking)?.[0] ?? '';
    const [question] = printed<{ readonly questions: readonly PrintedQuestion[] }>(
      'questions',
      '--capture',
      FILE,
      name,
    ).questions;
    if (question === undefined) throw new Error(`no question ${name}`);
    await app.waitFor(says(question.prompt[language]));
    app.type(answerKeys(question));
    await app.waitFor(words.right);
    expect(learner.log()).toMatchObject([
      { kind: 'answer', question: name, correct: true, where: 'practice', grade: expect.any(Number) },
    ]);

    app.type(KEYS.escape);
    await app.waitFor(says(words.done));
    app.type(KEYS.escape);
    await app.waitFor(words.found);
    app.type(KEYS.escape);
    await app.waitFor(words.listed);
    app.type(KEYS.escape);
    const home = await app.waitFor(words.home);
    // Its questions cannot be made again without the file: there is nothing to go on with.
    expect(home).not.toContain(words.left);
    expect(learner.sessions()).toEqual([]);
    app.type('q');
    expect((await app.exited).exitCode).toBe(0);
    expect(app.screen()).toContain(words.summary);

    // What later reads the log takes the name as any other.
    for (const args of [['log', 'check'], ['stats'], ['due'], ['skills', '--plain']]) {
      const options = { env: cleanEnvironment(learner.data), encoding: 'utf8' } as const;
      const { status, stderr } = spawnSync(process.execPath, [PROGRAM, '--data', learner.data, ...args], options);
      expect([args, status, stderr]).toEqual([args, 0, '']);
    }
  });

  test('is asked for at home; what is wrong with a path is said where it was typed', async ({ learner }) => {
    const file = join(learner.data, 'mine.pcap');
    writeFileSync(file, playedCapture(['four-way-close', 'lost-segment']));
    const app = await learner.open(['--lang', language]);
    app.type('o');
    await app.waitFor(words.opening);
    app.type('/nowhere/at all.pcap', KEYS.enter);
    await app.waitFor(says(words.missing));
    app.type('\u0015', file, KEYS.enter);
    await app.waitFor('10.0.0.1:50002');
    app.type(KEYS.escape);
    await app.waitFor((screen) => screen.includes(words.opening) && screen.includes('/mine.pcap'));
    app.type(KEYS.escape);
    await app.waitFor(words.home);
  });

  test('that cannot be opened is told without a screen, exit code 1', async ({ learner }) => {
    const pipe = join(learner.data, 'a pipe');
    spawnSync('mkfifo', [pipe]);
    for (const [name, said] of [
      [join(learner.data, 'none.pcap'), words.missing],
      [pipe, '--plain'],
      [fileURLToPath(import.meta.url), 'capture.test.ts: '],
    ] as const) {
      const app = new Terminal(['--lang', language, 'capture', name], { data: learner.data, columns: 200 });
      expect((await app.exited).exitCode).toBe(1);
      await app.waitFor(said);
      expect(app.isFullScreen()).toBe(false);
      await app.close();
    }
  });
});
