import { scenarios } from 'seqack:scenarios';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/simulator/simulate.ts';
import { relativeBases } from '../../../src/trace/relative.ts';
import type { Trace } from '../../../src/trace/trace.ts';
import { playbackOf } from '../../../src/ui/components/ladder/playback.ts';
import { happening } from '../../../src/ui/text/happenings.ts';
import { NOTES, toldNotes } from '../../../src/ui/text/notes.ts';
import { played, stormy } from '../../trace/plays.ts';

function tell(trace: Trace, shown: 'absolute' | 'relative' = 'absolute') {
  const numbers = { shown, bases: relativeBases(trace) };
  return playbackOf(trace).steps.map(({ event, last, after }) =>
    happening(trace, event, last, after[trace.events[event]?.host ?? 'client'], numbers),
  );
}

describe('every step is told in both languages', () => {
  const traces: [string, Trace][] = [
    ...Object.entries(scenarios).map(([name, scenario]): [string, Trace] => [name, simulate(scenario, 'a')]),
    ...['1', '2', '3'].map((seed): [string, Trace] => [`stormy ${seed}`, stormy(seed)]),
  ];
  test.each(traces)('%s', (_, trace) => {
    for (const { text, rfc } of tell(trace)) {
      expect(text.en).toMatch(/^[A-Z0-9].*[.]$/);
      expect(text.ko).toMatch(/[가-힣].*[.]$/);
      expect(`${text.en} ${text.ko}`).not.toMatch(/undefined|NaN|null|\?/);
      for (const section of rfc) expect(section).toMatch(/^RFC \d{4}( §[\d.]+)?$/);
    }
  });
});

test('the words fit the event', () => {
  const said = tell(played('whole')).map(({ text }) => text.en);
  expect(said).toContain('The client sends SYN (#1): seq 4294966000.');
  expect(said).toContain('The client sends 500 bytes (#4): seq 4294966001, ack 4025865494.');
  expect(said.at(-1)).toBe("The client's TIME-WAIT is over after 2 MSL. The client: TIME-WAIT → CLOSED.");
  const relative = tell(played('whole'), 'relative').map(({ text }) => text.ko);
  expect(relative).toContain('클라이언트가 SYN을 보냅니다(#1): seq 0.');
  expect(relative).toContain('클라이언트가 데이터 500바이트를 보냅니다(#4): seq 1, ack 1.');
  expect(relative).toContain('서버가 SYN,ACK를 보냅니다(#2): seq 0, ack 1.');
  const lost = tell(played('lost')).map(({ text }) => text.ko);
  expect(lost).toContain('클라이언트가 데이터 500바이트를 다시 보냅니다(#7): seq 4294966001, ack 820015.');
  expect(lost.some((text) => /^#\d+[이가] 네트워크에서 유실됩니다\./.test(text))).toBe(true);
  const stormyTold = ['1', '2', '3'].flatMap((seed) => tell(stormy(seed))).map(({ text }) => text.en);
  expect(stormyTold.some((text) => /^Segment #\d+ arrives at the (client|server)\./.test(text))).toBe(true);
  const overtaken = tell(played('finOvertakes')).map(({ text }) => text.en);
  expect(overtaken.some((text) => text.includes('The FIN waits'))).toBe(true);
});

test('every segment that is sent is told by its number, as its arrival is', () => {
  const traces = [...Object.values(scenarios).map((one) => simulate(one, 'a')), stormy('1'), stormy('2')];
  for (const trace of traces) {
    const { steps } = playbackOf(trace);
    const told = tell(trace);
    for (const [at, { event }] of steps.entries()) {
      const cause = trace.events[event];
      if (cause?.kind !== 'send') continue;
      const { ko, en } = told[at]?.text ?? { ko: '', en: '' };
      expect(ko).toContain(`니다(#${cause.segment}): `);
      expect(en).toContain(` (#${cause.segment}): `);
    }
  }
});

test('a timer that ends the connection says so', () => {
  const gaveUp = simulate(scenarios['lost-syn'] ?? scenarios.handshake!, 'a');
  const cut: Trace = {
    ...gaveUp,
    events: [
      { kind: 'timer', ms: 1, host: 'client', timer: 'retransmission', after: null },
      { kind: 'state', ms: 1, host: 'client', from: 'SYN-SENT', to: 'CLOSED', after: null },
    ],
  };
  expect(tell(cut)[0]?.text.en).toContain('gives up');
});

test('notes that others imply are left out', () => {
  expect(toldNotes(['ack-advanced', 'fin-acked', 'window-updated'])).toEqual(['fin-acked']);
  expect(toldNotes(['window-updated'])).toEqual(['window-updated']);
  expect(Object.keys(NOTES)).toHaveLength(34);
});

test('an ACK that changes nothing is told as such: what a sender may send stays as it was', () => {
  let told = 0;
  for (const trace of [...Object.values(scenarios).map((one) => simulate(one, 'a')), stormy('1'), stormy('2')]) {
    const numbers = { shown: 'absolute' as const, bases: relativeBases(trace) };
    const { steps } = playbackOf(trace);
    for (const [at, { event, last, after }] of steps.entries()) {
      const host = trace.events[event]?.host ?? 'client';
      const { text } = happening(trace, event, last, after[host], numbers);
      const isClosed = text.en.includes('The window is still zero.');
      if (!isClosed && !text.en.includes('It acknowledges nothing new.')) continue;
      const before = steps[at - 1]?.after[host];
      expect([before?.sndUna, before?.sndWnd, before?.rcvNxt]).toEqual([
        after[host]?.sndUna,
        after[host]?.sndWnd,
        after[host]?.rcvNxt,
      ]);
      if (isClosed) told += 1;
    }
  }
  expect(told).toBeGreaterThan(0);
});
