import type { Skill } from '../../skill.ts';
import { rtoBounds } from './bounds.ts';
import { rtoEstimate } from './estimate.ts';
import { synTimes } from './syn-times.ts';
import { validSamples } from './valid-samples.ts';

export const TIMERS: readonly Skill[] = [synTimes, rtoEstimate, rtoBounds, validSamples];
