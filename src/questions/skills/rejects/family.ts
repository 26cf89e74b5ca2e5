import type { Skill } from '../../skill.ts';
import { rstFields } from './rst-fields.ts';

export const REJECTS: readonly Skill[] = [rstFields];
