import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from 'vitest';
import type { LearningEvent, SessionEvent } from '../../src/learning/events/event.ts';
import { Terminal, type TerminalOptions } from './terminal.ts';

export { printed } from './printed.ts';

/** Somebody who uses the program: a data folder, the terminals opened on it, and what the log holds. */
export interface Learner {
  readonly data: string;
  /** Opens the program on the learner's folder and waits for its first whole screen. */
  readonly open: (args?: readonly string[], options?: Omit<TerminalOptions, 'data'>) => Promise<Terminal>;
  /** The log as it is on the disk now, without the lines that only tell where a session stands. */
  readonly log: () => readonly LearningEvent[];
  /** Those lines. */
  readonly sessions: () => readonly SessionEvent[];
}

/** `test` with a learner of its own, whose programs are ended and whose folder is removed afterwards. */
export const test = base.extend<{ learner: Learner }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures are used
  learner: async ({}, use) => {
    const data = mkdtempSync(join(tmpdir(), 'seqack-e2e-'));
    const opened: Terminal[] = [];
    await use({
      data,
      open: async (args = [], options = {}) => {
        const app = new Terminal(['--data', data, ...args], { ...options, data });
        opened.push(app);
        await app.waitFor(isWholeScreen);
        return app;
      },
      log: () => eventsIn(join(data, 'learning.jsonl')).filter(({ kind }) => kind !== 'session'),
      sessions: () =>
        eventsIn(join(data, 'learning.jsonl')).flatMap((event) => (event.kind === 'session' ? [event] : [])),
    });
    for (const app of opened) await app.close();
    rmSync(data, { recursive: true, force: true });
  },
});

/** The title at the top, and at the end the keys, of which the one for help comes last. */
export function isWholeScreen(screen: string): boolean {
  return screen.trimStart().startsWith('seqack') && /\? (all keys|모든 키)$/.test(screen.trimEnd());
}

function eventsIn(file: string): LearningEvent[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as LearningEvent);
}

/** Text without blanks: sentences compare equal however the screen breaks them. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Whether a sentence is on the screen, however it is broken into lines. */
export function says(sentence: string): (screen: string) => boolean {
  const wanted = squeezed(sentence);
  return (screen) => squeezed(screen).includes(wanted);
}
