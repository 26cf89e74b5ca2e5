import type { Skill } from '../../skill.ts';
import { forgedSegment } from './forged-segment.ts';
import { isnGuess } from './isn-guess.ts';
import { rstFields } from './rst-fields.ts';
import { simultaneousClose } from './simultaneous-close.ts';
import { simultaneousOpen } from './simultaneous-open.ts';

export const REJECTS: readonly Skill[] = [rstFields, forgedSegment, simultaneousOpen, simultaneousClose, isnGuess];
