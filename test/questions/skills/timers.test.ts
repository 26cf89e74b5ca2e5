import { TIMERS_EXPECTED } from '../expected/timers.ts';
import { describeSkill } from '../skill-properties.ts';

for (const [id, expectation] of Object.entries(TIMERS_EXPECTED)) describeSkill(id, expectation);
