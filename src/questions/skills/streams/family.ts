import type { Skill } from '../../skill.ts';
import { cumulativeAck } from './cumulative.ts';
import { delayedAck } from './delayed.ts';
import { lostAcks } from './lost-acks.ts';
import { permutedAcks } from './permuted.ts';
import { twoWayStreams } from './two-way.ts';

export const STREAMS: readonly Skill[] = [cumulativeAck, permutedAcks, twoWayStreams, delayedAck, lostAcks];
