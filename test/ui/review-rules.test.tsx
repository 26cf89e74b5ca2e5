import { afterEach, describe, expect, test } from 'vitest';
import type { EventDraft, Grade, ItemId } from '../../src/learning/events/event.ts';
import { skills } from '../../src/questions/catalogue.ts';
import { makeQuestion } from '../../src/questions/make.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { Route } from '../../src/ui/route.ts';
import { modules } from './modules.ts';
import { frameOf, KEY, NOON, type Played, play, type Size, type World, widest, world } from './world.tsx';

const DAY = 86_400_000;
const SIZES: readonly Size[] = [
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];
const CARD: ItemId = 'card:handshake/one';
const REVIEW: Route = { screen: 'review', module: null };
const CARDS: Route = { screen: 'review', module: 'handshake' };

type Dated = EventDraft & { readonly at: number };

function graded(at: number, grade: Grade, item: ItemId = CARD): Dated {
  return { kind: 'card', item, grade, tookMs: 4000, where: 'review', at };
}

/** Forgotten seven times, due again since long. */
const forgotten: readonly Dated[] = [
  graded(NOON - 400 * DAY, 4),
  ...Array.from({ length: 7 }, (_, n) => n).flatMap((n) => [
    graded(NOON - (380 - n * 30) * DAY, 1),
    graded(NOON - (380 - n * 30) * DAY + 700_000, 3),
  ]),
];

/** Only what comes back is asked. */
function reviews(drafts: readonly Dated[], language: 'en' | 'ko' = 'en'): World {
  const plain = modules.map((module) => ({ ...module, skills: [] }));
  return world({ language, drafts, modules: plain, settings: { newPerDay: 0 } });
}

let app: Played | undefined;
afterEach(() => app?.close());

const TEXTS = {
  en: { leech: 'Forgotten 8 times', lesson: 'Read the lesson again', ask: 'Take this back?', aside: 'until tomorrow' },
  ko: {
    leech: '8번 잊은 항목',
    lesson: '설명 다시 읽기',
    ask: '이 기록을 되돌리시겠습니까?',
    aside: '내일로 미뤘습니다',
  },
};

describe.each(['en', 'ko'] as const)('a review in %s', (language) => {
  const text = TEXTS[language];

  test.each(SIZES)('offers a way out of a leech at $columns columns', async (size) => {
    app = await play(REVIEW, reviews(forgotten, language), size);
    const { press } = app;
    await press(' ');
    const leech = await press('1');
    for (const said of [text.leech, text.lesson]) expect(leech).toContain(said);
    expect(widest(leech)).toBeLessThanOrEqual(size.columns);
    expect(leech.split('\n')).toHaveLength(size.rows);
  });

  test.each(SIZES)('says what an undo of an earlier session takes back at $columns columns', async (size) => {
    app = await play(REVIEW, reviews([graded(NOON - DAY, 4)], language), size);
    const asked = await app.press('u');
    expect(asked).toContain(text.ask);
    expect(widest(asked)).toBeLessThanOrEqual(size.columns);
  });

  test.each(SIZES)('tells in its title that an item was put off at $columns columns', async (size) => {
    const due = [graded(NOON - 90 * DAY, 4), graded(NOON - 90 * DAY, 4, 'card:handshake/two')];
    app = await play(REVIEW, reviews(due, language), size);
    const next = await app.press('b');
    expect(next.split('\n')[0]).toContain(text.aside);
    expect(widest(next)).toBeLessThanOrEqual(size.columns);
  });
});

test('a leech can be read about, and suspended; the review goes on and tells how it can be undone', async () => {
  const made = reviews(forgotten);
  app = await play(REVIEW, made);
  const { press } = app;
  await press(' ');
  await press('1');
  expect(await press('l')).toContain('[Lesson]');
  expect(await press(KEY.escape)).toContain('Forgotten 8 times');
  const done = await press('!');
  expect(done).toContain('suspended');
  expect(made.events.at(-1)).toMatchObject({ kind: 'item', item: CARD, what: 'suspended' });
  expect(await press('u')).toContain('Forgotten 8 times');
  expect(await press('u')).toContain('3 good');
  expect(made.services.store.state.items.get(CARD)?.memory?.after.lapses).toBe(7);
});

test('a leech goes on as before when the learner says so', async () => {
  const made = reviews(forgotten);
  app = await play(REVIEW, made);
  await app.press(' ');
  await app.press('1');
  // It comes back in ten minutes, which is in this session.
  expect(await app.press('n')).toContain('Answer in your head');
});

test('undo takes back what was done before the session, one after the other, and asks it again', async () => {
  const two: ItemId = 'card:handshake/two';
  const made = reviews([
    graded(NOON - 90 * DAY, 4),
    graded(NOON - 90 * DAY + 1, 4, two),
    graded(NOON - 1000, 3),
    { kind: 'item', item: two, what: 'suspended', at: NOON - 500 },
  ]);
  app = await play(REVIEW, made);
  const { press, frame } = app;
  expect(frame()).toContain('Nothing is due now.');
  expect(frame()).toContain('Next: practise questions (enter, then p) or learn something new');
  const first = await press('u');
  expect(first).toContain('suspended');
  expect(await press(KEY.escape)).toContain('Nothing is due now.');
  await press('u');
  expect(await press(KEY.enter)).toContain('Front of two');
  expect(await press('u')).toContain('card, graded "good"');
  const again = await press(KEY.enter);
  expect(again).toContain('Front of one');
  expect(again).toContain('2 left');
  expect(made.events.slice(-2).map(({ kind }) => kind)).toEqual(['undo', 'undo']);
});

test('cards of a concept that are not due leave the schedule alone, and say so', async () => {
  const made = world({ drafts: [graded(NOON - DAY, 4)] });
  app = await play(CARDS, made);
  const { press, frame } = app;
  expect(frame()).toContain('does not count');
  expect(await press(' ')).toContain('Not due');
  const before = made.services.store.state.items.get(CARD)?.memory;
  const second = await press('1');
  expect(made.events.at(-1)).toMatchObject({ kind: 'card', where: 'practice' });
  expect(made.services.store.state.items.get(CARD)?.memory).toEqual(before);
  expect(second).toContain('counts as a review');
  await press(' ');
  await press('3');
  expect(made.events.at(-1)).toMatchObject({ kind: 'card', where: 'review' });
});

test('a suspended card is taken up again where the cards of its concept are gone through', async () => {
  const made = world({ drafts: [{ kind: 'item', item: CARD, what: 'suspended', at: NOON - DAY }] });
  expect(
    await frameOf({ screen: 'module', module: 'handshake', part: 'cards' }, made, { columns: 80, rows: 24 }),
  ).toContain('suspended');
  app = await play(CARDS, made);
  const resumed = await app.press('r');
  expect(resumed).toContain('taken up again');
  expect(made.services.store.state.items.get(CARD)?.hold).toBeNull();
  expect(await app.press('u')).toContain('r take up again');
  expect(made.services.store.state.items.get(CARD)?.hold).toEqual({ kind: 'suspended' });
});

test('all that is set aside is listed, reached from home, and taken up again there', async () => {
  const made = world({
    drafts: [
      { kind: 'item', item: CARD, what: 'suspended', at: NOON - DAY },
      { kind: 'item', item: 'skill:close.fin-ack', what: 'buried', at: NOON - 1000 },
    ],
  });
  app = await play({ screen: 'home' }, made);
  expect(app.frame()).toContain('e set aside');
  const list = await app.press('e');
  expect(list).toMatch(/Front of one.*suspended/);
  expect(list).toMatch(/The ACK number for a FIN.*until tomorrow/);
  expect(await app.press(KEY.enter)).not.toContain('Front of one');
  expect(await app.press('r')).toContain('Nothing is set aside.');
});

test('practice from the skill map leaves the schedule alone when asked to, and says so', async () => {
  const made = world({ engine: { skills, scenarios: {}, makeQuestion, simulate } });
  app = await play({ screen: 'skills' }, made);
  const asked = await app.press('f');
  expect(asked).toContain('does not count');
  await app.press('F');
  await app.press(KEY.enter);
  const answers = made.events.filter(({ kind }) => kind === 'answer');
  expect(answers).toMatchObject([{ correct: false, where: 'practice', grade: null }]);
});

test('a skill is suspended and taken up again on the skill map', async () => {
  const made = world();
  app = await play({ screen: 'skills' }, made);
  expect(await app.press('!')).toMatch(/Flags of the handshake .*paused/);
  expect(await app.press('r')).not.toContain('paused');
  expect(made.events).toMatchObject([
    { kind: 'item', item: 'skill:handshake.flags', what: 'suspended' },
    { kind: 'item', item: 'skill:handshake.flags', what: 'resumed' },
  ]);
});

test('home tells what the daily limit keeps back, and how many a day an interview needs', async () => {
  const due = [graded(NOON - 90 * DAY, 4), graded(NOON - 90 * DAY, 4, 'card:handshake/two')];
  const made = world({ drafts: due, settings: { newPerDay: 0, reviewsPerDay: 1, examDate: '2026-12-12' } });
  const frame = await frameOf({ screen: 'home' }, made, { columns: 80, rows: 24 });
  expect(frame).toContain('1 more wait: daily limit');
  expect(frame).toContain('interview on 12 December: raise "New items a day" to 1');
  const enough = world({ drafts: due, settings: { examDate: '2026-12-12' } });
  const home = (columns: number) => frameOf({ screen: 'home' }, enough, { columns, rows: 20 });
  expect(await home(80)).toMatch(/interview on 12 December: \d a day is enough/);
  expect(await home(60)).toMatch(/ 12 December: \d a day is enough/);
  const korean = world({ language: 'ko', drafts: due, settings: { examDate: '2026-12-12' } });
  expect(await frameOf({ screen: 'home' }, korean, { columns: 60, rows: 20 })).toMatch(
    /12월 12일 면접: 하루 \d개면 충분합니다/,
  );
});

test('the date of an interview is stepped by the day in the settings, and taken away before tomorrow', async () => {
  const made = world();
  app = await play({ screen: 'settings' }, made);
  for (let row = 0; row < 13; row++) await app.press(KEY.down);
  expect(await app.press(KEY.right)).toContain('4 December 2026');
  expect(await app.press(KEY.right)).toContain('5 December 2026');
  for (let day = 0; day < 14; day++) await app.press(KEY.left);
  expect(app.frame()).toContain('21 November 2026');
  await app.press(KEY.left);
  expect(made.services.settings.get().examDate).toBeNull();
});
