import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder, run } from './run.ts';

/** What is offered at the end of a line: its kind and the words. */
async function offered(line: string, env: Readonly<Record<string, string>> = {}) {
  const { stdout, stderr, exitCode } = await run(['__complete', ...line.split(' ')], { env });
  expect([stderr, exitCode]).toEqual(['', 0]);
  const [kind, ...lines] = stdout.trimEnd().split('\n');
  return { kind, words: lines.map((entry) => entry.split('\t')[0] ?? ''), lines };
}

describe('what can stand at the cursor', () => {
  test('every command, and none that is only for the scripts', async () => {
    const { words } = await offered('');
    const { stdout } = await run(['--help']);
    for (const word of words) expect(stdout).toMatch(new RegExp(`^  ${word}\\b`, 'm'));
    expect(words).toHaveLength(
      [...stdout.matchAll(/^ {2}[a-z]+( |$)/gm)].filter(([line]) => !line.includes('seqack')).length,
    );
    expect(words).not.toContain('__complete');
  });

  test.each([
    ['log ', ['check', 'merge', 'export', 'import', 'help']],
    ['help ', ['learn', 'help']],
    ['help log ', ['check']],
    ['config set ', ['language', 'new-per-day', 'screen-reader']],
    ['config set numbers ', ['absolute', 'relative']],
    ['config set per-day ', ['none']],
    ['config reset speed ', ['language']],
    ['completion ', ['bash', 'zsh', 'fish']],
    ['learn ', ['handshake', 'late-segment']],
    ['practice ', ['ack.in-order', 'M01']],
    ['practice ack.in-order ', ['ack.above-gap']],
    ['questions ', ['ack.in-order@']],
    ['questions --skill ', ['ack.in-order']],
    ['questions --topics ', ['handshake', 'easy', 'ack']],
    ['questions --topics close,', ['close,handshake', 'close,easy']],
    ['questions --format ', ['md', 'html', 'moodle-xml']],
    ['questions --format=', ['--format=md', '--format=anki']],
    ['simulate ', ['four-way-close']],
    ['simulate --seed 7 --lang en ', ['four-way-close']],
    ['simulate handshake --profile ', ['rfc', 'linux', 'textbook']],
    ['simulate handshake --set ', ['sack=', 'delayed-ack=']],
    ['simulate handshake --set=', ['--set=sack=']],
    ['simulate handshake --set sack=', ['sack=true', 'sack=false']],
    ['simulate handshake --set loss-recovery=', ['loss-recovery=tahoe', 'loss-recovery=newreno']],
    ['simulate handshake --set initial-rto=', ['initial-rto=1000']],
    ['deck export --module ', ['handshake', 'all']],
    ['exam ', ['none']],
    ['stats ', ['--plain', '--json', '--lang', '--help']],
    ['--lang ', ['ko', 'en']],
    ['-', ['--version', '--lang', '--screen-reader']],
  ])('%s', async (line, some) => {
    const { kind, words } = await offered(line);
    expect(kind).toBe('words');
    expect(words).toEqual(expect.arrayContaining(some));
  });

  test.each([
    ['frobnicate '],
    ['help quiz '],
    ['quiz --seed '],
    ['config get speed --lang ko --data x -- '],
    ['stats -- '],
    ['stats --json='],
    ['simulate handshake --set frobnicate='],
    ['config set frobnicate '],
  ])('%s: nothing', async (line) => {
    expect(await offered(line)).toMatchObject({ kind: 'words', words: [] });
  });

  test.each([
    ['capture ', 'files'],
    ['capture --at server tr', 'files'],
    ['simulate ./', 'files'],
    ['simulate own.y', 'files'],
    ['log merge a.jsonl ', 'files'],
    ['log export --out=', 'files'],
    ['--data ', 'folders'],
    ['stats --data ', 'folders'],
  ])('%s: %s', async (line, kind) => {
    expect(await offered(line)).toMatchObject({ kind, words: [] });
  });

  test('an option given is not offered again, unless it may be repeated', async () => {
    const { words } = await offered('simulate handshake --plain --set sack=true --');
    expect(words).not.toContain('--plain');
    expect(words).toEqual(expect.arrayContaining(['--set', '--json']));
    expect(words).not.toContain('--version');
  });

  test('in the language of the locale, or of --lang on the line', async () => {
    expect((await offered('', { LANG: 'ko_KR.UTF-8' })).lines[0]).toBe('learn\t개념 배우기: 설명, 시뮬레이션, 카드');
    expect((await offered('--lang ko learn ')).lines[0]).toMatch(/^[a-z-]+\tTCP란/);
    expect((await offered('simulate --set sack=')).lines).toContain('sack=true\tlinux');
  });

  test('the learner’s own decks, of the folder named on the line too', async () => {
    const data = freshFolder();
    writeFileSync(join(data, 'own-notes.md'), '### What is an ISN?\nThe first number.\n');
    await run(['deck', 'add', join(data, 'own-notes.md'), '--data', data]);
    const { words } = await offered(`--data ${data} review --deck `);
    expect(words).toEqual(['own-notes']);
    expect((await offered(`deck export --data=${data} `)).words).toEqual(['own-notes']);
    expect((await offered('review --deck ')).words).toEqual([]);
  });
});

describe('seqack completion', () => {
  test.each([
    ['bash', '# To have it in every new shell:'],
    ['zsh', '#compdef seqack'],
    ['fish', '# To have it in every new shell:'],
  ])('%s: a script that says how it is installed', async (shell, first) => {
    const { stdout, exitCode } = await run(['completion', shell]);
    expect(exitCode).toBe(0);
    expect(stdout.split('\n')[0]).toBe(first);
    const install = /^# {3}(.*seqack completion .*)$/m.exec(stdout)?.[1];
    expect((await run(['completion', '--help'])).stdout).toContain(install);
  });

  test('other shells are wrong usage', async () => {
    expect(await run(['completion', 'tcsh'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'seqack: completion does not take "tcsh"; expected bash, zsh, fish.\n',
    });
    expect((await run(['completion'])).stderr).toBe('seqack: <shell> is missing. See: seqack completion --help\n');
  });
});
