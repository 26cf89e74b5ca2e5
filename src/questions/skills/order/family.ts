import type { Skill } from '../../skill.ts';
import { olderOrNewer } from './older-newer.ts';

export const ORDER: readonly Skill[] = [olderOrNewer];
