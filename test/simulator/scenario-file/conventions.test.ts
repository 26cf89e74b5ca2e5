import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CONVENTION_FIELDS, CONVENTION_KEYS, CONVENTION_NAMES } from '../../../src/simulator/convention-keys.ts';
import { conventionsFor } from '../../../src/simulator/resolve.ts';
import type { Scenario } from '../../../src/simulator/scenario.ts';
import { readScenario } from '../../../src/simulator/scenario-file/reader.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import { PROFILES } from '../../../src/tcp/conventions.ts';

const SHORT = 'title: Short\nactions:\n  - { host: client, do: connect }\n';

function read(more: string): Scenario {
  const result = readScenario(`${SHORT}${more}`, 'test.yaml');
  if (!result.ok) throw new Error(result.problems.map(({ line, message }) => `${line}: ${message.en}`).join('\n'));
  return result.scenario;
}

function problems(more: string): { en: string; ko: string }[] {
  const result = readScenario(`${SHORT}${more}`, 'test.yaml');
  if (result.ok) return [];
  return result.problems.map(({ line, message }) => ({ en: `${line}: ${message.en}`, ko: `${line}: ${message.ko}` }));
}

describe('conventions in a scenario file', () => {
  it('are read under the file, and under one end', () => {
    const scenario = read(
      'conventions: { sack: true, delayed-ack: none, initial-ssthresh: 8 }\nserver: { conventions: { user-timeout: 5000 } }',
    );
    expect(scenario.conventions).toEqual({ sack: true, delayedAckMs: null, initialSsthreshSegments: 8 });
    expect(scenario.client.conventions).toEqual({});
    expect(scenario.server.conventions).toEqual({ userTimeoutMs: 5000 });
  });

  it('come before the profile, those of an end before those of the file', () => {
    const scenario = read(
      'profile: linux\nconventions: { minimum-rto: 300, nagle: true }\nclient: { conventions: { minimum-rto: 400 } }',
    );
    const { client, server } = scenario;
    expect(conventionsFor(scenario, client)).toEqual({ ...PROFILES.linux, minimumRtoMs: 400, nagle: true });
    expect(conventionsFor(scenario, server)).toEqual({ ...PROFILES.linux, minimumRtoMs: 300, nagle: true });
  });

  it('leave the short forms of an end in force', () => {
    const scenario = read(
      'conventions: { nagle: true, delayed-ack: 300 }\nclient: { nagle: false, delayed-ack: false }\nmsl: 500',
    );
    const { client, server } = scenario;
    expect(conventionsFor(scenario, client)).toMatchObject({ nagle: false, delayedAckMs: null, mslMs: 500 });
    expect(conventionsFor(scenario, server)).toMatchObject({ nagle: true, delayedAckMs: 300, mslMs: 500 });
  });

  it('take every value that a profile holds, written as the program writes it', () => {
    for (const profile of Object.values(PROFILES)) {
      const lines = CONVENTION_FIELDS.map((field) => {
        const { name, write } = CONVENTION_KEYS[field];
        return `  ${name}: ${(write as (value: unknown) => string)(profile[field])}\n`;
      });
      expect(read(`conventions:\n${lines.join('')}`).conventions).toEqual(profile);
    }
  });

  it('change what a TCP does', () => {
    const waits = (more: string) => {
      const send = '  - { host: client, do: send, bytes: 300, when: client is ESTABLISHED }\n';
      const { segments } = simulate(read(send + more), 'seed');
      const data = segments.find(({ len }) => len > 0);
      return (segments.find(({ from, n }) => from === 'server' && n > 2)?.sentMs ?? 0) - (data?.arrivedMs ?? 0);
    };
    expect(waits('')).toBe(200);
    expect(waits('conventions: { delayed-ack: 120 }')).toBe(120);
    expect(waits('conventions: { delayed-ack: 120 }\nserver: { conventions: { delayed-ack: none } }')).toBe(0);
  });

  it.each([
    ['conventions: { delayd-ack: none }', '4: conventions has no key "delayd-ack"; did you mean "delayed-ack"?'],
    ['conventions: { zzz: 1 }', '4: conventions has no key "zzz"; all of them: seqack simulate --conventions'],
    ['client:\n  conventions:\n    sack: 1', '6: client.conventions.sack is 1; expected true or false.'],
    ['conventions: { out-of-order: keep }', '4: conventions.out-of-order is "keep"; expected one of: hold, discard.'],
    [
      'conventions: { delayed-ack: 500 }',
      '4: conventions.delayed-ack is 500; expected none, or a whole number from 1 to 499.',
    ],
    [
      'conventions: { minimum-rto: 0.5 }',
      '4: conventions.minimum-rto is 0.5; expected a whole number from 1 to 3,600,000.',
    ],
    ['conventions: { msl: null }', '4: conventions.msl is empty; expected a whole number from 1 to 3,600,000.'],
    ['conventions: [sack]', '4: conventions is a list of 1; expected a map such as { delayed-ack: none, sack: true }.'],
    ['sack: true', '4: the scenario has no key "sack"; it is a convention; write conventions: { sack: .. }.'],
    ['client: { sack: true }', '4: client has no key "sack"; it is a convention; write conventions: { sack: .. }.'],
    ['msl: 5\nconventions: { msl: 5 }', '4: msl and conventions.msl say the same thing twice; keep one of them.'],
    [
      'client: { nagle: true, conventions: { nagle: true } }',
      '4: client.nagle and client.conventions.nagle say the same thing twice; keep one of them.',
    ],
    [
      'server:\n  delayed-ack: true\n  conventions: { delayed-ack: 100 }',
      '5: server.delayed-ack and server.conventions.delayed-ack say the same thing twice; keep one of them.',
    ],
    ['conventions: { maximum-rto: 500 }', '4: minimum-rto (1000) is above maximum-rto (500); change one of them.'],
    [
      'profile: linux\nserver: { conventions: { minimum-rto: 200000 } }',
      '5: minimum-rto (200000) is above maximum-rto (120000); change one of them.',
    ],
  ])('%j is refused with its line', (text, problem) => {
    const found = problems(text);
    expect(found.map(({ en }) => en)).toEqual(expect.arrayContaining([problem]));
    for (const { ko } of found) expect(ko).toMatch(/^\d+: [^\n]*[가-힣]/);
  });
});

describe('docs/scenarios.md', () => {
  it('has a row for every convention, and no other', () => {
    const text = readFileSync(new URL('../../../docs/scenarios.md', import.meta.url), 'utf8');
    const section = text.split('## What stacks and books decide differently')[1]?.split('\n## ')[0] ?? '';
    const named = [...section.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, name]) => name);
    expect(named).toEqual(CONVENTION_NAMES);
  });
});

describe('addresses', () => {
  it('may be IPv6; an end without one takes the same version', () => {
    const scenario = read('server: { address: "2001:DB8:0:0::9" }');
    expect([scenario.client.address, scenario.server.address]).toEqual(['2001:db8::1', '2001:DB8:0:0::9']);
    expect(simulate(scenario, 'seed').final.client.state).toBe('ESTABLISHED');
  });
});
