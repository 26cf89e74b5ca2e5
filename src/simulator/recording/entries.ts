import type { HostName } from '../../trace/trace.ts';

/*
 * What the entries of a run's journal are of, what their heads tell in detail and what stands behind. A time that has
 * moved comes before that, as a real number.
 */
export const CALL = 1; // detail: the call
export const CALL_ERROR = 2; // detail: the error; for the call that began the instant
export const ARRIVE = 3; // n
export const NOTES = 4; // detail: the list of notes; for the arrival that began the instant
export const TIMER = 5; // detail: its name
export const SEND = 6; // detail: flags, ECN and origin; see trace-recorder.ts
export const COPY = 7; // n of the original
export const MARK = 8; // n
export const LOSE = 9; // detail: the cause; n
export const STATE = 10; // detail: from and to
export const SIGNAL = 11; // detail: which
export const DELIVER = 12; // bytes
/** A host as it is after the latest fresh event and those that followed; see snapshot-writer.ts. */
export const AFTER = 13;

/** Of a head four bits tell the kind, the next one the host. */
export const KIND = 0xf;
const SERVER = 0x10;
/** An event that begins an instant, or lies in none. */
export const FRESH = 0x20;
/** The time is not that of the entry before. */
export const MOVED = 0x40;
/** How far to the left the detail stands, and its parts where it has several. */
export const DETAIL = 7;
export const TO_STATE = DETAIL + 4;
export const ECN = DETAIL + 8;
export const ORIGIN = ECN + 2;
/** AFTER has neither marks nor detail, but a bit for each column that has changed. */
export const CHANGES = 5;

export const CAUSES = ['fault', 'chance'] as const;
export const ORIGINS = ['tcp', 'copy', 'forged'] as const;

export function hostBit(host: HostName): number {
  return host === 'server' ? SERVER : 0;
}

export function hostOf(head: number): HostName {
  return head & SERVER ? 'server' : 'client';
}
