import type { Skill } from '../../skill.ts';
import { rounds } from './rounds.ts';
import { slowStart } from './slow-start.ts';
import { timeoutWindows } from './timeout.ts';

export const CONGESTION: readonly Skill[] = [slowStart, rounds, timeoutWindows];
