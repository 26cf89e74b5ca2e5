import type { Skill } from '../../skill.ts';
import { usable } from './usable.ts';

export const WINDOWS: readonly Skill[] = [usable];
