import { describe, expect, test } from 'vitest';
import { HOST_NAMES, type Trace } from '../../../src/trace/trace.ts';
import { playbackOf } from '../../../src/ui/components/ladder/playback.ts';
import { sideAt } from '../../../src/ui/components/ladder/side.ts';
import { type SideStyle, sideBySide, sideLines, sideSentence } from '../../../src/ui/components/ladder/side-lines.ts';
import { lineCells, lineText } from '../../../src/ui/layout/line.ts';
import { ladderViewWords } from '../../../src/ui/text/ladder-view.ts';
import { wordsOf } from '../../../src/ui/text/words.ts';
import { glyphsFor } from '../../../src/ui/theme.ts';
import { played, stormy } from '../../trace/plays.ts';
import { SCENARIOS, scenarioTrace } from '../../trace/timeline/drawn.ts';

function styleOf(width: number, language: 'ko' | 'en' = 'en', ascii = false): SideStyle {
  const { timers } = wordsOf(language).watch;
  return {
    width,
    numbers: 'relative',
    glyphs: glyphsFor({ ascii, linear: false }),
    words: ladderViewWords(language),
    timers,
  };
}

/** The side of a host at the first step at which `found` holds for it. */
function sideWhen(trace: Trace, host: 'client' | 'server', found: (side: ReturnType<typeof sideAt>) => boolean) {
  const { steps } = playbackOf(trace);
  const index = steps.findIndex((step, at) => found(sideAt(steps, at, host, step.ms)));
  return { index, steps, side: sideAt(steps, index, host, steps[index]?.ms ?? 0) };
}

const texts = (lines: ReturnType<typeof sideLines>) => lines.map(lineText).join('\n');

test('what is in flight is counted against the smaller of both windows', () => {
  for (const name of SCENARIOS) {
    const { steps } = playbackOf(scenarioTrace(name, '1'));
    steps.forEach((step, index) => {
      for (const host of HOST_NAMES) {
        const side = sideAt(steps, index, host, step.ms);
        const snapshot = step.after[host];
        if (side.kind === 'none' || snapshot === null) continue;
        expect(side.inFlight).toBe((snapshot.sndNxt - snapshot.sndUna + 2 ** 32) % 2 ** 32);
        const handshake = ['SYN-SENT', 'SYN-RECEIVED'].includes(snapshot.state);
        const least = Math.min(snapshot.cwnd, snapshot.sndWnd);
        expect(side.limit?.bytes ?? null).toBe(handshake ? null : least);
        if (side.limit !== null) expect(snapshot[side.limit.by === 'cwnd' ? 'cwnd' : 'sndWnd']).toBe(least);
        const held = snapshot.held.reduce((sum, [start, end]) => sum + ((end - start) >>> 0), 0);
        const drawn = side.strip.filter(({ kind }) => kind === 'held').reduce((sum, { bytes }) => sum + bytes, 0);
        expect(drawn).toBe(held);
        for (const { leftMs, wholeMs } of side.countdowns) expect(leftMs).toBeLessThanOrEqual(wholeMs);
      }
    });
  }
});

describe('a receiver with a gap', () => {
  const trace = scenarioTrace('sack-recovery', '1');
  const { side } = sideWhen(trace, 'server', (one) => one.kind === 'connection' && one.strip.length >= 2);

  test('is a strip: in order, missing, held; with the sizes in words', () => {
    if (side.kind === 'none') throw new Error('no gap');
    const [gap, held] = side.strip;
    const shown = texts(sideLines('server', side, 9, styleOf(36)));
    expect(shown).toMatch(/received +█+·+▓+ /);
    expect(shown).toContain(`gap ${gap?.bytes}, held ${held?.bytes}`);
    const ko = texts(sideLines('서버', side, 9, styleOf(36, 'ko', true)));
    expect(ko).toContain(`빈 곳 ${gap?.bytes}, 보관 ${held?.bytes}`);
    expect(ko.replace(/[가-힣]/g, '')).toMatch(/^[\x20-\x7e\n]*$/);
  });

  test('is a sentence for a screen reader', () => {
    expect(lineText(sideSentence('server', side, styleOf(80)))).toMatch(
      /^server ESTABLISHED: in flight 0 of \d+ allowed, expects \d+, gap \d+, held \d+/,
    );
  });
});

test('a FIN held above a gap is said', () => {
  const { side } = sideWhen(
    played('finOvertakes'),
    'client',
    (one) => one.kind === 'connection' && one.strip.length > 0,
  );
  expect(texts(sideLines('client', side, 9, styleOf(36)))).toMatch(/gap 600, FIN held/);
});

test('a timer counts down from when it was set', () => {
  const { steps, index } = sideWhen(
    played('whole'),
    'client',
    (one) => one.kind === 'connection' && one.state === 'TIME-WAIT',
  );
  const start = steps[index]?.ms ?? 0;
  const half = sideAt(steps, index, 'client', start + 120_000);
  expect(half).toMatchObject({ countdowns: [{ name: 'time-wait', leftMs: 120_000, wholeMs: 240_000 }] });
  expect(texts(sideLines('client', half, 5, styleOf(36)))).toMatch(/2MSL over +█+░+ 120 s/);
});

test('no line is wider than it may be, at any step, and none is more than asked for', () => {
  for (const trace of [
    played('whole'),
    played('finOvertakes'),
    stormy('1'),
    scenarioTrace('zero-window', '1'),
    scenarioTrace('sack-recovery', '1'),
  ]) {
    const { steps } = playbackOf(trace);
    for (const width of [36, 37, 58]) {
      for (const language of ['ko', 'en'] as const) {
        const style = { ...styleOf(width, language), numbers: 'absolute' as const };
        steps.forEach((step, index) => {
          for (const height of [5, 8]) {
            const [left = [], right = []] = HOST_NAMES.map((host) =>
              sideLines(wordsOf(language).watch.hosts[host], sideAt(steps, index, host, step.ms), height, style),
            );
            for (const line of [...left, ...right]) expect(lineCells(line)).toBeLessThanOrEqual(width);
            expect(left.length).toBeLessThanOrEqual(height);
            for (const line of sideBySide(left, right, 2 * width + 2, 2)) {
              expect(lineCells(line)).toBeLessThanOrEqual(2 * width + 2);
            }
          }
        });
      }
    }
  }
});

test('a timer that sends a probe of a shut window again counts down to a probe', () => {
  const trace = scenarioTrace('zero-window', '1');
  const { side } = sideWhen(
    trace,
    'client',
    (one) =>
      one.kind === 'connection' &&
      one.state === 'ESTABLISHED' &&
      one.snapshot.sndWnd === 0 &&
      one.snapshot.timers.some(({ name }) => name === 'retransmission'),
  );
  expect(texts(sideLines('client', side, 9, styleOf(36, 'ko')))).toMatch(/윈도우 탐색 /);
});
