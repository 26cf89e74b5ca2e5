import type { Skill } from '../../skill.ts';
import { rtoEstimate } from './estimate.ts';

export const TIMERS: readonly Skill[] = [rtoEstimate];
