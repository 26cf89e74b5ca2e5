import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { contentForVite } from '../scripts/content-plugin.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const about = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };

/** Frames of every screen. React as it is delivered: hundreds of them are drawn, and checks of its own take a third of that. */
const GOLDEN = ['test/golden/**/*.test.ts'];

/** Without a terminal Ink asks `tput` for its size at each render: a process each time. */
const SIZE = { COLUMNS: '80', LINES: '24' };

/** Tests that start the built program; they run after all others, so that its times are not theirs. */
const PROGRAM = ['test/cli/**/*.test.ts', 'test/e2e/**/*.test.ts'];

export default defineConfig({
  root,
  plugins: [contentForVite()],
  define: { SEQACK_VERSION: JSON.stringify(about.version) },
  test: {
    // Half the time of the run was a new process for each file. They share what they import, and change nothing of it.
    isolate: false,
    maxWorkers: 2,
    reporters: ['default', './test/count-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...PROGRAM, ...GOLDEN],
          setupFiles: ['test/fixed-seed.ts'],
          env: SIZE,
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        oxc: { jsx: { development: false } },
        test: {
          name: 'golden',
          include: GOLDEN,
          env: { ...SIZE, NODE_ENV: 'production' },
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'program',
          include: PROGRAM,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
