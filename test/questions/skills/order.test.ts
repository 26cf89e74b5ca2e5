import { ORDER_EXPECTED } from '../expected/order.ts';
import { describeSkill } from '../skill-properties.ts';

for (const [id, expectation] of Object.entries(ORDER_EXPECTED)) describeSkill(id, expectation);
