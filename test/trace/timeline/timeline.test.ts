import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { blankScenario } from '../../../src/simulator/sandbox/blank-scenario.ts';
import { act, openSandbox } from '../../../src/simulator/sandbox/sandbox.ts';
import { rowTimes } from '../../../src/trace/timeline/moment.ts';
import type { TracedSegment } from '../../../src/trace/trace.ts';
import { anyMove, timed } from '../../simulator/sandbox/random-moves.ts';
import { played, stormy } from '../plays.ts';
import { type Drawn, drawn, type Look, lifelines, middle, SCENARIOS, scenarioTrace, textRows } from './drawn.ts';

const looks = fc.record({
  width: fc.integer({ min: 58, max: 200 }),
  zoom: fc.constantFrom(0, 1, 2, 4, 8),
  language: fc.constantFrom('ko' as const, 'en' as const),
  numbers: fc.constantFrom('absolute' as const, 'relative' as const),
  ascii: fc.boolean(),
});
const seeds = fc.integer({ min: 0, max: 999 }).map((n) => `seed-${n}`);

/** Every scenario, a network that loses, copies and reorders, and whatever can be done by hand, in any look. */
function always(check: (drawn: Drawn, look: Look) => void): void {
  for (const name of SCENARIOS) {
    fc.assert(
      fc.property(looks, seeds, (look, seed) => check(drawn(scenarioTrace(name, seed), look), look)),
      { numRuns: 2 },
    );
  }
  fc.assert(
    fc.property(looks, seeds, (look, seed) => check(drawn(stormy(seed), look), look)),
    { numRuns: 25 },
  );
  fc.assert(
    fc.property(looks, timed(anyMove, 14, 3000), (look, moves) => {
      const blank = openSandbox(blankScenario('listens'), 'x');
      const { trace } = moves.reduce((before, { ms, move }) => act(before, ms, move), blank);
      if (trace.segments.length <= 250) check(drawn(trace, look), look);
    }),
    { numRuns: 25 },
  );
}

test('no line is wider or narrower than it may be, and the lifelines are straight', () => {
  always((one, { width, ascii }) => {
    for (const row of textRows(one)) {
      expect(stringWidth(row)).toBe(width);
      expect(lifelines(row, one)).toMatch(ascii ? /^(\|\||::)$/ : /^(││|┊┊)$/);
      if (ascii === true) expect(row.replace(/[가-힣]/g, '')).toMatch(/^[\x20-\x7e]*$/);
    }
  });
});

test('every event at a lifeline has one row, in its order, and time never goes back', () => {
  always(({ trace, timeline }) => {
    const rows = timeline.rows.filter(({ content }) => !['label', 'silence', 'passing'].includes(content.kind));
    const expected = trace.events.flatMap((event, index) => {
      const shown = event.kind === 'timer' ? event.timer !== 'delayed-ack' : /^(send|arrive|call)$/.test(event.kind);
      return shown ? [index] : [];
    });
    expect(rows.map(({ event }) => event)).toEqual(expected);
    const times = timeline.rows.map(({ ms }) => ms);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});

test('every state that a host takes on stands beside the row it follows from', () => {
  always(({ trace, timeline }) => {
    for (const host of ['client', 'server'] as const) {
      const shown = timeline.rows.flatMap(({ states }) => states[host]?.event ?? []);
      expect(shown).toEqual([...shown].sort((a, b) => a - b));
      for (const row of timeline.rows) {
        const state = row.states[host];
        if (state === undefined) continue;
        expect(trace.events[state.event]).toMatchObject({ kind: 'state', host, to: state.state });
        const cause = trace.events.findLastIndex(
          (event, index) => index < state.event && event.host === host && /^(send|arrive|call|timer)$/.test(event.kind),
        );
        expect(row.event).toBe(cause);
      }
      const last = trace.events.findLast((event) => event.kind === 'state' && event.host === host);
      if (last?.kind === 'state') {
        expect(timeline.rows.findLast(({ states }) => states[host] !== undefined)?.states[host]?.state).toBe(last.to);
      }
    }
  });
});

test('every segment leaves once, and arrives once where it is delivered, later', () => {
  always(({ trace, timeline }) => {
    for (const { n, origin, arrivedMs, sentMs } of trace.segments) {
      const copy = origin === 'copy' && !timeline.leaves.has(n);
      const arrives = timeline.arrives.get(n);
      if (!copy) expect(timeline.rows[timeline.leaves.get(n) ?? -1]?.ms).toBe(sentMs);
      expect(arrives === undefined).toBe(arrivedMs === null || arrivedMs > trace.endMs);
      if (arrives === undefined) continue;
      expect(timeline.rows[arrives]?.ms).toBe(arrivedMs);
      if (!copy) expect(arrives).toBeGreaterThan(timeline.leaves.get(n) ?? Number.POSITIVE_INFINITY);
    }
  });
});

/** Follows the drawing of a segment from the head at its receiver back to where it left, without looking at the layout. */
function walkBack(grid: readonly (readonly string[])[], arrival: number, { from }: TracedSegment): number | null {
  const step = from === 'client' ? -1 : 1;
  const cells = grid[arrival] ?? [];
  let column = from === 'client' ? cells.length - 1 : 0;
  expect(cells[column]).toBe(from === 'client' ? '▶' : '◀');
  for (column += step; !/[╰╯╌]/.test(cells[column] ?? '╌'); column += step) {
    if (/[│▶◀╮╭✗┊]/.test(cells[column] ?? '')) throw new Error(`no line across: ${cells.join('')}`);
  }
  if (cells[column] === '╌') return null;
  for (let row = arrival - 1; row >= 0; row--) {
    const found = grid[row]?.[column] ?? '';
    if (/[╮╭┬]/.test(found)) return row;
    // Words of another segment, or of a call, may stand over the line.
    const words = /#\d|\(|[가-힣a-z]/.test(grid[row]?.join('') ?? '');
    if (!/[│┼┊]/.test(found) && !words) throw new Error(`no line down at ${column}: ${grid[row]?.join('')}`);
  }
  return -1;
}

test('the line of a segment leads from its sending to its arrival', () => {
  let followed = 0;
  let open = 0;
  always((one, { ascii }) => {
    if (ascii === true) return;
    const grid = textRows(one).map((row) => middle(row, one));
    for (const segment of one.trace.segments) {
      const arrival = one.timeline.arrives.get(segment.n);
      if (arrival === undefined) continue;
      const from = walkBack(grid, arrival, segment);
      if (from === null) open++;
      else followed++;
      const sender = segment.origin === 'copy' ? (segment.repeats ?? segment.n) : segment.n;
      if (from !== null) expect(from).toBe(one.timeline.leaves.get(sender));
    }
  });
  expect(followed).toBeGreaterThan(500);
  // Only what finds no room is drawn in two parts.
  expect(open).toBeLessThan(followed / 5);
});

test('segments of one direction that keep their order do not cross; each that overtakes does', () => {
  for (const name of SCENARIOS) {
    const one = drawn(scenarioTrace(name, '1'), { width: 118 });
    const rows = textRows(one);
    const { lanes } = one.timeline.rows.reduce(
      (sum, row) => ({ lanes: [...sum.lanes, ...row.lanes.filter((lane) => !sum.lanes.includes(lane))] }),
      { lanes: [] as (typeof one.timeline.rows)[number]['lanes'][number][] },
    );
    for (const lane of lanes) {
      if (lane.toRow === Number.POSITIVE_INFINITY) continue;
      const crossed = lanes.filter(
        (other) =>
          other.segment.from === lane.segment.from &&
          other.segment.origin === 'tcp' &&
          other.fromRow < lane.fromRow &&
          other.toRow > lane.toRow,
      );
      const content = one.timeline.rows[lane.toRow]?.content;
      if (content?.kind === 'arrives' && content.label.spans.length > 0) continue;
      const arrival = middle(rows[lane.toRow] ?? '', one);
      for (const other of crossed) expect(arrival[other.column]).toBe('┼');
    }
  }
});

test('what a row shows depends on nothing that happens later', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SCENARIOS),
      looks,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (name, look, share) => {
        const trace = scenarioTrace(name, '1');
        const cut = { ...trace, events: trace.events.slice(0, Math.ceil(share * trace.events.length)) };
        const part = textRows(drawn(cut, look));
        const whole = textRows(drawn(trace, look));
        // The last row may still get a state.
        expect(whole.slice(0, Math.max(0, part.length - 3))).toEqual(part.slice(0, Math.max(0, part.length - 3)));
      },
    ),
    { numRuns: 40 },
  );
});

describe('the pictures', () => {
  const picture = (rows: readonly string[], from: number, to: number) =>
    rows
      .slice(from, to)
      .map((row) => row.trimEnd())
      .join('\n');

  test('a simultaneous close: the FINs cross', () => {
    const rows = textRows(drawn(played('simultaneousClose'), { width: 78 }));
    expect(`\n${picture(rows, 8, 17)}`).toBe(`
0.140   FIN-WAIT-1 │ close()                                    │
                   │── #4 FIN,ACK seq 1 ack 1 ────────╮         │
                   │                                  │ close() │ FIN-WAIT-1
                   │       ╭─ #5 FIN,ACK seq 1 ack 1 ─┼─────────│
0.150              │       │                          ╰────────▶│ CLOSING
                   │       │  ╭─────────── #6 ACK seq 2 ack 2 ──│
           CLOSING │◀──────╯  │                                 │
                   │──────────┼─ #7 ACK seq 2 ack 2 ──╮         │
0.160    TIME-WAIT │◀─────────╯                       │         │`);
  });

  test('a segment that is overtaken is crossed', () => {
    const one = drawn(played('finOvertakes'), { width: 78 });
    const rows = textRows(one);
    const late = one.trace.segments.find(({ from, len }) => from === 'server' && len === 600);
    const fin = one.trace.segments.find(({ from, flags }) => from === 'server' && flags.includes('FIN'));
    const arrival = rows[one.timeline.arrives.get(fin?.n ?? 0) ?? -1];
    expect(arrival).toMatch(/│◀─+┼─+╯/);
    expect(one.timeline.arrives.get(late?.n ?? 0)).toBeGreaterThan(one.timeline.arrives.get(fin?.n ?? 0) ?? 0);
  });

  test('a retransmission names its original, and a lost segment dies on its way', () => {
    const rows = textRows(drawn(played('lost'), { width: 78 })).join('\n');
    expect(rows).toMatch(/#4 PSH,ACK .* lost ─+✗/);
    expect(rows).toMatch(/again #4/);
    expect(textRows(drawn(played('lost'), { width: 78, language: 'ko' })).join('\n')).toMatch(/재전송 #4/);
  });

  test('a copy goes its own way from where the network made it', () => {
    const one = drawn(played('twice'), { width: 118 });
    const rows = textRows(one);
    expect(rows.some((row) => /#4 PSH,ACK .*┬─+╮/.test(row))).toBe(true);
    expect(rows.some((row) => /╰─ #5 .*copy #4 ─+▶/.test(row))).toBe(true);
  });

  test('a forged segment does not come from the lifeline of the end that it claims to be', () => {
    const rows = textRows(drawn(played('forged'), { width: 78 })).join('\n');
    expect(rows).toMatch(/│ ╌ #6 RST seq \d+ forged ─+╮/);
    expect(rows).toMatch(/│── #3 ACK/);
  });

  test('what is followed is set off without colour too', () => {
    const rows = textRows(drawn(played('lost'), { width: 78 }), undefined, new Set([4, 7])).join('\n');
    expect(rows).toMatch(/══ #4 /);
    expect(rows).toMatch(/╚═+▶/);
    expect(rows).toMatch(/── #5 /);
  });

  test('a silence is cut short and says how long it was', () => {
    expect(textRows(drawn(played('whole'), { width: 78 })).join('\n')).toMatch(/┊ … 240 s later +┊/);
  });
});

describe('the moments', () => {
  const one = drawn(stormy('1'), { width: 78, zoom: 1 });
  const times = rowTimes(one.timeline, (event) => event * 100);
  const end = (times.at(-1) ?? 0) + 1;

  test('rows come one after the other, and stand in the end as in the whole', () => {
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const moments = Array.from({ length: 200 }, (_, i) => (end * i) / 199);
    const seen = moments.map((at) => textRows(one, { times, at, moving: true }));
    const counts = seen.map((rows) => rows.length);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    for (const row of seen.flat()) expect(stringWidth(row)).toBe(78);
    expect(textRows(one, { times, at: end, moving: false })).toEqual(textRows(one));
  });

  test('a segment moves on with the time: first across, then down, then across', () => {
    const flight = drawn(played('whole'), { width: 78, zoom: 1 });
    const clock = rowTimes(flight.timeline, (event) => event * 100);
    const left = flight.timeline.leaves.get(1) ?? 0;
    const there = flight.timeline.arrives.get(1) ?? 0;
    const start = clock[left] ?? 0;
    const arrived = clock[there] ?? 0;
    const shown = [0.1, 0.3, 0.6, 0.9].map((share) =>
      textRows(flight, { times: clock, at: start + share * (arrived - start), moving: true }),
    );
    const heads = shown.map((rows) => rows.findIndex((row) => /[▶▼]/.test(row)));
    expect(heads).toEqual([...heads].sort((a, b) => a - b));
    expect(heads[0]).toBe(left);
    expect(shown.flat().join('\n')).not.toContain('SYN-RECEIVED');
    expect(textRows(flight, { times: clock, at: arrived, moving: true }).at(there)).toContain('▶│ SYN-RECEIVED');
  });

  test('without motion a segment stands where it is, and nothing has a head on its way', () => {
    for (const at of [1000, 2000, 3000]) {
      expect(textRows(one, { times, at, moving: false }).join('\n')).not.toMatch(/▼|▶ [^│]/);
    }
  });
});
