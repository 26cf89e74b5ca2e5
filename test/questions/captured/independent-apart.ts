import type { FieldValue } from '../../../src/questions/answers.ts';
import type { Question } from '../../../src/questions/question.ts';
import type { Seen } from './independent.ts';

/*
 * Questions that do not show a capture as it is: a header by itself, and a ladder with one number altered.
 */

type Expected = (question: Question, whole: readonly Seen[]) => Record<string, FieldValue>;

export const APART: Readonly<Record<string, Expected>> = {
  'segment.spot-wrong': (question, whole) => {
    const shown = question.trace.segments;
    const altered = shown.flatMap((one, i) => {
      const real = whole[i]!;
      expectSame([one.from, one.len, one.flags.join()], [real.from, real.len, real.flags.join()]);
      const parts = (['seq', 'ack'] as const).filter((part) => one[part] !== real[part]);
      return parts.map((part) => ({ n: one.n, value: real[part] }));
    });
    if (altered.length !== 1) throw new Error(`${altered.length} numbers are altered`);
    return { segment: `s${altered[0]!.n}`, value: altered[0]!.value };
  },
  'header.decode': (question) => {
    const header = Buffer.from(bytesOf(question));
    const bits = header.readUInt8(13);
    return {
      source: header.readUInt16BE(0),
      destination: header.readUInt16BE(2),
      seq: header.readUInt32BE(4),
      window: header.readUInt16BE(14),
      header: 4 * (header.readUInt8(12) >> 4),
      flags: (['FIN', 'SYN', 'RST', 'PSH', 'ACK'] as const).filter((_, bit) => bits & (1 << bit)),
      acked: bits & 16 ? 'next' : 'nothing',
    };
  },
  'header.length': (question) => {
    const values = question.figures.flatMap((figure) => (figure.kind === 'values' ? figure.values : []));
    const [total, offset] = values.map(({ value }) => Number(value));
    return { options: 4 * offset! - 20, data: total! - 4 * offset! };
  },
};

function bytesOf({ figures }: Question): readonly number[] {
  const [figure] = figures;
  if (figure?.kind !== 'bytes') throw new Error('no bytes');
  return figure.bytes;
}

function expectSame(shown: readonly unknown[], real: readonly unknown[]): void {
  if (shown.join() !== real.join()) throw new Error(`${shown.join()} is not in the capture, but ${real.join()}`);
}
