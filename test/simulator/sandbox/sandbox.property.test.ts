import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Move } from '../../../src/simulator/move.ts';
import { play } from '../../../src/simulator/play.ts';
import { blankScenario } from '../../../src/simulator/sandbox/blank-scenario.ts';
import { act, openSandbox, type Sandbox, type TimedMove, takeBack } from '../../../src/simulator/sandbox/sandbox.ts';
import { readScenario } from '../../../src/simulator/scenario-file/reader.ts';
import { scenarioYaml } from '../../../src/simulator/scenario-file/writer.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import type { HostName, Trace } from '../../../src/trace/trace.ts';
import { completeness, violations } from '../invariants.ts';
import { randomScenario } from '../random-scenario.ts';
import { folder, taught } from '../taught.ts';
import { wholeTrace } from '../whole-trace.ts';
import { anyMove, HARMLESS_MS, harmlessMove, timed, withHarmlessMoves } from './random-moves.ts';

const written = [
  ...readdirSync(folder).map((file) => taught(file.replace('.yaml', ''))),
  blankScenario('listens'),
  blankScenario('closed'),
];
const seed = fc.string({ maxLength: 6 });
const ask = (host: HostName, name: 'connect' | 'listen' | 'resume-reading'): Move => ({
  kind: 'call',
  host,
  call: { name },
});

/** What one who watches has seen once `ms` is over. What becomes of a segment later is not seen yet. */
function seenUntil(trace: Trace, ms: number): readonly string[] {
  const { events, segments } = wholeTrace(trace);
  const arrived = (at: number | null): at is number => at !== null && at <= ms;
  const sent = segments.filter((s) => s.sentMs <= ms);
  return [
    ...sent.map((s) => JSON.stringify(arrived(s.arrivedMs) ? s : { ...s, arrivedMs: null, fate: null })),
    ...events.filter((e) => e.ms <= ms).map((event) => JSON.stringify(event)),
  ];
}

/** Acts as told; no move may change what was to be seen up to and including its time. */
function played(opened: Sandbox, moves: readonly TimedMove[]): Sandbox {
  return moves.reduce((before, { ms, move }) => {
    const after = act(before, ms, move);
    const at = after.moves.at(-1)?.ms ?? 0;
    expect(at).toBe(before.trace.ended === 'limit' ? Math.min(ms, before.scenario.limitMs) : ms);
    const seen = new Set(seenUntil(after.trace, at));
    expect(seenUntil(before.trace, at).filter((line) => !seen.has(line))).toEqual([]);
    const events = before.trace.events.filter((e) => e.ms <= at);
    expect(after.trace.events.slice(0, events.length).map((e) => e.kind)).toEqual(events.map((e) => e.kind));
    return after;
  }, opened);
}

function text(trace: Trace): string {
  return JSON.stringify(wholeTrace(trace));
}

test('whatever is done by hand, at any time, changes nothing of what was to be seen by then', () => {
  fc.assert(
    fc.property(fc.constantFrom(...written), seed, timed(anyMove, 6, 3000), (base, seed, moves) => {
      const { moves: made, trace } = played(openSandbox(base, seed), moves);
      expect(['quiet', 'limit']).toContain(trace.ended);
      expect(made.map(({ ms }) => ms)).toEqual(made.map(({ ms }) => ms).sort((a, b) => a - b));
    }),
    { numRuns: 200 },
  );
}, 60_000);

test('saved and read again, it plays to the same trace; opened again, each move can be taken back', () => {
  fc.assert(
    fc.property(fc.constantFrom(...written), seed, timed(anyMove, 8, 5000), (base, seed, moves) => {
      const first = act(openSandbox(base, seed), 0, ask('client', 'connect'));
      const sandbox = moves.reduce((before, { ms, move }) => act(before, ms, move), first);
      const read = readScenario(scenarioYaml(sandbox.scenario), 'saved.yaml');
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      expect(read.scenario).toEqual(sandbox.scenario);
      expect(text(simulate(read.scenario, seed))).toBe(text(sandbox.trace));

      const again = openSandbox(read.scenario, seed);
      expect(again.moves).toEqual(sandbox.moves);
      expect(takeBack(again)?.moves).toEqual(takeBack(sandbox)?.moves);
      expect(takeBack(again)?.scenario.moves).toEqual(sandbox.scenario.moves.slice(0, -1));

      const { final, endMs, ended, events } = play(sandbox.scenario, seed);
      expect({ final, endMs, ended, events }).toEqual({
        final: sandbox.trace.final,
        endMs: sandbox.trace.endMs,
        ended: sandbox.trace.ended,
        events: sandbox.trace.events.length,
      });
    }),
    { numRuns: 200 },
  );
}, 60_000);

/** RCV.NXT + RCV.WND of a connection, at each event; where it is to the left of where it was. */
function shrunk(trace: Trace): string[] {
  const out: string[] = [];
  const edges = new Map<string, number>();
  for (const event of trace.events) {
    if (event.kind === 'lost' || event.after === null || event.after.irs === 0) continue;
    const { connection, irs, rcvNxt, rcvWnd, state } = event.after;
    if (state === 'LISTEN' || state === 'CLOSED' || state === 'SYN-SENT') continue;
    const key = `${event.host}/${connection}/${irs}`;
    const edge = (rcvNxt + rcvWnd - irs) >>> 0;
    const before = edges.get(key) ?? 0;
    if (edge < before) out.push(`${event.host} at ${event.ms}: ${before} -> ${edge}`);
    edges.set(key, Math.max(before, edge));
  }
  return out;
}

test('while the path and the receive buffers change, TCP keeps its rules, no window shrinks (SHLD-14), no byte is lost', () => {
  fc.assert(
    fc.property(randomScenario, seed, timed(harmlessMove, 6, HARMLESS_MS), (base, seed, moves) => {
      const { trace, broken } = violations(withHarmlessMoves(base, moves), seed);
      expect([...broken, ...shrunk(trace), ...completeness(trace)]).toEqual([]);
    }),
    { numRuns: 100 },
  );
}, 60_000);
