import { SACK_EXPECTED } from '../expected/sack.ts';
import { describeSkill } from '../skill-properties.ts';

for (const [id, expectation] of Object.entries(SACK_EXPECTED)) describeSkill(id, expectation);
