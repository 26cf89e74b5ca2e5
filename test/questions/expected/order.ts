import type { FieldValue } from '../../../src/questions/answers.ts';
import type { Question } from '../../../src/questions/question.ts';
import { expectedAt, isnOf } from '../independent.ts';
import type { SkillExpectation } from '../skill-properties.ts';

/** The second given number minus the first as a signed 32-bit number: its sign is the order, its size the distance. */
function compared({ figures }: Question): Record<string, FieldValue> {
  const [known, judged] = figures.flatMap((f) => (f.kind === 'values' ? f.values.map(({ value }) => value) : []));
  const signed = BigInt.asIntN(32, BigInt(Number(judged)) - BigInt(Number(known)));
  return signed > 0n ? { order: 'newer', distance: Number(signed) } : { order: 'older', distance: Number(-signed) };
}

/** Each data byte of the sender, one by one: how many come before number 0. */
function wrapped({ trace, fields }: Question): Record<string, FieldValue> {
  const at = (id: string) => fields.find((field) => field.id === id)!.place!;
  const sender = trace.segments[at('seq').segment - 1]!.from;
  const bytes = trace.segments.filter((s) => s.from === sender).reduce((n, s) => n + s.len, 0);
  let before = 0;
  for (let number = isnOf(trace, sender) + 1n; before < bytes && number < 1n << 32n; number++) before++;
  return { before, seq: expectedAt(trace, at('seq'))!, ack: expectedAt(trace, at('ack'))! };
}

export const ORDER_EXPECTED: Readonly<Record<string, SkillExpectation>> = {
  'seq.older-newer': { expected: compared, variety: 290 },
  'seq.wrapped-trace': { expected: wrapped, variety: 290 },
};
