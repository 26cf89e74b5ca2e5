import { NUMBERS_EXPECTED } from '../expected/numbers.ts';
import { describeSkill } from '../skill-properties.ts';

for (const [id, expectation] of Object.entries(NUMBERS_EXPECTED)) describeSkill(id, expectation);
