import type { Skill } from './skill.ts';
import { bytesReceived } from './skills/bytes-received.ts';
import { fourSegments } from './skills/close-four.ts';
import { halfClose } from './skills/close-half.ts';
import { finAck, finNumbers } from './skills/close-numbers.ts';
import { finOvertakes } from './skills/close-overtaken.ts';
import { activeCloser } from './skills/close-roles.ts';
import { threeSegments } from './skills/close-three.ts';
import { CONGESTION } from './skills/congestion/family.ts';
import { duplicateSegment } from './skills/duplicate.ts';
import { aboveGap, gapFilled } from './skills/gaps.ts';
import { handshakeFlags, synAckNumber, thirdSegment } from './skills/handshake-fields.ts';
import { lostHandshakeSegment } from './skills/handshake-loss.ts';
import { handshakeOrder } from './skills/handshake-order.ts';
import { inOrderAck } from './skills/in-order-ack.ts';
import { dataLength, segmentLength } from './skills/lengths.ts';
import { nextSequence } from './skills/next-sequence.ts';
import { ORDER } from './skills/order/family.ts';
import { RECOVERY } from './skills/recovery/family.ts';
import { REJECTS } from './skills/rejects/family.ts';
import { SEGMENTS } from './skills/segments/family.ts';
import { firstData, relativeNumber } from './skills/sequence-numbers.ts';
import { nextState } from './skills/state-next.ts';
import { STREAMS } from './skills/streams/family.ts';
import { timeWait } from './skills/time-wait.ts';
import { timeWaitArrival } from './skills/time-wait-arrivals.ts';
import { TIMERS } from './skills/timers/family.ts';
import { WINDOWS } from './skills/windows/family.ts';

const ALL: readonly Skill[] = [
  handshakeFlags,
  synAckNumber,
  thirdSegment,
  firstData,
  inOrderAck,
  nextSequence,
  dataLength,
  bytesReceived,
  segmentLength,
  nextState,
  activeCloser,
  handshakeOrder,
  finNumbers,
  finAck,
  relativeNumber,
  aboveGap,
  gapFilled,
  duplicateSegment,
  lostHandshakeSegment,
  fourSegments,
  threeSegments,
  halfClose,
  finOvertakes,
  timeWait,
  timeWaitArrival,
  ...CONGESTION,
  ...ORDER,
  ...RECOVERY,
  ...REJECTS,
  ...SEGMENTS,
  ...STREAMS,
  ...TIMERS,
  ...WINDOWS,
];

/** Every skill there is, in the order of the catalogue of question types. */
export const skills: readonly Skill[] = [...ALL].sort((a, b) => a.type - b.type);

const BY_ID: ReadonlyMap<string, Skill> = new Map(skills.map((skill) => [skill.id, skill]));

/** The skill with this id, or null. */
export function skillById(id: string): Skill | null {
  return BY_ID.get(id) ?? null;
}
