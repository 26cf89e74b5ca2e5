import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { answerKeys, questionNamed } from './answering.ts';
import { says, test } from './learner.ts';
import { PROGRAM } from './program.ts';
import { KEYS, type Terminal } from './terminal.ts';

// SGR 30-38, 40-48, 90-97, 100-107: colours. Bold, dim and underline are not.
const COLOUR = /\u001b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]/;

describe('without colour', () => {
  test.for([
    ['NO_COLOR', { NO_COLOR: '1' }, []],
    ['--no-color', {}, ['--no-color']],
  ] as const)('%s: signs and words say what colours would', async ([, env, args], { learner }) => {
    const wrong = questionNamed('ack.in-order@e2e');
    const app = await learner.open([...args, 'practice', wrong.name], { env });
    await app.waitFor('❯ ack');
    app.type('1', KEYS.enter);
    const verdict = await app.waitFor('✗ 1 ');
    expect(verdict).toContain(`✓ ${wrong.answer.ack}`);
    app.type('w');
    await app.waitFor('playing');
    app.type('G', KEYS.escape);
    await app.waitFor('✗ 1 ');
    app.type(KEYS.enter);
    await app.waitFor('1 question answered');
    app.type(KEYS.escape);
    await app.waitFor('❯ Learn');
    expect(app.output).not.toMatch(COLOUR);
  });

  test('with colour there is colour, so the test above can see it', async ({ learner }) => {
    const app = await learner.open([]);
    expect(app.output).toMatch(COLOUR);
  });
});

test('the built files are ASCII: they are read as a byte a character, patterns too', () => {
  for (const file of ['app.js', 'seqack.js']) {
    expect([file, readFileSync(join(PROGRAM, '..', file), 'utf8').match(/\P{ASCII}+/gu)]).toEqual([file, null]);
  }
});

test('progress shows the newest week of the calendar at 80 columns', async ({ learner }) => {
  const question = questionNamed('ack.in-order@e2e');
  const asked = await learner.open(['practice', question.name]);
  await asked.waitFor('❯ ack');
  asked.type(answerKeys(question));
  await asked.waitFor('✓ ');
  const home = await learner.open([]);
  home.type('Gk', KEYS.enter);
  // Whole weeks end on a Sunday only: on other days the first week lacks the weekdays up to this one.
  const row = /^ .{3} (?: {2})?(?:[·█] )*[·█]/;
  const calendar = (await home.waitFor('Sun ·')).split('\n').filter((line) => row.test(line));
  expect(calendar.join('')).toContain('█');
  expect(calendar.join('')).not.toContain('…');
});

/** Everything on the screen that is neither ASCII nor a Korean letter. */
function beyondAscii(screen: string): string[] {
  return [...new Set(screen.match(/[^\p{ASCII}\p{Script=Hangul}]/gu) ?? [])];
}

describe.each(['en', 'ko'] as const)('--ascii (%s)', (language) => {
  test('draws everything with ASCII: lists, ladders, questions, progress', async ({ learner }) => {
    const question = questionNamed('ack.above-gap@e2e');
    const start = ['--lang', language, '--ascii'];
    const home = await learner.open(start);
    const found: Record<string, string[]> = { home: beyondAscii(await home.waitFor('> ')) };
    home.type('Gk', KEYS.enter);
    await home.waitFor((screen) => screen.includes('...') || screen.includes('%'));
    found.progress = beyondAscii(home.screen());
    home.type(KEYS.escape);
    await home.waitFor('[');
    home.type('s');
    await home.waitFor((screen) => !screen.includes('[en]') && !screen.includes('[ko]'));
    found.scenarios = beyondAscii(home.screen());

    const asked = await learner.open([...start, 'practice', question.name]);
    found.question = beyondAscii(await asked.waitFor('> ack'));
    expect(asked.screen()).toMatch(/\|--? ?\w.*->\|/);
    asked.type('h1', KEYS.enter);
    await asked.waitFor(/^ x 1 /m);
    found.verdict = beyondAscii(asked.screen());

    const watched = await learner.open([...start, 'simulate', 'fin-overtakes', '--seed', 'x']);
    found.introduction = beyondAscii(watched.screen());
    watched.type('G');
    await watched.waitFor('2MSL');
    found.ladder = beyondAscii(watched.screen());
    watched.type('?');
    await watched.waitFor((screen) => screen.includes('page-down') || screen.includes('PgDn'));
    found.help = beyondAscii(watched.screen());
    watched.type('G');
    await watched.waitFor((screen) => screen.includes('ctrl+z'));
    found.helpBelow = beyondAscii(watched.screen());

    // Words may quote '§' of an RFC and a dash; nothing that is drawn may be anything but ASCII.
    const words = new Set(['§', '’', '“', '”']);
    for (const [screen, signs] of Object.entries(found)) {
      expect([screen, signs.filter((sign) => !words.has(sign))]).toEqual([screen, []]);
    }
  });
});

/** For a screen reader: no full screen, nothing drawn. */
function expectLinear(app: Terminal): void {
  expect(app.isFullScreen()).toBe(false);
  expect(app.screen()).not.toMatch(/[─│┊█░▒▓❯●○▲▼◀▶╌]|-{4}|\|/);
}

describe.each([
  {
    language: 'en',
    learn: 'Learn',
    lesson: '[Lesson]',
    points: '[Key points]',
    right: 'Right.',
    step: /step \d+ of \d+/,
    summary: '1 question answered, 1 right',
  },
  {
    language: 'ko',
    learn: '배우기',
    lesson: '[설명]',
    points: '[핵심]',
    right: '맞았습니다.',
    step: /\d+단계 중 \d+/,
    summary: '1문제 중 1문제 정답',
  },
] as const)('for a screen reader ($language)', ({ language, ...words }) => {
  const options = { env: { INK_SCREEN_READER: 'true' }, rows: 120 };

  test('home and a lesson are read from top to bottom', async ({ learner }) => {
    const app = await learner.open(['--lang', language], options);
    await app.waitFor(`>> ${words.learn}`);
    expectLinear(app);
    app.type(KEYS.enter);
    await app.waitFor(/^ *>> +1\. .*TCP/m);
    expectLinear(app);
    app.type(KEYS.enter);
    await app.waitFor(words.lesson);
    expectLinear(app);
    app.type(KEYS.enter);
    await app.waitFor(words.points);
    expectLinear(app);
    expect(learner.log()).toMatchObject([{ what: 'opened' }, { what: 'finished' }]);
  });

  test('a scenario goes on step by step, at the learner’s pace', async ({ learner }) => {
    const app = await learner.open(['simulate', 'handshake', '--seed', 'x', '--lang', language, '--screen-reader'], {
      rows: options.rows,
    });
    await app.waitFor(words.step);
    expectLinear(app);
    const first = await app.settled();
    app.type(KEYS.right, KEYS.right, KEYS.right);
    await app.waitFor((screen) => screen !== first && screen.includes('seq 100'));
    expectLinear(app);
    app.type('G');
    await app.waitFor((screen) => screen.split('ESTABLISHED').length > 2 && screen.includes('201'));
    expectLinear(app);
  });

  test('a question is answered', async ({ learner }) => {
    const question = questionNamed('handshake.third-segment@e2e');
    const app = await learner.open(['--lang', language, 'practice', question.name], options);
    await app.waitFor(says(question.prompt[language]));
    expectLinear(app);
    app.type(answerKeys(question));
    const verdict = await app.waitFor(words.right);
    expectLinear(app);
    expect(learner.log()).toMatchObject([{ question: question.name, correct: true }]);
    expect(says(question.explanation[0]?.text[language] ?? '?')(verdict)).toBe(true);
    app.type(KEYS.ctrlC);
    await app.exited;
    await app.settled(50);
    // On a line of its own, not behind the last keys.
    const told = app.lines().find((line) => line.includes(words.summary)) ?? '';
    expect(told).toMatch(/^\S/);
    expect(told).not.toMatch(/all keys|모든 키/);
  });
});
