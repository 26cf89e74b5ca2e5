import type { Skill } from '../../skill.ts';

export const CONGESTION: readonly Skill[] = [];
