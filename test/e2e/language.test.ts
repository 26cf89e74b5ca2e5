import { describe, expect } from 'vitest';
import { test } from './learner.ts';
import { KEYS } from './terminal.ts';

describe('the language', () => {
  test('L switches it on any screen, there and back, and nothing of the other remains', async ({ learner }) => {
    const app = await learner.open([]);
    await app.waitFor('Timed quiz');
    app.type('L');
    const korean = await app.waitFor('시뮬레이터');
    expect(korean).toContain('[ko] en');
    expect(korean).not.toMatch(/Timed quiz|Simulator|Settings|open|quit/);

    app.type('l');
    await app.waitFor('1. TCP란');
    app.type('L');
    await app.waitFor((screen) => screen.includes('1. What TCP is') && !/\p{Script=Hangul}/u.test(screen));
    app.type(KEYS.enter);
    await app.waitFor('[Lesson]');
    app.type('L');
    await app.waitFor((screen) => screen.includes('[설명]') && screen.includes('다음 쪽'));
    app.type('?');
    await app.waitFor('어디서나');
    app.type('L');
    await app.waitFor((screen) => screen.includes('Everywhere') && !screen.includes('어디서나'));
  });

  test('switches in a question without losing what was typed, and in a running ladder', async ({ learner }) => {
    const app = await learner.open(['practice', 'ack.in-order@e2e']);
    await app.waitFor('enter answer');
    app.type('4242');
    await app.waitFor('ack [4242');
    app.type('L');
    await app.waitFor((screen) => screen.includes('enter 답하기') && screen.includes('ack [4242'));
    app.type('1', KEYS.enter);
    await app.waitFor('✗ 42421');
    app.type('L');
    await app.waitFor(
      (screen) => screen.includes('enter next') && screen.includes('✗ 42421') && screen.includes('Why'),
    );
    app.type('w');
    await app.waitFor('playing 1x');
    app.type('L');
    await app.waitFor('재생 1배속');
  });

  test('is kept for the next start, which --lang overrides for once', async ({ learner }) => {
    const first = await learner.open([]);
    first.type('L');
    await first.waitFor('시뮬레이터');
    first.type('q');
    await first.exited;

    const second = await learner.open([]);
    await second.waitFor('[ko] en');
    second.type('q');
    await second.exited;
    const third = await learner.open(['--lang', 'en']);
    await third.waitFor('ko [en]');
    third.type('q');
    await third.exited;
    const fourth = await learner.open([], { env: { LANG: 'en_US.UTF-8' } });
    await fourth.waitFor('[ko] en');
  });

  test.for([
    [{ LANG: 'ko_KR.UTF-8' }, 'ko'],
    [{ LANG: 'ko' }, 'ko'],
    [{ LANG: 'ko_KR.UTF-8', LC_MESSAGES: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'ko_KR.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'en_US.UTF-8', LC_ALL: 'ko_KR.eucKR' }, 'ko'],
    [{ LANG: 'ko_KR.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'kok_IN' }, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
  ] as const)('%j speaks %s', async ([env, language], { learner }) => {
    const app = await learner.open([], { env });
    await app.waitFor(CHOSEN[language]);
  });

  test('--lang is stronger than any locale', async ({ learner }) => {
    const english = await learner.open(['--lang', 'en'], { env: { LANG: 'ko_KR.UTF-8', LC_ALL: 'ko_KR.UTF-8' } });
    await english.waitFor(CHOSEN.en);
    const korean = await learner.open(['--lang=ko'], { env: { LANG: 'C', LC_ALL: 'C' } });
    await korean.waitFor(CHOSEN.ko);
  });
});

/** What home shows at its top right. */
const CHOSEN = { ko: '[ko] en', en: 'ko [en]' } as const;
