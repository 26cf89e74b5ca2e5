import { WINDOWS_EXPECTED } from '../expected/windows.ts';
import { describeSkill } from '../skill-properties.ts';

for (const [id, expectation] of Object.entries(WINDOWS_EXPECTED)) describeSkill(id, expectation);
