import type { Question } from '../../../src/questions/question.ts';
import { isnOf } from '../independent.ts';
import { placedNumbers } from '../placed.ts';
import type { SkillExpectation } from '../skill-properties.ts';

/** Rows of the question's table, as numbers. */
function rows(question: Question): readonly (readonly number[])[] {
  return question.figures.flatMap((figure) =>
    figure.kind === 'table' ? figure.rows.map((row) => row.map(Number)) : [],
  );
}

/** The first number that none of the bytes is: every byte marked on its own, from `first` on. */
function firstMissing(first: number, pieces: readonly { readonly seq: number; readonly len: number }[]): number {
  const got = new Set<number>();
  for (const { seq, len } of pieces) for (let i = 0; i < len; i++) got.add((seq + i) % 2 ** 32);
  let next = first;
  while (got.has(next)) next = (next + 1) % 2 ** 32;
  return next;
}

/** The answers of this family, from the segments alone. */
export const STREAMS_EXPECTED: Readonly<Record<string, SkillExpectation>> = {
  'ack.cumulative': { expected: placedNumbers, variety: 280 },
  'stream.two-way': { expected: placedNumbers, variety: 290 },
  'ack.lost': {
    expected: ({ trace }) => {
      const data = trace.segments.filter((s) => s.len > 0 && s.repeats === null);
      const sender = data[0]!.from;
      const told = trace.segments.filter(
        (s) =>
          s.from !== sender &&
          s.len === 0 &&
          s.n > data[0]!.n &&
          s.arrivedMs !== null &&
          s.sentMs < data[0]!.sentMs + 1000,
      );
      // Every segment below the highest ack that came back is settled; the timer is for the first of the others.
      const open = data.filter((s) =>
        told.every(({ ack }) => (ack - s.seq + 2 ** 32) % 2 ** 32 > 2 ** 31 || ack === s.seq),
      );
      const [next] = open;
      return next === undefined
        ? { una: (data.at(-1)!.seq + data.at(-1)!.len) % 2 ** 32, again: 'none' }
        : { una: next.seq, again: `s${data.indexOf(next) + 1}` };
    },
    variety: 290,
  },
  // Millisecond by millisecond.
  'ack.delayed': {
    expected: (question) => {
      const table = rows(question);
      const timer = Number(/(\d+) ms after its arrival/.exec(question.conventions.map(({ en }) => en).join())![1]);
      const first = Number(/first with seq (\d+)/.exec(question.prompt.en)![1]);
      const arrived: { seq: number; len: number }[] = [];
      const acks: number[] = [];
      const times: number[] = [];
      let since: number | null = null;
      let next = first;
      for (let ms = 0; ms <= table.at(-1)![1]! + timer; ms++) {
        const row = table.find(([, at]) => at === ms);
        let now = since !== null && ms === since + timer;
        if (row !== undefined) {
          const [, , seq = 0, len = 0] = row;
          const before = next;
          arrived.push({ seq, len });
          next = firstMissing(first, arrived);
          const inOrder = (before + len) % 2 ** 32 === next;
          now ||= !inOrder || since !== null;
          since ??= ms;
        }
        if (!now) continue;
        acks.push(next);
        times.push(ms);
        since = null;
      }
      return { acks, times };
    },
    variety: 290,
  },
  'ack.permuted': {
    expected: (question) => {
      const arrived = rows(question).map(([, seq = -1, len = 0]) => ({ seq, len }));
      const sender = question.trace.segments.find(
        (s) => s.len === arrived[0]!.len && s.seq === arrived[0]!.seq && s.origin === 'tcp',
      )!.from;
      const start = Number((isnOf(question.trace, sender) + 1n) % (1n << 32n));
      const before = question.trace.segments
        .filter((s) => s.from === sender && s.len > 0 && s.sentMs < question.trace.events[question.view.until]!.ms)
        .map(({ seq, len }) => ({ seq, len }));
      return { acks: arrived.map((_, index) => firstMissing(start, [...before, ...arrived.slice(0, index + 1)])) };
    },
    variety: 290,
  },
};
