import type { Conventions } from '../../tcp/conventions.ts';
import type { Amount } from '../amount.ts';
import type { Condition } from '../condition.ts';
import { CONVENTION_FIELDS, CONVENTION_KEYS, type ConventionField, type NamedConventions } from '../convention-keys.ts';
import type { SequenceSource, TimestampSource } from '../forged-segment.ts';
import type { ScenarioCall } from '../scenario.ts';

/* How a scenario file says the small things: times, conditions, numbers, calls. The other way round of scenario-words.ts. */

/** Keys of a YAML map, in the order they are written. */
export type Written = Readonly<Record<string, unknown>>;

export function writtenCondition(condition: Exclude<Condition, { kind: 'time' }>): string {
  switch (condition.kind) {
    case 'state': {
      const { host, state, times } = condition;
      return times === 1 ? `${host} is ${state}` : `${host} is ${state} (${ordinal(times)} time)`;
    }
    case 'received':
      return `${condition.host} received ${condition.bytes}`;
    case 'acked':
      return `${condition.host} was acked ${condition.bytes}`;
    case 'segment': {
      const { from, nth, match, event } = condition;
      return `${from}'s ${nth === 1 ? '' : `${ordinal(nth)} `}${match} ${event === 'lost' ? 'was lost' : event}`;
    }
  }
}

function ordinal(n: number): string {
  const teens = n % 100 >= 11 && n % 100 <= 13;
  const ending = teens ? 'th' : (({ 1: 'st', 2: 'nd', 3: 'rd' } as Readonly<Record<number, string>>)[n % 10] ?? 'th');
  return `${n}${ending}`;
}

/** `at`, or `when` with `after`; the start of the run is not said. */
export function writtenTiming(when: Condition, afterMs: Amount): Written {
  if (when.kind !== 'time') {
    const after = afterMs === 0 ? {} : { after: afterMs };
    return { when: writtenCondition(when), ...after };
  }
  const { ms } = when;
  const at = typeof afterMs === 'number' ? ms + afterMs : { min: ms + afterMs.min, max: ms + afterMs.max };
  return at === 0 ? {} : { at };
}

/** `do` with its details. */
export function writtenCall(call: ScenarioCall): Written {
  switch (call.name) {
    case 'connect-with-data':
      return { do: 'connect', bytes: call.bytes };
    case 'send-urgent':
      return { do: 'send', bytes: call.bytes, urgent: true };
    case 'send-unpushed':
      return { do: 'send', bytes: call.bytes, push: false };
    case 'send':
    case 'read':
    case 'set-receive-buffer':
      return { do: call.name, bytes: call.bytes };
    case 'set-user-timeout':
      return { do: call.name, timeout: call.ms };
    default:
      return { do: call.name };
  }
}

export function writtenSource(source: SequenceSource): number | string {
  if (source.kind === 'fixed') return source.value;
  return source.kind === 'random' ? 'random' : `${source.host} ${source.name}${plus(source.plus)}`;
}

export function writtenTimestamp(source: TimestampSource): number | string {
  return source.kind === 'fixed' ? source.value : `${source.host} ts.recent${plus(source.plus)}`;
}

function plus(n: number): string {
  if (n === 0) return '';
  return n > 0 ? ` + ${n}` : ` - ${-n}`;
}

/** The conventions that are named, by the names people write. */
export function writtenConventions(conventions: Partial<Conventions>): NamedConventions {
  const named = CONVENTION_FIELDS.flatMap((field) => {
    const written = writtenIn(field, conventions);
    return written === null ? [] : [[CONVENTION_KEYS[field].name, written] as const];
  });
  return Object.fromEntries(named);
}

/** Numbers and booleans as such, words for what is not there; null: it is not named. */
function writtenIn(field: ConventionField, conventions: Partial<Conventions>): string | number | boolean | null {
  const value = conventions[field];
  if (value === undefined) return null;
  return value ?? CONVENTION_KEYS[field].write(value as never);
}
