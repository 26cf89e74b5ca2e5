import type { Question } from '../../../src/questions/question.ts';
import type { Trace } from '../../../src/trace/trace.ts';
import { expectedAck, expectedSeq } from '../independent.ts';
import type { SkillExpectation } from '../skill-properties.ts';

/** The numbers of the English prompt, in order. */
const numbersOf = ({ prompt }: Question) => (prompt.en.match(/\d+/g) ?? []).map(Number);

/** The answers of this family, from the prompt and the segments alone. */
export const SEGMENTS_EXPECTED: Readonly<Record<string, SkillExpectation>> = {
  'seq.last-segment': {
    expected: (question) => {
      const [total = 0, mss = 0, first = 0] = numbersOf(question);
      const starts: number[] = [];
      for (let sent = 0; sent < total; sent += mss) starts.push(Number((BigInt(first) + BigInt(sent)) % (1n << 32n)));
      const byte = Number((BigInt(first) + BigInt(total) - 1n) % (1n << 32n));
      // The simulator has sent the very same.
      const sender = question.prompt.en.startsWith("The client's") ? 'client' : 'server';
      const sent = question.trace.segments.filter((s) => s.from === sender && s.len > 0 && starts.includes(s.seq));
      return { count: sent.length, seq: sent.at(-1)?.seq ?? -1, byte };
    },
    variety: 290,
  },
  'segment.reply': {
    expected: ({ trace, fields, prompt }) => {
      const n = fields[0]!.place!.segment;
      const { from } = trace.segments[n - 1]!;
      const silent = !trace.segments.some((s) => s.n < n && s.from === from);
      const closes = prompt.en.includes('now your application calls close()');
      return {
        flags: [...(silent ? (['SYN'] as const) : []), ...(closes ? (['FIN'] as const) : []), 'ACK'],
        seq: silent ? Number(/ISN you have chosen is (\d+)/.exec(prompt.en)?.[1]) : expectedSeq(trace, n),
        ack: expectedAck(trace, n),
      };
    },
    // The numbers stand in what came before: to know where they belong is what is asked.
    inSight: () => true,
    variety: 290,
  },
  'segment.spot-wrong': {
    // The one number whose change makes the whole ladder agree with itself.
    expected: ({ trace }) => {
      const repairs = trace.segments.flatMap(({ n }) =>
        (['seq', 'ack'] as const).flatMap((part) => {
          const value = part === 'seq' ? expectedSeq(trace, n) : expectedAck(trace, n);
          const segments = trace.segments.map((s) => (s.n === n ? { ...s, [part]: value } : s));
          return agrees({ ...trace, segments }) ? [{ segment: `s${n}`, value }] : [];
        }),
      );
      if (repairs.length !== 1) throw new Error(`${repairs.length} ways to repair the ladder`);
      return repairs[0]!;
    },
    variety: 290,
  },
};

/** Whether every segment has the numbers that those before it lead to. */
function agrees(trace: Trace): boolean {
  return trace.segments.every(({ n, seq, ack, flags }) => {
    const opens = flags.includes('SYN');
    const acks = flags.includes('ACK');
    return (opens || seq === expectedSeq(trace, n)) && (!acks || ack === expectedAck(trace, n));
  });
}
