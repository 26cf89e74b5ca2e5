import { describe, expect, test } from 'vitest';
import { HOST_NAMES, type Trace } from '../../../src/trace/trace.ts';
import { panelHeight, panelLines } from '../../../src/ui/components/ladder/panel.ts';
import { playbackOf } from '../../../src/ui/components/ladder/playback.ts';
import { lineCells } from '../../../src/ui/layout/line.ts';
import { wordsOf } from '../../../src/ui/text/words.ts';
import { played, stormy } from '../../trace/plays.ts';

function panelAt(trace: Trace, step: number, width: number, language: 'ko' | 'en', numbers: 'absolute' | 'relative') {
  const words = wordsOf(language).watch;
  const found = playbackOf(trace).steps.at(step);
  const hosts = HOST_NAMES.map((host) => ({ name: words.hosts[host], snapshot: found?.after[host] ?? null }));
  return panelLines(hosts, { width, numbers, digits: 10, nowMs: found?.ms ?? 0, words });
}

const text = (lines: ReturnType<typeof panelLines>) =>
  lines.map((spans) => spans.map((one) => one.text).join('')).join('\n');

describe.each([58, 78, 118])('at %i columns', (width) => {
  test.each(['ko', 'en'] as const)('no line is too wide, and their number never changes (%s)', (language) => {
    for (const trace of [played('whole'), played('finOvertakes'), stormy('1')]) {
      for (let step = 0; step < playbackOf(trace).steps.length; step++) {
        for (const numbers of ['absolute', 'relative'] as const) {
          const lines = panelAt(trace, step, width, language, numbers);
          expect(lines).toHaveLength(panelHeight(width));
          for (const line of lines) expect(lineCells(line)).toBeLessThanOrEqual(width);
        }
      }
    }
  });
});

test('the variables are those of the moment', () => {
  const trace = played('finOvertakes');
  const { steps } = playbackOf(trace);
  const held = steps.findIndex(({ after }) => after.client?.heldFin !== null && after.client !== null);
  const panel = text(panelAt(trace, held, 78, 'en', 'absolute'));
  expect(panel).toContain('snd.una');
  expect(panel).toMatch(/client ESTABLISHED +7301 +7301 +9401/);
  expect(panel).toContain('holds FIN 10001');
  expect(text(panelAt(trace, held, 78, 'en', 'relative'))).toMatch(/client ESTABLISHED +301 +301 +401/);
});

test('TIME-WAIT counts down', () => {
  const trace = played('whole');
  const panel = text(panelAt(trace, -2, 78, 'en', 'absolute'));
  expect(panel).toContain('TIME-WAIT');
  expect(panel).toContain('2MSL over in 240 s');
  expect(text(panelAt(trace, -2, 78, 'ko', 'absolute'))).toContain('2MSL 만료까지 240초');
});

test('what is not known yet is not shown as a number', () => {
  const trace = played('whole');
  const connect = trace.events.findIndex((event) => event.kind === 'call' && event.call.name === 'connect');
  const step = playbackOf(trace).steps.findIndex(({ event }) => event === connect);
  expect(text(panelAt(trace, step, 78, 'en', 'absolute'))).toMatch(/SYN-SENT +4294966000 +\d+ +- +- +-/);
});
