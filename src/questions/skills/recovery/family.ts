import type { Skill } from '../../skill.ts';
import { fastRetransmit } from './fast-retransmit.ts';
import { sackBlocks } from './sack-blocks.ts';

export const RECOVERY: readonly Skill[] = [fastRetransmit, sackBlocks];
