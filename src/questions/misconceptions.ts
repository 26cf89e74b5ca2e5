import { CLOSING_MISCONCEPTIONS } from './misconceptions/closing.ts';
import { CONGESTION_MISCONCEPTIONS } from './misconceptions/congestion.ts';
import { GAP_MISCONCEPTIONS } from './misconceptions/gaps.ts';
import { HANDSHAKE_MISCONCEPTIONS } from './misconceptions/handshake.ts';
import type { Misconception } from './misconceptions/misconception.ts';
import { NUMBER_MISCONCEPTIONS } from './misconceptions/numbers.ts';
import { ORDER_MISCONCEPTIONS } from './misconceptions/order.ts';
import { RECOVERY_MISCONCEPTIONS } from './misconceptions/recovery.ts';
import { REJECTS_MISCONCEPTIONS } from './misconceptions/rejects.ts';
import { SACK_MISCONCEPTIONS } from './misconceptions/sack.ts';
import { SACK_SENDING_MISCONCEPTIONS } from './misconceptions/sack-sending.ts';
import { SEGMENTS_MISCONCEPTIONS } from './misconceptions/segments.ts';
import { STATE_MISCONCEPTIONS } from './misconceptions/states.ts';
import { STREAMS_MISCONCEPTIONS } from './misconceptions/streams.ts';
import { TIMERS_MISCONCEPTIONS } from './misconceptions/timers.ts';
import { WINDOWS_MISCONCEPTIONS } from './misconceptions/windows.ts';

const MISCONCEPTIONS = {
  ...NUMBER_MISCONCEPTIONS,
  ...HANDSHAKE_MISCONCEPTIONS,
  ...CLOSING_MISCONCEPTIONS,
  ...STATE_MISCONCEPTIONS,
  ...GAP_MISCONCEPTIONS,
  ...CONGESTION_MISCONCEPTIONS,
  ...ORDER_MISCONCEPTIONS,
  ...RECOVERY_MISCONCEPTIONS,
  ...REJECTS_MISCONCEPTIONS,
  ...SEGMENTS_MISCONCEPTIONS,
  ...SACK_MISCONCEPTIONS,
  ...SACK_SENDING_MISCONCEPTIONS,
  ...STREAMS_MISCONCEPTIONS,
  ...TIMERS_MISCONCEPTIONS,
  ...WINDOWS_MISCONCEPTIONS,
} as const satisfies Readonly<Record<string, Misconception>>;

/** Names a wrong rule for good: logs refer to it. M.. come from published wrong answers, N.. from our own questions. */
export type MisconceptionId = keyof typeof MISCONCEPTIONS;

export const MISCONCEPTION_IDS: readonly MisconceptionId[] = (Object.keys(MISCONCEPTIONS) as MisconceptionId[]).sort();

/** The wrong rule with this id. */
export function misconception(id: MisconceptionId): Misconception {
  return MISCONCEPTIONS[id];
}

/** Whether a text, from a log for example, names a wrong rule this version knows. */
export function isMisconceptionId(text: string): text is MisconceptionId {
  return Object.hasOwn(MISCONCEPTIONS, text);
}
