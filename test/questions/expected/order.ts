import type { FieldValue } from '../../../src/questions/answers.ts';
import type { Question } from '../../../src/questions/question.ts';
import type { SkillExpectation } from '../skill-properties.ts';

/** The second given number minus the first as a signed 32-bit number: its sign is the order, its size the distance. */
function compared({ figures }: Question): Record<string, FieldValue> {
  const [known, judged] = figures.flatMap((f) => (f.kind === 'values' ? f.values.map(({ value }) => value) : []));
  const signed = BigInt.asIntN(32, BigInt(Number(judged)) - BigInt(Number(known)));
  return signed > 0n ? { order: 'newer', distance: Number(signed) } : { order: 'older', distance: Number(-signed) };
}

export const ORDER_EXPECTED: Readonly<Record<string, SkillExpectation>> = {
  'seq.older-newer': { expected: compared, variety: 290 },
};
