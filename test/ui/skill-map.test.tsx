import { scenarios } from 'seqack:scenarios';
import { afterEach, describe, expect, test } from 'vitest';
import type { EventDraft } from '../../src/learning/events/event.ts';
import { skills } from '../../src/questions/catalogue.ts';
import { makeQuestion } from '../../src/questions/make.ts';
import type { Skill } from '../../src/questions/skill.ts';
import { mapOrder, openedBy } from '../../src/questions/skill-map.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { truncate } from '../../src/ui/layout/width.ts';
import type { Route } from '../../src/ui/route.ts';
import { rightKeys } from './question/right-keys.ts';
import { frameOf, KEY, NOON, type Played, play, type Size, widest, world } from './world.tsx';

/** The map of the real skills, and a mixed practice of real questions. */

const engine = { skills, scenarios, makeQuestion, simulate };
const MAP: Route = { screen: 'skills' };
const MIX: Route = { screen: 'practice', names: null };
const DAY = 86_400_000;
const bare = (text: string) => text.replace(/\s/g, '');

type Draft = EventDraft & { readonly at: number };

/** Answers to a skill, right or by a wrong rule, some days ago. */
function answered(skill: string, letters: string, daysAgo = 0): Draft[] {
  return [...letters].map((letter, at) => ({
    kind: 'answer',
    question: `${skill}@${at}`,
    correct: letter === 'R',
    given: {},
    rules: letter === 'U' ? ['M01'] : [],
    hinted: false,
    tookMs: 9000,
    where: 'practice',
    grade: letter === 'R' ? 3 : 1,
    at: NOON - daysAgo * DAY - (letters.length - at) * 60_000,
  }));
}

const [root, ...rest] = mapOrder(skills).filter(({ after }, at) => at === 0 || after.length > 0) as [Skill, ...Skill[]];
const [weak, due] = rest.filter(({ after }) => after.length === 1 && after[0] === root.id) as [Skill, Skill];
/** The root strong, one that builds on it weak, another due. */
const drafts = [
  ...answered(due.id, 'RRR', 60),
  ...answered(root.id, 'RRR', 60),
  ...answered(weak.id, 'RU', 2),
  ...answered(root.id, 'R'),
];

const SIZES = [
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

let app: Played | undefined;
afterEach(() => app?.close());

async function open(route: Route, options: Parameters<typeof world>[0] = {}, size?: Size) {
  const made = world({ engine, drafts, ...options });
  app = await play(route, made, size);
  return { ...made, ...app };
}

describe('the skill map', () => {
  describe.each(SIZES)('at $columns x $rows', (size) => {
    test.each([
      { language: 'en', isWeak: 'weak', isDue: 'due', isStrong: 'known', after: 'Builds on', opens: 'Opens' },
      {
        language: 'ko',
        isWeak: '약함',
        isDue: '복습할 때',
        isStrong: '익힘',
        after: '바탕이 되는 유형',
        opens: '다음에 열리는 유형',
      },
    ] as const)('in $language begins at what is weak, and names what it builds on and opens', async (expected) => {
      const { language, isWeak, isDue, isStrong, after, opens } = expected;
      const frame = await frameOf(MAP, world({ language, engine, drafts }), size);
      expect(widest(frame)).toBeLessThanOrEqual(size.columns);
      expect(frame.split('\n')).toHaveLength(size.rows);
      const lines = frame.split('\n');
      const rowOf = (skill: Skill) => lines.find((text) => /[○●]/.test(text) && text.includes(skill.title[language]));
      expect(rowOf(weak)).toMatch(/^ *❯/);
      expect(rowOf(weak)).toContain(isWeak);
      expect(rowOf(due)).toContain(isDue);
      expect(rowOf(root)).toContain(isStrong);
      // What the chosen one builds on is marked where it stands, and named below, and so is what it opens.
      expect(rowOf(root)).toMatch(/^ *▲ ○/);
      const below = bare(lines.slice(lines.findLastIndex((text) => text.includes(weak.id))).join(''));
      expect(below).toContain(bare(`▲ ${after}: ${root.title[language]} (${isStrong})`));
      const [opened] = openedBy(weak.id, skills);
      expect(below).toContain(bare(`▼ ${opens}: ${opened?.title[language]}`));
    });
  });

  test.each(['en', 'ko'] as const)(
    'in %s has every skill with its state at 60 columns, each step above the next',
    async (language) => {
      const frame = await frameOf(MAP, world({ language, engine, drafts }), { columns: 60, rows: 400 });
      const rows = frame.split('\n').filter((text) => /[○●]/.test(text));
      expect(rows).toHaveLength(skills.length);
      for (const [at, { title }] of mapOrder(skills).entries()) {
        expect(rows[at]).toContain(`○ ${truncate(title[language], 36, '')}`);
        expect(rows[at]).toMatch(/ (locked|new|weak|due|learning|known|잠김|새 유형|약함|복습할 때|익히는 중|익힘) *$/);
      }
    },
  );

  test('of the chosen skill the whole title stands below, however long', async () => {
    const long = {
      ko: '아주 길어서 한 줄에 다 들어가지 않는 문제 유형',
      en: 'As long a title as any skill is ever to have',
    };
    const titled = skills.map((skill) => (skill.id === weak.id ? { ...skill, title: long } : skill));
    for (const language of ['en', 'ko'] as const) {
      const made = world({ language, engine: { ...engine, skills: titled }, drafts });
      const lines = (await frameOf(MAP, made, { columns: 60, rows: 20 })).split('\n');
      expect(lines.find((text) => text.includes('❯'))).toContain('…');
      expect(lines.find((text) => text.startsWith(' ── '))).toContain(` ${long[language]} `);
    }
  });

  test('wide enough, tells of each what it builds on', async () => {
    const frame = await frameOf(MAP, world({ engine, drafts }), { columns: 120, rows: 40 });
    expect(frame).toContain(`after ${root.title.en}`);
  });

  test('for a screen reader without pictures, in ASCII with nothing else', async () => {
    const spoken = await frameOf(MAP, world({ engine, drafts }), { columns: 80, rows: 24, linear: true });
    expect(spoken).not.toMatch(/[─-▟❯▲▼]/);
    for (const { title } of skills) expect(spoken).toContain(title.en);
    const ascii = await frameOf(MAP, world({ engine, drafts, ascii: true }), { columns: 80, rows: 24 });
    expect(ascii).toMatch(/^[\n\x20-\x7e]*$/);
  });

  test('Enter practises the chosen skill, locked or not; marked ones together; x a mix', async () => {
    const last = mapOrder(skills).at(-1);
    const { press } = await open(MAP);
    expect(await press('G\r')).toContain(`${last?.id}@`);
    await press(KEY.escape);
    await press('gj \r');
    expect(await press('s')).toContain('1 of 9');
    await press(KEY.escape);
    expect(await press('x')).toContain('1 of 10');
  });
});

describe('a mixed practice', () => {
  const asked = (frame: string) => /([a-z.-]+)@([\w-]+)/.exec(frame) ?? [];

  /** Answers the question on the screen rightly and goes on; what then is on the screen. */
  async function answerRight({ frame, press }: Pick<Played, 'frame' | 'press'>): Promise<string> {
    const [name] = asked(frame());
    for (const field of makeQuestion(name ?? '').fields) await press(`${rightKeys(field)}\r`);
    return press('\r');
  }

  test('begins with the first skill of the map, tells why, and stays with it until another is open', async () => {
    const few = skills.filter(({ id, after }) => id === root.id || after.includes(root.id));
    const played = await open(MIX, { drafts: [], engine: { ...engine, skills: few } });
    expect(played.frame()).toContain('── new: a good place to begin ──');
    expect(asked(played.frame())[1]).toBe(root.id);
    const second = await answerRight(played);
    expect(second).toContain('2 of 10');
    expect(second).toContain('── learning: 1 of the 3 right answers it takes ──');
    expect(asked(second)[1]).toBe(root.id);
    await answerRight(played);
    const fourth = await answerRight(played);
    expect(fourth).toContain('── new: you know what it builds on ──');
    expect(asked(fourth)[1]).not.toBe(root.id);
    expect(played.events.filter(({ kind }) => kind === 'answer')).toHaveLength(3);
  });

  test('asks ten, never the same twice running, each open and with its reason', async () => {
    const played = await open(MIX);
    let before = '';
    for (let number = 1; number <= 10; number++) {
      expect(played.frame()).toContain(`${number} of 10`);
      expect(played.frame()).toMatch(/── (weak|due|learning|new|known): [^─]+ ──/);
      const [, skill = ''] = asked(played.frame());
      expect(skill).not.toBe(before);
      before = skill;
      await answerRight(played);
    }
    expect(played.frame()).toContain('10 questions answered, 10 right.');
    // Going on means another ten.
    expect(await played.press('\r')).toContain('11 of 20');
  }, 60_000);

  test('chooses another skill for one passed over, and goes on after it was left', async () => {
    const { frame, press } = await open(MIX);
    const [, first] = asked(frame());
    const next = await press('s');
    expect(next).toContain('1 of 9');
    expect(asked(next)[1]).not.toBe(first);
    expect(next).toMatch(/── (weak|due|learning|new|known): /);
    const [name] = asked(next);
    for (const field of makeQuestion(name ?? '').fields) await press(`${rightKeys(field)}\r`);
    // Left with the verdict on the screen: the next question is not chosen yet.
    expect(await press(KEY.escape)).toContain('1 question answered');
    const on = await press('\r');
    expect(on).toContain('2 of 9');
    expect(asked(on)[0]).not.toBe(name);
  });

  test.each([
    ['en', /── (weak|due|known|new)/],
    ['ko', /── (약함|복습|익힘|새 유형)/],
  ] as const)('tells why at 60 columns too, in %s', async (language, why) => {
    for (const size of SIZES) {
      const frame = await frameOf(MIX, world({ language, engine, drafts }), size);
      expect(frame).toMatch(why);
      expect(widest(frame)).toBeLessThanOrEqual(size.columns);
      expect(frame.split('\n')).toHaveLength(size.rows);
    }
    const spoken = await frameOf(MIX, world({ language, engine, drafts }), { columns: 80, rows: 24, linear: true });
    expect(spoken).toMatch(new RegExp(why.source.replace('── ', '^'), 'm'));
  });
});
