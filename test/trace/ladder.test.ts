import { describe, expect, test } from 'vitest';
import { type LadderRow, ladderRows } from '../../src/trace/ladder.ts';
import { HOST_NAMES, type Trace } from '../../src/trace/trace.ts';
import { played, stormy } from './plays.ts';

const rowsOf = (trace: Trace) => ladderRows(trace, { marks: true });

/** 'across 4', 'leaves 5', 'close()', '...': enough to see the order of rows. */
function sketch(rows: readonly LadderRow[]): string[] {
  return rows.map((row) => {
    if (row.kind === 'gap') return '...';
    if (row.kind === 'segment') return `${row.crossing} ${row.segment.n}`;
    return row.what.kind === 'call' ? row.what.call.name : row.what.timer;
  });
}

function changes(rows: readonly LadderRow[]): string[] {
  return rows.flatMap((row) =>
    HOST_NAMES.filter((host) => row.changed[host]).map((host) => `${host} ${row.states[host]}`),
  );
}

describe('crossing', () => {
  test('a conversation without crossings has one arrow a segment', () => {
    const rows = rowsOf(played('whole'));
    expect(rows.filter((row) => row.kind === 'segment' && row.crossing !== 'across')).toEqual([]);
  });

  test('simultaneous close: a FIN and an ACK that cross are drawn in two parts', () => {
    const rows = rowsOf(played('simultaneousClose'));
    expect(sketch(rows)).toEqual([
      'listen',
      'connect',
      'across 1',
      'across 2',
      'across 3',
      'close',
      'leaves 4',
      'close',
      'across 5',
      'arrives 4',
      'leaves 6',
      'across 7',
      'arrives 6',
      '...',
      'time-wait',
      'time-wait',
    ]);
    expect(changes(rows).slice(-8)).toEqual([
      'client FIN-WAIT-1',
      'server FIN-WAIT-1',
      'client CLOSING',
      'server CLOSING',
      'server TIME-WAIT',
      'client TIME-WAIT',
      'client CLOSED',
      'server CLOSED',
    ]);
  });

  test('a segment that nothing shows to have arrived only leaves', () => {
    const whole = played('whole');
    const segments = whole.segments.map((segment) =>
      segment.n === 3 ? { ...segment, fate: 'unknown' as const, arrivedMs: null } : segment,
    );
    const events = whole.events.filter((event) => !(event.kind === 'arrive' && event.segment === 3));
    const rows = rowsOf({ ...whole, segments, events });
    expect(sketch(rows).filter((row) => row.endsWith(' 3'))).toEqual(['leaves 3']);
    expect(sketch(rows)).toContain('across 4');
  });

  test('a FIN that overtakes data: the data is drawn where it leaves and where it arrives', () => {
    const rows = sketch(rowsOf(played('finOvertakes')));
    const late = played('finOvertakes').segments.find((segment) => segment.from === 'server' && segment.len === 600);
    expect(late).toBeDefined();
    const [leaves, arrives] = [rows.indexOf(`leaves ${late?.n}`), rows.indexOf(`arrives ${late?.n}`)];
    expect(leaves).toBeGreaterThan(0);
    expect(arrives).toBeGreaterThan(leaves);
    const fin = played('finOvertakes').segments.find((s) => s.from === 'server' && s.flags.includes('FIN'));
    expect(rows.findIndex((row) => row.endsWith(` ${fin?.n}`) && !row.startsWith('leaves'))).toBeLessThan(arrives);
  });

  test('lost segments stay where they were sent', () => {
    const trace = played('lost');
    const lost = trace.segments.filter((segment) => segment.fate === 'lost');
    expect(lost).toHaveLength(2);
    for (const { n } of lost) {
      expect(sketch(rowsOf(trace)).filter((row) => row.endsWith(` ${n}`))).toEqual([`lost ${n}`]);
    }
  });

  test('what changes with a lost segment stands beside it', () => {
    const rows = ladderRows(played('lostReset'), { marks: false });
    const last = rows.at(-1);
    expect(last?.kind === 'segment' && [last.crossing, last.states.client]).toEqual(['lost', 'CLOSED']);
  });

  test('a copy has only an arrival', () => {
    const trace = played('twice');
    const copy = trace.segments.find((segment) => segment.origin === 'copy');
    expect(sketch(rowsOf(trace)).filter((row) => row.endsWith(` ${copy?.n}`))).toEqual([`arrives ${copy?.n}`]);
  });
});

describe('down each lifeline', () => {
  const traces: [string, Trace][] = [
    ...(['whole', 'lost', 'simultaneousClose', 'simultaneousOpen', 'finOvertakes', 'twice', 'forged'] as const).map(
      (name): [string, Trace] => [name, played(name)],
    ),
    ...Array.from({ length: 40 }, (_, i): [string, Trace] => [`stormy ${i}`, stormy(String(i))]),
  ];

  test.each(traces)('%s: every event stands once, states in their order', (_, trace) => {
    const rows = rowsOf(trace);
    for (const host of HOST_NAMES) {
      const ends = rows.flatMap((row) => row.ends[host] ?? []);
      const expected = trace.events.flatMap((event, index) =>
        event.host === host &&
        (event.kind === 'send' ||
          event.kind === 'arrive' ||
          event.kind === 'call' ||
          (event.kind === 'timer' && event.timer !== 'delayed-ack'))
          ? [index]
          : [],
      );
      expect([...ends].sort((a, b) => a - b)).toEqual(expected);
      const states = trace.events.flatMap((event) => (event.kind === 'state' && event.host === host ? [event.to] : []));
      const shown = rows.flatMap((row) => (row.changed[host] ? [row.states[host]] : []));
      // Two changes at once show as the second.
      expect(isSubsequence(shown, states)).toBe(true);
      expect(shown.at(-1) ?? null).toBe(states.at(-1) ?? null);
    }
  });

  test.each(traces)('%s: only pure ACKs are drawn out of order', (_, trace) => {
    for (const host of HOST_NAMES) {
      let latest = -1;
      const rows = rowsOf(trace);
      const isAck = (row: LadderRow) =>
        row.kind === 'segment' && row.segment.len === 0 && row.segment.flags.every((flag) => flag === 'ACK');
      for (const [at, row] of rows.entries()) {
        const end = row.ends[host];
        if (end === null) continue;
        if (end < latest) {
          const above = rows.slice(0, at).filter((one) => (one.ends[host] ?? -1) > end);
          expect(isAck(row) || row.kind === 'mark' || above.every(isAck)).toBe(true);
        }
        latest = Math.max(latest, end);
      }
    }
  });
});

function isSubsequence(part: readonly unknown[], whole: readonly unknown[]): boolean {
  let at = 0;
  for (const one of whole) if (at < part.length && part[at] === one) at++;
  return at === part.length;
}

describe('scope', () => {
  test('until cuts, and a segment under way has no arrival', () => {
    const trace = played('whole');
    const sent = trace.events.findIndex((event) => event.kind === 'send' && event.segment === 2);
    const rows = ladderRows(trace, { until: sent + 1, marks: false });
    expect(sketch(rows)).toEqual(['across 1', 'across 2']);
    expect(rows[1]?.ends.client).toBeNull();
  });

  test('a silence has its length', () => {
    const gap = rowsOf(played('whole')).find((row) => row.kind === 'gap');
    expect(gap?.kind === 'gap' && Math.round(gap.elapsedMs / 1000)).toBe(240);
  });

  test('a forged segment is one row and changes nothing', () => {
    const trace = played('forged');
    const forged = trace.segments.find((segment) => segment.origin === 'forged');
    const row = rowsOf(trace).find((one) => one.kind === 'segment' && one.segment.n === forged?.n);
    expect(row?.changed).toEqual({ client: false, server: false });
  });
});
