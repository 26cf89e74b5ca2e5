import { type Expecting, parsed, REFUSED } from '../documents/schema.ts';
import type { Conventions } from '../tcp/conventions.ts';
import { isWhole, LONGEST_MS, oneOf, whole, yesOrNo } from './scenario-file/values.ts';

/** How a scenario file and the command line write one convention. */
export interface ConventionKey<Value> {
  readonly name: string;
  /** Reads the value as YAML gives it. */
  readonly value: Expecting<Value>;
  /** The value as it is written. */
  readonly write: (value: Value) => string;
  /** The values that are words, as they are written; numbers may be allowed besides. */
  readonly words: readonly string[];
}

export type ConventionField = keyof Conventions;

/** The longest time a convention may hold: one day, ms. */
const DAY_MS = 24 * LONGEST_MS;

function yesNo(name: string): ConventionKey<boolean> {
  return { name, value: yesOrNo, write: String, words: ['true', 'false'] };
}

function number(name: string, min: number, max: number): ConventionKey<number> {
  return { name, value: whole(min, max), write: String, words: [] };
}

/** A number, or the word that stands for there being none. */
function numberOr(name: string, word: 'none' | 'unlimited', min: number, max: number): ConventionKey<number | null> {
  const number = whole(min, max).wants;
  const wants = { en: `${word}, or ${number.en}`, ko: `${word} 또는 ${number.ko}` };
  const value = parsed<number | null>(wants, (input) => {
    if (input === word) return null;
    return isWhole(input, min, max) ? input : REFUSED;
  });
  return { name, value, write: (given) => (given === null ? word : String(given)), words: [word] };
}

function words<const Word extends string>(name: string, ...known: readonly Word[]): ConventionKey<Word> {
  return { name, value: oneOf(known), write: String, words: known };
}

/** Every convention by the name people write, with what its value may be. Times are whole milliseconds. */
export const CONVENTION_KEYS: { readonly [Field in ConventionField]: ConventionKey<Conventions[Field]> } = {
  initialRtoMs: number('initial-rto', 1, LONGEST_MS),
  minimumRtoMs: number('minimum-rto', 1, LONGEST_MS),
  minimumRtoOf: words('minimum-rto-of', 'rto', 'variance'),
  maximumRtoMs: number('maximum-rto', 1, LONGEST_MS),
  clockGranularityMs: number('clock-granularity', 0, 1000),
  adviseAfter: number('advise-after', 1, 100),
  giveUpMs: number('give-up', 1, DAY_MS),
  giveUpSynMs: number('give-up-syn', 1, DAY_MS),
  userTimeoutMs: numberOr('user-timeout', 'none', 1, DAY_MS),
  keepAlive: yesNo('keep-alive'),
  keepAliveIdleMs: number('keep-alive-idle', 1, DAY_MS),
  keepAliveIntervalMs: number('keep-alive-interval', 1, DAY_MS),
  keepAliveProbes: number('keep-alive-probes', 1, 100),
  keepAliveOctet: yesNo('keep-alive-octet'),
  delayedAckMs: numberOr('delayed-ack', 'none', 1, 499),
  quickAcks: number('quick-acks', 0, 1000),
  finAck: words('fin-ack', 'now', 'delayed'),
  outOfOrder: words('out-of-order', 'hold', 'discard'),
  sack: yesNo('sack'),
  dsack: yesNo('dsack'),
  windowScaling: yesNo('window-scaling'),
  windowRounding: words('window-rounding', 'down', 'up'),
  windowUpdate: words('window-update', 'narrow', 'doubled'),
  zeroWindowProbe: words('zero-window-probe', 'byte', 'empty'),
  nagle: yesNo('nagle'),
  nagleBehind: words('nagle-behind', 'any', 'small'),
  pushBursts: yesNo('push-bursts'),
  timestamps: yesNo('timestamps'),
  missingTimestamps: words('missing-timestamps', 'drop', 'accept'),
  congestionControl: words('congestion-control', 'reno', 'cubic'),
  lossRecovery: words('loss-recovery', 'tahoe', 'reno', 'newreno'),
  partialAckTimer: words('partial-ack-timer', 'first', 'every'),
  limitedTransmit: yesNo('limited-transmit'),
  initialWindow: words('initial-window', 'rfc5681', 'rfc6928', 'one'),
  initialSsthreshSegments: numberOr('initial-ssthresh', 'unlimited', 2, 100_000),
  slowStartLimit: numberOr('slow-start-limit', 'unlimited', 1, 100),
  congestionAvoidance: words('congestion-avoidance', 'counted', 'per-ack'),
  ssthreshBasis: words('ssthresh-basis', 'flight-size', 'cwnd'),
  idleRestart: yesNo('idle-restart'),
  ecn: yesNo('ecn'),
  challengeAcks: yesNo('challenge-acks'),
  challengeAckLimit: number('challenge-ack-limit', 1, 1000),
  oldestAck: words('oldest-ack', 'window', 'ever-sent'),
  resetAtFin: yesNo('reset-at-fin'),
  synFin: words('syn-fin', 'accept', 'drop'),
  dataOnSyn: yesNo('data-on-syn'),
  repeatedSyn: words('repeated-syn', 'ack', 'syn-ack'),
  mslMs: number('msl', 1, LONGEST_MS),
  timeWaitReuse: words('time-wait-reuse', 'never', 'sequence', 'timestamps'),
  timeWaitReset: words('time-wait-reset', 'accept', 'ignore'),
};

/** All conventions in the order of their table. */
export const CONVENTION_FIELDS = Object.keys(CONVENTION_KEYS) as readonly ConventionField[];

/** The names people write, in the same order. */
export const CONVENTION_NAMES: readonly string[] = CONVENTION_FIELDS.map((field) => CONVENTION_KEYS[field].name);

/** The convention of this name, or null. */
export function conventionNamed(name: string): ConventionField | null {
  return CONVENTION_FIELDS.find((field) => CONVENTION_KEYS[field].name === name) ?? null;
}

/** What `field` is in `conventions`, as people write it. */
export function writtenConvention<Field extends ConventionField>(
  field: Field,
  conventions: Pick<Conventions, Field>,
): string {
  const key: ConventionKey<Conventions[Field]> = CONVENTION_KEYS[field];
  return key.write(conventions[field]);
}

/** Conventions as a scenario file holds them: by name, numbers and booleans as such, words for what is not there. */
export type NamedConventions = Readonly<Record<string, string | number | boolean>>;

/** What differs in `conventions` from `profile`, by name. */
export function namedDifferences(conventions: Conventions, profile: Conventions): NamedConventions {
  const differing = CONVENTION_FIELDS.filter((field) => conventions[field] !== profile[field]);
  return Object.fromEntries(
    differing.map((field) => [
      CONVENTION_KEYS[field].name,
      conventions[field] ?? writtenConvention(field, conventions),
    ]),
  );
}
