import type { Skill } from '../../skill.ts';
import { olderOrNewer } from './older-newer.ts';
import { wrappedTrace } from './wrapped-trace.ts';

export const ORDER: readonly Skill[] = [olderOrNewer, wrappedTrace];
