import type { Skill } from '../../skill.ts';
import { cumulativeAck } from './cumulative.ts';

export const STREAMS: readonly Skill[] = [cumulativeAck];
