import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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
