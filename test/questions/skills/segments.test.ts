import { SEGMENTS_EXPECTED } from '../expected/segments.ts';
import { describeSkill } from '../skill-properties.ts';

for (const [id, expectation] of Object.entries(SEGMENTS_EXPECTED)) describeSkill(id, expectation);
