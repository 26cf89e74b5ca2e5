import type { Skill } from '../../skill.ts';
import { lastSegment } from './last-segment.ts';
import { replySegment } from './reply.ts';
import { spotWrong } from './spot-wrong.ts';

export const SEGMENTS: readonly Skill[] = [lastSegment, replySegment, spotWrong];
