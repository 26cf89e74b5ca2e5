import type { Skill } from '../../skill.ts';
import { fastRecovery } from './fast-recovery.ts';
import { fastRetransmit } from './fast-retransmit.ts';
import { limitedTransmit } from './limited-transmit.ts';

export const RECOVERY: readonly Skill[] = [fastRetransmit, fastRecovery, limitedTransmit];
