import { scenarios } from 'seqack:scenarios';
import { afterEach, describe, expect, test } from 'vitest';
import type { LearningEvent } from '../../src/learning/events/event.ts';
import { skills } from '../../src/questions/catalogue.ts';
import { makeQuestion } from '../../src/questions/make.ts';
import { misconception } from '../../src/questions/misconceptions.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { Route } from '../../src/ui/route.ts';
import { rightKeys } from './question/right-keys.ts';
import { frameOf, KEY, type Played, play, type Size, widest, world } from './world.tsx';

/** The screens that show ladders, on the real engine: watching, practising, the timed quiz. */

const engine = { skills, scenarios, makeQuestion, simulate };
const handshake = scenarios.handshake;
if (handshake === undefined) throw new Error('no scenario named handshake');
const watch: Route = { screen: 'watch', scenario: handshake, seed: 's1' };
const practice = (...names: readonly string[]): Route => ({ screen: 'practice', names });
const quiz = (feedback: 'end' | 'each', limitMs = 300_000): Route => ({
  screen: 'quiz',
  rules: { count: 3, limitMs, seed: 'x', feedback },
});

/** The answer of a question's only number. */
function answerOf(name: string): string {
  const [field] = makeQuestion(name).fields;
  return field?.kind === 'number' ? String(field.answer) : '';
}

/** What was logged but for the lines that tell where a session stands. */
const logged = (events: readonly LearningEvent[]) => events.filter(({ kind }) => kind !== 'session');

let app: Played | undefined;
afterEach(() => app?.close());

async function open(route: Route, options: Parameters<typeof world>[0] = {}, size?: Size) {
  const made = world({ engine, ...options });
  app = await play(route, made, size);
  return { ...made, ...app };
}

describe('frames', () => {
  const routes: [string, Route][] = [
    ['watch', watch],
    ['quiz', quiz('end')],
    ...skills.map(({ id }): [string, Route] => [id, practice(`${id}@1`)]),
  ];

  test.each(routes)('%s fills the window and is no wider', async (_, route) => {
    for (const [language, columns, rows] of [
      ['ko', 60, 20],
      ['en', 80, 24],
      ['ko', 120, 40],
    ] as const) {
      const frame = await frameOf(route, world({ language, engine }), { columns, rows });
      expect(widest(frame)).toBeLessThanOrEqual(columns);
      expect(frame.split('\n')).toHaveLength(rows);
      expect(frame).toContain(language === 'ko' ? '모든 키' : 'all keys');
    }
  });

  test.each([
    ...routes.slice(0, 3),
    ...routes.filter(([name]) => ['state.next', 'handshake.order', 'handshake.lost-segment'].includes(name)),
  ])('%s has nothing but ASCII where that is asked for, and no drawing for a screen reader', async (_, route) => {
    const ascii = await frameOf(route, world({ engine, ascii: true }), { columns: 80, rows: 24 });
    expect(ascii).toMatch(/^[\n\x20-\x7e§]*$/);
    const spoken = await frameOf(route, world({ engine }), { columns: 80, rows: 24, linear: true });
    expect(spoken).not.toMatch(/[─-▟❯▶◀]/);
    expect(widest(spoken)).toBeLessThanOrEqual(80);
  });
});

describe('watching', () => {
  test.each([60, 80, 120, 200])(
    'with a screen reader both ends are told in sentences, at %i columns',
    async (columns) => {
      const { press } = await open(watch, {}, { columns, rows: 40, linear: true });
      const told = await press(`${KEY.right}${KEY.right}${KEY.right}`);
      expect(told.replace(/\s+/g, ' ')).toContain('client SYN-SENT: in flight 1, resends in 1.0 s');
      expect(told).not.toMatch(/[─-▟▶◀]/);
      expect(widest(told)).toBeLessThanOrEqual(columns);
    },
  );

  test('begins with what it is about, and steps tell what happened', async () => {
    const { frame, press } = await open(watch);
    expect(frame()).toContain("The client's ISN is 100");
    expect(frame()).toContain('seed s1');
    let shown = await press(KEY.right);
    expect(shown).toContain('paused 1x');
    expect(shown).toContain('a passive OPEN');
    shown = await press('nnnnnnnnn');
    expect(shown).toContain('│── #3 ACK seq 101 ack 201 ─');
    expect(await press('ppp')).not.toContain('#3 ACK');
    expect(await press('g')).toContain("The client's ISN is 100");
  });

  test('to the end: every state, and it says that it is over', async () => {
    const { press } = await open(watch);
    const shown = await press('G');
    expect(shown).toContain('the end');
    expect(shown).toContain('#2 SYN,ACK seq 200 ack 101 ──│');
    expect(shown).toMatch(/0\.140 {2}ESTABLISHED │◀─+╯ +│/);
    expect(shown).toMatch(/client ESTABLISHED .*server ESTABLISHED/);
    expect(shown).toMatch(/snd\.una 101 {2}nxt 101 +snd\.una 201 {2}nxt 201/);
  });

  test('the view without time: one line a segment, the same at the end', async () => {
    const { press } = await open(watch);
    await press('G');
    expect(await press('v')).toContain('ESTABLISHED │◀─ SYN,ACK seq 200 ack 101');
    expect(await press('b')).toMatch(/client ESTABLISHED +101 +101 +201/);
    expect(await press('v')).toContain('#2 SYN,ACK seq 200 ack 101 ──│');
    expect(await press('b')).not.toContain('in flight');
    expect(await press('b')).toMatch(/snd\.una 101 {2}nxt 101/);
  });

  test('a segment is followed: set off, with its story', async () => {
    const { press } = await open(watch);
    const followed = await press('Gf');
    expect(followed).toContain('══ #3 ACK');
    expect(followed).toContain('#3 ACK seq 101 ack 201: sent at 0.140 s; arrived at 0.160 s (0.020 s on its');
    const first = await press('[[');
    expect(first).toContain('══ #1 SYN');
    expect(first).toContain('── #3 ACK');
    expect(first).toContain('acknowledged by #2');
    expect(await press(']')).toContain('acknowledged by #3');
    expect(await press('f')).not.toContain('══');
  });

  test('the keys to the segments around it are named once one is followed, and work from then on', async () => {
    const { frame, press } = await open(watch, {}, { columns: 100, rows: 24 });
    await press('G');
    expect(frame()).not.toContain('others');
    expect(await press('[')).not.toContain('══');
    expect(await press('f')).toContain('[ others');
    expect(await press('[')).toContain('[ ] others');
  });

  test('time is stretched and compressed', async () => {
    const { press } = await open(watch);
    const passing = /│ +│ {5,}│ *\n/;
    expect(await press('G')).not.toMatch(passing);
    expect(await press('z')).toMatch(passing);
    expect(await press('Z')).not.toMatch(passing);
  });

  test('is told to a screen reader however wide its terminal is', async () => {
    const { press } = await open(watch, {}, { columns: 200, rows: 60, linear: true });
    expect(await press('n')).toContain('client CLOSED');
  });

  test('numbers, language and speed change while it goes on', async () => {
    const { press } = await open(watch);
    expect(await press('Ga')).toContain('│── #1 SYN seq 0 ─');
    expect(await press('L')).toContain('클라이언트');
    expect(await press('a')).toContain('seq 100');
    expect(await press('gn+')).toContain('멈춤 2배속');
  });

  test('restarts with another seed, or with the same', async () => {
    const scenario = scenarios['data-exchange'] ?? handshake!;
    const { press } = await open({ screen: 'watch', scenario, seed: 's1' });
    const first = await press('G');
    expect(await press('RG')).toBe(first);
    expect(await press('rG')).not.toBe(first);
  });

  test('plays by itself', async () => {
    const { frame } = await open(watch, { settings: { speed: 4 } });
    const started = Date.now();
    while (!frame().includes('the end') && Date.now() - started < 8000) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(frame()).toContain('the end');
  });
});

describe('practising', () => {
  test.each([
    ['en', 'more below', 'keeps data that arrives above a gap'],
    ['ko', '아래에 더 있습니다', '빈 곳 뒤의 데이터를 버리지 않고 보관합니다'],
  ] as const)('what does not fit into a small window can be scrolled to, in %s', async (language, more, last) => {
    const { frame, press } = await open(practice('ack.delayed@2'), { language });
    expect(frame()).toContain(more);
    expect(frame()).not.toContain(last);
    let shown = '';
    for (let page = 0; page < 6; page++) shown = await press('\u001B[6~');
    expect(shown).toContain(last);
    expect(shown).not.toContain(more);
    for (let page = 0; page < 6; page++) shown = await press('\u001B[5~');
    expect(shown).toContain(more);
    expect(shown).toContain('SYN-SENT');
  });

  const name = 'ack.in-order@1';

  test('a right answer and Enter in one write', async () => {
    const { press, events } = await open(practice(name));
    const shown = await press(`${answerOf(name)}\r`);
    expect(shown).toContain('✓ Right.');
    expect(shown).toContain(`ack ${answerOf(name)}`);
    expect(shown).toContain('Why');
    expect(logged(events)).toMatchObject([
      { kind: 'answer', question: name, correct: true, where: 'practice', rules: [] },
    ]);
    expect(await press('\r')).toContain('1 question answered, 1 right.');
  });

  test('a wrong answer is logged before its diagnosis is shown', async () => {
    const [field] = makeQuestion(name).fields;
    const prediction = field?.kind === 'number' ? field.predictions[0] : undefined;
    const { press, events } = await open(practice(name));
    const shown = await press(`${prediction?.value}\r`);
    expect(shown).toContain(`✗ ${prediction?.value}`);
    expect(shown).toContain(`✓ ${answerOf(name)}`);
    expect(logged(events)).toMatchObject([{ kind: 'answer', correct: false, rules: [prediction?.rule], grade: 1 }]);
    const end = await press('\r');
    expect(end).toContain('0 right');
    expect(end).toContain(name);
    expect(await press('m')).toContain('2 of 2');
  });

  test('what is typed stands in the ladder, and what cannot be read costs nothing', async () => {
    const { press, events } = await open(practice(name));
    expect(await press('4294')).toContain('ack [4294    ]');
    expect(await press('99999999')).toContain('[99999999]');
    expect(await press('\r')).toContain('4294967295 only');
    expect(logged(events)).toEqual([]);
  });

  test('a hint is shown and counted', async () => {
    const { press, events } = await open(practice(name));
    expect(await press('h')).toContain('Hint 1 of 3:');
    await press(`${answerOf(name)}\r`);
    expect(logged(events)).toMatchObject([{ hinted: true }]);
  });

  test('a wrong rule by its id is drilled, and so is one that an answer follows', async () => {
    const { frame, press } = await open(practice('N100'));
    const asked = () => /([a-z.-]+@[\w-]+)/.exec(frame())?.[1] ?? '';
    expect(frame()).toContain('1 of 10');
    const predicted = () =>
      makeQuestion(asked()).fields.flatMap(({ predictions }) => predictions.filter(({ rule }) => rule === 'N100'));
    const [value] = predicted();
    const verdict = await press(`${value?.value}\r`);
    expect(verdict).toContain(misconception('N100').mistake.en.slice(0, 20));
    expect(await press('d')).toContain('2 of 13');
    expect(predicted()).toHaveLength(1);
  });

  test('hints come one after the other, the last alone where the window is low', async () => {
    const cumulative = 'ack.cumulative@1';
    const { hints } = makeQuestion(cumulative);
    const bare = (text: string) => text.replace(/\s/g, '');
    const shows = (frame: string) => hints.map(({ en }) => bare(frame).includes(bare(en)));
    const tall = await open(practice(cumulative), {}, { columns: 120, rows: 50 });
    expect(shows(tall.frame())).toEqual([false, false, false]);
    expect(shows(await tall.press('h'))).toEqual([true, false, false]);
    await tall.press('h');
    const all = await tall.press('h');
    expect(all).toContain('Hint 3 of 3:');
    expect(shows(all)).toEqual([true, true, true]);
    // There is no more to ask for.
    expect(await tall.press('h')).toBe(all);
    tall.close();
    const low = await open(practice(cumulative), {}, { columns: 60, rows: 20 });
    await low.press('h');
    await low.press('h');
    expect(shows(await low.press('h'))).toEqual([false, false, true]);
  });

  test('the language changes without losing what is typed', async () => {
    const { press } = await open(practice(name));
    const shown = await press('123L');
    expect(shown).toContain('❯ ack  123');
    expect(shown).toContain('답하기');
    expect(await press('4')).toContain('❯ ack  1234');
  });

  test('in a field that takes letters ctrl+l changes it', async () => {
    const { press } = await open(practice('state.next@1'));
    expect(await press('l')).toContain('[LISTEN]');
    const shown = await press('\u000C');
    expect(shown).toContain('답하기');
    expect(shown).toContain('[LISTEN]');
  });

  test('several fields: Tab and Enter move between them', async () => {
    const third = 'handshake.third-segment@1';
    const values = makeQuestion(third).fields.map((field) => (field.kind === 'number' ? String(field.answer) : ''));
    const { press, events } = await open(practice(third));
    await press(`1${KEY.tab}${values[1]}${KEY.tab}\u0015${values[0]}\r`);
    expect(logged(events)).toMatchObject([{ correct: true }]);
  });

  test('the trace of the question can be watched, and Esc comes back to the verdict', async () => {
    const { press } = await open(practice(name));
    await press('12\r');
    expect(await press('w')).toContain('Replay');
    expect(await press(KEY.escape)).toContain('✗ 12');
  });

  test('nothing is offered to be watched where a question has no conversation', async () => {
    const { press, events } = await open(practice('window.acceptable@1'));
    const shown = await press(`${KEY.down}\r`);
    expect(logged(events)).toHaveLength(1);
    expect(shown).not.toContain('watch it');
    expect(await press('w')).toBe(shown);
  });

  test('a long explanation can have the whole screen', async () => {
    const { press } = await open(practice('close.four-segments@1'));
    let shown = '';
    for (const field of makeQuestion('close.four-segments@1').fields) shown = await press(`${rightKeys(field)}\r`);
    expect(shown).toContain('▶│');
    expect(shown).toContain('▼');
    const whole = await press('e');
    expect(whole).not.toContain('▶│');
    expect(whole.split('\n').filter((text) => text.includes('RFC')).length).toBeGreaterThan(
      shown.split('\n').filter((text) => text.includes('RFC')).length,
    );
    expect(await press('e')).toBe(shown);
  });

  test('a skill this version does not know is left out', async () => {
    const { frame } = await open(practice('no.such-skill', 'ack.in-order@1'));
    expect(frame()).toContain('1 of 1');
  });

  test('a skill is asked ten times with fresh questions; one can be passed over, more of its kind added', async () => {
    const { frame, press, events } = await open(practice('ack.in-order'));
    expect(frame()).toContain('1 of 10');
    expect(frame()).toContain('ack.in-order@seed1 ');
    expect(await press('s')).toContain('1 of 9');
    await press('12\r');
    expect(await press('d')).toContain('2 of 12');
    expect(logged(events)).toHaveLength(1);
    expect(await press(KEY.escape)).toContain('1 question answered, 0 right.');
    expect(await press('\r')).toContain('2 of 12');
  });
});

describe('a timed quiz', () => {
  /** What a seed draws depends on what there is to draw from: these stay the same, whatever skills are added. */
  const asks = ['ack.gap-filled', 'close.three-segments', 'handshake.third-segment', 'seq.first-data'];
  const drawing = { ...engine, skills: skills.filter(({ id }) => asks.includes(id)) };
  const openQuiz = (route: Route, options: Parameters<typeof world>[0] = {}, size?: Size) =>
    open(route, { ...options, engine: drawing }, size);

  /** Answers a question rightly, field by field. */
  async function answer(press: Played['press'], name: string): Promise<string> {
    let shown = '';
    for (const field of makeQuestion(name).fields) shown = await press(`${rightKeys(field)}\r`);
    return shown;
  }

  const asked = (frame: string) => /([a-z.-]+@x-\d)/.exec(frame)?.[1] ?? '';

  test('is the same for the same seed, counts down, and tells nothing until the end', async () => {
    const { frame, press, events, clock } = await openQuiz(quiz('end'));
    const seen: string[] = [];
    expect(frame()).toContain('● 05:00');
    clock.now += 61_000;
    seen.push(asked(frame()));
    let shown = await answer(press, seen[0] ?? '');
    expect(shown).toContain('2 of 3');
    expect(shown).toContain('● 03:59');
    expect(shown).not.toContain('✓');
    seen.push(asked(shown));
    clock.now += 5000;
    shown = await press('s');
    seen.push(asked(shown));
    clock.now += 7000;
    shown = await answer(press, seen[2] ?? '');
    expect(shown).toContain('2 of 3 right (67%)');
    expect(shown).toContain('skipped');
    expect(shown).toContain('1 min 01 s');
    expect(new Set(seen).size).toBe(3);
    expect(logged(events)).toMatchObject([
      { kind: 'answer', question: seen[0], correct: true, where: 'quiz', tookMs: 61_000 },
      { kind: 'answer', question: seen[2], correct: true, where: 'quiz', tookMs: 7000 },
      { kind: 'quiz', seed: 'x', asked: 3, correct: 2, tookMs: 73_000, limitMs: 300_000 },
    ]);
    expect(await press('\r')).toContain(seen[1]);
    const again = await openQuiz(quiz('end'));
    expect(asked(again.frame())).toBe(seen[0]);
    again.close();
  });

  test('explains each mistake in the result, and practises what was missed', async () => {
    const { frame, press } = await openQuiz(quiz('end'));
    const first = asked(frame());
    const wrong = makeQuestion(first)
      .fields.map(() => '7\r')
      .join('');
    await press(wrong);
    await press('s');
    const shown = await press('s');
    expect(shown).toContain('0 of 3 right');
    const end = await press('G');
    expect(end).toMatch(/[✗✓]/);
    expect(await press('m')).toContain('1 of 3');
    // The result is still there afterwards.
    expect(await press('\u001b')).toBe(end);
  });

  test('has its times whole in a small terminal', async () => {
    for (const language of ['ko', 'en'] as const) {
      const { frame, press, close } = await openQuiz(quiz('end'), { language }, { columns: 60, rows: 20 });
      const { fields } = makeQuestion(asked(frame()));
      await press('7\r'.repeat(fields.length));
      await press('s');
      const top = (await press('s')).split('\n').slice(2, 5).join('\n');
      expect(top).toMatch(language === 'ko' ? /문제당 [\d.]+초$/m : /[\d.]+ s a question$/m);
      expect(top).not.toContain('…');
      close();
    }
  });

  test('with verdicts after each question', async () => {
    const { frame, press } = await openQuiz(quiz('each'));
    const shown = await answer(press, asked(frame()));
    expect(shown).toContain('✓ Right.');
    expect(await press('\r')).toContain('2 of 3');
  });

  test('ends when the time is over, whatever is on the screen', async () => {
    const { frame, clock, events } = await openQuiz(quiz('end', 400));
    clock.now += 400;
    const started = Date.now();
    while (!frame().includes('The time is over.') && Date.now() - started < 3000) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(frame()).toContain('The time is over.');
    expect(frame()).toContain('2 questions were never reached.');
    expect(logged(events)).toMatchObject([{ kind: 'quiz', correct: 0, tookMs: 400 }]);
  });

  test('asks before it is left, keeps what was typed, and goes on', async () => {
    const { frame, press, events } = await openQuiz(quiz('end'));
    const first = asked(frame());
    const firstKey = makeQuestion(first).fields[0]?.kind === 'number' ? '12' : '';
    await press(firstKey);
    expect(await press(KEY.escape)).toContain('End the quiz now?');
    expect(await press(KEY.escape)).toContain(firstKey === '' ? first : '12');
    await press(KEY.escape);
    expect(await press('\r')).toContain('Ended early.');
    expect(logged(events)).toEqual([]);
  });
});

describe('choosing a scenario', () => {
  const bare = (text: string) => text.replace(/\s/g, '');

  test.each(['ko', 'en'] as const)('tells all of what it shows, in a small terminal too, in %s', async (language) => {
    for (const scenario of Object.values(scenarios)) {
      const route: Route = { screen: 'scenarios', only: [scenario.name] };
      const frame = await frameOf(route, world({ language, engine }), { columns: 60, rows: 20 });
      expect(bare(frame)).toContain(bare(scenario.about[language]));
    }
  });
});
