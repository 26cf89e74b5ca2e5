import { afterEach, describe, expect, test } from 'vitest';
import type { Route } from '../../src/ui/route.ts';
import { playedCapture } from '../captures/survey/played-capture.ts';
import { halfYear } from './learned.ts';
import { OWN_DECKS } from './own-decks.ts';
import { frameOf, KEY, type Played, play, type Size, type WorldOptions, widest, world } from './world.tsx';

let app: Played | null = null;
afterEach(() => app?.close());

async function open(route: Route, options: WorldOptions = {}, size?: Size): Promise<Played> {
  app = await play(route, world(options), size);
  return app;
}

const bodyOf = (frame: string): string[] => frame.split('\n').slice(2, -2);
const footOf = (frame: string): string => frame.split('\n').at(-1) ?? '';

describe('/ searches a list', () => {
  test('while it is typed: what matches, under its headings, and how much that is', async () => {
    const { press } = await open({ screen: 'settings' });
    expect(await press('/')).toContain('18 of 18');
    const frame = await press('quest');
    const [heading, found, line, about, ...more] = bodyOf(frame).filter((text) => /\S/.test(text));
    expect(heading).toBe(' Timed quiz');
    expect(found).toMatch(/^ ❯ Questions +< 10 questions >$/);
    expect(line).toMatch(/^ \/ quest +1 of 18$/);
    expect(about).toBe(' How many questions a timed quiz asks.');
    expect(more).toEqual([]);
    expect(footOf(frame)).toContain('enter keep these');
    expect(footOf(frame)).toContain('esc stop searching');
  });

  test('the letters of commands are text meanwhile, and arrows move', async () => {
    const { press, frame, left } = await open({ screen: 'settings' });
    await press('/');
    expect(await press('q')).toContain('/ q');
    expect(left()).toBe(false);
    await press('\u007F');
    await press('all');
    expect(frame()).toMatch(/❯ All items a day/);
    await press('\u0015');
    await press('day');
    expect(frame()).toMatch(/❯ New items a day/);
    expect(await press(KEY.down)).toMatch(/❯ Reviews a day/);
  });

  test('Enter keeps what was found and Esc shows all again, the chosen row still chosen', async () => {
    const { press, frame } = await open({ screen: 'settings' });
    await press('/');
    await press('verd');
    expect(await press(KEY.enter)).toContain('1 of 18');
    expect(footOf(frame())).toContain('esc show all');
    expect(footOf(frame())).toContain('q back');
    await press(KEY.right);
    expect(frame()).toContain('after each');
    const all = await press(KEY.escape);
    expect(all).not.toContain('of 18');
    expect(all).toMatch(/❯ Verdicts/);
    expect(footOf(all)).toContain('esc back');
  });

  test('Esc while typing puts everything back', async () => {
    const { press } = await open({ screen: 'settings' });
    const before = await press('j');
    await press('/');
    await press('verd');
    expect(await press(KEY.escape)).toBe(before);
  });

  test('nothing found is said, and nothing can be opened', async () => {
    const { press, frame } = await open({ screen: 'learn' });
    await press('/');
    expect(await press('zzz')).toContain('nothing found');
    const kept = await press(KEY.enter);
    expect(await press(KEY.enter)).toBe(kept);
    expect(await press(KEY.escape)).toContain('❯   1. The 3-way handshake');
    expect(frame()).not.toContain('nothing found');
  });

  test('the other language is found too, and its initials', async () => {
    const { press } = await open({ screen: 'learn' });
    await press('/');
    expect(await press('핸드'.normalize('NFD'))).toContain('❯   1. The 3-way handshake');
    await press('\u0015');
    expect(await press('ㅎㄷㅅ')).toContain('❯   1. The 3-way handshake');
  });

  test('a kept search opens what it found', async () => {
    const { press } = await open({ screen: 'learn' });
    await press('/');
    await press('close');
    await press(KEY.enter);
    expect(await press(KEY.enter)).toContain('[Lesson]');
    expect(await press(KEY.escape)).toContain('/ close');
  });
});

describe.each([
  ['the concepts', { screen: 'learn' }],
  ['the skill map', { screen: 'skills' }],
  ['the scenarios', { screen: 'scenarios', only: null }],
  ['the settings', { screen: 'settings' }],
  ['the interview questions', { screen: 'interview', module: null }],
  ['a deck', { screen: 'deck', deck: 'notes' }],
] as const satisfies readonly (readonly [string, Route])[])('%s', (_, route) => {
  test.each([
    { columns: 60, rows: 20 },
    { columns: 80, rows: 24 },
    { columns: 100, rows: 40 },
  ])('keep their size while searched at $columns x $rows', async (size) => {
    for (const language of ['en', 'ko'] as const) {
      const { press, close } = await open(route, { language, decks: OWN_DECKS }, size);
      await press('/');
      for (const typed of ['a', 'zz']) {
        const frame = await press(typed);
        expect(frame.split('\n')).toHaveLength(size.rows);
        expect(widest(frame)).toBeLessThanOrEqual(size.columns);
        expect(frame).toMatch(language === 'en' ? /nothing found|\d of \d/ : /찾은 것 없음|\d개 중 \d/);
      }
      close();
    }
  });

  test('say that / searches', async () => {
    const frame = await frameOf(route, world({ decks: OWN_DECKS }), { columns: 100, rows: 30 });
    expect(footOf(frame)).toContain('/ search');
  });
});

describe('where nothing can be searched', () => {
  test('/ is not offered', async () => {
    expect(await frameOf({ screen: 'home' }, world(), { columns: 120, rows: 30 })).not.toContain('/ search');
    expect(await frameOf({ screen: 'quiz-setup' }, world(), { columns: 120, rows: 30 })).not.toContain('/ search');
  });
});

describe('the conversations of a capture', () => {
  const CAPTURE: Route = { screen: 'capture', path: 'many.pcap', at: null, conversation: null };
  const captures = { 'many.pcap': playedCapture(['four-way-close', 'lost-segment', 'handshake', 'closed-port']) };

  test('are found by number, address, port, ending and remark, in both languages', async () => {
    const { press, frame } = await open(CAPTURE, { captures });
    const [, port] = /:(\d+) →/.exec(frame()) ?? [];
    expect(port).toBeDefined();
    for (const [query, found] of [
      [`:${port}`, '1 of 4'],
      ['no such', 'nothing found'],
      ['retransm', '1 of 4'],
      ['재전송', '1 of 4'],
    ] as const) {
      await press('/');
      expect(await press(query)).toContain(found);
      await press(KEY.escape);
    }
    await press('/');
    await press('재전송');
    await press(KEY.enter);
    expect(await press(KEY.enter)).toContain('conversation 2');
  });
});

describe('the mistakes of the progress', () => {
  test('are found by their name', async () => {
    const { press, frame } = await open({ screen: 'progress' }, { drafts: halfYear() });
    for (let part = 0; part < 4; part++) await press(KEY.tab);
    const name = /❯ +\d+ times +(.*?) {2,}/.exec(frame())?.[1] ?? '';
    expect(name).not.toBe('');
    await press('/');
    expect(await press(name.slice(0, 24))).toContain('1 of ');
    expect(await press('zzz')).toContain('nothing found');
  });
});
