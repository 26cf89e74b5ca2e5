import { afterEach, describe, expect, test } from 'vitest';
import { KEYS, Terminal, type TerminalOptions } from './terminal.ts';

let terminal: Terminal | null = null;

async function open(args: readonly string[], options: TerminalOptions = {}): Promise<Terminal> {
  terminal = new Terminal(args, options);
  await terminal.waitFor((screen) => screen.includes('seqack') && screen.split('\n').at(-1)?.trim() !== '');
  return terminal;
}

afterEach(async () => {
  await terminal?.close();
  terminal = null;
});

describe('the app in a terminal', () => {
  test.each([
    ['en_US.UTF-8', 'Timed quiz', 'quit'],
    ['ko_KR.UTF-8', '시뮬레이터', '끝내기'],
  ])('opens at home, in the language of the locale %s', async (locale, entry, key) => {
    const screen = (await open([], { env: { LANG: locale } })).screen();
    expect(screen).toContain(entry);
    expect(screen.split('\n').at(-1)).toContain(key);
  });

  test.each([
    ['q', 'q'],
    ['Ctrl+C', KEYS.ctrlC],
  ])('%s leaves it, and the terminal is as it was', async (_, key) => {
    const app = await open([]);
    expect(app.isFullScreen()).toBe(true);
    app.type(key);
    expect((await app.exited).exitCode).toBe(0);
    await app.settled();
    expect(app.isFullScreen()).toBe(false);
    expect(app.isCursorShown()).toBe(true);
  });

  test('fills whatever size the terminal takes', async () => {
    const app = await open([]);
    for (const [columns, rows] of [
      [60, 20],
      [120, 40],
      [80, 24],
    ] as const) {
      app.resize(columns, rows);
      await app.waitFor((screen) => {
        const lines = screen.split('\n');
        return lines.length === rows && lines.includes('─'.repeat(columns)) && lines.at(-1)?.includes('quit') === true;
      });
    }
  });

  test('CI in the environment does not blank the screen; NO_COLOR takes colour away', async () => {
    const app = await open([], { env: { CI: 'true', NO_COLOR: '1' } });
    // SGR 30-37, 39, 90-97: foreground colours. Bold and dim are not colours.
    expect(app.output).not.toMatch(/\u001b\[(3[0-79]|9[0-7])m/);
    expect((await app.settled()).includes('Timed quiz')).toBe(true);
  });
});
