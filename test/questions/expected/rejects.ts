import type { Question } from '../../../src/questions/question.ts';
import type { SkillExpectation } from '../skill-properties.ts';

const SPACE = 1n << 32n;

/** RFC 9293 §3.5.2, from the refused segment alone. */
function resetFor({ trace, view }: Question) {
  const { flags, seq, ack, len } = trace.segments[view.focus[0]! - 1]!;
  if (flags.includes('ACK')) return { flags: ['RST'] as const, seq: ack, ack: 0 };
  const taken = len + flags.filter((flag) => flag === 'SYN' || flag === 'FIN').length;
  return { flags: ['RST', 'ACK'] as const, seq: 0, ack: Number((BigInt(seq) + BigInt(taken)) % SPACE) };
}

export const REJECTS_EXPECTED: Readonly<Record<string, SkillExpectation>> = {
  // Where the refused segment has an ACK, that number is the answer.
  'reject.rst-fields': {
    expected: resetFor,
    inSight: ({ trace, view }) => trace.segments[view.focus[0]! - 1]!.flags.includes('ACK'),
    variety: 250,
  },
};
