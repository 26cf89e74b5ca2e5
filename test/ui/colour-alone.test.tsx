import chalk from 'chalk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paletteFor } from '../../src/ui/palettes.ts';
import type { Route } from '../../src/ui/route.ts';
import { halfYear } from './learned.ts';
import { OWN_DECKS } from './own-decks.ts';
import { KEY, play, world } from './world.tsx';

const { level } = chalk;
beforeAll(() => {
  chalk.level = 2;
});
afterAll(() => {
  chalk.level = level;
});

const PALETTE = paletteFor(256, null, 'standard');

interface Run {
  readonly text: string;
  readonly meaning: 'good' | 'bad' | 'warn' | null;
}

/** The runs of a line with what their colour means. */
function runsOf(line: string): Run[] {
  let meaning: Run['meaning'] = null;
  return line.split(/(\u001b\[[\d;]*m)/).flatMap((part): Run[] => {
    const codes = /^\u001b\[([\d;]*)m$/.exec(part)?.[1];
    if (codes === undefined) return part === '' ? [] : [{ text: part, meaning }];
    const number = /^38;5;(\d+)$/.exec(codes)?.[1];
    if (number !== undefined) {
      meaning = (['good', 'bad', 'warn'] as const).find((name) => PALETTE[name] === `ansi256(${number})`) ?? null;
    } else if (codes === '39' || codes === '0' || codes === '') meaning = null;
    return [];
  });
}

/** A word, or a sign that says what the colour says; shades of a heatmap tell by their shape. */
const SAYS = /\p{L}|[✓✗!●○≈▲▼↑↓→░▒▓█]|\[x\]/u;

const DRAFTS = halfYear();

test.each([
  ['home', { screen: 'home' }, []],
  ['the concepts', { screen: 'learn' }, []],
  ['a lesson', { screen: 'module', module: 'handshake', part: 'lesson' }, [KEY.enter, KEY.left]],
  ['a card', { screen: 'review', module: 'handshake' }, [' ']],
  ['the skill map', { screen: 'skills' }, [' ']],
  ['the progress', { screen: 'progress' }, ['\t', '\t', '\t', '\t', '\t', '\t']],
  ['a deck', { screen: 'deck', deck: 'notes' }, []],
  ['problems of decks', { screen: 'deck-problems', deck: null }, []],
  [
    'an interview',
    { screen: 'interview-question', module: 'handshake', question: 'why-three' },
    ['SYN', '\u0004', ' ', KEY.enter, KEY.enter],
  ],
] as const satisfies readonly (readonly [string, Route, readonly string[]])[])(
  'what a colour means on %s is said by a word or a sign too',
  async (_, route, keys) => {
    for (const language of ['en', 'ko'] as const) {
      const app = await play(route, world({ language, drafts: DRAFTS, decks: OWN_DECKS }));
      const frames = [app.frame()];
      for (const key of keys) frames.push(await app.press(key));
      app.close();
      // Else nothing was coloured at all.
      expect(frames.join('')).toContain('\u001b[38;5;');
      for (const line of frames.flatMap((frame) => frame.split('\n'))) {
        const runs = runsOf(line);
        for (const { text, meaning } of runs) {
          if (meaning === null || text.trim() === '') continue;
          const signed = SAYS.test(text) || runs.some((run) => run.meaning === meaning && SAYS.test(run.text));
          expect(signed, `${meaning} ${JSON.stringify(text)} in ${JSON.stringify(line)}`).toBe(true);
        }
      }
    }
  },
);
