import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Scenario } from '../../../src/simulator/scenario.ts';
import { readScenario } from '../../../src/simulator/scenario-file/reader.ts';
import { scenarioYaml } from '../../../src/simulator/scenario-file/writer.ts';
import { folder, taught } from '../taught.ts';

/** The scenario as its own file says it. */
function rewritten(scenario: Scenario): Scenario {
  const text = scenarioYaml(scenario);
  const read = readScenario(text, 'file.yaml');
  if (!read.ok) throw new Error(`${text}\n${JSON.stringify(read.problems)}`);
  return read.scenario;
}

test.each(readdirSync(folder).map((file) => file.replace('.yaml', '')))('%s reads back as it was written', (name) => {
  const scenario = taught(name);
  expect(rewritten(scenario)).toEqual(scenario);
});

const EVERYTHING = `name: everything
title: { ko: 제목, en: Title }
about: { ko: 볼 것, en: What to look at }
profile: linux
conventions: { user-timeout: none, sack: false }
client: { isn: [1, 2], mss: { min: 5, max: 9 }, window: 9, port: 1, address: 2001:db8::7, nagle: true, reads: false }
server: { isn: zero, address: 2001:db8::8, delayed-ack: false, conventions: { nagle: true }, listens: false }
network: { delay: { min: 5, max: 9 }, loss: 0.1, duplicate: 0.2, reorder: 0.3, reorder-by: 70, mark: 0.4 }
actions:
  - { host: client, do: connect, bytes: 5, at: { min: 10, max: 20 } }
  - { host: client, do: send, bytes: { min: 200, max: 900 }, urgent: true, when: client is ESTABLISHED, after: 5 }
  - { host: client, do: send, bytes: 20, push: false, when: client is CLOSED (12th time) }
  - { host: server, do: read, bytes: 100, when: server received 500 bytes }
  - { host: client, do: set-user-timeout, timeout: 70, when: client was acked 500 }
  - { host: server, do: crash, when: server's 22nd data segment was lost }
  - { host: server, do: resume-reading, when: client's fin arrived }
  - { host: server, do: set-receive-buffer, bytes: 77, when: client's 3rd syn-ack sent }
faults:
  - { from: client, segment: data, nth: 2, count: 3, effect: drop }
  - { from: client, segment: data, nth: 2, effect: mark }
  - { from: server, effect: { delay: 60 } }
  - { from: client, segment: syn-ack, nth: 3, effect: { duplicate-after: { min: 1, max: 5000 } } }
forge:
  - { from: client, when: server is ESTABLISHED, flags: [RST, ACK], seq: server rcv.nxt + 10, ack: server snd.una - 1 }
  - { from: server, as: old-duplicate, at: 7, flags: [ACK, URG, ECE], seq: random, len: 20, window: 0, urgent: 7, options: { mss: 9, window-scale: 15, sack-permitted: true, sack: [[server snd.una, 5]], timestamps: [4294967295, client ts.recent - 9] } }
moves:
  - { at: 3, host: client, do: connect }
  - { at: 3, host: client, do: send, bytes: 7, urgent: true }
  - { at: 40000000, host: server, do: set-user-timeout, timeout: 7 }
  - { at: 2, from: server, next: drop }
  - { at: 2, from: client, next: { delay: { min: 1, max: 2 } } }
  - { when: client is ESTABLISHED, after: 3, forge: { from: client, flags: [RST], seq: server rcv.nxt } }
  - { when: client's fin arrived, network: { delay: { min: 1, max: 2 }, loss: 0.5 } }
  - { at: 9, from: client, network: { duplicate: 0, reorder: 1, reorder-by: 2, mark: 0 } }
  - { at: 9, host: server, set: { profile: textbook, conventions: { delayed-ack: none, sack: true }, mss: 7, window: 0 } }
msl: 1000
limit: 5000
`;

test('a file that says everything there is to say reads back as it was written', () => {
  const read = readScenario(EVERYTHING, 'file.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(rewritten(read.scenario)).toEqual(read.scenario);
});

test('what is usual is left out, and nothing else is', () => {
  const text = scenarioYaml(taught('lost-segment'));
  expect(text).not.toMatch(/profile|port|address|reads|listen|limit|moves/);
  expect(text).toMatch(/^ {2}- \{ host: client, do: connect/m);
});
