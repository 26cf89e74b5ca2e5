import { scenarios } from 'seqack:scenarios';
import { afterEach, describe, expect, test } from 'vitest';
import { skills } from '../../../src/questions/catalogue.ts';
import { makeQuestion } from '../../../src/questions/make.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import type { Route } from '../../../src/ui/route.ts';
import { playedCapture } from '../../captures/survey/played-capture.ts';
import { KEY, type Played, play, type Size, world } from '../world.tsx';
import { recorded, type SlowFile, slowFile } from './files.ts';

const engine = { skills, scenarios, makeQuestion, simulate };
const LOST = recorded('lost_data_rto.pcap');
const FAST = recorded('fast_retransmit_sack.pcap');
const REORDERED = recorded('reordering_mild.server.pcap');
const opened: Route = { screen: 'capture', path: 'a.pcap', at: null, conversation: null };

/** Ctrl+N passes a question over, whatever the field takes. */
const SKIP = '\u000e';

let app: Played | undefined;
afterEach(() => app?.close());

async function open(file: Uint8Array | SlowFile, route: Route = opened, size?: Size) {
  const made = world({
    engine,
    ...(file instanceof Uint8Array ? { captures: { 'a.pcap': file } } : { openCapture: file.open }),
  });
  app = await play(route, made, size);
  return { ...made, ...app };
}

describe('a capture that is being read', () => {
  const file = playedCapture(['lost-segment', 'four-way-close', 'handshake']);

  test('tells how far it is, fills the list meanwhile, and is whole in the end', async () => {
    const slow = slowFile(file);
    const { frame, press } = await open(slow);
    expect(frame()).toContain('Reading 0%');
    expect(frame()).toContain('stop reading');
    slow.give(Math.floor(file.length / 2));
    await press('');
    slow.give(file.length);
    const whole = await press('');
    expect(whole).toContain('3 conversations');
    expect(whole).not.toContain('Reading');
    expect(whole).toContain('enter open');
  });

  test('Esc stops it: what was read stays, and is marked as a part; the second Esc leaves', async () => {
    const slow = slowFile(file);
    const { frame, press } = await open(slow);
    slow.give(Math.floor(file.length / 2));
    await press('');
    const stopped = await press(KEY.escape);
    expect(stopped).toContain('! Reading was stopped at 50%: this is part of the capture.');
    expect(stopped).toContain('conversation');
    expect(stopped).not.toContain('stop reading');
    expect(await press(KEY.enter)).toContain('conversation 1');
    await press(KEY.escape);
    expect(frame()).toContain('Reading was stopped');
    expect(await press(KEY.escape)).toContain('Timed quiz');
  });

  test('does not tick for a screen reader', async () => {
    const slow = slowFile(file);
    const { frame, press } = await open(slow, opened, { columns: 80, rows: 24, linear: true });
    const before = frame();
    slow.give(Math.floor(file.length / 2));
    expect(await press('')).toBe(before);
    slow.give(file.length);
    expect(await press('')).toContain('3 conversations');
  });

  test('leaving it for good ends the reading', async () => {
    const slow = slowFile(file);
    const { press } = await open(slow);
    slow.give(100);
    await press(KEY.escape);
    await press(KEY.escape);
    slow.give(file.length);
    expect(await press('')).toContain('Timed quiz');
    expect(slow.opened()).toBe(1);
  });
});

describe('the path of a capture', () => {
  test.each(['my a.pcap', '  my a.pcap ', '"my a.pcap"', "'my a.pcap'", 'my\\ a.pcap'])(
    'typed as %j',
    async (typed) => {
      const made = world({ engine, captures: { 'my a.pcap': LOST } });
      app = await play({ screen: 'capture-file' }, made);
      await app.press(typed);
      expect(await app.press(KEY.enter)).toContain('12 TCP segments');
    },
  );
});

describe('the list', () => {
  const file = playedCapture(['handshake', 'lost-segment', 'four-way-close']);

  test('is sorted by trouble and by data, and back', async () => {
    const { frame, press } = await open(file);
    const first = () => /❯ (\d)/.exec(frame())?.[1];
    expect(first()).toBe('1');
    expect(await press('s')).toContain('by trouble');
    // The port says which scenario it is.
    expect(frame()).toMatch(/❯ \d 10\.0\.0\.1:50002/);
    expect(await press('s')).toContain('by data');
    expect(await press('s')).toContain('in order');
    expect(first()).toBe('1');
  });

  test('of a damaged file says where it ends', async () => {
    const { frame } = await open(LOST.subarray(0, LOST.length - 10));
    expect(frame()).toMatch(/! unreadable from byte [\d,]+ on, after 11 frames/);
    expect(frame()).toContain('11 TCP segments');
  });

  test('opens the conversation that was asked for by itself, once', async () => {
    const { frame, press } = await open(file, { ...opened, conversation: 2 });
    expect(frame()).toContain('conversation 2');
    expect(await press(KEY.escape)).toContain('3 conversations');
  });

  test('says when there is no conversation of the number asked for', async () => {
    const { frame } = await open(file, { ...opened, conversation: 9 });
    expect(frame()).toContain('! There is no conversation 9: the capture holds 3.');
  });
});

describe('a conversation', () => {
  test('its segments are walked through, remarkable ones jumped to, and each is told of', async () => {
    const { press } = await open(FAST);
    expect(await press(KEY.enter)).toContain('segment 1 of 27');
    const duplicate = await press('n');
    expect(duplicate).toContain('segment 16 of 27');
    expect(duplicate).toContain('! Duplicate number 1 of');
    expect(duplicate).toMatch(/❯ .*duplicate ACK 1/);
    expect(await press('nnn')).toContain('! It sends again what frame 6 carried');
    expect(await press('p')).toContain('segment 18 of 27');
    expect(await press('G')).toContain('segment 27 of 27');
    expect(await press('n')).toContain('segment 27 of 27');
    expect(await press('g')).toContain('segment 1 of 27');
    expect(await press('j')).toContain('segment 2 of 27');
  });

  test('with absolute and relative numbers', async () => {
    const { press, services } = await open(FAST);
    expect(await press(KEY.enter)).toContain('seq 1823137546');
    const relative = await press('a');
    expect(relative).not.toContain('1823137546');
    expect(relative).toMatch(/seq 0 +/);
    expect(services.settings.get().numbers).toBe('relative');
  });

  test('has its analysis whole where it does not fit, when asked', async () => {
    const { press, frame } = await open(REORDERED, opened, { columns: 60, rows: 20 });
    await press(KEY.enter);
    // Not the rule below the ladder, which has the same sign when there are more rows.
    const isCut = () => /[^─ ] +▼$/m.test(frame());
    // To the first finding of which there is more to say than fits.
    for (let i = 0; i < 8 && !isCut(); i++) await press('n');
    const text = () => frame().replace(/\s+/g, ' ');
    const cut = text();
    expect(isCut()).toBe(true);
    await press('e');
    expect(text()).not.toBe(cut);
    expect(isCut()).toBe(false);
    await press('e');
    expect(text()).toBe(cut);
  });

  test('is watched as it was captured', async () => {
    const { press } = await open(FAST);
    await press(KEY.enter);
    const watched = await press('w');
    expect(watched).toContain('Replay');
    // Nobody knows the variables of a TCP from its segments.
    expect(watched).not.toContain('snd.una');
    expect(await press(KEY.escape)).toContain('segment 1 of 27');
  });

  test('of a large one is read once more, from a file whose segments are not kept', async () => {
    const file = playedCapture(['lost-segment', 'handshake']);
    const slow = slowFile(file);
    slow.give(file.length);
    const large: SlowFile = {
      ...slow,
      async *open(path, signal) {
        for await (const piece of slow.open(path, signal)) yield { ...piece, total: 20_000_000 };
      },
    };
    const { press } = await open(large);
    expect(await press('')).toContain('2 conversations');
    expect(slow.opened()).toBe(1);
    await press(KEY.enter);
    expect(await press('')).toContain('conversation 1');
    expect(slow.opened()).toBe(2);
  });

  test('of a small capture is there without reading the file again', async () => {
    const slow = slowFile(FAST);
    const { press } = await open(slow);
    slow.give(FAST.length);
    await press('');
    expect(await press(KEY.enter)).toContain('segment 1 of 27');
    expect(slow.opened()).toBe(1);
  });
});

describe('questions on a conversation', () => {
  test('are asked, answered, logged as practice, and no session is left', async () => {
    const { press, frame, events } = await open(FAST);
    await press(KEY.enter);
    await press(KEY.enter);
    expect(frame()).toMatch(/1 of \d+/);
    expect(frame()).toMatch(/[a-z.-]+@cap-[0-9a-f]{8}/);
    const name = /[a-z.-]+@cap-[\w-]+/.exec(frame())?.[0];
    await press(KEY.escape);
    await press(KEY.enter);
    // Whatever is asked: something that is no answer to anything is wrong, and is logged.
    for (let i = 0; i < 12 && events.length === 0; i++) await press(`1${KEY.enter}`);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ kind: 'answer', where: 'practice' });
    expect(events[0]?.kind === 'answer' && events[0].question).toMatch(/@cap-[0-9a-f]{8}/);
    expect(name).not.toBeUndefined();
    await press(KEY.escape);
    expect(frame()).toContain('1 question answered');
    // Home offers nothing to go on with.
    for (let i = 0; i < 4 && !frame().includes('Timed quiz'); i++) await press(KEY.escape);
    expect(frame()).not.toContain('Go on');
    expect(events.filter(({ kind }) => kind === 'session')).toEqual([]);
  });

  test('a wrong answer is drilled on the same conversation', async () => {
    const { press, frame, events } = await open(FAST);
    await press(KEY.enter);
    await press(KEY.enter);
    const wrong = () => events.some((event) => event.kind === 'answer' && !event.correct);
    // Some take another kind of answer, and are passed over.
    for (let i = 0; i < 40 && !wrong(); i++) await press(i % 4 === 3 ? SKIP : `1${KEY.enter}`);
    expect(wrong()).toBe(true);
    const of = () => Number(/\d+ of (\d+)/.exec(frame())?.[1]);
    const before = of();
    expect(before).toBeGreaterThan(0);
    await press('d');
    expect(of()).toBe(before + 3);
    const missed = events.flatMap((event) => (event.kind === 'answer' && !event.correct ? [event.question] : []));
    const [skill = ''] = missed[0]?.split('@') ?? [];
    const shown = new Set<string>();
    for (let i = 0; i < 30; i++) {
      const [name] = /[a-z.-]+@[\w-]+/.exec(frame()) ?? [];
      if (name !== undefined) shown.add(name);
      await press(SKIP);
    }
    const drilled = [...shown].filter((name) => name.startsWith(`${skill}@`) && !missed.includes(name));
    expect(drilled.length).toBeGreaterThanOrEqual(3);
    for (const name of drilled) expect(name).toMatch(/@cap-[0-9a-f]{8}/);
  });

  test('missed ones are asked again from the capture, and more are made when all are done', async () => {
    const { press, frame, events } = await open(FAST);
    await press(KEY.enter);
    await press(KEY.enter);
    // A question whose answers take no 1 is skipped.
    for (let i = 0; i < 10 && events.length === 0; i++) {
      for (let field = 0; field < 7 && events.length === 0; field++) await press(`1${KEY.enter}`);
      if (events.length === 0) await press(SKIP);
    }
    const [answer] = events;
    const name = answer?.kind === 'answer' ? answer.question : '';
    await press(KEY.escape);
    if (answer?.kind === 'answer' && !answer.correct) {
      expect(frame()).toContain(name);
      await press('m');
      for (let i = 0; i < 15 && !frame().includes(name); i++) await press(SKIP);
      expect(frame()).toContain(name);
    }
    for (let i = 0; i < 30 && frame().includes('@cap-'); i++) await press(SKIP);
    expect(frame()).toContain('answered');
    await press(KEY.enter);
    expect(frame()).toMatch(/@cap-[0-9a-f]{8}/);
  });
});
