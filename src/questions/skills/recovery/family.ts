import type { Skill } from '../../skill.ts';

export const RECOVERY: readonly Skill[] = [];
