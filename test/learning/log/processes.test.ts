import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/learning/log/store.ts';
import { compile, run, temporaryFolder } from '../child.ts';
import { card, NOON } from '../events.ts';

const WRITER = `
  import { openStore } from './src/learning/log/store.ts';
  const [folder, name, count] = process.argv.slice(2);
  let made = 0;
  const store = openStore({ folder, now: () => ${NOON} + made, newId: () => name + '-' + ++made });
  for (let i = 0; i < Number(count); i++) store.append({ kind: 'card', item: 'card:a/' + name, grade: 3, tookMs: 1, where: 'review' });
  console.log(JSON.stringify({ items: [...store.state.items].map(([item, history]) => [item, history.flipped]), problems: store.problems }));
`;

interface Report {
  items: [string, number][];
  problems: { ko: string; en: string }[];
}

describe('the log between processes', () => {
  it('keeps every event of two that write at once, and each comes to know the other', async () => {
    const folder = temporaryFolder();
    const program = await compile(WRITER, temporaryFolder());
    const reports = await Promise.all(
      ['one', 'two'].map(async (name) => JSON.parse(await run(program, { args: [folder, name, '300'] })) as Report),
    );
    const store = openStore({ folder, now: () => NOON, newId: () => 'reader' });
    expect(store.problems).toEqual([]);
    expect(store.state.items.get('card:a/one')?.flipped).toBe(300);
    expect(store.state.items.get('card:a/two')?.flipped).toBe(300);
    const lines = readFileSync(join(folder, 'learning.jsonl'), 'utf8').split('\n');
    expect(lines.filter((line) => line !== '').length).toBe(600);
    // Whichever ended last has read all of the other.
    expect(reports.some(({ items }) => items.length === 2 && items.every(([, count]) => count === 300))).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('goes on in a folder it may read but not write', async () => {
    const folder = temporaryFolder();
    const store = openStore({ folder, now: () => NOON, newId: () => 'first' });
    const { kind, item, grade, tookMs, where } = card(NOON, 3);
    store.append({ kind, item, grade, tookMs, where });
    chmodSync(join(folder, 'learning.jsonl'), 0o444);
    chmodSync(folder, 0o555);
    const programFolder = temporaryFolder();
    const program = await compile(WRITER, programFolder);
    chmodSync(programFolder, 0o755);
    const report = JSON.parse(await run(program, { args: [folder, 'x', '3'], unprivileged: true })) as Report;
    chmodSync(folder, 0o755);
    expect(report.items).toEqual([
      ['card:handshake/why-three', 1],
      ['card:a/x', 3],
    ]);
    expect(report.problems.length).toBe(1);
    expect(report.problems[0]?.en).toContain('No permission to write');
    expect(readFileSync(join(folder, 'learning.jsonl'), 'utf8').split('\n').length).toBe(2);
  });
});
