import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConversationTable } from '../../../src/captures/analysis/conversation-table.ts';
import { oracles } from '../oracles.ts';
import { readCapture } from '../read-capture.ts';
import { type Agreement, compare, REASONS, type Reason } from './agreement.ts';
import { FLAGS, type TsharkAnalysis } from './tshark-flags.ts';

/*
 * What is said of every segment of the recorded conversations, against what tshark says of it. The table and the list stand
 * in docs/captures.md; `UPDATE_DOCS=1` writes them there.
 */

const DOCS = new URL('../../../docs/captures.md', import.meta.url);

const agreements = oracles().map(({ name, file, segments }) => {
  const table = new ConversationTable();
  const frames = readCapture(file).segments.map((captured, i) => ({
    captured,
    ours: table.add(captured),
    tshark: (segments[i] as unknown as { readonly analysis?: TsharkAnalysis }).analysis ?? {},
  }));
  return { name, ...compare(frames) };
});

test('66 captures are compared', () => expect(agreements).toHaveLength(66));

test.each(agreements)('$name: tshark says the same, or there is a reason', ({ disagreements }) => {
  expect(disagreements.filter(({ reason }) => reason === null)).toEqual([]);
});

test('docs/captures.md has the table and the reasons', () => {
  const written = readFileSync(DOCS, 'utf8');
  const [from, to] = ['<!-- agreement -->', '<!-- end of agreement -->'];
  const generated = `${from}\n${tableOf(agreements)}\n\n${listOf(agreements)}\n`;
  const updated = written.slice(0, written.indexOf(from)) + generated + written.slice(written.indexOf(to));
  if (process.env.UPDATE_DOCS === '1') writeFileSync(DOCS, updated);
  else expect(written).toBe(updated);
});

function tableOf(all: readonly Agreement[]): string {
  const rows = FLAGS.map((flag) => {
    const differing = all.flatMap(({ disagreements }) => disagreements).filter((one) => one.flag === flag);
    const count = (only: string) => differing.filter((one) => one.only === only).length;
    const agree = all.reduce((sum, one) => sum + one.agree[flag], 0);
    const reasons = [...new Set(differing.map(({ reason }) => reason))].sort();
    return `| \`${flag}\` | ${agree} | ${count('tshark')} | ${count('ours')} | ${count('values')} | ${reasons.join(', ')} |`;
  });
  return ['| flag | both | only tshark | only ours | other value | why |', '|---|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}

function listOf(all: readonly (Agreement & { readonly name: string })[]): string {
  return (Object.keys(REASONS) as Reason[])
    .flatMap((reason) => {
      const where = all.flatMap(({ name, disagreements }) => {
        const frames = [...new Set(disagreements.filter((one) => one.reason === reason).map(({ frame }) => frame))];
        return frames.length === 0 ? [] : [`${name} ${frames.join(', ')}`];
      });
      return where.length === 0 ? [] : [`- **${reason}**: ${REASONS[reason]} Frames: ${where.join('; ')}.`];
    })
    .join('\n');
}
