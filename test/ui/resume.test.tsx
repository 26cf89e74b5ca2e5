import { scenarios } from 'seqack:scenarios';
import { afterEach, describe, expect, test } from 'vitest';
import { skills } from '../../src/questions/catalogue.ts';
import { makeQuestion } from '../../src/questions/make.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { Route } from '../../src/ui/route.ts';
import { modules } from './modules.ts';
import { rightKeys } from './question/right-keys.ts';
import { KEY, type Played, play, type Size, type World, type WorldOptions, widest, world } from './world.tsx';

/** Sessions that are left and gone on with, and how their end is told, on the real engine. */

const engine = { skills, scenarios, makeQuestion, simulate };
const HOME: Route = { screen: 'home' };
const NAMES = ['ack.in-order@1', 'ack.in-order@2', 'ack.in-order@3'];
const QUIZ: Route = { screen: 'quiz', rules: { count: 3, limitMs: 300_000, seed: 'x', feedback: 'end' } };
const asks = ['ack.gap-filled', 'close.three-segments', 'handshake.third-segment', 'seq.first-data'];
const drawing = { ...engine, skills: skills.filter(({ id }) => asks.includes(id)) };

const opened: Played[] = [];
afterEach(() => {
  for (const app of opened.splice(0)) app.close();
});

async function open(route: Route, made: World, size?: Size): Promise<Played> {
  const app = await play(route, made, size);
  opened.push(app);
  return app;
}

/** What is practised here comes back. */
const taught = modules.map((module, at) =>
  at === 0 ? { ...module, skills: [...module.skills, 'ack.in-order'] } : module,
);

const worldOf = (options: WorldOptions = {}) => world({ engine, modules: taught, ...options });

const nameOn = (frame: string) => /([a-z.-]+@[\w-]+)/.exec(frame)?.[1] ?? '';

async function answerRight({ press, frame }: Played): Promise<string> {
  let shown = frame();
  for (const field of makeQuestion(nameOn(shown)).fields) shown = await press(`${rightKeys(field)}\r`);
  return shown;
}

describe('a practice', () => {
  test('leaves nothing when nothing was answered', async () => {
    const made = worldOf();
    const app = await open({ screen: 'practice', names: NAMES }, made);
    await app.press('s');
    await app.press(KEY.escape);
    expect(made.events).toEqual([]);
  });

  test('that was cut off is offered at home and goes on with the next question', async () => {
    const made = worldOf();
    const first = await open({ screen: 'practice', names: NAMES }, made);
    await answerRight(first);
    await first.press('\r12\r');

    const second = await open(HOME, made);
    expect(second.frame()).toMatch(/❯ Go on +practice, 2 of 3 answered/);
    const shown = await second.press('c');
    expect(shown).toContain('3 of 3');
    expect(nameOn(shown)).toBe('ack.in-order@3');
    await answerRight(second);
    const end = await second.press('\r');
    expect(end).toContain('3 questions answered, 2 right.');
    expect(end).toContain('ack.in-order@2');
    const home = await second.press(KEY.escape);
    expect(home).not.toContain('Go on');
    const answers = made.events.flatMap((event) => (event.kind === 'answer' ? [event.question] : []));
    expect(answers).toEqual(NAMES);
    expect(made.events.at(-1)).toMatchObject({ kind: 'session', what: 'ended' });
  });

  test('left from its summary is offered too, with Enter; after a week it is not', async () => {
    const made = worldOf();
    const app = await open(HOME, made);
    await app.press('p');
    await answerRight(app);
    await app.press(KEY.escape);
    const home = await app.press(KEY.escape);
    expect(home).toMatch(/❯ Go on +practice, 1 of 10 answered/);
    expect(await app.press('\r')).toContain('2 of 10');
    made.clock.now += 8 * 86_400_000;
    const later = await open(HOME, made);
    expect(later.frame()).not.toContain('Go on');
  });

  test('of a mix goes on with the very question that was on the screen, and chooses where none was chosen', async () => {
    const made = worldOf();
    const first = await open({ screen: 'practice', names: null }, made);
    await answerRight(first);
    const next = nameOn(await first.press('\r'));
    const second = await open(HOME, made);
    expect(nameOn(await second.press('c'))).toBe(next);
    // Cut off with the verdict on the screen: the third is not chosen yet.
    await answerRight(second);
    const third = await open(HOME, made);
    const shown = await third.press('c');
    expect(shown).toContain('3 of 10');
    const chosen = nameOn(shown);
    expect(nameOn(await (await open(HOME, made)).press('c'))).toBe(chosen);
  });

  test('open in two programs is asked by both and counted once', async () => {
    const made = worldOf();
    const first = await open({ screen: 'practice', names: NAMES }, made);
    await answerRight(first);
    const second = await open(HOME, made);
    await second.press('c');
    await answerRight(second);
    await first.press('\r');
    await answerRight(first);
    const record = made.services.store.state.sessions.practice;
    expect(record?.answered.map(({ question }) => question)).toEqual(NAMES.slice(0, 2));
    expect(record?.ended).toBe(false);
  });
});

describe('a quiz', () => {
  test('goes on with its clock where it stood, and keeps what went wrong for the result', async () => {
    const made = worldOf({ engine: drawing });
    const first = await open(QUIZ, made);
    const asked = nameOn(first.frame());
    made.clock.now += 61_000;
    await first.press(
      makeQuestion(asked)
        .fields.map(() => '7\r')
        .join(''),
    );
    made.clock.now += 3_600_000;
    const second = await open(HOME, made);
    expect(second.frame()).toMatch(/❯ Go on +quiz, 1 of 3 answered, 3 min 59 s left/);
    const shown = await second.press('c');
    expect(shown).toContain('2 of 3');
    expect(shown).toContain('● 03:59');
    await answerRight(second);
    const result = await answerRight(second);
    expect(result).toContain('2 of 3 right (67%)');
    expect(result).toContain(asked);
    expect(await second.press('G')).toContain('✗ seq 7');
    expect(made.events.filter(({ kind }) => kind === 'answer')).toHaveLength(3);
    expect(made.events.filter(({ kind }) => kind === 'quiz')).toHaveLength(1);
    expect(made.services.store.state.sessions.quiz?.ended).toBe(true);
  });

  test('left with p counts the time of the open question', async () => {
    const made = worldOf({ engine: drawing });
    const app = await open(HOME, made);
    await app.press('t\r');
    const seeded = nameOn(app.frame());
    expect(await app.press(KEY.escape)).not.toContain('go on later');
    await app.press(KEY.escape);
    expect(nameOn(app.frame())).toBe(seeded);
    made.clock.now += 10_000;
    await answerRight(app);
    made.clock.now += 20_000;
    expect(await app.press(KEY.escape)).toContain('go on later');
    const home = await app.press('p');
    expect(home).toMatch(/quiz, 1 of 10 answered, 4 min 30 s left/);
    expect(await app.press('c')).toContain('● 04:30');
  });

  test('whose last answer was its last moment shows its result, once', async () => {
    const made = worldOf({ engine: drawing });
    const first = await open(QUIZ, made);
    const name = nameOn(first.frame());
    const { store } = made.services;
    await answerRight(first);
    const plan = made.events[0];
    if (plan?.kind !== 'session' || plan.what !== 'started') throw new Error('no beginning');
    for (const question of plan.plan.questions.filter((one) => one !== name)) {
      store.append({
        kind: 'answer',
        question,
        correct: true,
        given: {},
        rules: [],
        hinted: false,
        tookMs: 5000,
        where: 'quiz',
        grade: 3,
      });
    }
    const second = await open(HOME, made);
    expect(await second.press('c')).toContain('3 of 3 right (100%)');
    expect(made.events.at(-1)).toMatchObject({ kind: 'quiz', correct: 3, asked: 3 });
    expect(await second.press(KEY.escape)).not.toContain('Go on');
    expect(made.events.filter(({ kind }) => kind === 'quiz')).toHaveLength(1);
  });
});

describe('the end of a session', () => {
  const sizes: Size[] = [
    { columns: 60, rows: 20 },
    { columns: 80, rows: 24 },
    { columns: 120, rows: 40 },
    { columns: 80, rows: 24, linear: true },
  ];

  test.each(sizes)('fits $columns x $rows in both languages', async (size) => {
    for (const language of ['en', 'ko'] as const) {
      const practice = await open({ screen: 'practice', names: NAMES.slice(0, 2) }, worldOf({ language }), size);
      await practice.press('12\r\r');
      await answerRight(practice);
      const quiz = await open(QUIZ, worldOf({ language, engine: drawing }), size);
      await answerRight(quiz);
      await quiz.press('sss');
      for (const frame of [await practice.press('\r'), quiz.frame()]) {
        expect(widest(frame)).toBeLessThanOrEqual(size.columns);
        if (size.linear !== true) expect(frame.split('\n').length).toBeLessThanOrEqual(size.rows);
      }
      if (process.env.SHOW) console.log(`${practice.frame()}\n${quiz.frame()}`);
    }
  });

  test('of a practice names what was learned, the wrong rule and what comes back, and offers to drill', async () => {
    const made = worldOf();
    const app = await open({ screen: 'practice', names: NAMES }, made);
    const [field] = makeQuestion('ack.in-order@1').fields;
    const wrong = field?.kind === 'number' ? field.predictions[0] : undefined;
    if (wrong === undefined) throw new Error('no wrong rule');
    await app.press(`${String(wrong.value)}\r`);
    const end = await app.press(KEY.escape);
    expect(end).toContain('not right since then');
    expect(end).toMatch(/Comes back\n +1 later today \(the next at \d+:\d\d\)/);
    expect(end).toMatch(/Next: drill ".+" \(d\)/);
    expect(await app.press('d')).toMatch(/2 of 6/);
    await app.press(KEY.escape);
    await app.press('\r');
  });
});
