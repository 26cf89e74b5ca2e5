import type { Skill } from '../../skill.ts';

export const STREAMS: readonly Skill[] = [];
