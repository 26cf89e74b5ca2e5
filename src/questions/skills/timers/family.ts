import type { Skill } from '../../skill.ts';
import { rtoBounds } from './bounds.ts';
import { rtoEstimate } from './estimate.ts';
import { synTimes } from './syn-times.ts';

export const TIMERS: readonly Skill[] = [synTimes, rtoEstimate, rtoBounds];
