import { describe, expect } from 'vitest';
import { test } from './learner.ts';
import { PROGRAM } from './program.ts';
import { KEYS, Terminal } from './terminal.ts';

/** Every kind of screen: how to start there, what to type, and what it then shows. */
const SCREENS = [
  ['home', [], '', 'Timed quiz'],
  ['the help', [], '?', 'Everywhere'],
  ['the concepts', ['learn'], '', '1. What TCP is'],
  ['a lesson', ['learn', 'close'], '', '[Lesson]'],
  ['a card', ['learn', 'tcp'], 'c ', '3 good'],
  ['the skill map', [], 'm', 'practise a mix'],
  ['a mix', ['practice'], '', '1 of 10'],
  ['a question', ['practice', 'seq.next@e2e'], '12', '❯ seq  12'],
  ['a verdict', ['practice', 'seq.next@e2e'], '12\r', '✗ 12'],
  ['the scenarios', ['simulate'], '', '❯ Connect, ask'],
  ['a playing ladder', ['simulate', 'handshake', '--seed', 'x'], '', 'playing 1x'],
  ['the quiz set-up', ['quiz'], '', 'Seed'],
  ['a quiz', ['quiz', '--seed', 'e2e'], '', '1 of 10'],
  ['leaving a quiz', ['quiz', '--seed', 'e2e'], 'q', 'End the quiz now?'],
  ['the result of a quiz', ['quiz', '--seed', 'e2e'], 'q\r', 'Ended early'],
  ['a review', ['review'], '', '10 left'],
  ['an answer of an interview', ['interview', 'isn'], '\rM + F', 'M + F'],
  ['progress', [], 'Gk\r', 'Overview'],
  ['the settings', [], 'G\r', 'Mouse wheel'],
  ['a terminal too small', [], '', 'needs a window'],
] as const;

/** The terminal is the shell's again: its own lines and the cursor. */
function expectRestored(app: Terminal): void {
  expect(app.isFullScreen()).toBe(false);
  expect(app.isCursorShown()).toBe(true);
}

function expectPastesUnmarked(app: Terminal): void {
  expect(app.output.lastIndexOf('\u001b[?2004l')).toBeGreaterThan(app.output.lastIndexOf('\u001b[?2004h'));
}

describe('Ctrl+C', () => {
  test.for(SCREENS)(
    'on %s ends the program and gives the terminal back',
    async ([name, args, keys, shown], { learner }) => {
      const size = name === 'a terminal too small' ? { columns: 39, rows: 10 } : { columns: 80, rows: 24 };
      const app = new Terminal(['--data', learner.data, ...args], { ...size, data: learner.data });
      try {
        await app.waitFor(name === 'a terminal too small' ? shown : /[^\s]\s*$/);
        await app.waitFor((screen) => screen.includes('seqack'));
        app.type(keys);
        await app.waitFor(shown);
        expect(app.isFullScreen()).toBe(true);
        app.type(KEYS.ctrlC);
        expect(await app.exited).toEqual({ exitCode: 0, signal: 0 });
        await app.settled(50);
        expectRestored(app);
        expectPastesUnmarked(app);
        expect(app.screen()).not.toContain(shown);
      } finally {
        await app.close();
      }
    },
  );
});

describe('a signal', () => {
  test.for([
    ['SIGTERM', 15],
    ['SIGHUP', 1],
    ['SIGINT', 2],
  ] as const)(
    '%s ends the program and gives the terminal back; the log is whole',
    async ([name, number], { learner }) => {
      const app = await learner.open(['practice', 'seq.next@e2e', 'seq.next@a']);
      app.type('12', KEYS.enter);
      await app.waitFor('✗ 12');
      app.signal(name);
      const { exitCode, signal } = await app.exited;
      // By the signal itself, as a shell expects, or with the code a shell would make of it.
      expect(signal === number || exitCode === 128 + number).toBe(true);
      await app.settled(50);
      expectRestored(app);
      expectPastesUnmarked(app);
      expect(learner.log()).toMatchObject([{ kind: 'answer', given: { seq: '12' } }]);
    },
  );
});

test('A mistake in the program gives the terminal back too, and is told in a line', async ({ learner }) => {
  const mistake = 'process.stdin.on("data", (bytes) => { if (String(bytes) === "X") throw new Error("a mistake"); })';
  const app = await learner.open(['practice', 'seq.next@e2e', 'seq.next@a'], {
    env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(mistake)}` },
  });
  app.type('12', KEYS.enter);
  await app.waitFor('✗ 12');
  app.type('X');
  expect(await app.exited).toEqual({ exitCode: 1, signal: 0 });
  await app.settled(50);
  expectRestored(app);
  expectPastesUnmarked(app);
  expect(app.screen().trim()).toBe('seqack stopped: a mistake');
  expect(app.output).not.toContain('Error:');
  expect(learner.log()).toMatchObject([{ kind: 'answer', given: { seq: '12' } }]);
});

describe('Ctrl+Z', () => {
  test('gives the terminal to the shell; fg comes back to the same place', async ({ learner }) => {
    const shell = new Terminal([], {
      data: learner.data,
      command: ['bash', '--norc', '--noprofile', '-i'],
      env: { PS1: 'shell% ', HISTFILE: '', BASH_SILENCE_DEPRECATION_WARNING: '1' },
    });
    try {
      await shell.waitFor('shell% ');
      shell.type(`"${process.execPath}" "${PROGRAM}" --data "${learner.data}" practice seq.next@e2e`, KEYS.enter);
      await shell.waitFor('❯ seq');
      shell.type('12');
      await shell.waitFor('❯ seq  12');
      shell.type(KEYS.ctrlZ);
      await shell.waitFor((screen) => screen.includes('Stopped') && screen.trimEnd().endsWith('shell%'));
      expectRestored(shell);
      // The shell's own line editing works: the terminal is not left raw.
      shell.type('echo one$((1 + 1))', KEYS.enter);
      await shell.waitFor('one2');
      shell.type('fg', KEYS.enter);
      await shell.waitFor((screen) => /❯ seq +12$/m.test(screen) && screen.includes('enter answer'));
      expect(shell.isFullScreen()).toBe(true);
      shell.type('3', KEYS.enter);
      await shell.waitFor('✗ 123');
      shell.type(KEYS.ctrlC);
      await shell.waitFor((screen) => screen.includes('1 question answered') && screen.trimEnd().endsWith('shell%'));
      expectRestored(shell);
      shell.type('echo code $?', KEYS.enter);
      await shell.waitFor('code 0');
    } finally {
      await shell.close();
    }
  });

  test('goes on where there is no shell to go to', async ({ learner }) => {
    const app = await learner.open(['practice', 'seq.next@e2e']);
    app.type('12', KEYS.ctrlZ);
    await app.settled(300);
    app.type('3');
    await app.waitFor('❯ seq  123');
    expect(app.isFullScreen()).toBe(true);
    app.type(KEYS.ctrlC);
    expect(await app.exited).toEqual({ exitCode: 0, signal: 0 });
  });
});
