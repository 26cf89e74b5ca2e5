import type { SkillExpectation } from '../skill-properties.ts';
import { CLOSE_EXPECTED } from './close.ts';
import { CONGESTION_EXPECTED } from './congestion.ts';
import { GAPS_EXPECTED } from './gaps.ts';
import { HANDSHAKE_EXPECTED } from './handshake.ts';
import { NUMBERS_EXPECTED } from './numbers.ts';
import { ORDER_EXPECTED } from './order.ts';
import { RECOVERY_EXPECTED } from './recovery.ts';
import { REJECTS_EXPECTED } from './rejects.ts';
import { SACK_EXPECTED } from './sack.ts';
import { SEGMENTS_EXPECTED } from './segments.ts';
import { STATE_EXPECTED } from './state.ts';
import { STREAMS_EXPECTED } from './streams.ts';
import { TIME_WAIT_EXPECTED } from './time-wait.ts';
import { TIMERS_EXPECTED } from './timers.ts';
import { WINDOWS_EXPECTED } from './windows.ts';

/** For each skill its answers, reckoned without the engine. */
export const EXPECTED: Readonly<Record<string, SkillExpectation>> = {
  ...HANDSHAKE_EXPECTED,
  ...NUMBERS_EXPECTED,
  ...GAPS_EXPECTED,
  ...STREAMS_EXPECTED,
  ...WINDOWS_EXPECTED,
  ...TIMERS_EXPECTED,
  ...CONGESTION_EXPECTED,
  ...ORDER_EXPECTED,
  ...RECOVERY_EXPECTED,
  ...SACK_EXPECTED,
  ...CLOSE_EXPECTED,
  ...STATE_EXPECTED,
  ...TIME_WAIT_EXPECTED,
  ...REJECTS_EXPECTED,
  ...SEGMENTS_EXPECTED,
};
