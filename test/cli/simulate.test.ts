import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { meanings } from '../../src/cli/text/conventions.ts';
import { CONVENTION_FIELDS, CONVENTION_KEYS, CONVENTION_NAMES } from '../../src/simulator/convention-keys.ts';
import { freshFolder, run } from './run.ts';

const OWN = `title: { ko: 내 시나리오, en: My own }
client: { isn: [1000] }
server: { isn: [2000] }
actions:
  - { host: client, do: connect }
`;

describe('simulate --json', () => {
  test('prints the trace in its documented form', async () => {
    const { exitCode, stdout, stderr } = await run(['simulate', 'handshake', '--seed', 'x1', '--json']);
    expect([exitCode, stderr]).toEqual([0, '']);
    const trace = JSON.parse(stdout);
    expect(trace).toMatchObject({ version: 1, scenario: 'handshake', seed: 'x1', profile: 'rfc', ended: 'quiet' });
    expect(trace.segments.slice(0, 3)).toMatchObject([
      { n: 1, from: 'client', flags: ['SYN'], seq: 100, ack: null, len: 0, fate: 'delivered' },
      { n: 2, from: 'server', flags: ['SYN', 'ACK'], seq: 200, ack: 101, len: 0, fate: 'delivered' },
      { n: 3, from: 'client', flags: ['ACK'], seq: 101, ack: 201, len: 0, fate: 'delivered' },
    ]);
    expect(trace.states).toContainEqual(expect.objectContaining({ host: 'client', from: 'CLOSED', to: 'SYN-SENT' }));
    expect(trace.final.client.state).toBe('ESTABLISHED');
  });

  test('the same seed gives the same bytes; --profile is taken', async () => {
    const args = ['simulate', 'lost-segment', '--seed', '7', '--json'];
    expect((await run(args)).stdout).toBe((await run(args)).stdout);
    expect(JSON.parse((await run([...args, '--profile', 'linux'])).stdout).profile).toBe('linux');
  });
});

describe('simulate --set, --loss and --profile', () => {
  test('change the run, and the heading says so', async () => {
    const args = ['simulate', 'data-exchange', '--seed', '1', '--plain'];
    const { stdout, stderr } = await run([...args, '--set', 'delayed-ack=none', '--set', 'msl=50', '--loss', '0.2']);
    expect(stderr).toBe('');
    expect(stdout).toContain('data-exchange, seed 1, profile rfc, delayed-ack=none, msl=50, loss=0.2\n');
    expect(stdout).not.toBe((await run(args)).stdout);
  });

  test('JSON says what was changed, and what each end did otherwise than the profile', async () => {
    const { stdout } = await run([
      'simulate',
      'keep-alive',
      '--seed',
      '1',
      '--json',
      '--set',
      'user-timeout=none',
      '--loss',
      '0',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ profile: 'rfc', changes: ['user-timeout=none', 'loss=0'] });
    expect(JSON.parse(stdout).conventions).toEqual({
      client: {
        'keep-alive': true,
        'keep-alive-idle': 10_000,
        'keep-alive-interval': 2000,
        'keep-alive-probes': 3,
        nagle: false,
      },
      server: { nagle: false },
    });
    const linux = await run(['simulate', 'handshake', '--json', '--profile', 'linux', '--set', 'delayed-ack=none']);
    expect(JSON.parse(linux.stdout).conventions.server).toEqual({ 'delayed-ack': 'none', nagle: false });
  });

  test('--set is for both ends, whatever the file says of one', async () => {
    const times = async (...more: string[]) => {
      const { stdout } = await run(['simulate', 'four-way-close', '--seed', '1', '--json', ...more]);
      const { endMs, states } = JSON.parse(stdout);
      const { ms } = states.find(({ to }: { to: string }) => to === 'TIME-WAIT');
      return endMs - ms;
    };
    expect(await times()).toBe(240_000);
    expect(await times('--set', 'msl=1000')).toBe(2000);
    expect(await times('--profile', 'linux')).toBe(60_000);
    expect(await times('--profile', 'linux', '--set', 'msl=40')).toBe(80);
  });
});

describe('simulate --conventions', () => {
  test.each(['en', 'ko'])('lists them all within 80 columns (%s)', async (lang) => {
    const { exitCode, stdout } = await run(['simulate', '--conventions', '--lang', lang]);
    expect(exitCode).toBe(0);
    for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
    for (const name of CONVENTION_NAMES) expect(stdout).toMatch(new RegExp(`^${name} `, 'm'));
    expect(stdout).toMatch(/^minimum-rto +1000 +200 +1000$/m);
    expect(stdout).toMatch(/^delayed-ack +200 +40 +none$/m);
  });

  test('say in both languages what every word means', () => {
    for (const field of CONVENTION_FIELDS) {
      const [, words = ''] = /^one of: (.*)\.$/.exec(CONVENTION_KEYS[field].value.wants.en) ?? [];
      for (const word of words.split(', ')) {
        expect(meanings[field].en).toContain(word);
        expect(meanings[field].ko.toLowerCase()).toContain(word);
      }
    }
  });
});

describe('simulate --plain', () => {
  test('prints a ladder without terminal codes, at most 80 columns wide', async () => {
    const { exitCode, stdout } = await run(['simulate', 'four-way-close', '--seed', '1', '--plain']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('four-way-close, seed 1, profile rfc\n');
    expect(stdout).toMatch(/SYN-SENT │/);
    expect(stdout).toMatch(/TIME-WAIT/);
    expect(stdout).not.toContain('\u001b');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('--numbers relative counts from each ISN', async () => {
    const { stdout } = await run(['simulate', 'handshake', '--seed', '1', '--plain', '--numbers', 'relative']);
    expect(stdout).toMatch(/SYN,ACK seq 0 +ack 1\b/);
    expect(stdout.split('\n').slice(3).join('\n')).not.toMatch(/\b(100|101|200|201)\b/);
  });

  test('--ascii prints nothing else in English', async () => {
    const { stdout } = await run(['simulate', 'lost-segment', '--seed', '1', '--plain', '--ascii']);
    expect(stdout).toMatch(/^[\n\x20-\x7e]+$/);
  });
});

describe('a scenario file', () => {
  const written = (text: string, name = 'mine.yaml') => {
    const data = freshFolder();
    writeFileSync(join(data, name), text);
    return data;
  };

  test('runs, and is named after its file', async () => {
    const { exitCode, stdout, stderr } = await run(['simulate', 'mine.yaml', '--json'], { data: written(OWN) });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ scenario: 'mine', final: { client: { state: 'ESTABLISHED' } } });
  });

  test('that is bad is told by file and line, exit code 1', async () => {
    const data = written(OWN.replace('do: connect', 'do: conect'));
    const { exitCode, stdout, stderr } = await run(['simulate', './mine.yaml', '--plain'], { data });
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^\.\/mine\.yaml:5: .+\n$/);
  });

  test.each([
    ['\u001b]0;title\u0007', 'control characters'],
    ['{ title: [', 'not YAML'],
    ['', 'nothing'],
    ['\u0000\u0001\u0002', 'not text'],
  ])('of %j is refused in plain words', async (text) => {
    const { exitCode, stdout, stderr } = await run(['simulate', 'mine.yaml', '--plain'], { data: written(text) });
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^(mine\.yaml:\d+: [^\p{Cc}]+\n)+$/u);
  });

  test('that is missing, a folder or too large says so, exit code 1', async () => {
    const data = freshFolder();
    mkdirSync(join(data, 'folder.yaml'));
    writeFileSync(join(data, 'large.yaml'), '#'.repeat(1_000_001));
    const said = async (name: string) => {
      const { exitCode, stderr } = await run(['simulate', name, '--json'], { data });
      return [exitCode, stderr];
    };
    expect(await said('none.yaml')).toEqual([1, 'seqack: none.yaml cannot be read: there is no such file.\n']);
    expect(await said('folder.yaml')).toEqual([1, 'seqack: folder.yaml cannot be read: it is a folder.\n']);
    expect(await said('large.yaml')).toEqual([
      1,
      'seqack: large.yaml cannot be read: it is larger than 1 MB; a scenario is a short text.\n',
    ]);
  });
});
