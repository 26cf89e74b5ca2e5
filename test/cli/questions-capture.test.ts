import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/simulator/simulate.ts';
import { oracleFile } from '../captures/oracles.ts';
import { capturedFile } from '../captures/trace/from-file.ts';
import { merged } from '../oracles/captures.ts';
import { taught } from '../simulator/taught.ts';
import { freshFolder, run } from './run.ts';

const recorded = (name: string) => fileURLToPath(new URL(`../captures/oracles/${name}`, import.meta.url));
const DELAYED = recorded('delayed_ack.pcap');
const FAST = recorded('bsd_null.pcap');
const REUSED = recorded('time_wait_reuse.pcap');

interface Asked {
  readonly name: string;
  readonly skill: string;
  readonly conventions: readonly { readonly en: string }[];
  readonly trace: {
    readonly scenario: string;
    readonly profile: string;
    readonly segments: readonly { readonly seq: number | null }[];
  };
}
const asked = (stdout: string): readonly Asked[] => JSON.parse(stdout).questions;

describe('questions --capture', () => {
  const args = ['questions', '--capture', DELAYED, '--seed', 'class', '--count', '9', '--json'];

  test('asks as many as wanted, each skill in turn', async () => {
    const { exitCode, stdout, stderr } = await run(args);
    expect([exitCode, stderr]).toEqual([0, '']);
    const questions = asked(stdout);
    expect(questions).toHaveLength(9);
    expect(new Set(questions.map(({ skill }) => skill)).size).toBeGreaterThan(6);
    for (const { name, trace } of questions) {
      expect(name).toMatch(/^[a-z.-]+@cap-[0-9a-f]{8}-class-\d+$/);
      expect([trace.scenario, trace.profile]).toEqual(['delayed_ack.pcap', 'capture']);
    }
    expect((await run(args)).stdout).toBe(stdout);
  });

  test.each(['absolute', 'relative'])('a name gives that very question again (%s numbers)', async (numbers) => {
    const { stdout } = await run([...args, '--numbers', numbers]);
    const [first, second] = stdout.split('\n').slice(1, 3);
    const names = asked(stdout)
      .slice(0, 2)
      .map(({ name }) => name);
    const again = await run(['questions', '--capture', DELAYED, ...names, '--json']);
    expect([again.exitCode, again.stderr]).toEqual([0, '']);
    expect(again.stdout.split('\n').slice(1, 3)).toEqual([first, second!.replace(/,$/, '')]);
  });

  test('counts from 0 where relative numbers are wanted, and says so', async () => {
    const { stdout } = await run([...args, '--numbers', 'relative', '--skill', 'seq.next']);
    for (const { trace, name, conventions } of asked(stdout)) {
      expect(name).toMatch(/@cap-[0-9a-f]{8}r-class-/);
      for (const { seq } of trace.segments) if (seq !== null) expect(seq).toBeLessThan(20_000);
      expect(conventions.map(({ en }) => en).join()).toContain('Numbers are relative');
      expect(conventions.map(({ en }) => en).join()).not.toContain('absolute');
    }
  });

  test('asks about every conversation, or about one', async () => {
    const digests = async (...more: string[]) => {
      const { stdout } = await run([
        'questions',
        '--capture',
        REUSED,
        '--seed',
        'x',
        '--count',
        '12',
        '--json',
        ...more,
      ]);
      return new Set(asked(stdout).map(({ name }) => /@cap-([0-9a-f]{8})/.exec(name)![1]));
    };
    expect((await digests()).size).toBeGreaterThan(1);
    const [one, two] = [await digests('--conversation', '1'), await digests('--conversation', '2')];
    expect([one.size, two.size]).toEqual([1, 1]);
    expect(one).not.toEqual(two);
  });

  test('asks by the end at which it was captured, where a person tells it, also again by name', async () => {
    const skill = 'recovery.fast-retransmit';
    const at = (...more: string[]) =>
      run(['questions', '--capture', FAST, '--skill', skill, '--count', '1', '--seed', 'x', '--json', ...more]);
    const told = await at('--at', 'client');
    expect([told.exitCode, told.stderr]).toEqual([0, '']);
    const [question] = asked(told.stdout);
    const named = ['questions', '--capture', FAST, question!.name, '--json'];
    const again = await run([...named, '--at', 'client']);
    expect([again.exitCode, again.stderr, asked(again.stdout)[0]]).toEqual([0, '', question]);
    // At the other end nothing shows why the sender sent again.
    expect((await at('--at', 'server')).exitCode).toBe(1);
    const elsewhere = await run([...named, '--at', 'server']);
    expect([elsewhere.exitCode, elsewhere.stderr]).toEqual([1, expect.stringContaining('told with another --at')]);
  });

  test('says when the capture holds fewer', async () => {
    const few = ['questions', '--capture', DELAYED, '--skill', 'handshake.syn-ack-number', '--count', '5', '--json'];
    const english = await run(few);
    expect([english.exitCode, asked(english.stdout)]).toEqual([0, [expect.anything()]]);
    expect(english.stderr).toBe('seqack: The capture has no more to ask about: 1 question instead of 5.\n');
    const { stderr } = await run([...few, '--lang', 'ko']);
    expect(stderr).toBe('seqack: 이 캡처로 만들 수 있는 문제가 더 없어 5개 가운데 1개만 만들었습니다.\n');
  });

  test.each(['listing', 'md', 'html', 'gift', 'moodle-xml', 'anki'])('prints them as %s', async (format) => {
    const form = format === 'listing' ? [] : ['--format', format];
    const { exitCode, stdout, stderr } = await run([...args.slice(0, -1), ...form]);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/cap-[0-9a-f]{8}-class-9/);
    expect(stdout).not.toMatch(/undefined|NaN/);
  });

  test('asks about what could be read of a damaged file, says where it ends, and gives 1', async () => {
    const folder = freshFolder();
    const path = join(folder, 'cut.pcap');
    writeFileSync(path, oracleFile('delayed_ack.pcap').subarray(0, 900));
    const { exitCode, stdout, stderr } = await run(['questions', '--capture', path, '--count', '2', '--json']);
    expect(exitCode).toBe(1);
    expect(asked(stdout)).toHaveLength(2);
    expect(stderr).toMatch(/^seqack: .*cut\.pcap.*\n$/);
  });

  test('says when nothing can be asked', async () => {
    const folder = freshFolder();
    const path = join(folder, 'closed.pcap');
    writeFileSync(path, capturedFile(simulate(taught('closed-port'), 'a'), 'client', false));
    const { exitCode, stdout, stderr } = await run(['questions', '--capture', path, '--skill', 'seq.next', '--json']);
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^seqack: Nothing can be asked about this capture[^\n]*\n$/);
  });

  test.each([
    [['questions', 'seq.next@cap-0123abcd-7'], 2, /takes that file to be asked again: seqack questions --capture FILE/],
    [['practice', 'seq.next@cap-0123abcd-7'], 2, /takes that file to be asked again/],
    [['questions', '--capture', DELAYED, 'seq.next@cap-0123abcd-7'], 1, /is no question on this capture/],
    [['questions', '--capture', DELAYED, 'seq.next@7'], 2, /is not the name of a question on a capture/],
    [['questions', '--capture', DELAYED, 'seq.nxt@cap-0123abcd-7'], 2, /Did you mean seq\.next\?/],
    [['questions', '--capture', DELAYED, '--variant', 'a', '--seed', 'b'], 2, /--capture and --variant/],
    [['questions', '--capture', DELAYED, '--conversation', '0'], 2, /--conversation does not take "0"/],
    [['questions', '--capture', DELAYED, '--conversation', '99'], 1, /There is no conversation 99/],
    [['questions', '--capture', DELAYED, '--numbers', 'odd'], 2, /--numbers does not take "odd"/],
    [['questions', '--capture', ''], 2, /--capture does not take ""/],
    [['questions', '--capture', '/nowhere/a.pcap'], 1, /cannot be read: there is no such file/],
    [['questions', '--capture', recorded('README.md')], 1, /README\.md/],
    [['questions', '--at', 'client'], 2, /--at works only together with --capture/],
    [['questions', '--capture', DELAYED, '--at', 'home'], 2, /--at does not take "home"/],
    [['questions', '--numbers', 'relative'], 2, /--numbers works only together with --capture/],
    [['questions', '--conversation', '1'], 2, /--conversation works only together with --capture/],
    [['questions', '--seed', 'cap-0123abcd-x'], 2, /a seed that does not begin like those of questions on captures/],
    [['questions', '--seed', 'cap', '--variant', '0123abcd'], 2, /a seed that does not begin like those/],
    [['quiz', '--seed', 'cap-0123abcd'], 2, /a seed that does not begin like those/],
    [['questions', '--capture', DELAYED, '--seed', 'a'.repeat(44)], 2, /1 to 43 letters/],
  ])('%j ends with a line', async (given, code, line) => {
    const { exitCode, stdout, stderr } = await run([...given, '--lang', 'en']);
    expect([exitCode, stdout]).toEqual([code, '']);
    expect(stderr).toMatch(line);
    expect(stderr).toMatch(/^[^\n]+\n$/);
  });
});

test('of thousands of conversations the longest are asked about, and standard error says so', async () => {
  const refused = { name: 'refused', trace: simulate(taught('closed-port'), 'seed') };
  const talk = { name: 'talk', trace: simulate(taught('data-exchange'), 'seed') };
  const { file } = merged([...Array.from({ length: 2050 }, () => refused), talk], 'client');
  const path = join(freshFolder(), 'scan.pcap');
  writeFileSync(path, file);
  const { exitCode, stdout, stderr } = await run([
    'questions',
    '--capture',
    path,
    '--skill',
    'seq.first-data',
    '--json',
  ]);
  expect(exitCode).toBe(0);
  expect(stderr).toContain('the 2,000 longest of 2,051 conversations');
  expect(asked(stdout).map(({ skill }) => skill)).toContain('seq.first-data');
});
