import { scenarios } from 'seqack:scenarios';
import { skills } from '../questions/catalogue.ts';
import { makeQuestion } from '../questions/make.ts';
import { simulate } from '../simulator/simulate.ts';
import type { Engine } from '../ui/services.ts';

/** What makes questions and runs scenarios; loaded when the first of either is wanted. */
export const engine: Engine = { skills, scenarios, makeQuestion, simulate };
