import { scenarios } from 'seqack:scenarios';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/simulator/simulate.ts';
import { ladderRows } from '../../src/trace/ladder.ts';
import { traceSoFar } from '../../src/trace/so-far.ts';
import type { Trace } from '../../src/trace/trace.ts';

describe.each(Object.values(scenarios))('$name', (scenario) => {
  const trace = simulate(scenario, 'x');
  const counts = trace.events.map((_, at) => at);

  test('is whole at its end', () => {
    expect(traceSoFar(trace, trace.events.length)).toBe(trace);
  });

  test('holds what was sent until then, numbered as ever', () => {
    for (const count of counts) {
      const { events, segments } = traceSoFar(trace, count);
      expect(events).toEqual(trace.events.slice(0, count));
      expect(segments.map(({ n }) => n)).toEqual(segments.map((_, at) => at + 1));
      const sent = events.flatMap((event) => (event.kind === 'send' ? [event.segment] : []));
      expect(segments.filter(({ origin, repeats }) => origin !== 'copy' || repeats === null).map(({ n }) => n)).toEqual(
        sent,
      );
      for (const { n, fate, arrivedMs } of segments) {
        const arrived = events.some((event) => event.kind === 'arrive' && event.segment === n);
        const lost = events.some((event) => event.kind === 'lost' && event.segment === n);
        expect(fate).toBe(arrived ? 'delivered' : lost ? 'lost' : 'in-flight');
        expect(arrivedMs).toBe(arrived ? trace.segments[n - 1]?.arrivedMs : null);
      }
    }
  });

  test('is drawn as the whole one is up to there', () => {
    for (const count of counts) {
      const drawn = ladderRows(traceSoFar(trace, count), { marks: true });
      const until = ladderRows(trace, { marks: true, until: count });
      expect(drawn.map(({ kind, event }) => [kind, event])).toEqual(until.map(({ kind, event }) => [kind, event]));
    }
  });

  test('its ends stand as they did', () => {
    const last = trace.events.at(-1);
    if (last === undefined) return;
    // One event more, so that the whole of the others is a part.
    const longer: Trace = { ...trace, events: [...trace.events, last], segments: trace.segments };
    const { final, endMs } = traceSoFar(longer, trace.events.length);
    expect(final).toEqual(trace.final);
    expect(endMs).toBe(last.ms);
  });
});
