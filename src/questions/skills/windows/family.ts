import type { Skill } from '../../skill.ts';

export const WINDOWS: readonly Skill[] = [];
