import { expect, test } from 'vitest';
import { featuresOf } from '../../../src/ui/terminal/features.ts';
import { answersQuestions, groundOfEnvironment, groundOfReply } from '../../../src/ui/terminal/ground.ts';

test.each([
  ['15;0', 'dark'],
  ['0;15', 'light'],
  ['0;default;15', 'light'],
  ['12;8', 'dark'],
  ['0;7', 'light'],
  ['15;default', null],
  ['', null],
  ['0;231', null],
  [undefined, null],
])('COLORFGBG=%s: %s', (value, ground) => {
  expect(groundOfEnvironment(value)).toBe(ground);
});

test.each([
  ['rgb:0000/0000/0000', 'dark'],
  ['rgb:1e1e/1e1e/2e2e', 'dark'],
  ['rgb:00/2b/36', 'dark'],
  ['rgb:fdfd/f6f6/e3e3', 'light'],
  ['rgba:ffff/ffff/ffff/cccc', 'light'],
  ['rgb:f/f/f', 'light'],
  ['#ffffff', null],
  ['', null],
])('an answer %s: %s', (reply, ground) => {
  expect(groundOfReply(reply)).toBe(ground);
});

test.each([
  [{ TERM: 'xterm-256color' }, 'linux', true],
  [{ TERM: 'tmux-256color' }, 'linux', true],
  [{ TERM: 'screen' }, 'linux', true],
  [{ TERM: 'linux' }, 'linux', false],
  [{ TERM: 'vt220' }, 'linux', false],
  [{ TERM: 'dumb' }, 'linux', false],
  [{ TERM: 'eterm-color' }, 'linux', false],
  [{}, 'win32', false],
  [{ WT_SESSION: 'x' }, 'win32', true],
] as const)('%j on %s is asked for its ground: %s', (env, platform, asked) => {
  expect(answersQuestions(env, platform)).toBe(asked);
});

test.each([
  [{ TERM: 'linux' }, 16, true],
  [{ TERM: 'screen' }, 16, false],
  [{ TERM: 'xterm' }, 16, false],
  [{ TERM: 'xterm-256color' }, 256, false],
  [{ TERM: 'xterm', COLORTERM: 'truecolor' }, 256, false],
  [{ TERM: 'xterm-kitty' }, 256, false],
  [{ TERM: 'xterm-256color', FORCE_COLOR: '1' }, 16, false],
] as const)('%j: %i colours, few signs %s', (env, depth, fewSigns) => {
  expect(featuresOf(env, 'linux')).toMatchObject({ depth, fewSigns });
});
