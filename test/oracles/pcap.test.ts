import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EndpointSpec } from '../../src/simulator/scenario.ts';
import { readScenario } from '../../src/simulator/scenario-file/reader.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { Conventions } from '../../src/tcp/conventions.ts';
import { HOST_NAMES, type HostName } from '../../src/trace/trace.ts';
import { randomScenario } from '../simulator/random-scenario.ts';
import { merged, type NamedRun, takenForClient } from './captures.ts';
import { ANY_ANOMALY, checkArguments, EXPECTATIONS } from './expectations.ts';
import { isExplained } from './explained.ts';
import { checkPcap, fieldsOf, missingTools, type Violation, violations } from './judges.ts';

/*
 * Every export is judged by programs that know nothing of this one: tshark's checksums, dissection and analysis, and
 * rules of the RFCs that tshark does not know.
 */

const folder = new URL('../../content/scenarios/', import.meta.url);
const SEEDS = ['a', 'b', 'c'];
const RANDOM_RUNS = 40;
/** Judges wait for each other, and for whatever else the machine does. */
const TIMEOUT_MS = 120_000;

function runsOf(name: string): NamedRun[] {
  const read = readScenario(readFileSync(new URL(`${name}.yaml`, folder), 'utf8'), `${name}.yaml`);
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.problems)}`);
  return SEEDS.map((seed) => ({ name, trace: simulate(read.scenario, seed) }));
}

const names = readdirSync(folder).map((file) => file.replace('.yaml', ''));
const cases = names.flatMap((name) => HOST_NAMES.map((at) => [name, at] as const));

test('every scenario says what its captures show', () => {
  expect(Object.keys(EXPECTATIONS).sort()).toEqual(names.sort());
});

if (missingTools.length > 0) {
  const checks = cases.length + 4 * HOST_NAMES.length;
  console.warn(`${missingTools.join(', ')} is missing: ${checks} capture checks were skipped`);
}

/** What is found at one end, in each group of runs by which end readers take for the client. */
async function violationsAt(runs: readonly NamedRun[], at: HostName): Promise<readonly Violation[]> {
  const groups = HOST_NAMES.map((role) => {
    const group = runs.filter(({ trace }) => (takenForClient(trace, at) === at) === (role === 'client'));
    return group.length === 0 ? [] : violations(merged(group, at), role);
  });
  return (await Promise.all(groups)).flat();
}

describe.skipIf(missingTools.length > 0)('captures of the scenarios', () => {
  const runs = names.flatMap(runsOf);

  test.concurrent.each(cases)(
    '%s at the %s is what tshark finds',
    async (name, at) => {
      const own = runs.filter((run) => run.name === name);
      const wanted = EXPECTATIONS[name]![at];
      const { exitCode, output } = await checkPcap(merged(own, at), checkArguments(wanted, own.length));
      expect(exitCode, output).toBe(0);
    },
    TIMEOUT_MS,
  );

  test.concurrent.each([
    ['client', ['0.100000000', '0.140000000', '0.140000000']],
    ['server', ['0.120000000', '0.120000000', '0.160000000']],
  ] as const)(
    'the handshake at the %s has the times of the run, and tshark reads its round trip',
    async (at, times) => {
      const run = runs.filter(({ name }) => name === 'handshake').slice(0, 1);
      const frames = await fieldsOf(merged(run, at), ['frame.time_epoch', 'tcp.analysis.initial_rtt']);
      expect(frames.map(([time]) => time)).toEqual(times);
      expect(frames.at(-1)).toEqual([times[2], '0.040000000']);
    },
    TIMEOUT_MS,
  );

  test.concurrent.each(HOST_NAMES)(
    'at the %s break no rule that holds for them',
    async (at) => {
      const broken = await violationsAt(runs, at);
      const rules = (name: string) => [
        ...new Set(broken.filter((one) => one.run.name === name).map(({ rule }) => rule)),
      ];
      const lines = broken.map(({ run, line }) => `${run.name}: ${line}`).join('\n');
      for (const name of names)
        expect(rules(name).sort(), lines).toEqual([...(EXPECTATIONS[name]![at].void ?? [])].sort());
    },
    TIMEOUT_MS,
  );
});

describe.skipIf(missingTools.length > 0)('captures of random runs', () => {
  const scenarios = fc.sample(randomScenario, { seed: 1, numRuns: RANDOM_RUNS });
  const played = (over: Partial<Conventions>): NamedRun[] =>
    scenarios.map((scenario, i) => {
      const [client, server] = [scenario.client, scenario.server].map((end) => ({
        ...end,
        conventions: { ...end.conventions, ...over },
      })) as [EndpointSpec, EndpointSpec];
      return { name: `random ${i}`, trace: simulate({ ...scenario, client, server }, String(i)) };
    });
  // Without timestamps the rules follow every segment (see explained.ts); with them they also judge the timestamps.
  const sets = [
    ['as they are', {}],
    ['with SACK and window scaling, without timestamps', { sack: true, windowScaling: true, timestamps: false }],
  ] as const;

  test.concurrent.each(sets.flatMap((set) => HOST_NAMES.map((at) => [...set, at] as const)))(
    '%s, at an end, are well formed and break no rule (%o, %s)',
    async (_, conventions, at) => {
      const runs = played(conventions);
      const { exitCode, output } = await checkPcap(merged(runs, at), ANY_ANOMALY);
      expect(exitCode, output.slice(-2000)).toBe(0);
      const broken = await violationsAt(runs, at);
      const unexplained = broken.filter((violation) => !isExplained(violation, at));
      expect(unexplained.map(({ run, line }) => `${run.name}: ${line}`)).toEqual([]);
    },
    TIMEOUT_MS,
  );
});
