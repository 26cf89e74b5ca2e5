import { describe, expect, it } from 'vitest';
import type { LearningEvent } from '../../../src/learning/events/event.ts';
import { checkLogs, type Finding, type LogCounts } from '../../../src/learning/log/check-log.ts';
import { memoryBytes } from '../../../src/learning/log/log-bytes.ts';
import { answer, card, DAY, HOUR, interview, lesson, NOON, quiz, undo } from '../events.ts';

function check(...texts: readonly string[]): { findings: Finding[]; counts: LogCounts } {
  const checking = checkLogs(
    texts.map((text) => memoryBytes(Buffer.from(text))),
    NOON + DAY,
  );
  const findings: Finding[] = [];
  for (let next = checking.next(); ; next = checking.next()) {
    if (next.done) return { findings, counts: next.value };
    findings.push(next.value);
  }
}

const line = (event: LearningEvent | Record<string, unknown>) => `${JSON.stringify(event)}\n`;

describe('checking a log', () => {
  it('of nothing finds nothing', () => {
    const counts = {
      lines: 0,
      events: 0,
      kinds: {},
      repeated: 0,
      newer: 0,
      damaged: 0,
      firstAt: null,
      lastAt: null,
    };
    expect(check()).toEqual({ findings: [], counts });
    expect(check('', '\n\n')).toEqual({ findings: [], counts });
  });

  it('counts what is there', () => {
    const given = answer(NOON);
    const events = [
      given,
      card(NOON + 5, 2),
      undo(NOON + 9, given.id),
      quiz(NOON - 7, 1, 2),
      lesson(NOON, 'tcp', 'opened'),
    ];
    const { findings, counts } = check(events.map(line).join(''), line(given) + line(interview(NOON + 8)));
    expect(findings).toEqual([]);
    expect(counts).toEqual({
      lines: 7,
      events: 6,
      kinds: { answer: 1, card: 1, undo: 1, quiz: 1, lesson: 1, interview: 1 },
      repeated: 1,
      newer: 0,
      damaged: 0,
      firstAt: NOON - 7,
      lastAt: NOON + 9,
    });
  });

  it.each<[string, unknown]>([
    ['{"v":1}x', { why: 'not-json' }],
    ['\ufeff{}', { why: 'not-json' }],
    ['[1]', { why: 'no-object' }],
    ['null', { why: 'no-object' }],
    ['{}', { why: 'missing', field: 'v' }],
    ['{"v":"1","kind":"card"}', { why: 'wrong', field: 'v' }],
    ['{"v":1,"id":"a","at":1}', { why: 'missing', field: 'kind' }],
    ['{"v":0,"id":"a","at":1,"kind":"quiz"}', { why: 'wrong', field: 'v' }],
    [JSON.stringify({ ...answer(NOON), at: undefined }), { why: 'missing', field: 'at' }],
    [JSON.stringify({ ...answer(NOON), id: '' }), { why: 'wrong', field: 'id' }],
    [JSON.stringify({ ...answer(NOON), grade: 5 }), { why: 'wrong', field: 'grade' }],
    [JSON.stringify({ ...answer(NOON), given: { ack: 5 } }), { why: 'wrong', field: 'given.ack' }],
    [
      JSON.stringify({ ...interview(NOON), marks: { must: [-1], bonus: [], traps: [] } }),
      { why: 'wrong', field: 'marks.must.0' },
    ],
  ])('says what is wrong with %s', (text, damage) => {
    const { findings, counts } = check(`${line(card(NOON, 3))}${text}\n${line(card(NOON, 3))}`);
    expect(findings).toEqual([{ log: 0, line: 2, what: 'damaged', damage }]);
    expect(counts).toMatchObject({ lines: 3, events: 2, damaged: 1 });
  });

  it('tells what is not damage from what is', () => {
    const given = answer(NOON, { id: 'a' });
    const text = [
      line({ ...given, correct: false }),
      line({ v: 2, kind: 'answer' }),
      line({ ...card(NOON + 2 * DAY + HOUR, 1) }),
      line(undo(NOON, 'gone')),
      line(undo(NOON, 'a')),
      `${line(card(NOON, 4)).slice(0, 9)}\n`,
    ].join('');
    const { findings, counts } = check(line(given), `${text}{"v":1,"id"`);
    expect(findings).toEqual([
      { log: 1, line: 1, what: 'conflict', id: 'a', first: { log: 0, number: 1, start: 0 } },
      { log: 1, line: 2, what: 'newer' },
      { log: 1, line: 3, what: 'future', at: NOON + 2 * DAY + HOUR },
      { log: 1, line: 6, what: 'damaged', damage: { why: 'not-json' } },
      { log: 1, line: 7, what: 'torn' },
      { log: 1, line: 4, what: 'undoes-nothing', undoes: 'gone' },
    ]);
    expect(counts).toMatchObject({ newer: 1, damaged: 2 });
  });

  it('finds a half line and its whole after it to be one', () => {
    const whole = line(card(NOON, 4));
    expect(check(`${whole.slice(0, 20)}\n${whole}`)).toMatchObject({
      findings: [{ line: 1, what: 'mended' }],
      counts: { damaged: 0, events: 1 },
    });
  });
});
