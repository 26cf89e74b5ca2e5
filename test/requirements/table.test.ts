import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('./', import.meta.url);

/** Every number of RFC 9293's Appendix B. */
const ALL = [
  ...Array.from({ length: 69 }, (_, n) => `MUST-${n + 1}`),
  ...Array.from({ length: 31 }, (_, n) => `SHLD-${n + 1}`),
  'REC-1',
  ...Array.from({ length: 18 }, (_, n) => `MAY-${n + 1}`),
];

/** The tests of this folder: `test('MUST-1: name', ...)` or `test.each([...])('MUST-1: name', ...)`. */
const TESTS = readdirSync(folder)
  .filter((file) => file.endsWith('.test.ts') && file !== 'table.test.ts')
  .sort()
  .flatMap((file) => {
    const source = readFileSync(new URL(file, folder), 'utf8');
    const titles = source.matchAll(/(?:\btest\(|\]\)\()\s*'(\w+-\d+): ([^'\n]+)',/gm);
    // The name without what differs between the cases of a table.
    return [...titles].map(([, number, name]) => ({ file, number: number!, name: name!.replace(/: [$%].*$/, '') }));
  });

const DOCUMENT = readFileSync(new URL('../../docs/requirements.md', import.meta.url), 'utf8');

/** The rows `| MUST-1 | what it demands | where |` of the document. */
const ROWS = [...DOCUMENT.matchAll(/^\| (\w+-\d+) \| (.+?) \| (.+) \|$/gm)].map(([, number, demand, where]) => ({
  number: number!,
  demand: demand!,
  where: where!,
}));

/** What the third column says of a requirement with tests: each file with the names of its tests. */
function testedIn(number: string): string {
  const files = new Map<string, string[]>();
  for (const { file, name } of TESTS.filter((one) => one.number === number)) {
    files.set(file, [...(files.get(file) ?? []), name]);
  }
  return [...files].map(([file, names]) => `\`${file}\`: ${names.join('; ')}`).join('<br>');
}

test('every number of RFC 9293 stands in the table once, in order', () => {
  expect(ROWS.map((row) => row.number)).toEqual(ALL);
});

test('every test is named by a number of RFC 9293', () => {
  expect(TESTS.filter(({ number }) => !ALL.includes(number))).toEqual([]);
  // No test hides from this one: each file's titles are all of the form it reads.
  for (const file of new Set(TESTS.map((one) => one.file))) {
    const source = readFileSync(new URL(file, folder), 'utf8');
    const calls = source.match(/\btest(?:\.each)?\(/g)?.length ?? 0;
    expect([file, TESTS.filter((one) => one.file === file).length]).toEqual([file, calls]);
  }
});

test('each row names exactly the tests of its number, or says why there are none', () => {
  for (const { number, where } of ROWS) {
    const tested = testedIn(number);
    if (tested === '') expect(`${number} ${where}`).toMatch(/ Left out: .{10,}\.$/);
    else expect(`${number} ${where}`).toBe(`${number} ${tested}`);
  }
});

test('the introduction counts the tested ones right', () => {
  const tested = new Set(TESTS.map(({ number }) => number)).size;
  expect(DOCUMENT).toContain(`${tested} of them. The other ${ALL.length - tested} are left out`);
});
