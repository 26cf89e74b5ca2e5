import { hash } from 'node:crypto';
import { type Account, BINS, type Place } from '../account/account.ts';
import { type AccountJson, accountFromJson, accountToJson } from '../account/account-json.ts';
import { accountAfter, type CountedEvent } from '../account/accounting.ts';
import type { FoldRules } from '../account/fold-rules.ts';
import { newestFirst, withEvents } from '../account/history.ts';
import type { LearnerState } from '../account/state.ts';
import type { LogPositions } from './log.ts';

/**
 * A state written down with how far the log had been read, so that the next start needs not read it all. It is only a
 * cache: what does not fit in any way is not used, and the log is read instead.
 */
export interface Snapshot {
  readonly state: LearnerState;
  readonly positions: LogPositions;
}

/**
 * Raised whenever the same events would make another account, or an account is written down in another way; a test
 * notices when it should have been.
 */
const SNAPSHOT_VERSION = 4;

interface SnapshotJson {
  readonly base: AccountJson;
  /** Oldest first. */
  readonly recent: readonly CountedEvent[];
  readonly ahead: readonly CountedEvent[];
  readonly undone: readonly (readonly [string, Place | null])[];
  readonly positions: LogPositions;
}

/** Years whose months show how this machine cuts time into study days. */
const RULE_YEARS = { from: 2000, to: 2045 };

/** A digest of the rules: the same for the same time zone and weights. */
function digestOfRules({ studyDays, weights }: FoldRules): string {
  const starts: number[] = [];
  for (let year = RULE_YEARS.from; year < RULE_YEARS.to; year++) {
    for (let month = 0; month < 12; month++) starts.push(studyDays.startOf(Date.UTC(year, month, 1) / 86_400_000));
  }
  return hash('sha256', JSON.stringify([starts, weights, BINS]), 'base64');
}

function headOf(rules: FoldRules, body: string): string {
  return `seqack snapshot ${SNAPSHOT_VERSION} ${digestOfRules(rules)} ${hash('sha256', body, 'base64')}`;
}

/** The file that holds a snapshot. */
export function writeSnapshot({ state, positions }: Snapshot): string {
  const saved: SnapshotJson = {
    base: accountToJson(state.base),
    recent: [...newestFirst(state.recent)].reverse(),
    ahead: state.ahead,
    undone: [...state.undone],
    positions,
  };
  const body = JSON.stringify(saved);
  return `${headOf(state.rulesOfFold, body)}\n${body}\n`;
}

/**
 * The snapshot in a file. 'stale' when it is sound but of another version or other rules, or holds what `horizon` (ms)
 * says is still to come; 'damaged' when it is not what was written.
 */
export function readSnapshot(text: string, rules: FoldRules, horizon: number): Snapshot | 'stale' | 'damaged' {
  const [head = '', body = '', ...more] = text.split('\n');
  const [, , version, , digest] = head.split(' ');
  if (more.length !== 1 || !head.startsWith('seqack snapshot ') || digest !== hash('sha256', body, 'base64'))
    return 'damaged';
  if (version !== String(SNAPSHOT_VERSION) || head !== headOf(rules, body)) return 'stale';
  // The digest says that it is what this version wrote.
  const { base: saved, recent, ahead, undone, positions } = JSON.parse(body) as SnapshotJson;
  const base: Account = accountFromJson(saved);
  const newest = recent.at(-1) ?? base.newest;
  if (newest !== null && newest.at > horizon) return 'stale';
  const state: LearnerState = {
    ...(recent.length === 0 ? base : accountAfter(base, recent, rules)),
    rulesOfFold: rules,
    base,
    recent: withEvents<CountedEvent>(null, recent),
    ahead,
    undone: new Map(undone),
  };
  return { state, positions };
}
