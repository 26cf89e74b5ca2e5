import { placedNumbers } from '../placed.ts';
import type { SkillExpectation } from '../skill-properties.ts';

/** The answers of this family, from the segments alone. */
export const STREAMS_EXPECTED: Readonly<Record<string, SkillExpectation>> = {
  'ack.cumulative': { expected: placedNumbers, variety: 280 },
};
