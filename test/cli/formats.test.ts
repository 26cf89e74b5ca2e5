import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run } from './run.ts';

const docs = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');

/** The keys named in the first column of the first table under a heading. */
function documentedKeys(heading: string): string[] {
  const section = docs.split(`\n${heading}\n`)[1]?.split(/\n#/)[0] ?? '';
  return [...section.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
}

/** A recorded capture (test/captures/oracles/README.md). */
const CAPTURE = [
  'capture',
  fileURLToPath(new URL('../captures/oracles/lost_data_rto.pcap', import.meta.url)),
  '--json',
];

test.each([
  ['## simulate', ['simulate', 'lost-segment', '--seed', '1', '--json'], (printed: object) => printed],
  [
    '### segments',
    ['simulate', 'lost-segment', '--seed', '1', '--json'],
    (printed: { segments: object[] }) => printed.segments[0],
  ],
  ['## capture --json', CAPTURE, (printed: object) => printed],
  ['### capture: segments', CAPTURE, (printed: { segments: object[] }) => printed.segments[0]],
  ['### capture: conversations', CAPTURE, (printed: { conversations: object[] }) => printed.conversations[0]],
  ['### capture: file', CAPTURE, (printed: { file: object }) => printed.file],
  ['## stats', ['stats', '--json'], (printed: object) => printed],
  ['## due', ['due', '--json'], (printed: object) => printed],
] as const)('%s names exactly the keys that are printed', async (heading, args, part) => {
  const { stdout } = await run(args);
  const printed = Object.keys(part(JSON.parse(stdout)) ?? {});
  expect(documentedKeys(heading).sort()).toEqual(printed.sort());
});
