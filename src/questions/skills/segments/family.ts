import type { Skill } from '../../skill.ts';
import { lastSegment } from './last-segment.ts';

export const SEGMENTS: readonly Skill[] = [lastSegment];
