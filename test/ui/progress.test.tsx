import { afterEach, describe, expect, test } from 'vitest';
import type { Route } from '../../src/ui/route.ts';
import { wordsOf } from '../../src/ui/text/words.ts';
import { halfYear } from './learned.ts';
import { KEY, NOON, type Played, play, type Size, type WorldOptions, widest, world } from './world.tsx';

const progress: Route = { screen: 'progress' };
const PARTS = 7;
const DRAFTS = halfYear();
const ONE_DAY = DRAFTS.slice(0, 12).map((draft, at) => ({ ...draft, at: NOON - (20 - at) * 60_000 }));

const LEARNERS: readonly (readonly [string, WorldOptions['drafts']])[] = [
  ['no', []],
  ['a day of', ONE_DAY],
  ['half a year of', DRAFTS],
];

const SIZES: readonly Size[] = [
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

let app: Played | undefined;
afterEach(() => app?.close());

async function open(options: WorldOptions, size?: Size): Promise<Played> {
  app = await play(progress, world(options), size);
  return app;
}

/** Every part, one after the other. */
async function partsOf(options: WorldOptions, size: Size): Promise<string[]> {
  const { frame, press } = await open(options, size);
  const frames = [frame()];
  while (frames.length < PARTS) frames.push(await press(KEY.tab));
  expect(await press(KEY.tab)).toBe(frames[0]);
  return frames;
}

describe.each(LEARNERS)('the progress after %s study', (_, drafts = []) => {
  test.each(['en', 'ko'] as const)('holds at every width, in %s', async (language) => {
    for (const size of SIZES) {
      for (const frame of await partsOf({ language, drafts }, size)) {
        expect(widest(frame)).toBeLessThanOrEqual(size.columns);
        expect(frame.split('\n')).toHaveLength(size.rows);
        expect(frame).not.toMatch(/NaN|undefined|Infinity|null/);
        // Names of parts and their keys are never cut.
        expect(frame.split('\n')[2]).not.toContain('…');
        expect(frame).toContain(language === 'ko' ? '뒤로' : 'back');
      }
      app?.close();
    }
  });

  test.each(['en', 'ko'] as const)('is sentences for a screen reader, in %s', async (language) => {
    for (const frame of await partsOf({ language, drafts }, { columns: 80, rows: 24, linear: true })) {
      expect(frame).not.toMatch(/[─-▟■-◿❯]/);
      expect(widest(frame)).toBeLessThanOrEqual(80);
    }
  });

  test.each(['en', 'ko'] as const)('can be ASCII, in %s', async (language) => {
    for (const frame of await partsOf({ language, drafts, ascii: true }, { columns: 80, rows: 40 })) {
      expect(frame.replace(/[가-힣]/g, '')).not.toMatch(/[^\n\x20-\x7e]/);
    }
  });
});

describe('what the parts tell', () => {
  test('retention, its forecast and a plot; the reviews to come; the pace; where mistakes are going', async () => {
    const [overview, memory, reviews, time, mistakes, concepts, skills] = await partsOf(
      { drafts: DRAFTS },
      { columns: 80, rows: 70 },
    );
    expect(overview).toMatch(/Streak +\d+ days, may rest (a day|again from \d)/);
    expect(memory).toMatch(/in all +\d+ +\d+% +\d+% +[-+]?\d+ +as forecast/);
    expect(memory).toMatch(/90% │.*●|│.*●/);
    expect(memory).toMatch(/RMSE over these bands 0\.\d{3}, log loss 0\.\d{3}/);
    expect(reviews).toContain('today');
    expect(reviews).toMatch(/0 ─{20}/);
    expect(time).toMatch(/(Faster|Slower|As fast) /);
    expect(mistakes).toMatch(/❯ +\d+ times .* (→ steady|↑ growing|↓ fading|too few to tell)/);
    expect(mistakes).toContain('↓ fading');
    expect(mistakes).toMatch(/last 30 days: .* the 60 days before: .*/);
    expect(concepts).toMatch(/The 3-way handshake +[█░]+ +\d+% +4\/4/);
    expect(skills).toContain('Flags of the handshake');
  });

  test('what is suspended is marked', async () => {
    const aside = { kind: 'item', item: 'skill:handshake.flags', what: 'suspended', at: NOON - 1 } as const;
    const parts = await partsOf({ drafts: [...DRAFTS, aside] }, { columns: 60, rows: 24 });
    expect(parts[5]).toContain('1 suspended');
    expect(parts[6]).toMatch(/Flags of .* suspended/);
  });

  test.each(['en', 'ko'] as const)('before any study each part tells what to do, in %s', async (language) => {
    const [overview, memory, reviews, time, mistakes] = await partsOf({ language }, { columns: 60, rows: 24 });
    const { progress: words } = wordsOf(language);
    const told = (frame: string | undefined): string => (frame ?? '').replace(/\s+/g, ' ');
    for (const [frame, text] of [
      [overview, words.empty],
      [memory, words.noReviews],
      [reviews, words.freshNow(7)],
      [time, words.noPace],
      [mistakes, words.noRules],
    ] as const) {
      expect(told(frame)).toContain(text);
    }
    app?.close();
    const [later] = await partsOf({ language, drafts: ONE_DAY }, { columns: 60, rows: 24 });
    expect(told(later)).not.toContain(words.empty);
  });

  test('a day of study is too little to tell anything', async () => {
    const [, memory, , time] = await partsOf({ drafts: ONE_DAY }, { columns: 80, rows: 40 });
    expect(memory).toContain('Nothing has come back yet');
    expect(time).toContain('A comparison needs 20 right answers');
  });
});

test('a mistake chosen is drilled', async () => {
  const { press } = await open({ drafts: DRAFTS });
  await press(`${KEY.tab}${KEY.tab}${KEY.tab}`);
  const chosen = await press(`${KEY.tab}j`);
  expect(chosen).toMatch(/❯ +\d+ times +Adds 1 to data/);
  // This engine makes no questions: that it is asked for one is enough.
  expect(await press('d')).not.toBe(chosen);
});

test('parts go round both ways, and the map opens from each', async () => {
  const { press } = await open({ drafts: DRAFTS });
  expect(await press(KEY.left)).toContain('[Skills]');
  expect(await press(KEY.left)).toContain('[Concepts]');
  expect(await press('m')).toContain('Skill map');
  expect(await press(KEY.escape)).toContain('[Concepts]');
});
