import stringWidth from 'string-width';
import { describe, expect } from 'vitest';
import { answerKeys, questionNamed } from './answering.ts';
import { says, test } from './learner.ts';
import { KEYS, type Terminal } from './terminal.ts';

/** The columns of both lifelines in a line of the ladder: the first and the last vertical; segments fly between them. */
function lifelines(line: string): number[] {
  const columns: number[] = [];
  for (const { index } of line.matchAll(/[│┊]/g)) columns.push(stringWidth(line.slice(0, index)));
  const [first] = columns;
  const last = columns.at(-1);
  return first === undefined || last === undefined ? [] : [first, last];
}

/** Title, rule, body, rule, keys; nothing runs over the right edge, and the ladder's lifelines stand in two columns. */
function problemsOf(app: Terminal, columns: number, rows: number): string[] {
  const lines = app.lines();
  const problems: string[] = [];
  const rule = '─'.repeat(columns);
  if (lines.length !== rows) problems.push(`${lines.length} lines`);
  // Where there is no room the title begins with the particular, not with the program's name.
  if (!/^ \S/.test(lines[0] ?? '')) problems.push('no title');
  if (lines[1] !== rule || lines.at(-2) !== rule) problems.push('a rule is broken');
  if (lines.at(-1)?.trim() === '') problems.push('no keys');
  if (app.overflowing().length > 0) problems.push(`too wide: rows ${app.overflowing()}`);
  const posts = new Set(lines.flatMap(lifelines));
  if (posts.size !== 0 && posts.size !== 2) problems.push(`lifelines at ${[...posts]}`);
  return problems;
}

const SIZES = [
  [60, 20],
  [120, 40],
  [100, 30],
  [60, 24],
  [80, 24],
] as const;

/** Resizes and waits until the frame of the new size is whole. */
async function fitInto(
  app: Terminal,
  columns: number,
  rows: number,
  shows: (screen: string) => boolean,
): Promise<void> {
  app.resize(columns, rows);
  await app
    .waitFor((screen) => shows(screen) && problemsOf(app, columns, rows).length === 0, 5_000)
    .catch((error: unknown) => {
      throw new Error(`${columns} x ${rows}: ${problemsOf(app, columns, rows)}`, { cause: error });
    });
}

describe.each([
  { language: 'en', needs: /needs a window of 60 x 20 .*this one has 40 x 12/, playing: /playing|the end/, why: 'Why' },
  { language: 'ko', needs: /60 x 20 이상의 창이.*지금은 40 x 12/, playing: /재생|끝/, why: '풀이' },
] as const)('another size ($language)', ({ language, needs, playing, why }) => {
  test('while a ladder plays', async ({ learner }) => {
    const app = await learner.open(['--lang', language, 'simulate', 'fin-overtakes', '--seed', 'x']);
    app.type('++');
    await app.waitFor('SYN-SENT');
    for (const [columns, rows] of SIZES) await fitInto(app, columns, rows, (screen) => playing.test(screen));
    app.resize(40, 12);
    await app.waitFor((screen) => needs.test(screen.replace(/\s+/g, ' ')));
    expect(app.overflowing()).toEqual([]);
    await fitInto(app, 80, 24, (screen) => playing.test(screen));
    // It has gone on, and keys work as before.
    app.type('G');
    await app.waitFor('2MSL');
    for (const [columns, rows] of SIZES) await fitInto(app, columns, rows, (screen) => screen.includes('2MSL'));
  });

  test('before a ladder begins, with its introduction within its room', async ({ learner }) => {
    const app = await learner.open(['--lang', language, 'simulate', 'fin-overtakes', '--seed', 'intro']);
    app.type(' g');
    await app.waitFor('intro');
    app.resize(60, 20);
    await app.waitFor((screen) => screen.split('\n')[1] === '─'.repeat(60));
    await app.settled();
    // The panel's first line is not written over by the introduction.
    const row = app.lines().findIndex((line) => line.includes('snd.una'));
    if (row !== -1) expect(app.lines()[row]).toMatch(/^ +snd\.una/);
    const rule = app.lines().indexOf(` ${'─'.repeat(58)}`);
    expect(rule).toBeGreaterThan(2);
    expect(
      app
        .lines()
        .slice(rule + 1, -2)
        .join(''),
    ).not.toMatch(/seed|시드|드 intro/);
    await fitInto(app, 80, 24, (screen) => screen.includes('intro'));
  });

  test('in a question, keeping what was typed, and in its verdict', async ({ learner }) => {
    const app = await learner.open(['--lang', language, 'practice', 'ack.above-gap@e2e']);
    app.type('4242');
    const kept = (screen: string) => /❯ ack +4242$/m.test(screen);
    await app.waitFor(kept);
    for (const [columns, rows] of SIZES) await fitInto(app, columns, rows, kept);
    app.resize(40, 12);
    await app.waitFor((screen) => needs.test(screen.replace(/\s+/g, ' ')));
    await fitInto(app, 80, 24, kept);
    app.type(KEYS.enter);
    await app.waitFor((screen) => screen.includes('✗ 4242') && screen.includes(why));
    for (const [columns, rows] of SIZES) await fitInto(app, columns, rows, (screen) => screen.includes('✗'));
    expect(learner.log()).toMatchObject([{ given: { ack: '4242' } }]);
  });

  test('in a narrow verdict with long labels, every explanation can still be read', async ({ learner }) => {
    const question = questionNamed('close.four-segments@e2e');
    const rule = question.wrongRules.find(({ field }) => field === 'closer');
    if (rule === undefined) throw new Error('no wrong rule');
    const app = await learner.open(['--lang', language, 'practice', question.name], { columns: 60, rows: 30 });
    await app.waitFor(/❯ /);
    app.type(answerKeys(question, { closer: rule.value }));
    await app.waitFor(why);
    app.type('e');
    await app.waitFor(says(rule.mistake[language]));
    expect(says(rule.correction[language])(app.screen())).toBe(true);
  });
});
