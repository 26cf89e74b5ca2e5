import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'seqack-packetdrill-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function packetdrill(...given: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/packetdrill.mjs', ...given], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const unsupported = file('unsupported.pkt', '0 socket(..., SOCK_DGRAM, IPPROTO_UDP) = 3\n');

describe('npm run packetdrill', () => {
  test('prints a line a file and a count; what is unsupported fails nothing', () => {
    const { status, stdout } = packetdrill('test/packetdrill/states/closed.pkt', unsupported);
    expect(stdout).toBe(`pass         test/packetdrill/states/closed.pkt
unsupported  ${unsupported}: socket SOCK_DGRAM, line 1
1 passed, 0 failed, 1 unsupported
`);
    expect(status).toBe(0);
  });

  test('prints what it expected and got, and where; exit code 1', () => {
    const wrong = file('wrong.pkt', '// RFC 9293\n0 < S 7:7(0) win 9\n0 > R. 0:0(0) ack 7\n');
    const malformed = file('malformed.pkt', '0 < S 7:7(1) win 9\n');
    const { status, stdout } = packetdrill(wrong, malformed);
    expect(stdout).toBe(`FAIL         ${wrong}:3
  expected   0 > R. 0:0(0) ack 7
  got        > R. 0:0(0) ack 8 win 0 at 0 s: another acknowledgment number
MALFORMED    ${malformed}:1: 7:7(1): the end is not the start and the length
0 passed, 2 failed, 0 unsupported
`);
    expect(status).toBe(1);
  });

  test.each([
    [[]],
    [['--no-such-option', unsupported]],
    [['--profile', 'bsd', unsupported]],
    [[join(folder, 'missing.pkt')]],
  ])('wrong usage: %j', (given) => {
    const { status, stdout, stderr } = packetdrill(...given);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^(?:Cannot read .*missing\.pkt\. )?Usage: npm run packetdrill -- .* FILE\.\.\.\n$/);
    expect(status).toBe(2);
  });
});
