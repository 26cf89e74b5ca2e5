import { afterEach, describe, expect, test } from 'vitest';
import type { Language } from '../../src/language.ts';
import type { InterviewEvent } from '../../src/learning/events/event.ts';
import type { Route } from '../../src/ui/route.ts';
import { frameOf, KEY, type Played, play, type Size, type World, type WorldOptions, widest, world } from './world.tsx';

const DONE = '\u0004';
const HERE: Route = { screen: 'interview-question', module: 'handshake', question: 'why-three' };

let app: Played | undefined;
afterEach(() => app?.close());

async function open(route: Route, made: World = world(), size?: Size) {
  app?.close();
  app = await play(route, made, size);
  return { ...made, ...app, interviews: () => made.events.filter(isInterview) };
}

function isInterview(event: World['events'][number]): event is InterviewEvent {
  return event.kind === 'interview';
}

describe('an interview question', () => {
  test('is answered, graded by ticking, followed up and summed up', async () => {
    const { press, interviews, frame } = await open(HERE);
    expect(frame()).toContain('question');
    await press('Both ISNs,');
    await press(KEY.enter);
    expect(await press('and both are ready?')).toMatch(/Both ISNs,\n and both are ready\?/);
    const check = await press(DONE);
    expect(check).toContain('❯ [ ] both ISNs exchanged and confirmed ≈ guess: seems mentioned');
    expect(check).toMatch(/\[ \] a SYN takes one number\n/);
    expect(check).toContain('[ ] a guarantee of being ready ≈ guess');
    expect(check).not.toContain('[x]');

    expect(await press(' ')).toContain('❯ [x] both ISNs');
    expect(await press('jjj ')).toContain('❯ [x] a guarantee of being ready');
    expect(await press(KEY.enter)).toMatch(/follow-up 1 of 1[\s\S]*Why not two\?/);
    expect(interviews().at(-1)).toMatchObject({
      what: 'graded',
      followUp: null,
      text: 'Both ISNs,\nand both are ready?',
      marks: { must: [0], bonus: [], traps: [0] },
      of: { must: 2, bonus: 1, traps: 1 },
    });

    await press('the server is not confirmed');
    expect(await press(DONE)).toContain('❯ [ ] The ISN of the server stays unconfirmed. ≈ guess');
    const summary = await press(KEY.enter);
    for (const text of ['1 of 2 points made', '✗ a SYN takes one number', '✗ a guarantee', '+ old duplicate SYNs'])
      expect(summary).toContain(text);
    expect(summary).toContain('To exchange and confirm both ISNs.');
    expect(interviews().filter(({ what }) => what === 'graded')).toHaveLength(2);
    expect(new Set(interviews().map(({ run }) => run)).size).toBe(1);
    expect(await press('G')).toMatch(/✗ Why not two\?\n +The ISN of the server/);

    expect(await press('r')).toContain('Answer as in the interview');
    await press('x');
    await press(KEY.escape);
    expect(new Set(interviews().map(({ run }) => run)).size).toBe(2);
  });

  test('every letter is text while it is written, and nothing is a verdict', async () => {
    const { press } = await open(HERE);
    expect(await press('q?Lx 한글 ㅂ')).toContain(' q?Lx 한글 ㅂ');
    expect(await press('\u001B[200~pasted\r\nlines\tof q\u0007\u001B[201~')).toMatch(/ㅂpasted\n lines {2}of q/);
    expect(await press(`${KEY.up}${KEY.up}!\u0017`)).toMatch(/\n lines {2}of q/);
  });

  test.each(['esc', 'ctrl+c', 'closed'])('left while writing by %s, it comes back', async (how) => {
    const made = world();
    const first = await open(HERE, made);
    await first.press('half an ans');
    if (how === 'closed') first.close();
    else await first.press(how === 'esc' ? KEY.escape : '\u0003');
    expect(first.interviews()).toMatchObject([{ what: 'draft', text: 'half an ans', marks: null, followUp: null }]);
    const second = await open(HERE, made);
    expect(second.frame()).toContain('half an ans');
    expect(second.frame()).toContain('You go on where you left.');
    // Nothing new, nothing logged.
    await second.press(KEY.escape);
    expect(second.interviews()).toHaveLength(1);
  });

  test('left while grading or before a follow-up, it goes on there', async () => {
    const made = world();
    const first = await open(HERE, made);
    await first.press('ISN');
    await first.press(DONE);
    await first.press(`${KEY.down} `);
    await first.press('q');
    const second = await open(HERE, made);
    expect(second.frame()).toContain('[x] a SYN takes one number');
    expect(await second.press('e')).toContain(' ISN');
    await second.press(DONE);
    await second.press(KEY.enter);
    await second.press(KEY.escape);
    const third = await open(HERE, made);
    expect(third.frame()).toContain('Why not two?');
    // And from the first question again, on request.
    expect(await third.press('\u0012')).toContain('Why three steps?');
  });

  test('what the log holds reaches the terminal without its control characters', async () => {
    const made = world();
    const text = 'bell\u0007 and \u001b[2Jclear';
    const of = { must: 2, bonus: 1, traps: 1 };
    const marks = { must: [], bonus: [], traps: [] };
    const draft = {
      kind: 'interview',
      what: 'draft',
      module: 'handshake',
      question: 'why-three',
      followUp: null,
    } as const;
    made.services.store.append({ ...draft, run: 'a', text, marks, of, tookMs: 1 });
    const { press, frame } = await open(HERE, made);
    const frames = [frame(), await press('e'), await press(DONE), await press(KEY.enter), await press(DONE)];
    frames.push(await press(KEY.enter), await press('G'));
    expect(frames[0]).toContain('bell and [2Jclear');
    expect(frames[1]).toContain('bell and [2Jclear');
    for (const shown of frames) expect(shown).not.toMatch(/\u0007|\u001b\[2J/);
  });

  test('an answer given aloud needs no text', async () => {
    const { press } = await open(HERE);
    const check = await press(DONE);
    expect(check).toContain('nothing written');
    expect(check).toContain('Tick what you really said.');
    expect(check).not.toContain('guess');
  });
});

describe('choosing a question', () => {
  test('tells what was answered and begun, and begins at the first that was not', async () => {
    const made = world();
    const answered = { kind: 'interview', what: 'graded', module: 'handshake', question: 'why-three' } as const;
    const of = { must: 2, bonus: 1, traps: 1 };
    const marks = { must: [1], bonus: [], traps: [] };
    for (const followUp of [null, 0])
      made.services.store.append({ ...answered, followUp, run: 'a', text: '', marks, of, tookMs: 1 });
    made.clock.now += 3 * 24 * 3_600_000;
    const { press, frame } = await open({ screen: 'interview', module: null }, made);
    expect(frame()).toMatch(/Why three steps\? +1 of 2 points, 3 d ago/);
    expect(frame()).toMatch(/Closing[^\n]*\n ❯ Why three steps\?/);
    await press(KEY.enter);
    await press('x');
    await press(KEY.escape);
    expect(app?.frame()).toMatch(/❯ Why three steps\? +begun/);
  });

  test('is a way from home, and from the questions of a concept', async () => {
    const home = await open({ screen: 'home' });
    expect(home.frame()).toMatch(/Interview +answer in your own words/);
    expect(await home.press('i')).toContain('❯ Why three steps?');
    const concept = await open({ screen: 'module', module: 'close', part: 'interview' });
    expect(await concept.press('a')).toContain('Answer as in the interview');
  });
});

const SIZES = [
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

const WORDS = {
  en: { check: ['A good answer has', 'Your answer', 'guess'], done: ['Points you missed', 'A model answer'] },
  ko: { check: ['꼭 들어가야 할 것', '내 답', '추측'], done: ['빠뜨린 핵심', '모범 답'] },
} as const;

/** A world in which the question was left while its answer, a long one, was graded; or after the last follow-up. */
function left(language: Language, options: Partial<WorldOptions> = {}): World {
  const made = world({ language, ...options });
  const of = { must: 2, bonus: 1, traps: 1 };
  const text = '서버의 ISN을 확인합니다. The ISNs have to be confirmed, 그래야 양쪽이 준비됩니다.\n'.repeat(2);
  const base = {
    kind: 'interview',
    module: 'handshake',
    question: 'why-three',
    run: 'a',
    text,
    of,
    tookMs: 1,
  } as const;
  made.services.store.append({
    ...base,
    what: 'draft',
    followUp: null,
    marks: { must: [0], bonus: [], traps: [] },
  });
  return made;
}

describe.each(SIZES)('at $columns x $rows', (size) => {
  test.each(['en', 'ko'] as const)('the points fit in %s', async (language) => {
    const frame = await frameOf(HERE, left(language), size);
    for (const text of WORDS[language].check) expect(frame).toContain(text);
    expect(frame).toContain('[x]');
    expect(widest(frame)).toBeLessThanOrEqual(size.columns);
    expect(frame.split('\n')).toHaveLength(size.rows);
  });

  test.each(['en', 'ko'] as const)('the summary and a long text fit in %s', async (language) => {
    const { press } = await open(HERE, left(language), size);
    const writing = await press('e');
    expect(widest(writing)).toBeLessThanOrEqual(size.columns);
    await press(DONE);
    await press(KEY.enter);
    await press(DONE);
    const summary = await press(KEY.enter);
    const pages = [summary, await press('\u0006'), await press('G')];
    for (const text of WORDS[language].done) expect(pages.join('\n')).toContain(text);
    for (const page of pages) expect(widest(page)).toBeLessThanOrEqual(size.columns);
  });
});

test.each(['en', 'ko'] as const)('for a screen reader and in ASCII in %s', async (language) => {
  const linear = await frameOf(HERE, left(language), { columns: 80, rows: 24, linear: true });
  for (const text of WORDS[language].check) expect(linear).toContain(text);
  expect(linear).not.toMatch(/[─-▟❯≈]/);
  const ascii = await frameOf(HERE, left(language, { ascii: true }), { columns: 80, rows: 24 });
  expect(ascii).toContain('~ ');
  expect(ascii.replace(/[가-힣·]/g, '')).not.toMatch(/[^\n\x20-\x7e§]/);
});

test.each([
  ['en', 'missed: ', 'answer: '],
  ['ko', '놓침: ', '답: '],
] as const)('read aloud in %s, whether a follow-up was answered is a word', async (language, missed, answer) => {
  const { press } = await open(HERE, left(language), { columns: 80, rows: 24, linear: true });
  await press(KEY.enter);
  await press(DONE);
  const summary = await press(KEY.enter);
  expect(summary).toContain(`- ${missed}`);
  expect(summary).toContain(`  ${answer}`);
  expect(summary).not.toMatch(/^[x+] /m);
});
