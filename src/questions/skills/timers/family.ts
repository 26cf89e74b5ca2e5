import type { Skill } from '../../skill.ts';

export const TIMERS: readonly Skill[] = [];
