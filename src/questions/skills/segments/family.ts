import type { Skill } from '../../skill.ts';
import { lastSegment } from './last-segment.ts';
import { replySegment } from './reply.ts';

export const SEGMENTS: readonly Skill[] = [lastSegment, replySegment];
