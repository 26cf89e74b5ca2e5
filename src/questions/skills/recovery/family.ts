import type { Skill } from '../../skill.ts';
import { fastRetransmit } from './fast-retransmit.ts';
import { sackBlocks } from './sack-blocks.ts';
import { sackDuplicate } from './sack-duplicate.ts';
import { sackNext } from './sack-next.ts';

export const RECOVERY: readonly Skill[] = [fastRetransmit, sackBlocks, sackDuplicate, sackNext];
