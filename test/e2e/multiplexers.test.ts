import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import { test } from './learner.ts';
import { cleanEnvironment, PROGRAM } from './program.ts';
import { KEYS, Terminal } from './terminal.ts';

/** The program within tmux and GNU screen, and in terminals that can do little. */

const START = (data: string) => `"${process.execPath}" "${PROGRAM}" --data "${data}" practice seq.next@e2e`;

const isThere = (program: string) => spawnSync(program, ['-V']).error === undefined;

/** A server of its own for each test: one that is being ended takes no session. */
let socket = '';
const tmux = (...args: readonly string[]) => execFileSync('tmux', ['-L', socket, ...args], { encoding: 'utf8' });

beforeEach(() => {
  socket = `seqack-${randomBytes(4).toString('hex')}`;
});

/** Asked again and again until it holds. */
async function until(seen: () => string, holds: (screen: string) => boolean): Promise<string> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const screen = seen();
    if (holds(screen)) return screen;
    if (Date.now() > deadline) throw new Error(`never seen; the screen:\n${screen}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe.skipIf(!isThere('tmux'))('in tmux', () => {
  afterEach(() => {
    spawnSync('tmux', ['-L', socket, 'kill-server']);
  });

  test('it starts, takes keys, follows the size, is stopped and continued, and leaves the shell as it was', async ({
    learner,
  }) => {
    const env = { ...cleanEnvironment(learner.data), TERM: 'xterm-256color', PS1: 'shell% ', HISTFILE: '' };
    const shell = ['bash', '--norc', '--noprofile', '-i'];
    execFileSync('tmux', ['-L', socket, '-f', '/dev/null', 'new-session', '-d', '-x', '80', '-y', '24', ...shell], {
      env,
    });
    const pane = () => tmux('capture-pane', '-p');
    const type = (text: string) => tmux('send-keys', '-l', text);
    await until(pane, (screen) => screen.includes('shell%'));
    type(START(learner.data));
    tmux('send-keys', 'Enter');
    const first = await until(pane, (screen) => /\? all keys$/.test(screen.trimEnd()));
    expect(first.trimEnd().split('\n')).toHaveLength(24);
    type('12');
    await until(pane, (screen) => screen.includes('❯ seq  12'));
    tmux('resize-window', '-x', '60', '-y', '20');
    const small = await until(
      pane,
      (screen) => screen.includes(`\n${'─'.repeat(60)}\n`) && screen.includes('❯ seq  12'),
    );
    expect(small).not.toContain('─'.repeat(61));
    tmux('resize-window', '-x', '120', '-y', '40');
    await until(pane, (screen) => screen.includes('─'.repeat(120)) && screen.includes('❯ seq  12'));
    tmux('send-keys', 'C-z');
    await until(pane, (screen) => screen.includes('Stopped') && screen.trimEnd().endsWith('shell%'));
    type('fg');
    tmux('send-keys', 'Enter');
    await until(pane, (screen) => screen.includes('❯ seq  12') && screen.includes('─'.repeat(120)));
    tmux('send-keys', 'C-c');
    await until(pane, (screen) => screen.trimEnd().endsWith('shell%') && !screen.includes('❯ seq'));
    type('echo one$((1 + 1)) $?');
    tmux('send-keys', 'Enter');
    await until(pane, (screen) => screen.includes('one2 0'));
    expect(tmux('display-message', '-p', '#{alternate_on} #{cursor_flag} #{mouse_any_flag}').trim()).toBe('0 1 0');
  });

  test('a connection that is cut in mid-practice loses no answer', async ({ learner }) => {
    const env = { ...cleanEnvironment(learner.data), TERM: 'xterm-256color' };
    const command = `${START(learner.data)} seq.next@a`;
    execFileSync('tmux', ['-L', socket, '-f', '/dev/null', 'new-session', '-d', '-x', '80', '-y', '24', command], {
      env,
    });
    const pane = () => tmux('capture-pane', '-p');
    await until(pane, (screen) => screen.includes('❯ seq'));
    tmux('send-keys', '-l', '12');
    await until(pane, (screen) => screen.includes('❯ seq  12'));
    tmux('send-keys', 'Enter');
    await until(pane, (screen) => screen.includes('✗ 12'));
    const pid = Number(tmux('display-message', '-p', '#{pane_pid}'));
    tmux('kill-server');
    await until(
      () => (isAlive(pid) ? 'alive' : 'gone'),
      (state) => state === 'gone',
    );
    expect(learner.log()).toMatchObject([{ kind: 'answer', given: { seq: '12' } }]);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!isThere('screen'))('in GNU screen', () => {
  test.for([
    ['it starts, takes keys, follows the size and leaves the shell as it was', 'on'],
    // As it comes, GNU screen has no second screen to come back from.
    ['without an alternate screen no frame stays behind', 'off'],
  ] as const)('%s', async ([, alternate], { learner }) => {
    const rc = join(learner.data, 'screenrc');
    writeFileSync(rc, `altscreen ${alternate}\nstartup_message off\n`);
    const app = new Terminal([], {
      data: learner.data,
      command: ['screen', '-c', rc, '-U', '-S', socket, 'bash', '--norc', '--noprofile', '-i'],
      env: { PS1: 'shell% ', HISTFILE: '', SCREENDIR: learner.data, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' },
    });
    try {
      await app.waitFor('shell%');
      app.type(`clear; LANG=en_US.UTF-8 ${START(learner.data)}`, KEYS.enter);
      await app.waitFor((screen) => /\? all keys$/.test(screen.trimEnd()));
      app.type('12');
      await app.waitFor('❯ seq  12');
      app.resize(100, 30);
      await app.waitFor((screen) => screen.includes('─'.repeat(100)) && screen.includes('❯ seq  12'));
      app.type(KEYS.ctrlC);
      await app.waitFor((screen) => screen.trimEnd().endsWith('shell%') && !screen.includes('❯ seq'));
      expect(app.screen()).not.toContain('─'.repeat(100));
      app.type('echo one$((1 + 1)) $?', KEYS.enter);
      await app.waitFor('one2 0');
      app.type('exit', KEYS.enter);
      await app.exited;
    } finally {
      await app.close();
    }
  });
});

describe('a terminal that can do little', () => {
  test.for([
    ['the Linux console', { TERM: 'linux' }],
    ['a dumb one', { TERM: 'dumb' }],
    ['one without a name', { TERM: '' }],
  ] as const)('%s: shows the screen or says why not, and is left as it was', async ([, env], { learner }) => {
    const app = new Terminal(['--data', learner.data], { data: learner.data, env });
    try {
      const screen = await app.waitFor((shown) => shown.trim() !== '');
      expect(screen).toContain('seqack');
      expect(app.overflowing()).toEqual([]);
      app.type(KEYS.ctrlC);
      const { signal } = await app.exited;
      expect(signal).toBe(0);
      await app.settled(50);
      expect(app.isFullScreen()).toBe(false);
      expect(app.isCursorShown()).toBe(true);
    } finally {
      await app.close();
    }
  });
});

test('any number of sizes one after the other ends in a whole screen of the last', async ({ learner }) => {
  const app = await learner.open(['simulate', 'zero-window', '--seed', '1']);
  for (let at = 0; at < 60; at++) {
    app.resize(20 + ((at * 37) % 200), 5 + ((at * 13) % 60));
    if (at % 4 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  app.resize(90, 26);
  await app.waitFor((screen) => /\? all keys$/.test(screen.trimEnd()) && screen.includes('─'.repeat(90)));
  const lines = (await app.settled(300)).split('\n');
  expect(lines).toHaveLength(26);
  expect(lines[0]).toContain('seqack');
  expect(lines[1]).toBe('─'.repeat(90));
  expect(lines[24]).toBe('─'.repeat(90));
  expect(app.overflowing()).toEqual([]);
});
