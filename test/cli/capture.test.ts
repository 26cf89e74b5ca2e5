import { spawn } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { playedCapture } from '../captures/survey/played-capture.ts';
import { cleanEnvironment, PROGRAM } from '../e2e/program.ts';
import { freshFolder, type Ran, run } from './run.ts';

const LOST = recorded('lost_data_rto.pcap');

/** A recorded capture (test/captures/oracles/README.md). */
function recorded(name: string): string {
  return fileURLToPath(new URL(`../captures/oracles/${name}`, import.meta.url));
}

interface Document {
  readonly version: number;
  readonly segments: readonly {
    readonly conversation: number;
    readonly frame: number;
    readonly ms: number;
    readonly from: string;
    readonly flags: readonly string[];
    readonly seq: number;
    readonly ack: number | null;
    readonly len: number;
    readonly findings: readonly { readonly kind: string }[];
  }[];
  readonly conversations: readonly { readonly number: number; readonly ends: string }[];
  readonly file: Readonly<Record<string, unknown>>;
}

const document = ({ stdout }: Ran) => JSON.parse(stdout) as Document;

/** The program with bytes on standard input. */
function piped(args: readonly string[], input: Uint8Array): Promise<Ran> {
  const data = freshFolder();
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: cleanEnvironment(data), cwd: data });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr })));
}

describe('capture --plain', () => {
  test.each([
    ['en', ['pcap, 12 frames, 12 TCP segments, 1 conversation', '10.9.0.1:40000 → 10.9.0.2:80', '! 2 retransmissions']],
    ['ko', ['pcap, 프레임 12개, TCP 세그먼트 12개, 대화 1개', '10.9.0.1:40000 → 10.9.0.2:80', '! 재전송 2번']],
  ])('lists the conversations and what went wrong (%s)', async (lang, expected) => {
    const { exitCode, stdout, stderr } = await run(['capture', LOST, '--plain', '--lang', lang]);
    expect([exitCode, stderr]).toEqual([0, '']);
    for (const text of expected) expect(stdout).toContain(text);
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
  });

  test('prints one as a ladder with what was found beside the segments', async () => {
    const args = ['capture', LOST, '--plain', '--conversation', '1'];
    const { exitCode, stdout } = await run([...args, '--numbers', 'relative']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/SYN,ACK seq 0 +ack 1 /);
    expect(stdout).toMatch(/PSH,ACK seq 101 +ack 1 +len 100 RTO retransmit/);
    expect(stdout).toContain('TIME-WAIT │');
    for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
    expect((await run(args)).stdout).toContain('seq 165759737');
    expect((await run([...args, '--lang', 'ko'])).stdout).toContain('RTO 재전송');
  });

  test('--ascii prints nothing else in English', async () => {
    for (const more of [[], ['--conversation', '1']]) {
      const { stdout } = await run(['capture', LOST, '--plain', '--ascii', ...more]);
      expect(stdout).toMatch(/^[\n\x20-\x7e]+$/);
    }
  });

  test('--at says where it was captured, whatever the times say', async () => {
    const plain = async (...more: string[]) => (await run(['capture', LOST, '--plain', ...more])).stdout;
    expect(await plain()).toContain('captured at the client');
    expect(await plain('--at', 'server')).toContain('captured at the server');
  });

  test('a part of a long conversation says that it is one, and how to see the rest', async () => {
    const { stdout } = await run(['capture', LOST, '--plain', '--conversation', '1', '--from', '4', '--count', '3']);
    expect(stdout).toContain('Segments 4 to 6 of 12. For more: --from 7');
    expect(stdout.match(/seq \d/g)).toHaveLength(3);
  });

  test('a gzipped file, and standard input, read the same', async () => {
    const data = freshFolder();
    writeFileSync(join(data, 'lost.pcap.gz'), gzipSync(readFileSync(LOST)));
    const { stdout } = await run(['capture', LOST, '--plain']);
    expect((await run(['capture', 'lost.pcap.gz', '--plain'], { data })).stdout).toBe(
      stdout.replace('pcap,', 'pcap (gzip),'),
    );
    expect(await piped(['capture', '-', '--plain'], readFileSync(LOST))).toEqual({ exitCode: 0, stdout, stderr: '' });
  });
});

describe('capture --json', () => {
  test('is one document, a line for each segment', async () => {
    const ran = await run(['capture', LOST, '--json']);
    expect([ran.exitCode, ran.stderr]).toEqual([0, '']);
    const { version, segments, conversations, file } = document(ran);
    const known = JSON.parse(readFileSync(LOST.replace('.pcap', '.json'), 'utf8')).segments as {
      n: number;
      seq: number;
      ack: number;
      len: number;
    }[];
    expect(version).toBe(1);
    expect(segments.map(({ frame, seq, ack, len }) => [frame, seq, ack ?? 0, len])).toEqual(
      known.map(({ n, seq, ack, len }) => [n, seq, ack ?? 0, len]),
    );
    expect(segments[0]).toMatchObject({
      conversation: 1,
      ms: 0,
      from: 'client',
      flags: ['SYN'],
      ack: null,
      checksum: 'good',
      fragments: 1,
      cut: false,
      findings: [],
      options: { mss: 1460 },
      states: { client: 'SYN-SENT', server: null },
    });
    expect(segments.flatMap(({ findings }) => findings.map(({ kind }) => kind))).toEqual([
      'retransmission',
      'retransmission',
    ]);
    expect(conversations).toMatchObject([
      { number: 1, hosts: { client: { address: '10.9.0.1', port: 40000 } }, begins: 'handshake', ends: 'closed' },
    ]);
    expect(file).toMatchObject({ format: 'pcap', compressed: false, frames: 12, segments: 12, stopped: false });
    expect(file.problem).toBeNull();
    expect(ran.stdout.split('\n').filter((line) => line.startsWith('{"conversation"'))).toHaveLength(12);
  });

  test('of one conversation holds only that one, and of it only what is asked for', async () => {
    const data = freshFolder();
    writeFileSync(join(data, 'two.pcap'), playedCapture(['four-way-close', 'lost-segment']));
    const all = document(await run(['capture', 'two.pcap', '--json'], { data }));
    const two = document(await run(['capture', 'two.pcap', '--json', '--conversation', '2'], { data }));
    expect(all.conversations).toHaveLength(2);
    expect(two.conversations).toEqual([all.conversations[1]]);
    const own = all.segments.filter(({ conversation }) => conversation === 2);
    expect(two.segments).toEqual(own);
    const part = ['--from', '3', '--count', '2'];
    const some = document(await run(['capture', 'two.pcap', '--json', '--conversation', '2', ...part], { data }));
    expect(some.segments).toEqual(own.slice(2, 4));
  });

  test('ends quietly when its reader goes away', async () => {
    const { stderr, exitCode } = await run(['capture', LOST, '--json'], { readOnly: 10 });
    expect([exitCode, stderr]).toEqual([0, '']);
  });
});

describe('a damaged file', () => {
  const broken = (bytes: Uint8Array) => {
    const data = freshFolder();
    writeFileSync(join(data, 'broken.pcap'), bytes);
    return data;
  };

  test('shows what came before, then one line with the place, exit code 1', async () => {
    const whole = readFileSync(LOST);
    const data = broken(whole.subarray(0, whole.length - 20));
    const plain = await run(['capture', 'broken.pcap', '--plain'], { data });
    expect(plain.exitCode).toBe(1);
    expect(plain.stdout).toContain('11 TCP segments');
    expect(plain.stderr).toMatch(/^seqack: broken\.pcap: unreadable from byte [\d,]+ on, after 11 frames: .+\n$/);
    const korean = await run(['capture', 'broken.pcap', '--plain', '--lang', 'ko'], { data });
    expect(korean.stderr).toMatch(
      /^seqack: broken\.pcap: 바이트 [\d,]+\(프레임 11개 뒤\)부터 읽을 수 없습니다\. .+\n$/,
    );
    const json = await run(['capture', 'broken.pcap', '--json'], { data });
    expect(json.exitCode).toBe(1);
    expect(document(json).segments).toHaveLength(11);
    expect(document(json).file.problem).toMatchObject({ frames: 11, unpacked: false });
  });

  test('that was gzipped and cut off says so', async () => {
    const packed = gzipSync(playedCapture(['lost-segment', 'four-way-close', 'zero-window', 'fast-retransmit']));
    const data = broken(packed.subarray(0, packed.length - 30));
    const { exitCode, stderr } = await run(['capture', 'broken.pcap', '--plain'], { data });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^seqack: broken\.pcap: .+\n$/);
  });
});

describe('Ctrl+C while a capture is read', () => {
  const interrupted = async (...form: string[]) => {
    const data = freshFolder();
    const child = spawn(process.execPath, [PROGRAM, 'capture', '-', ...form], { env: cleanEnvironment(data) });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdin.on('error', () => {});
    // More is announced than ever comes: it waits.
    child.stdin.write(readFileSync(LOST));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    child.kill('SIGINT');
    const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
    child.stdin.destroy();
    return { exitCode, stdout, stderr };
  };
  const PARTIAL = 'seqack: -: Reading was stopped: this is part of the capture.\n';

  test('shows what was read, marked as a part, exit code 1', async () => {
    const plain = await interrupted('--plain');
    expect([plain.exitCode, plain.stderr]).toEqual([1, PARTIAL]);
    expect(plain.stdout).toContain('12 TCP segments');
  });

  test('ends the JSON document all the same', async () => {
    const json = await interrupted('--json');
    expect([json.exitCode, json.stderr]).toEqual([1, PARTIAL]);
    expect(document(json).segments).toHaveLength(12);
    expect(document(json).file.stopped).toBe(true);
  });
});

describe('what is no capture', () => {
  test.each([
    ['text', 'just some words, and more of them\n'],
    ['nothing', ''],
    ['control characters', '\u001b]0;title\u0007\u001b[2J'.repeat(20)],
  ])('%s is refused in one line, exit code 1', async (_, text) => {
    const data = freshFolder();
    writeFileSync(join(data, 'a.pcap'), text);
    for (const form of ['--plain', '--json']) {
      const { exitCode, stdout, stderr } = await run(['capture', 'a.pcap', form], { data });
      expect([exitCode, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^seqack: a\.pcap: [^\p{Cc}]+\n$/u);
    }
  });

  test('a file that is missing, or a folder, says so', async () => {
    const data = freshFolder();
    const said = async (name: string) => (await run(['capture', name, '--plain'], { data })).stderr;
    expect(await said('none.pcap')).toBe('seqack: none.pcap cannot be read: there is no such file.\n');
    expect(await said('.')).toBe('seqack: . cannot be read: it is a folder.\n');
  });

  test('a name with control characters reaches no terminal', async () => {
    const data = freshFolder();
    const name = 'a\u001b[31m.pcap';
    copyFileSync(LOST, join(data, name));
    for (const more of [
      ['--plain'],
      ['--json'],
      ['--plain', '--conversation', '1'],
      ['--plain', '--conversation', '9'],
    ]) {
      const { stdout, stderr } = await run(['capture', name, ...more], { data });
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  });
});

describe('wrong usage', () => {
  test.each([
    [['capture', LOST], 'seqack capture FILE --plain'],
    [['capture'], 'needs a terminal'],
    [['capture', '--plain'], 'Which capture?'],
    [['capture', LOST, '--plain', '--json'], '--plain and --json'],
    [['capture', LOST, '--json', '--numbers', 'relative'], '--numbers works only together with --plain'],
    [['capture', LOST, '--plain', '--from', '3'], '--from works only together with --conversation'],
    [['capture', LOST, '--plain', '--conversation', '0'], 'a whole number from 1'],
    [['capture', LOST, '--plain', '--conversation', '1', '--count', '99999999'], 'from 1 to 20000'],
    [['capture', LOST, '--plain', '--at', 'router'], 'client or server'],
    [['capture', LOST, '--conversation', '1', '--count', '9'], '--count works only together with --plain'],
    [['capture', '-'], '--plain'],
    [['capture', '', '--plain'], 'the name of a pcap or pcapng file'],
  ])('%j', async (args, expected) => {
    const { exitCode, stdout, stderr } = await run(args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(expected);
    expect(stderr.split('\n')).toHaveLength(2);
  });

  test('a conversation or a segment that is not there is no usage, but told in one line', async () => {
    const told = async (...more: string[]) => {
      const { exitCode, stderr } = await run(['capture', LOST, ...more]);
      return [exitCode, stderr];
    };
    const none = 'seqack: There is no conversation 7: the capture holds 1.\n';
    expect(await told('--plain', '--conversation', '7')).toEqual([1, none]);
    expect(await told('--json', '--conversation', '7')).toEqual([1, none]);
    expect(await told('--plain', '--conversation', '1', '--from', '13')).toEqual([
      1,
      'seqack: There is no segment 13: the conversation has 12.\n',
    ]);
  });
});
