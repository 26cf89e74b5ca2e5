import { afterEach, describe, expect, test } from 'vitest';
import type { Route } from '../../src/ui/route.ts';
import { modules } from './modules.ts';
import { frameOf, KEY, type Played, play, type Size, type WorldOptions, widest, world } from './world.tsx';

let app: Played | undefined;
afterEach(() => app?.close());

async function open(route: Route, options: WorldOptions = {}, size?: Size) {
  const made = world(options);
  app = await play(route, made, size);
  return { ...made, ...app };
}

const HOME: Route = { screen: 'home' };

describe('moving between screens', () => {
  test('Enter opens, Esc and q go back', async () => {
    const { press } = await open(HOME);
    expect(await press(KEY.enter)).toContain('1. The 3-way handshake');
    expect(await press(KEY.enter)).toContain('[Lesson]');
    expect(await press(KEY.escape)).toContain('1. The 3-way handshake');
    expect(await press('q')).toContain('Timed quiz');
  });

  test('keys typed ahead wait for the screen they are for', async () => {
    const { press } = await open(HOME);
    expect(await press('lj\r')).toContain('seqack · Learn · Closing a connection');
  });

  test('a list keeps its place while another screen is on top', async () => {
    const { press } = await open({ screen: 'learn' });
    await press('j\r');
    expect(await press('q')).toMatch(/❯ {3}2\. Closing/);
  });

  test('a screen the program was started at leads home, and home out of the program', async () => {
    const { press, left } = await open({ screen: 'settings' });
    expect(await press(KEY.escape)).toContain('Timed quiz');
    expect(left()).toBe(false);
    await press('q');
    expect(left()).toBe(true);
  });

  test('Ctrl+C leaves from anywhere', async () => {
    const { press, left } = await open({ screen: 'progress' });
    await press('\u0003');
    expect(left()).toBe(true);
  });
});

describe('language', () => {
  test('L switches everything at once and keeps the choice', async () => {
    const { press, services } = await open({ screen: 'settings' });
    expect(await press('L')).toContain('하루에 새로 배울 항목');
    expect(services.settings.get().language).toBe('ko');
    expect(await press('L')).toContain('New items a day');
    expect(services.settings.get().language).toBe('en');
  });

  test('reaches the screens below too', async () => {
    const { press } = await open(HOME);
    await press(KEY.enter);
    await press('L');
    expect(await press('q')).toContain('복습할 것, 약한 것, 새것을 섞어서');
  });

  test('a change of another setting leaves the language of --lang alone', async () => {
    const { press } = await open({ screen: 'settings' }, { language: 'en', settings: { language: 'ko' } });
    expect(await press(`j${KEY.right}`)).toContain('New items a day');
  });
});

describe('help', () => {
  test('shows the keys that work and closes with the same key', async () => {
    const { press } = await open(HOME);
    const help = await press('?');
    expect(help).toContain('timed quiz');
    // The keys that work everywhere come last.
    expect(await press('G')).toContain('switch to Korean');
    expect(await press('?')).toContain('what is due, weak or new');
  });

  test('shows only what can be done now', async () => {
    const { press } = await open({ screen: 'review', module: null });
    expect(await press('?')).not.toContain('again');
    await press('q ');
    expect(await press('?')).toContain('again');
  });

  test('the screen below gets no keys meanwhile', async () => {
    const { press, events } = await open({ screen: 'review', module: null });
    await press(' ?');
    await press('3');
    expect(events).toEqual([]);
  });
});

describe('a terminal too small', () => {
  test('is told what is needed', async () => {
    for (const size of [
      { columns: 40, rows: 15 },
      { columns: 59, rows: 40 },
      { columns: 120, rows: 19 },
      { columns: 24, rows: 8 },
    ]) {
      for (const language of ['en', 'ko'] as const) {
        const frame = await frameOf(HOME, world({ language }), size);
        const said = frame.replace(/\s+/g, ' ');
        expect(said).toContain('60 x 20');
        expect(said).toContain(`${size.columns} x ${size.rows}`);
        expect(said).toContain('Ctrl+C');
        expect(widest(frame)).toBeLessThanOrEqual(size.columns);
        expect(frame.split('\n').length).toBeLessThanOrEqual(size.rows);
      }
    }
  });

  test('gives its keys to no screen that is not seen', async () => {
    const { press, events, left } = await open({ screen: 'review', module: null }, {}, { columns: 40, rows: 15 });
    await press(' 3q');
    expect(events).toEqual([]);
    expect(left()).toBe(false);
    await press('\u0003');
    expect(left()).toBe(true);
  });
});

describe('settings', () => {
  test('change where they stand, with arrows, Enter and space', async () => {
    const { press, services } = await open({ screen: 'settings' });
    await press(`jj${KEY.down}${KEY.right}`);
    expect(services.settings.get().ascii).toBe(true);
    expect(await press('jjjjjjj')).toContain('> New items a day');
    await press(`${KEY.right}${KEY.right}${KEY.left}`);
    expect(services.settings.get().newPerDay).toBe(15);
    expect(await press('jjjj\r')).toContain('93%');
  });

  test('ASCII only leaves no other sign on the screen', async () => {
    const { press } = await open({ screen: 'settings' });
    await press(`jjj${KEY.right}`);
    expect(await press('q')).toMatch(/^[\x20-\x7e\n]*$/);
  });

  test('language: system means the locale', async () => {
    const { press, services } = await open({ screen: 'settings' }, { language: 'ko', settings: { language: 'ko' } });
    expect(await press(KEY.left)).toContain('as the system');
    expect(services.settings.get().language).toBe('auto');
  });
});

describe('a concept', () => {
  const LESSON: Route = { screen: 'module', module: 'handshake', part: 'lesson' };

  test('is marked as begun when opened and as read with Enter', async () => {
    const { press, events } = await open(LESSON);
    expect(events).toMatchObject([{ kind: 'lesson', module: 'handshake', what: 'opened' }]);
    expect(await press(KEY.enter)).toContain('[Key points]');
    expect(events).toMatchObject([{ what: 'opened' }, { what: 'finished' }]);
    await press(`${KEY.left}${KEY.enter}`);
    expect(events).toHaveLength(2);
  });

  test('scrolls to its end and back', async () => {
    const { press, frame } = await open(LESSON);
    expect(frame()).not.toContain('This is paragraph 20.');
    expect(await press('G')).toContain('This is paragraph 20.');
    expect(await press('g')).toContain('Three steps');
  });

  test('goes through its parts round and round', async () => {
    const { press } = await open(LESSON);
    expect(await press(KEY.tab)).toContain('[Key points]');
    expect(await press(KEY.right)).toContain('[Interview]');
    expect(await press('\u001B[Z')).toContain('[Key points]');
    expect(await press(`${KEY.left}${KEY.left}`)).toContain('[RFC]');
  });

  test('shows the answer of an interview question only when asked', async () => {
    const { press, frame } = await open({ screen: 'module', module: 'handshake', part: 'interview' });
    expect(frame()).not.toContain('To exchange and confirm');
    const answer = await press(' ');
    expect(answer).toContain('To exchange and confirm both ISNs.');
    expect(answer).toContain('✓ both ISNs exchanged and confirmed');
    expect(answer).toContain('✗ a guarantee of being ready');
  });

  test('c flips its cards', async () => {
    const { press } = await open(LESSON);
    expect(await press('c')).toContain('seqack · Cards · The 3-way handshake');
  });

  test('w offers its scenarios', async () => {
    const { press } = await open(LESSON, { engine: {} });
    expect(await press('?')).toContain('watch it');
  });
});

describe('a review', () => {
  const REVIEW: Route = { screen: 'review', module: 'handshake' };

  test('shows front, back and the next interval of each grade', async () => {
    const { press, frame } = await open(REVIEW);
    expect(frame()).toContain('Front of one');
    expect(frame()).not.toContain('Back of one');
    const back = await press(' ');
    expect(back).toContain('Back of one');
    expect(back).toMatch(/1 again +2 hard +3 good +4 easy/);
    expect(back).toMatch(/\d+ (min|d) +\d+ (min|d) +\d+ (min|d) +\d+ (min|d)/);
  });

  test('read aloud, each grade is told with what it does', async () => {
    const { press } = await open(REVIEW, {}, { columns: 80, rows: 24, linear: true });
    expect(await press(' ')).toMatch(/^1 again: \d+ \w+\n2 hard: \d+ \w+\n3 good: \d+ \w+\n4 easy: \d+ \w+$/m);
  });

  test('logs a grade once and goes on; a grade before the answer does nothing', async () => {
    const { press, events } = await open(REVIEW);
    await press('3');
    expect(events).toEqual([]);
    expect(await press(' 4')).toContain('Front of two');
    expect(events).toMatchObject([{ kind: 'card', item: 'card:handshake/one', grade: 4 }]);
  });

  test('undo takes the grade back and shows the card again', async () => {
    const { press, events, services } = await open(REVIEW);
    await press(' 4');
    const back = await press('u');
    expect(back).toContain('Back of one');
    expect(events.map(({ kind }) => kind)).toEqual(['card', 'undo']);
    expect(services.store.state.items.size).toBe(0);
    await press('4 4u');
    expect(events.map(({ kind }) => kind)).toEqual(['card', 'undo', 'card', 'card', 'undo']);
  });

  test('ends with what was done, and its last grade can still be undone', async () => {
    const { press, clock } = await open(REVIEW);
    await press(' ');
    clock.now += 5_000;
    await press('4 ');
    clock.now += 7_000;
    const done = await press('4');
    expect(done).toContain('2 items reviewed in 12 seconds.');
    expect(done).toMatch(/2 easy/);
    expect(await press('u')).toContain('Back of two');
    await press('4');
    expect(await press(KEY.enter)).toContain('Timed quiz');
  });

  test('a card that was forgotten comes back in the same session', async () => {
    const { press } = await open(REVIEW);
    await press(' 1');
    expect(await press(' 4')).toContain('Front of one');
  });
});

describe('the skill map', () => {
  test('marks with space, all with a, and none again', async () => {
    const { press } = await open({ screen: 'skills' });
    expect(await press(' ')).toContain('1 skill marked');
    expect(await press('a')).toContain('3 skills marked');
    expect(await press('a')).not.toContain('marked');
  });

  test('is opened from home and from progress, and Esc comes back', async () => {
    const { press } = await open(HOME);
    expect(await press('m')).toContain('Step 1 (0 of 1 known)');
    expect(await press(KEY.escape)).toContain('Timed quiz');
    await press('G');
    await press(`k${KEY.enter}`);
    expect(await press('m')).toContain('Step 1 (0 of 1 known)');
    expect(await press(KEY.escape)).toContain('Questions answered');
  });
});

describe('home', () => {
  const at = new Date(2026, 10, 20, 10).getTime();

  test('tells what is due, the streak and what is weak', async () => {
    const drafts = [
      { kind: 'card', item: 'card:handshake/one', grade: 1, tookMs: 4000, where: 'review', at: at - 3 * 86_400_000 },
      { kind: 'card', item: 'card:handshake/one', grade: 1, tookMs: 4000, where: 'review', at: at - 86_400_000 },
      { kind: 'card', item: 'card:handshake/two', grade: 3, tookMs: 4000, where: 'review', at },
    ] as const;
    const { frame } = await open(HOME, { drafts: [...drafts] });
    expect(frame()).toContain('streak 3 days');
    expect(frame()).toMatch(/Review +\d+ due, about/);
    expect(frame()).toContain('weakest: The 3-way handshake');
  });

  test('calls new what is all new', async () => {
    const { frame } = await open(HOME);
    expect(frame()).toMatch(/Review +\d+ new, about/);
    expect(frame()).not.toMatch(/\d due/);
  });

  test('is up to date after a review', async () => {
    const { press } = await open(HOME, {
      settings: { newPerDay: 2 },
      modules: modules.map((module) => ({ ...module, skills: [] })),
    });
    const before = /(\d+) due/.exec(await press('k'))?.[1];
    await press('r 4');
    const after = /(\d+) due/.exec(await press(KEY.escape))?.[1];
    expect(Number(after)).toBe(Number(before) - 1);
  });
});
