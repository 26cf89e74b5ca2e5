import type { Skill } from '../../skill.ts';

export const REJECTS: readonly Skill[] = [];
