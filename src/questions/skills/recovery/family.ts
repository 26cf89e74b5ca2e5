import type { Skill } from '../../skill.ts';
import { fastRecovery } from './fast-recovery.ts';
import { fastRetransmit } from './fast-retransmit.ts';
import { limitedTransmit } from './limited-transmit.ts';
import { partialAck } from './partial-ack.ts';
import { sackBlocks } from './sack-blocks.ts';
import { sackDuplicate } from './sack-duplicate.ts';
import { sackNext } from './sack-next.ts';

export const RECOVERY: readonly Skill[] = [
  fastRetransmit,
  fastRecovery,
  limitedTransmit,
  partialAck,
  sackBlocks,
  sackDuplicate,
  sackNext,
];
