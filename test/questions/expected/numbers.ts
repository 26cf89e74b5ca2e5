import type { Question } from '../../../src/questions/question.ts';
import { beyond, expectedAt, isnOf, received } from '../independent.ts';
import type { SkillExpectation } from '../skill-properties.ts';

const placed = (question: Question) =>
  Object.fromEntries(question.fields.map((field) => [field.id, expectedAt(question.trace, field.place) ?? '?']));

export const NUMBERS_EXPECTED: Readonly<Record<string, SkillExpectation>> = {
  'seq.first-data': { expected: placed, variety: 250 },
  'ack.in-order': { expected: placed, variety: 250 },
  'seq.next': {
    expected: placed,
    // After a pure ACK, and in a retransmission, the number stays the one that is in sight.
    inSight: ({ prompt }) => /ACK without data|sends the same data again/.test(prompt.en),
    variety: 250,
  },
  'seq.length': { expected: placed, variety: 200 },
  'ack.bytes-received': {
    expected: ({ trace, view }) => {
      const ack = trace.segments[view.focus[1]! - 1]!;
      return { bytes: Number(received(trace, ack.from, ack.sentMs).data) };
    },
    variety: 200,
  },
  'seq.segment-length': {
    expected: ({ trace, view }) => {
      const { flags, len } = trace.segments[view.focus[0]! - 1]!;
      return { 'segment-length': len + Number(flags.includes('SYN')) + Number(flags.includes('FIN')) };
    },
    variety: 50,
  },
  'seq.relative': {
    expected: (question) => {
      const [field] = question.fields;
      if (field?.place) return placed(question);
      const segment = question.trace.segments[question.view.focus[0]! - 1]!;
      const peer = segment.from === 'client' ? 'server' : 'client';
      const relative =
        field?.label.en === 'relative seq'
          ? beyond(isnOf(question.trace, segment.from), segment.seq)
          : beyond(isnOf(question.trace, peer), segment.ack);
      return { relative: Number(relative) };
    },
    variety: 200,
  },
};
