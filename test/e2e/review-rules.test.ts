import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { LearningEvent } from '../../src/learning/events/event.ts';
import { test } from './learner.ts';
import { KEYS } from './terminal.ts';

const DAY = 86_400_000;

const WORDS = [
  {
    language: 'en',
    think: 'Answer in your head',
    leech: 'Forgotten 8 times',
    lesson: '[Lesson]',
    nothing: 'Nothing is due now.',
    ask: 'Take this back?',
    putOff: 'put off until tomorrow',
    good: '3 good',
  },
  {
    language: 'ko',
    think: '머릿속으로 답한 다음',
    leech: '8번 잊은 항목',
    lesson: '[설명]',
    nothing: '지금은 복습할 것이 없습니다.',
    ask: '이 기록을 되돌리시겠습니까?',
    putOff: '내일로 미뤘습니다',
    good: '3 알맞음',
  },
] as const;

/** A card learned and forgotten seven times, due again. */
function sevenLapses(item: string): string {
  const now = Date.now();
  let n = 0;
  const line = (at: number, grade: number) =>
    `${JSON.stringify({ v: 1, id: `lapse-${++n}`, at, kind: 'card', item, grade, tookMs: 4000, where: 'review' })}\n`;
  let log = line(now - 400 * DAY, 4);
  for (let lapse = 0; lapse < 7; lapse++) {
    const at = now - (380 - lapse * 30) * DAY;
    log += line(at, 1) + line(at + 700_000, 3);
  }
  return log;
}

function kinds(log: readonly LearningEvent[]): string[] {
  return log.slice(15).map((event) => (event.kind === 'item' ? event.what : event.kind));
}

describe.each(WORDS)('the rules of a review ($language)', ({ language, ...words }) => {
  test('a leech is told, read about and suspended; put off, and all of it undone after a restart', async ({
    learner,
  }) => {
    writeFileSync(join(learner.data, 'learning.jsonl'), sevenLapses('card:tcp/byte-stream'));
    writeFileSync(join(learner.data, 'settings.json'), JSON.stringify({ newPerDay: 0 }));
    const app = await learner.open(['--lang', language, 'review']);
    await app.waitFor(words.think);
    app.type(' ');
    await app.waitFor(words.good);
    app.type('1');
    await app.waitFor(words.leech);
    app.type('l');
    await app.waitFor(words.lesson);
    app.type(KEYS.escape);
    await app.waitFor(words.leech);
    app.type('!');
    await app.waitFor((screen) => !screen.includes(words.leech));
    expect(kinds(learner.log()).filter((kind) => kind !== 'lesson')).toEqual(['card', 'suspended']);
    app.signal('SIGKILL');
    await app.exited;

    const again = await learner.open(['--lang', language, 'review']);
    await again.waitFor(words.nothing);
    again.type('u');
    await again.waitFor(words.ask);
    again.type(KEYS.enter);
    // Taken up again: its minutes of learning go on.
    await again.waitFor(words.think);
    again.type('b');
    await again.waitFor(words.putOff);
    again.type('u');
    await again.waitFor(words.think);
    // Now the lapse itself.
    again.type('u');
    await again.waitFor(words.ask);
    again.type(KEYS.enter);
    await again.waitFor(words.think);
    again.type(' ');
    await again.waitFor(words.good);
    again.type('3');
    await again.waitFor((screen) => !screen.includes(words.good));
    const log = learner.log();
    expect(kinds(log).filter((kind) => kind !== 'lesson')).toEqual([
      'card',
      'suspended',
      'undo',
      'buried',
      'undo',
      'undo',
      'card',
    ]);
    expect(log.at(-1)).toMatchObject({ kind: 'card', grade: 3 });
    again.type(KEYS.ctrlC);
    expect((await again.exited).exitCode).toBe(0);
  });
});
