import { join } from 'node:path';
import type { Text } from '../../language.ts';
import { defaultRules, type FoldRules } from '../account/fold-rules.ts';
import { newestFirst } from '../account/history.ts';
import { LogFold } from '../account/log-fold.ts';
import { applyEvents, emptyState, type FoldedEvent, foldEvents, type LearnerState } from '../account/state.ts';
import { type EventDraft, isUndoable, type LearningEvent, type UndoableEvent } from '../events/event.ts';
import { DAY_MS } from '../study-day.ts';
import type { Disk } from './disk.ts';
import { openLog } from './log.ts';
import { clockWentBack, datedAhead, type LogProblem, lineProblems, snapshotDamaged } from './log-problem.ts';
import type { OnProgress } from './log-reader.ts';
import { loadSnapshot, SNAPSHOT_NAME, saveSnapshot } from './snapshot-file.ts';

export interface StoreOptions {
  /** The data folder; made with the first event when it does not exist. */
  readonly folder: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Never the same twice, on any machine: crypto.randomUUID. */
  readonly newId: () => string;
  readonly rules?: FoldRules;
  /** Told while a long log is read at the beginning. */
  readonly onProgress?: OnProgress;
  readonly disk?: Disk;
}

/** The learner's state and the log it comes from. */
export interface LearningStore {
  /** What the log says now; another object after every change. */
  readonly state: LearnerState;
  /** Logs what happened and counts it; on the disk before this returns, or `problems` says why not. */
  append(draft: EventDraft): LearningEvent;
  /** Takes back the newest answer, card grade or setting aside; the event taken back, or null when none is at hand. */
  undoLast(): UndoableEvent | null;
  /** Takes back the event of that id; null when none of the newest that counts has it. */
  undo(id: string): UndoableEvent | null;
  /** Writes what still waits in memory and brings in what other programs have logged; worth a call before the end. */
  refresh(): void;
  /** Notes the state down when the log has grown much, so that the next start is fast. */
  rest(): void;
  /** Events that are not on the disk: lost when the program ends now. */
  readonly unsaved: number;
  /** What the learner should know about the log, one line each; empty when all is well. */
  readonly problems: readonly Text[];
}

/** A clock so little behind the newest event is only another machine's clock, ms. */
const BEHIND_MS = 5 * 60_000;

/** Bytes of log that are read at once faster than a snapshot is worth writing. */
const WORTH_BYTES = 256 * 1024;

/** A time that a changed clock made negative would make the line unreadable, and the answer lost. */
function timed(draft: EventDraft): EventDraft {
  return 'tookMs' in draft && !(draft.tookMs >= 0) ? { ...draft, tookMs: 0 } : draft;
}

/** Opens the learner's record in a data folder. Never throws: what is wrong is in `problems`. */
export function openStore({ folder, now, newId, rules = defaultRules, onProgress, disk }: StoreOptions): LearningStore {
  const log = openLog(folder, disk);
  let state = emptyState(rules);
  let unwritten: LogProblem | null = null;
  let unread: LogProblem | null = null;
  /** Bytes of the log the snapshot covers. */
  let noted = 0;

  // What a wrong clock wrote for the far future waits for its time: it would hide items until then.
  const horizon = (): number => now() + DAY_MS;

  /** All that there is, from the beginning of the log; `own` are events that may not be in it. */
  const foldAll = (own: readonly FoldedEvent[]): void => {
    const all: FoldedEvent[] = [];
    log.rewind();
    unread = log.read((events) => {
      for (const event of events) all.push(event);
    }, onProgress);
    state = foldEvents([...all, ...own], rules, horizon());
  };

  const takeIn = (own: readonly FoldedEvent[]): void => {
    let isLate = false;
    const take = (events: readonly FoldedEvent[]): void => {
      const next = isLate ? null : applyEvents(state, events, horizon());
      if (next === null) isLate = true;
      else state = next;
    };
    unread = log.read(take);
    if (own.length > 0 || state.ahead.length > 0) take(own);
    if (isLate) foldAll([...unsaved(), ...own]);
  };

  /** The first reading: of the log that came after the snapshot, or of all of it. */
  const open = (): void => {
    const fold = new LogFold(state, horizon());
    unread = log.read((events) => fold.take(events), onProgress);
    const read = fold.state();
    if (read === null) foldAll([]);
    else state = read;
  };

  /** Events that are not in the log, because it cannot be written: they are counted all the same. */
  const waiting: FoldedEvent[] = [];
  const unsaved = (): readonly FoldedEvent[] => waiting.slice(waiting.length - log.waiting);

  const append = (draft: EventDraft): LearningEvent => {
    // A newer program may have written to the log since: then it is no longer ours to write to.
    takeIn([]);
    const id = newId();
    const at = Math.max(now(), state.newest === null ? 0 : state.newest.at + 1);
    const event: LearningEvent = { v: 1, id, at, ...timed(draft) };
    waiting.push(event);
    unwritten = log.append(event);
    if (log.waiting === 0) waiting.length = 0;
    takeIn([event]);
    return event;
  };

  const undoFirst = (matches: (event: UndoableEvent) => boolean): UndoableEvent | null => {
    for (const event of newestFirst(state.recent)) {
      if (!isUndoable(event) || !matches(event)) continue;
      append({ kind: 'undo', undoes: event.id });
      return event;
    }
    return null;
  };

  const saved = loadSnapshot(folder, rules, horizon());
  if (typeof saved === 'object' && log.resume(saved.positions)) {
    state = saved.state;
    noted = log.bytes;
  }
  open();
  const behind = state.newest === null ? 0 : state.newest.at - now();

  return {
    get state() {
      return state;
    },
    append,
    undoLast: () => undoFirst(() => true),
    undo: (id) => undoFirst((event) => event.id === id),
    refresh() {
      unwritten = log.flush();
      if (log.waiting === 0) waiting.length = 0;
      takeIn([]);
    },
    rest() {
      if (log.bytes - noted < WORTH_BYTES || log.waiting > 0) return;
      const positions = log.positions();
      if (positions === null) return;
      saveSnapshot(folder, { state, positions });
      noted = log.bytes;
    },
    get unsaved() {
      return log.waiting;
    },
    get problems() {
      const troubles = [unwritten, unread].flatMap((problem) => (problem === null ? [] : [problem.text]));
      return [
        ...troubles,
        ...lineProblems(log.faults, log.beside),
        ...(saved === 'damaged' ? [snapshotDamaged(join(folder, SNAPSHOT_NAME))] : []),
        ...(behind > BEHIND_MS ? [clockWentBack(behind)] : []),
        ...(state.ahead.length > 0 ? [datedAhead(state.ahead.length)] : []),
      ];
    },
  };
}
