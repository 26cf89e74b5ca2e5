import type { Random } from '../../src/simulator/random.ts';
import { bindingsOf, type ContextName, KEYMAP } from '../../src/ui/keys/keymap.ts';
import { bytesOf } from './key-bytes.ts';

/** Ends the program, so that it is pressed only when that is wanted. */
export const QUIT = bytesOf('ctrl+c');
export const SUSPEND = bytesOf('ctrl+z');
/** Leave the program where it is at home. */
const LEAVING: ReadonlySet<string> = new Set(['q', 'ㅂ', bytesOf('escape')]);

const BOUND: readonly string[] = [
  ...new Set(
    Object.keys(KEYMAP).flatMap((name) => bindingsOf(name as ContextName).flatMap(({ keys }) => keys.map(bytesOf))),
  ),
].filter((bytes) => bytes !== QUIT && bytes !== SUSPEND);

const ARROWS = ['up', 'down', 'left', 'right', 'page-up', 'page-down', 'home', 'end'].map(bytesOf);

/** Kinds of input, each as often as its weight says. */
const KINDS: readonly (readonly [number, (random: Random) => string])[] = [
  [45, (random) => random.pick(BOUND)],
  [14, (random) => String.fromCharCode(random.int(0x20, 0x7e))],
  [8, (random) => String(random.int(0, 9))],
  [8, (random) => random.pick(ARROWS)],
  [5, () => '\r'],
  [4, (random) => String.fromCodePoint(random.int(0xac00, 0xd7a3))],
  [3, (random) => String.fromCodePoint(random.int(0x3131, 0x3163))],
  // Ctrl with any letter but C and Z.
  [3, (random) => String.fromCharCode(random.pick(CONTROLS))],
  // Alt with any character, among them those that begin a sequence.
  [2, (random) => `\u001B${String.fromCharCode(random.int(0x20, 0x7e))}`],
  [2, mouse],
  [2, sequence],
  [2, paste],
  [1, kitty],
  [
    1,
    (random) =>
      random.pick(['\u001B[I', '\u001B[O', '\u001B[?62;4c', '\u001B[12;40R', '\u001B]11;rgb:1e1e/1e1e/2e2e\u001B\\']),
  ],
  [
    1,
    (random) =>
      random.pick(['👨‍👩‍👧', 'e\u0301', '\u1112\u1161\u11ab', '\u200b', '\ufffd', '\u0000', '\u0085', '\u202e', '字']),
  ],
];

const CONTROLS = Array.from({ length: 31 }, (_, at) => at + 1).filter(
  (code) => code !== QUIT.charCodeAt(0) && code !== SUSPEND.charCodeAt(0),
);
const TOTAL = KINDS.reduce((sum, [weight]) => sum + weight, 0);

/** One key, or what a terminal sends in place of one. */
export function randomKey(random: Random): string {
  let at = random.int(1, TOTAL);
  for (const [weight, make] of KINDS) {
    at -= weight;
    if (at <= 0) return make(random);
  }
  return '\r';
}

/** Whether the key leaves the program where it is at home. */
export function leavesHome(key: string): boolean {
  return LEAVING.has(key);
}

function mouse(random: Random): string {
  const at = `${random.int(1, 120)};${random.int(1, 40)}`;
  return random.chance(0.8)
    ? `\u001B[<${random.pick([0, 1, 2, 32, 35, 64, 65, 66, 67])};${at}${random.pick(['M', 'm'])}`
    : `\u001B[M${String.fromCharCode(...[32, 33, 96].map((least) => least + random.int(0, 20)))}`;
}

/** A control sequence of any numbers and any final letter, most of which no terminal ever sends. */
function sequence(random: Random): string {
  const numbers = Array.from({ length: random.int(0, 4) }, () => random.int(0, 300)).join(random.pick([';', ':']));
  const final = String.fromCharCode(random.int(0x40, 0x7e));
  const key = `\u001B[${random.pick(['', '?', '>', '='])}${numbers}${final}`;
  // The beginning of a paste whose end never comes is what no terminal sends.
  return key === '\u001B[200~' ? '\u001B[201~' : key;
}

function kitty(random: Random): string {
  return `\u001B[${random.int(9, 0x2fff)};${random.int(1, 16)}:${random.int(1, 3)}u`;
}

function paste(random: Random): string {
  const piece = random.pick([
    '12',
    ' seq 100\r\n',
    '안녕하세요 ',
    '\u001B[31m',
    'q?\t',
    './없는 파일.pcap',
    'x'.repeat(3000),
  ]);
  return `\u001B[200~${piece.repeat(random.int(1, 4))}\u001B[201~`;
}
