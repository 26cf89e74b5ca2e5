import { CONGESTION_EXPECTED } from '../expected/congestion.ts';
import { describeSkill } from '../skill-properties.ts';

for (const [id, expectation] of Object.entries(CONGESTION_EXPECTED)) describeSkill(id, expectation);
