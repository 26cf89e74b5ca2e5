import { RECOVERY_EXPECTED } from '../expected/recovery.ts';
import { describeSkill } from '../skill-properties.ts';

for (const [id, expectation] of Object.entries(RECOVERY_EXPECTED)) describeSkill(id, expectation);
