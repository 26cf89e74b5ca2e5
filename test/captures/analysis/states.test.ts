import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readScenario } from '../../../src/simulator/scenario-file/reader.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import type { State } from '../../../src/tcp/state.ts';
import { HOST_NAMES, type HostName, peerOf, type Trace } from '../../../src/trace/trace.ts';
import { randomScenario } from '../../simulator/random-scenario.ts';
import { type KnownFrame, knownFrames } from './truth.ts';

/*
 * Every state that is claimed, held against what the simulated host was in: at the end where the capture was taken, right
 * then; at the other end, by then.
 */

const folder = new URL('../../../content/scenarios/', import.meta.url);
const scenarios = readdirSync(folder).map((file) => {
  const read = readScenario(readFileSync(new URL(file, folder), 'utf8'), file);
  if (!read.ok) throw new Error(file);
  return { name: file.replace('.yaml', ''), trace: simulate(read.scenario, 'a') };
});

interface Claim {
  readonly frame: KnownFrame;
  readonly host: HostName;
  readonly state: State;
  readonly near: boolean;
}

/** What is claimed of a capture at one end, where that is known, and where it is left to the times to tell. */
function claims(trace: Trace, at: HostName, isKnown: boolean): Claim[] {
  const [first] = knownFrames(trace, at, false);
  if (first === undefined) return [];
  const role = (frame: KnownFrame, host: HostName) => (frame.from === frame.traced.from ? host : peerOf(host));
  const frames = isKnown ? knownFrames(trace, at, false, { vantage: role(first, at) }) : knownFrames(trace, at, false);
  return frames.flatMap((frame) =>
    HOST_NAMES.flatMap((host) => {
      const state = frame.analysis.states[role(frame, host)];
      return state === null ? [] : [{ frame, host, state, near: isKnown && host === at }];
    }),
  );
}

function isTrue({ frame, host, state, near }: Claim, last: number): boolean {
  const now = frame.now[host];
  if (now.includes(state)) return true;
  if (!near && frame.reached[host].has(state)) return true;
  // The end of TIME-WAIT is on no wire, nor is that of a host that gives up.
  if (now.includes('CLOSED')) return state === 'TIME-WAIT' || state === 'ESTABLISHED';
  // The ports are listened on again, or a connection of before is meant.
  return state === 'CLOSED' && (now.includes('LISTEN') || frame.conversation < last);
}

function falseClaims(trace: Trace, at: HostName, isKnown: boolean): string[] {
  let last = 0;
  return claims(trace, at, isKnown).flatMap((claim) => {
    const { frame, host, state } = claim;
    last = Math.max(last, frame.conversation);
    return isTrue(claim, last) ? [] : [`frame ${frame.captured.frame}: ${host} ${state}, was ${frame.now[host]}`];
  });
}

const cases = scenarios.flatMap(({ name, trace }) => HOST_NAMES.map((at) => ({ name, trace, at })));

test.each(cases)('$name at the $at: no state is claimed that was not', ({ trace, at }) => {
  expect(falseClaims(trace, at, true)).toEqual([]);
  expect(falseClaims(trace, at, false)).toEqual([]);
});

test('at the end where the capture was taken nearly every state is settled', () => {
  const near = cases.flatMap(({ trace, at }) => {
    const frames = knownFrames(trace, at, false);
    const settled = claims(trace, at, true).filter((claim) => claim.near).length;
    return { frames: frames.length, settled };
  });
  const sum = (of: 'frames' | 'settled') => near.reduce((total, one) => total + one[of], 0);
  expect(sum('settled') / sum('frames')).toBeGreaterThan(0.93);
});

test('all eleven states but none that no segment shows are claimed somewhere', () => {
  const all = new Set(cases.flatMap(({ trace, at }) => claims(trace, at, true).map(({ state }) => state)));
  const shown: State[] = ['CLOSED', 'LISTEN', 'SYN-SENT', 'SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2'];
  shown.push('CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT');
  expect([...all].sort()).toEqual(shown.sort());
});

test('random runs with losses, copies and disorder: no state is claimed that was not', () => {
  for (const [i, scenario] of fc.sample(randomScenario, { seed: 3, numRuns: 20 }).entries()) {
    const trace = simulate(scenario, String(i));
    for (const at of HOST_NAMES)
      for (const isKnown of [true, false]) expect(falseClaims(trace, at, isKnown), `${i} at ${at}`).toEqual([]);
  }
});
