import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanEnvironment, PROGRAM } from './program.ts';
import { KEYS, Terminal } from './terminal.ts';

/** A folder with `seqack` in bin/ and some files in files/, as the shells see them. */
const root = mkdtempSync(join(tmpdir(), 'seqack-shells-'));
const files = join(root, 'files');
const clean = { ...cleanEnvironment(root), HOME: root };
/** A UTF-8 locale that is everywhere: in others zsh counts bytes for cells. */
const env = { ...clean, PATH: [join(root, 'bin'), process.env.PATH ?? ''].join(delimiter), LC_ALL: 'C.UTF-8' };

beforeAll(() => {
  const command = join(root, 'bin', 'seqack');
  mkdirSync(join(root, 'bin'));
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`);
  chmodSync(command, 0o755);
  mkdirSync(join(files, 'my notes'), { recursive: true });
  for (const name of ['own.yaml', 'two words.pcap']) writeFileSync(join(files, name), '');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const SHELLS = {
  bash: { command: ['bash', '--norc', '--noprofile', '-i'], load: 'eval "$(seqack completion bash)"' },
  zsh: {
    command: ['zsh', '-f', '-i'],
    load: 'autoload -Uz compinit; compinit -D -u; eval "$(seqack completion zsh)"',
  },
} as const;

function isMissing(shell: string): boolean {
  return spawnSync(shell, ['-c', 'exit 0']).status !== 0;
}

describe.each(['bash', 'zsh'] as const)('%s completes at the Tab key', (shell) => {
  test.skipIf(isMissing(shell))('commands, options, values, names and files', async () => {
    const { command, load } = SHELLS[shell];
    const prompt = { PS1: '$ ', PROMPT: '$ ' };
    const terminal = new Terminal([], { columns: 120, command: [...command], env: { ...env, ...prompt }, data: root });
    try {
      await terminal.waitFor('$');
      terminal.type(`cd '${files}'; ${load}; clear; echo rea''dy${KEYS.enter}`);
      await terminal.waitFor(/^ready/m);
      for (const [typed, becomes] of [
        ['seqack que', 'seqack questions '],
        ['seqack log ex', 'seqack log export '],
        ['seqack simulate hands', 'seqack simulate handshake '],
        ['seqack quiz --feed', 'seqack quiz --feedback '],
        ['seqack questions --format moo', 'seqack questions --format moodle-xml '],
        ['seqack questions --format=moo', 'seqack questions --format=moodle-xml '],
        ['seqack simulate --set nagle-', 'seqack simulate --set nagle-behind='],
        ['seqack simulate --set=nagle-', 'seqack simulate --set=nagle-behind='],
        ['seqack simulate --set nagle=t', 'seqack simulate --set nagle=true '],
        ['seqack simulate --set=nagle=t', 'seqack simulate --set=nagle=true '],
        ['seqack questions seq.fi', 'seqack questions seq.first-data@'],
        ['seqack questions --topics close,hands', 'seqack questions --topics close,handshake '],
        ['seqack capture tw', 'seqack capture two\\ words.pcap '],
        ['seqack capture two\\ w', 'seqack capture two\\ words.pcap '],
        ['seqack capture ~/files/ow', 'seqack capture ~/files/own.yaml '],
        ['seqack simulate ow', 'seqack simulate own.yaml '],
        ['seqack stats --data=my', 'seqack stats --data=my\\ notes/'],
        ['seqack config set screen', 'seqack config set screen-reader '],
        ['seqack --lang ko "config" set lang', 'seqack --lang ko "config" set language '],
      ] as const) {
        terminal.type(KEYS.ctrlC);
        await terminal.settled(50);
        terminal.type(`clear${KEYS.enter}`);
        await terminal.settled(50);
        terminal.type(typed);
        await terminal.waitFor(typed);
        terminal.type(KEYS.tab);
        // The cursor tells whether a blank follows the word.
        await terminal.waitFor(becomes.trimEnd());
        await terminal.settled(50);
        expect((await terminal.cursor()).x, typed).toBe('$ '.length + becomes.length);
      }
    } finally {
      await terminal.close();
    }
  });
});

test.skipIf(isMissing('zsh'))('zsh shows what each word means', async () => {
  const { command, load } = SHELLS.zsh;
  const terminal = new Terminal([], { command: [...command], env: { ...env, PROMPT: '$ ' }, data: root });
  try {
    await terminal.waitFor('$');
    terminal.type(`${load}; clear; echo rea''dy${KEYS.enter}`);
    await terminal.waitFor(/^ready/m);
    terminal.type('seqack --lang ko l', KEYS.tab);
    const screen = await terminal.waitFor('learn');
    expect(screen).toMatch(/^learn +-- 개념 배우기: 설명, 시뮬레이션, 카드$/m);
  } finally {
    await terminal.close();
  }
});

describe.skipIf(isMissing('fish'))('fish', () => {
  /** What fish offers at the end of a line, with what it says of it. */
  function offered(line: string): string[] {
    const script = `seqack completion fish | source; complete -C '${line}'`;
    const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', script], { cwd: files, env, encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.split('\n').filter(Boolean);
  }

  test.each([
    ['seqack que', ['questions\tPrint questions with answers and solutions']],
    ['seqack log ex', ['export\tPrint or save the whole record']],
    ['seqack --lang ko log ex', ['export\t학습 기록 전체를 출력하거나 저장하기']],
    ['seqack simulate hands', ['handshake\tThe three-way handshake']],
    ['seqack quiz --feedback ', ['end', 'each']],
    ['seqack quiz --feedback=', ['--feedback=end', '--feedback=each']],
    ['seqack simulate --set nagle=', ['nagle=true\trfc, linux', 'nagle=false\ttextbook']],
    ['seqack capture tw', ['two words.pcap']],
    ['seqack simulate ow', ['own.yaml']],
    ['seqack log export --out=ow', ['--out=own.yaml']],
    ['seqack stats --data my', ['my notes/\tDirectory']],
    ['seqack config set speed ', ['0.5', '1', '2', '4']],
  ])('%s', (line, words) => expect(offered(line)).toEqual(words));
});
