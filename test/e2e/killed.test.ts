import { expect, onTestFinished, test } from 'vitest';
import { killsOf } from '../../scripts/torture/kills.ts';
import type { Part, World } from '../../scripts/torture/part.ts';
import { openScope } from '../../scripts/torture/scope.ts';
import { writes } from '../../scripts/torture/write-kills.ts';
import { randomFrom } from '../../src/simulator/random.ts';
import { compile } from '../learning/child.ts';
import { PROGRAM } from './program.ts';

/** A little of `npm run torture`: enough to notice when an answer is confirmed before it is on the disk. */
test.each<readonly [string, Part, number]>([
  ['the program, while answers are given', killsOf(0.75), 6],
  ['a writer, while it appends', writes, 12],
])('killed at random moments, nothing confirmed is lost: %s', async (_, part, count) => {
  const scope = openScope();
  onTestFinished(() => scope.close());
  const writer = await compile("import './scripts/torture/writer.ts';", scope.folder());
  const world: World = {
    program: PROGRAM,
    writer,
    scope,
    random: randomFrom('gate'),
    count,
    jobs: 2,
    progress: () => undefined,
  };
  const rows = await part(world);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ verdict }) => verdict === 'WRONG')).toEqual([]);
});
