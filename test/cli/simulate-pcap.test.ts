import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cleanEnvironment, PROGRAM } from '../e2e/program.ts';
import { freshFolder, run } from './run.ts';

const LOST = ['simulate', 'lost-segment', '--seed', '7'];

/** The link-layer type, and the source address of the first packet: enough to know a capture by. */
function known(file: Buffer) {
  const first = file.subarray(24 + 16);
  const ipv6 = first.readUInt16BE(12) === 0x86dd;
  return { magic: file.readUInt32LE(0), linkType: file.readUInt32LE(20), ipv6, length: file.length };
}

describe('simulate --pcap', () => {
  test('writes a capture and says so in one line, in both languages', async () => {
    const data = freshFolder();
    expect(await run([...LOST, '--pcap', 'a.pcap'], { data })).toEqual({
      exitCode: 0,
      stdout: 'lost-segment, seed 7, profile rfc: 15 segments as seen at the client, written to a.pcap\n',
      stderr: '',
    });
    expect((await run([...LOST, '--pcap', 'b.pcap', '--at', 'server', '--lang', 'ko'], { data })).stdout).toBe(
      'lost-segment, 시드 7, 프로파일 rfc: 서버 쪽에서 본 세그먼트 14개를 b.pcap에 저장했습니다.\n',
    );
    expect(known(readFileSync(join(data, 'a.pcap')))).toMatchObject({ magic: 0xa1b23c4d, linkType: 1, ipv6: false });
    expect(readdirSync(data).filter((name) => !name.endsWith('.pcap'))).toEqual(
      readdirSync(data).filter((name) => name === 'config' || name === 'data'),
    );
  });

  test('--pcap - gives the same bytes on standard output', async () => {
    const data = freshFolder();
    await run([...LOST, '--pcap', 'a.pcap', '--ipv6'], { data });
    const args = [PROGRAM, ...LOST, '--pcap', '-', '--ipv6'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { env: cleanEnvironment(data) });
    expect([status, stderr.toString()]).toEqual([0, '']);
    expect(stdout.equals(readFileSync(join(data, 'a.pcap')))).toBe(true);
    expect(known(stdout).ipv6).toBe(true);
  });

  test('goes together with --json and --plain, which then print only themselves', async () => {
    const data = freshFolder();
    for (const form of ['--json', '--plain']) {
      const { stdout } = await run([...LOST, form], { data });
      expect(await run([...LOST, form, '--pcap', `${form}.pcap`], { data })).toEqual({
        exitCode: 0,
        stdout,
        stderr: '',
      });
    }
    expect(readFileSync(join(data, '--json.pcap')).equals(readFileSync(join(data, '--plain.pcap')))).toBe(true);
  });

  test('--profile is taken', async () => {
    const data = freshFolder();
    const { stdout } = await run([...LOST, '--pcap', 'a.pcap', '--profile', 'linux'], { data });
    expect(stdout).toContain('profile linux');
  });

  test('the addresses of the scenario are those of the capture', async () => {
    const data = freshFolder();
    const own =
      'title: T\nclient: { address: "2001:db8::9" }\nserver: { address: "::1" }\nactions: [{ host: client, do: connect }]\n';
    writeFileSync(join(data, 'six.yaml'), own);
    await run(['simulate', 'six.yaml', '--pcap', 'a.pcap'], { data });
    const file = readFileSync(join(data, 'a.pcap'));
    expect(known(file).ipv6).toBe(true);
    expect(file.subarray(24 + 16 + 14 + 8, 24 + 16 + 14 + 24).toString('hex')).toBe('20010db8000000000000000000000009');
  });

  test('replaces what was there, through a link too, and keeps its permissions', async () => {
    const data = freshFolder();
    const target = join(data, 'real.pcap');
    writeFileSync(target, 'old', { mode: 0o600 });
    chmodSync(target, 0o600);
    symlinkSync('real.pcap', join(data, 'link.pcap'));
    expect((await run([...LOST, '--pcap', 'link.pcap'], { data })).exitCode).toBe(0);
    expect(known(readFileSync(target)).linkType).toBe(1);
    expect(statSync(target).mode & 0o777).toBe(0o600);
    expect(
      readdirSync(data)
        .filter((name) => name.includes('pcap'))
        .sort(),
    ).toEqual(['link.pcap', 'real.pcap']);
  });

  test('that cannot be written is one line and exit code 1, and leaves nothing behind', async () => {
    const data = freshFolder();
    mkdirSync(join(data, 'folder'));
    const said = async (file: string, lang = 'en') => {
      const { exitCode, stdout, stderr } = await run([...LOST, '--pcap', file, '--lang', lang], { data });
      return [exitCode, stdout, stderr];
    };
    expect(await said('none/a.pcap')).toEqual([
      1,
      '',
      'seqack: none/a.pcap cannot be written: there is no such folder.\n',
    ]);
    expect(await said('folder')).toEqual([1, '', 'seqack: folder cannot be written: it is a folder.\n']);
    expect(await said('none/a.pcap', 'ko')).toEqual([
      1,
      '',
      'seqack: none/a.pcap 파일을 쓸 수 없습니다. 그런 폴더가 없습니다.\n',
    ]);
    expect(readdirSync(join(data, 'folder'))).toEqual([]);
  });

  test.skipIf(process.platform !== 'linux')('a full disk is told; a device is written to, not replaced', async () => {
    const said = await run([...LOST, '--pcap', '/dev/full']);
    expect(said).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'seqack: /dev/full cannot be written: the disk is full.\n',
    });
    expect((await run([...LOST, '--pcap', '/dev/null'])).exitCode).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});
