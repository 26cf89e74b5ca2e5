import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { isWholeScreen, type Learner, test } from './learner.ts';
import { PROGRAM } from './program.ts';
import { KEYS, Terminal } from './terminal.ts';

/** What the program asks of a terminal, what it makes of the answers, and that it leaves it as it was. */

const QUESTION = '\u001b]11;?\u001b\\';
const LIGHT = '\u001b]11;rgb:fdfd/f6f6/e3e3\u001b\\';
const DARK = '\u001b]11;rgb:0000/2b2b/3636\u0007';
const WHEEL_DOWN = '\u001b[<65;10;5M';

/** Colours that are only used on this ground. */
const ON_LIGHT = '\u001b[38;5;25m';
const ON_DARK = '\u001b[38;5;80m';
const ON_ANY = '\u001b[38;5;31m';

function choose({ data }: Learner, settings: Readonly<Record<string, unknown>>): void {
  writeFileSync(join(data, 'settings.json'), JSON.stringify(settings));
}

/** Opens the program and answers its questions as soon as they are asked. */
async function answering(learner: Learner, answer: string): Promise<Terminal> {
  const app = new Terminal(['--data', learner.data], { data: learner.data });
  const deadline = Date.now() + 10_000;
  while (!app.output.includes(QUESTION)) {
    if (Date.now() > deadline) throw new Error('It was not asked.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  app.type(answer);
  await app.waitFor(isWholeScreen);
  return app;
}

/** Whether a mode that was switched on was switched off after that. */
function isOff(output: string, on: string, off: string): boolean {
  return output.includes(on) && output.lastIndexOf(off) > output.lastIndexOf(on);
}

const WHEEL = ['\u001b[?1000h', '\u001b[?1000l'] as const;
const KITTY_ANSWER = '\u001b[?0u';
const KITTY = ['\u001b[>1u', '\u001b[<u'] as const;

describe('the ground of the terminal', () => {
  test.for([
    ['light', LIGHT, ON_LIGHT],
    ['dark', DARK, ON_DARK],
  ] as const)('that answers %s has colours that can be read on it', async ([, answer, colour], { learner }) => {
    const app = await answering(learner, answer);
    await app.waitFor(() => app.output.includes(colour));
    expect(app.screen()).not.toMatch(/rgb|\]11/);
    app.type(KEYS.ctrlC);
    expect(await app.exited).toEqual({ exitCode: 0, signal: 0 });
    await app.close();
  });

  test('that does not answer has colours for any', async ({ learner }) => {
    const app = await learner.open();
    expect(app.output).toContain(ON_ANY);
    expect(app.output).not.toContain(ON_LIGHT);
  });

  test('an answer that comes late and in pieces changes the colours and types nothing', async ({ learner }) => {
    const app = await learner.open();
    app.type(LIGHT.slice(0, 9));
    await new Promise((resolve) => setTimeout(resolve, 100));
    app.type(LIGHT.slice(9));
    await app.waitFor(() => app.output.includes(ON_LIGHT));
    // 'r', 'g', 'b' and digits would have opened other screens.
    expect(app.screen()).toContain('Review');
    app.type('jj', KEYS.ctrlC);
    expect(await app.exited).toEqual({ exitCode: 0, signal: 0 });
  });

  test('is not asked for where it is chosen, told by the environment, or of no use', async ({ learner }) => {
    const told = await learner.open([], { env: { COLORFGBG: '0;15' } });
    expect(told.output).toContain(ON_LIGHT);
    const plain = await learner.open([], { env: { NO_COLOR: '1' } });
    expect(plain.output).not.toMatch(/\u001b\[[0-9;]*3[0-9]/);
    choose(learner, { theme: 'dark', colours: 'colour-blind' });
    const chosen = await learner.open([], { env: { COLORFGBG: '0;15' } });
    expect(chosen.output).toContain('\u001b[38;5;195m');
    for (const app of [told, plain, chosen]) expect(app.output).not.toContain(QUESTION);
  });
});

describe('the Linux console', () => {
  test('gets the sixteen colours and the signs it has, and no question', async ({ learner }) => {
    const app = await learner.open([], { env: { TERM: 'linux', COLORTERM: '' } });
    expect(app.output).not.toContain(QUESTION);
    expect(app.output).not.toContain('38;5');
    expect(app.screen()).toContain('> Learn');
    expect(app.screen()).toContain('────');
    expect(app.screen()).not.toMatch(/[❯✓✗●○…]/);
  });
});

describe('the wheel of the mouse', () => {
  test('is left to the terminal until it is asked for, in the settings too', async ({ learner }) => {
    const app = await learner.open();
    expect(app.output).not.toContain(WHEEL[0]);
    app.type('G', KEYS.enter);
    await app.waitFor('Mouse wheel');
    app.type('jjjj', KEYS.right);
    await app.waitFor(/❯ Mouse wheel +< on >/);
    expect(app.output).toContain(WHEEL[0]);
    app.type(KEYS.left);
    await app.waitFor(/❯ Mouse wheel +< off >/);
    expect(isOff(app.output, ...WHEEL)).toBe(true);
  });

  test('moves as the arrow keys do, and its reports are never text', async ({ learner }) => {
    choose(learner, { mouse: true });
    const app = await learner.open();
    app.type(WHEEL_DOWN, WHEEL_DOWN);
    await app.waitFor('❯ Timed quiz');
    app.type('o');
    await app.waitFor('Open a capture');
    app.type('a', '\u001b[<0;12;7M', '\u001b[<0;12;7m', '\u001b[<64;12;7M', 'b');
    await app.waitFor(/ab$/m);
    expect(app.screen()).not.toMatch(/<0|12;7/);
    app.type(KEYS.ctrlC);
    expect(await app.exited).toEqual({ exitCode: 0, signal: 0 });
    await app.settled(50);
    expect(isOff(app.output, ...WHEEL)).toBe(true);
  });

  test.for(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)(
    'is given back on %s, as are the keys',
    async (name, { learner }) => {
      choose(learner, { mouse: true });
      const app = await answering(learner, KITTY_ANSWER);
      await app.waitFor(() => app.output.includes(KITTY[0]));
      app.signal(name);
      await app.exited;
      await app.settled(50);
      expect(isOff(app.output, ...WHEEL)).toBe(true);
      expect(isOff(app.output, ...KITTY)).toBe(true);
      expect(app.isFullScreen()).toBe(false);
      expect(app.isCursorShown()).toBe(true);
    },
  );

  test('is the shell’s while the program is stopped, and the program’s again after fg', async ({ learner }) => {
    choose(learner, { mouse: true });
    const shell = new Terminal([], {
      data: learner.data,
      command: ['bash', '--norc', '--noprofile', '-i'],
      env: { PS1: 'shell% ', HISTFILE: '', BASH_SILENCE_DEPRECATION_WARNING: '1' },
    });
    try {
      await shell.waitFor('shell% ');
      shell.type(`"${process.execPath}" "${PROGRAM}" --data "${learner.data}"`, KEYS.enter);
      await shell.waitFor('❯ Learn');
      expect(shell.output).toContain(WHEEL[0]);
      shell.type(KEYS.ctrlZ);
      await shell.waitFor((screen) => screen.includes('Stopped') && screen.trimEnd().endsWith('shell%'));
      expect(isOff(shell.output, ...WHEEL)).toBe(true);
      shell.type('fg', KEYS.enter);
      await shell.waitFor('❯ Learn');
      expect(isOff(shell.output, ...WHEEL)).toBe(false);
      shell.type(WHEEL_DOWN);
      await shell.waitFor('❯ Practise');
      shell.type('q');
      await shell.waitFor((screen) => screen.trimEnd().endsWith('shell%'));
      expect(isOff(shell.output, ...WHEEL)).toBe(true);
    } finally {
      await shell.close();
    }
  });
});

describe('the keyboard protocol of kitty', () => {
  test('is used where the terminal has it, and given back', async ({ learner }) => {
    const without = await learner.open();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(without.output).not.toContain(KITTY[0]);
    const app = await answering(learner, KITTY_ANSWER);
    await app.waitFor(() => app.output.includes(KITTY[0]));
    // For the screen it is used on.
    expect(app.output.indexOf(KITTY[0])).toBeGreaterThan(app.output.indexOf('\u001b[?1049h'));
    app.type('l');
    await app.waitFor('Learn');
    await app.waitFor('esc back');
    // Esc, then the Korean letter of the L key, then Ctrl with the Korean letter of the C key.
    app.type('\u001b[27u');
    await app.waitFor('Timed quiz');
    app.type('ㅣ');
    await app.waitFor('복습');
    app.type('\u001b[12618;5u');
    expect(await app.exited).toEqual({ exitCode: 0, signal: 0 });
    await app.settled(50);
    expect(isOff(app.output, ...KITTY)).toBe(true);
    expect(app.output.lastIndexOf(KITTY[1])).toBeLessThan(app.output.lastIndexOf('\u001b[?1049l'));
  });
});

describe('a screen reader, by the setting', () => {
  test('gets lines on the ordinary screen', async ({ learner }) => {
    choose(learner, { screenReader: true, mouse: true });
    const app = new Terminal(['--data', learner.data], { data: learner.data });
    try {
      await app.waitFor('? all keys');
      expect(app.isFullScreen()).toBe(false);
      expect(app.screen()).toContain('>> Learn');
      expect(app.screen()).not.toMatch(/[─❯]/);
      // The terminal scrolls by itself.
      expect(app.output).not.toContain(WHEEL[0]);
      app.type(KEYS.ctrlC);
      expect(await app.exited).toEqual({ exitCode: 0, signal: 0 });
    } finally {
      await app.close();
    }
  });
});
