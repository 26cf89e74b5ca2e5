import type { StateCase } from './state-case.ts';
import { CLOSING_CASES } from './state-cases-closing.ts';
import { OPENING_CASES } from './state-cases-opening.ts';
import { STAYING_CASES } from './state-cases-staying.ts';

export const STATE_CASES: readonly StateCase[] = [...OPENING_CASES, ...CLOSING_CASES, ...STAYING_CASES];
