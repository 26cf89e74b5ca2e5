import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readScenario } from '../../../src/simulator/scenario-file/reader.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import { knownFrames } from './truth.ts';

function framesOf(name: string, at: 'client' | 'server') {
  const file = `${name}.yaml`;
  const read = readScenario(readFileSync(new URL(`../../../content/scenarios/${file}`, import.meta.url), 'utf8'), file);
  if (!read.ok) throw new Error(file);
  return knownFrames(simulate(read.scenario, 'a'), at, false);
}

test('a copy from the connection before is named as that', () => {
  const frames = framesOf('old-duplicate-rfc6528', 'server');
  const copy = frames.find(({ traced }) => traced.origin === 'copy')!;
  const original = frames.find(({ traced }) => traced.n === copy.traced.repeats)!;
  expect(original.conversation).toBe(1);
  expect(copy.conversation).toBe(2);
  expect(copy.analysis.findings).toEqual([{ kind: 'network-copy', of: original.captured.frame }]);
});

test('what answers a SYN of a host that has forgotten its connection belongs to that connection', () => {
  const numbers = framesOf('half-open', 'client').map(({ conversation, traced }) => [conversation, ...traced.flags]);
  const answer = numbers.findIndex(([conversation], i) => i > 0 && conversation === 1 && numbers[i - 1]![0] === 2);
  // RFC 9293 Figure 9: the ACK of the old connection, and the RST that ends it.
  expect(numbers.slice(answer, answer + 2)).toEqual([
    [1, 'ACK'],
    [1, 'RST'],
  ]);
});
