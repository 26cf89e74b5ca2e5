import { expect, test } from 'vitest';
import { blankScenario } from '../../../src/simulator/sandbox/blank-scenario.ts';
import { refusal } from '../../../src/simulator/sandbox/refusal.ts';
import { act, goOn, type Move, openSandbox, type Sandbox } from '../../../src/simulator/sandbox/sandbox.ts';
import { readScenario } from '../../../src/simulator/scenario-file/reader.ts';
import { scenarioYaml } from '../../../src/simulator/scenario-file/writer.ts';
import type { Conventions } from '../../../src/tcp/conventions.ts';

const connect: Move = { kind: 'call', host: 'client', call: { name: 'connect' } };
const send = (bytes: number): Move => ({ kind: 'call', host: 'client', call: { name: 'send', bytes } });
const conventions = (conventions: Partial<Conventions>): Move => ({
  kind: 'endpoint',
  host: 'server',
  change: { conventions },
});
const open = () => act(openSandbox(blankScenario('listens'), 'seed'), 0, connect);
const readsBack = ({ scenario }: Sandbox) => readScenario(scenarioYaml(scenario), 'x.yaml').ok;

test('what does not fit in a scenario file is refused, and nothing else', () => {
  expect(refusal(open(), 100, send(10_000_000))).toBeNull();
  const full = act(open(), 100, send(5_000_000));
  expect(refusal(full, 200, send(5_000_000))).toBeNull();
  expect(refusal(full, 200, send(5_000_001))?.en).toBe('All sends together would pass 10,000,000 bytes; send less.');
  // It would take the place of what was sent after it.
  expect(refusal(full, 50, send(5_000_001))).toBeNull();
  expect(readsBack(act(full, 200, send(5_000_000)))).toBe(true);
  expect(readsBack(act(full, 200, send(5_000_001)))).toBe(false);
});

test('conventions that do not go together are refused, also where two moves make them so', () => {
  expect(refusal(open(), 5, conventions({ minimumRtoMs: 70_000 }))?.en).toMatch(/^minimum-rto \(70000\) is above/);
  const low = act(open(), 5, conventions({ maximumRtoMs: 1000 }));
  expect(refusal(open(), 5, conventions({ minimumRtoMs: 2000 }))).toBeNull();
  expect(refusal(low, 6, conventions({ minimumRtoMs: 2000 }))?.ko).toMatch(/^minimum-rto\(2000\)/);
  expect(readsBack(act(low, 6, conventions({ minimumRtoMs: 2000 })))).toBe(false);
});

test('as many moves as a file holds', () => {
  const moves = Array.from({ length: 999 }, () => ({
    when: { kind: 'time' as const, ms: 5 },
    afterMs: 0,
    move: { kind: 'next-segment' as const, from: 'client' as const, nth: 1, effect: { kind: 'drop' as const } },
  }));
  const almost = openSandbox({ ...blankScenario('listens'), moves }, 'seed');
  expect(refusal(almost, 10, connect)).toBeNull();
  const all = act(almost, 10, connect);
  expect(readsBack(all)).toBe(true);
  expect(refusal(all, 20, connect)?.en).toMatch(/1,000 moves/);
});

test('a run that has come to its most events takes no more after them, and never hangs', () => {
  const small: Move = { kind: 'endpoint', host: 'server', change: { mss: 1 } };
  let sandbox = act(act(openSandbox(blankScenario('listens'), 'seed'), 0, small), 1, connect);
  sandbox = act(sandbox, 100, send(1_000_000));
  expect(sandbox.trace.ended).toBe('limit');
  expect(refusal(sandbox, sandbox.trace.endMs, connect)?.en).toMatch(/200,000 events/);
  expect(refusal(sandbox, 150, connect)).toBeNull();
});

test('a run that its limit has ended can go on', () => {
  const base = { ...blankScenario('listens'), limitMs: 50 };
  const short = openSandbox(
    {
      ...base,
      actions: [
        ...base.actions,
        { host: 'client', when: { kind: 'time', ms: 40 }, afterMs: 0, call: { name: 'connect' } },
      ],
    },
    'seed',
  );
  expect([short.trace.ended, short.trace.segments.length]).toEqual(['limit', 1]);
  const longer = goOn(short);
  expect([longer.trace.ended, longer.trace.segments.length]).toEqual(['quiet', 3]);
  // Acting beyond the limit would skip what is not known: it is done at the limit.
  const acted = act(short, 500, send(10));
  expect(acted.moves).toEqual([{ ms: 50, move: send(10) }]);
  expect(acted.trace.ended).toBe('quiet');
});
