import { STREAMS_EXPECTED } from '../expected/streams.ts';
import { describeSkill } from '../skill-properties.ts';

for (const [id, expectation] of Object.entries(STREAMS_EXPECTED)) describeSkill(id, expectation);
