import type { Text } from '../language.ts';
import { type EventDraft, isReview, type LearningEvent, type ReviewEvent } from './event.ts';
import { newestFirst } from './history.ts';
import { type Disk, type Log, openLog } from './log.ts';
import { type LogProblem, newerLines, unreadableLines } from './log-problem.ts';
import { applyEvents, emptyState, type LearnerState } from './state.ts';

export interface StoreOptions {
  /** The data folder; made with the first event when it does not exist. */
  readonly folder: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Never the same twice, on any machine: crypto.randomUUID. */
  readonly newId: () => string;
  readonly disk?: Disk;
}

/** The learner's state and the log it comes from. */
export interface LearningStore {
  /** What the log says now; another object after every change. */
  readonly state: LearnerState;
  /** Logs what happened and counts it; on the disk before this returns, or `problems` says why not. */
  append(draft: EventDraft): LearningEvent;
  /** Takes back the newest answer or card grade; the event taken back, or null when there is none. */
  undoLast(): ReviewEvent | null;
  /** Takes back the answer or card grade of that id; null when none that counts has it. */
  undo(id: string): ReviewEvent | null;
  /** Writes what still waits in memory and brings in what other programs have logged; worth a call before the end. */
  refresh(): void;
  /** What the learner should know about the log, one line each; empty when all is well. */
  readonly problems: readonly Text[];
}

function lineProblems(log: Log): Text[] {
  const { path, faults } = log;
  const linesWith = (fault: 'unreadable' | 'newer'): number[] =>
    faults.filter((entry) => entry.fault === fault).map(({ line }) => line);
  const unreadable = linesWith('unreadable');
  const newer = linesWith('newer');
  return [
    ...(unreadable.length > 0 ? [unreadableLines(path, unreadable)] : []),
    ...(newer.length > 0 ? [newerLines(path, newer)] : []),
  ];
}

/** A time that a changed clock made negative would make the line unreadable, and the answer lost. */
function timed(draft: EventDraft): EventDraft {
  return 'tookMs' in draft && !(draft.tookMs >= 0) ? { ...draft, tookMs: 0 } : draft;
}

/** Opens the learner's record in a data folder. Never throws: what is wrong is in `problems`. */
export function openStore({ folder, now, newId, disk }: StoreOptions): LearningStore {
  const log = openLog(folder, disk);
  let state = emptyState();
  let unwritten: LogProblem | null = null;
  let unread: LogProblem | null = null;

  const takeIn = (own: readonly LearningEvent[]): void => {
    const { events, problem } = log.read();
    unread = problem;
    if (events.length + own.length > 0) state = applyEvents(state, [...events, ...own]);
  };

  const append = (draft: EventDraft): LearningEvent => {
    const event: LearningEvent = { v: 1, id: newId(), at: now(), ...timed(draft) };
    unwritten = log.append(event);
    takeIn([event]);
    return event;
  };

  const undoFirst = (matches: (event: ReviewEvent) => boolean): ReviewEvent | null => {
    for (const event of newestFirst(state.timeline)) {
      if (!isReview(event) || !matches(event)) continue;
      append({ kind: 'undo', undoes: event.id });
      return event;
    }
    return null;
  };

  takeIn([]);
  return {
    get state() {
      return state;
    },
    append,
    undoLast: () => undoFirst(() => true),
    undo: (id) => undoFirst((event) => event.id === id),
    refresh() {
      unwritten = log.flush();
      takeIn([]);
    },
    get problems() {
      const troubles = [unwritten, unread].flatMap((problem) => (problem === null ? [] : [problem.text]));
      return [...troubles, ...lineProblems(log)];
    },
  };
}
