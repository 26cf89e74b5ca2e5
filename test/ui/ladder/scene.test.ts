import { describe, expect, test } from 'vitest';
import { ladderRows } from '../../../src/trace/ladder.ts';
import { ladderStyle } from '../../../src/trace/plain.ts';
import type { Trace } from '../../../src/trace/trace.ts';
import { playbackOf } from '../../../src/ui/components/ladder/playback.ts';
import {
  follower,
  linesFrom,
  linesUpTo,
  sceneDrawer,
  seenRows,
  timeRows,
} from '../../../src/ui/components/ladder/scene.ts';
import { type Line, lineCells } from '../../../src/ui/layout/line.ts';
import { played, stormy } from '../../trace/plays.ts';

const WIDTH = 78;

function sceneOf(trace: Trace) {
  const playback = playbackOf(trace);
  const rows = timeRows(ladderRows(trace, { marks: true }), playback);
  const style = ladderStyle(trace, { width: WIDTH, language: 'en', numbers: 'absolute', ascii: false });
  return { playback, rows, draw: sceneDrawer(style) };
}

const text = (lines: readonly Line[]) => lines.map((spans) => spans.map((one) => one.text).join('')).join('\n');

describe('a row at a time', () => {
  const { playback, rows, draw } = sceneOf(played('whole'));
  const syn = rows.find(({ row }) => row.kind === 'segment');
  if (syn === undefined) throw new Error('no segment');
  const at = (share: number) => text(draw(syn, syn.showAt + share * (syn.settledAt - syn.showAt)));

  test('is not there before it is sent', () => {
    expect(seenRows(rows, syn.showAt - 1)).not.toContain(syn);
    expect(seenRows(rows, syn.showAt)).toContain(syn);
  });

  test('grows while it is in flight, and its state comes with its arrival', () => {
    const drawn = [0, 0.3, 0.6, 0.9, 1].map(at);
    const lengths = drawn.map((line) => line.split('─').length);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    expect(new Set(lengths).size).toBe(lengths.length);
    for (const line of drawn.slice(0, -1)) expect(line).not.toContain('SYN-RECEIVED');
    expect(drawn.at(-1)).toContain('▶│ SYN-RECEIVED');
  });

  test('at the end everything stands as in the whole ladder', () => {
    const shown = text(seenRows(rows, playback.endAt).flatMap((row) => draw(row, playback.endAt)));
    for (const state of ['LISTEN', 'ESTABLISHED', 'FIN-WAIT-2', 'LAST-ACK', 'TIME-WAIT', 'CLOSED']) {
      expect(shown).toContain(state);
    }
    expect(shown).toContain('… 240 s later');
  });
});

test('a lost segment comes half the way', () => {
  const { rows, draw } = sceneOf(played('lost'));
  const lost = rows.find(({ row }) => row.kind === 'segment' && row.crossing === 'lost');
  if (lost === undefined) throw new Error('nothing lost');
  expect(text(draw(lost, (lost.showAt + lost.settledAt) / 2))).not.toContain('✗');
  expect(text(draw(lost, lost.settledAt))).toContain('✗');
});

test('a segment that nothing shows to have arrived comes to rest all the same, the last one too', () => {
  const whole = played('whole');
  const last = whole.segments.length;
  const isUnseen = (n: number) => n === 3 || n === last;
  const segments = whole.segments.map((segment) =>
    isUnseen(segment.n) ? { ...segment, fate: 'unknown' as const, arrivedMs: null } : segment,
  );
  const sent = whole.events.findIndex((event) => event.kind === 'send' && event.segment === last);
  const events = whole.events
    .slice(0, sent + 1)
    .filter((event) => !(event.kind === 'arrive' && isUnseen(event.segment)));
  const { rows, draw, playback } = sceneOf({ ...whole, segments, events });
  for (const n of [3, last]) {
    const row = rows.find(({ row: one }) => one.kind === 'segment' && one.segment.n === n);
    if (row === undefined) throw new Error('no such row');
    expect(row.settledAt).toBeLessThanOrEqual(playback.endAt);
    expect(text(draw(row, playback.endAt))).not.toMatch(/[▶◀]/);
  }
});

test('every line of every moment is as wide as the ladder', () => {
  for (const trace of [played('finOvertakes'), stormy('1'), stormy('2')]) {
    const { playback, rows, draw } = sceneOf(trace);
    for (let at = 0; at <= playback.endAt; at += 700) {
      for (const line of seenRows(rows, at).flatMap((row) => draw(row, at))) expect(lineCells(line)).toBe(WIDTH);
    }
  }
});

describe('the window', () => {
  const { playback, rows, draw } = sceneOf(stormy('4'));
  const HEIGHT = 11;

  test('follows the newest row: it is always seen, and the ladder stands still between jumps', () => {
    const follow = follower(HEIGHT, draw);
    let before = 0;
    let jumps = 0;
    for (let count = 1; count <= rows.length; count++) {
      const seen = rows.slice(0, count);
      const top = follow(seen);
      expect(top).toBeGreaterThanOrEqual(before);
      if (top > before) jumps++;
      before = top;
      const { lines, above } = linesFrom(seen, top, playback.endAt, HEIGHT, draw);
      expect(lines.length).toBeLessThanOrEqual(HEIGHT);
      expect(text(lines)).toContain(text(draw(seen.at(-1) ?? rows[0]!, playback.endAt)));
      expect(above).toBe(top > 0);
    }
    expect(jumps).toBeGreaterThan(1);
    expect(jumps).toBeLessThan(rows.length / 3);
  });

  test('begins at the same row however it was reached', () => {
    const stepwise = follower(HEIGHT, draw);
    for (let count = 1; count <= rows.length; count++) stepwise(rows.slice(0, count));
    const atOnce = follower(HEIGHT, draw);
    for (const count of [rows.length, 20, 5, 12]) {
      expect(atOnce(rows.slice(0, count))).toBe(stepwise(rows.slice(0, count)));
    }
  });

  test('scrolled to a row it ends with it and says what is beyond', () => {
    const bottom = 12;
    const { lines, above, below } = linesUpTo(rows, bottom, playback.endAt, HEIGHT, draw);
    expect(lines).toHaveLength(HEIGHT);
    expect(text(lines).endsWith(text(draw(rows[bottom]!, playback.endAt)))).toBe(true);
    expect([above, below]).toEqual([true, true]);
    const start = linesUpTo(rows, 0, playback.endAt, HEIGHT, draw);
    expect(start.lines).toHaveLength(HEIGHT);
    expect([start.above, start.below]).toEqual([false, true]);
  });
});
