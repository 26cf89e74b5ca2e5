import { createEmptyCard, FSRS, type Card as FsrsCard, GenSeedStrategyWithCardId, State, StrategyMode } from 'ts-fsrs';
import { type Catalogue, itemsOf } from './catalogue.ts';
import type { Grade, ItemId, ReviewEvent } from './event.ts';
import { type History, until } from './history.ts';
import type { LearnerState } from './state.ts';
import { DAY_MS, localStudyDays, type StudyDays } from './study-day.ts';

/** How the schedule is to behave; the same options give the same schedule from the same events. */
export interface ScheduleOptions {
  /** The chance of recall at which an item comes back, 0.7 to 0.97. */
  readonly retention: number;
  /** Items met for the first time in one study day. */
  readonly newPerDay: number;
  readonly studyDays: StudyDays;
  /** Spreads intervals a little, by item, so that items learned together do not always come back together. */
  readonly fuzz: boolean;
}

export const defaultSchedule: ScheduleOptions = {
  retention: 0.9,
  newPerDay: 10,
  studyDays: localStudyDays,
  fuzz: true,
};

/** Where an item stands in FSRS's life of a card. */
export type Phase = 'new' | 'learning' | 'review' | 'relearning';

/** What the schedule knows of an item that has been graded at least once. */
export interface Memory {
  readonly phase: Exclude<Phase, 'new'>;
  /** When it comes back, ms since the epoch; after a whole number of days, the start of that study day. */
  readonly dueAt: number;
  /** Days after which the chance of recall has fallen to 0.9. */
  readonly stability: number;
  /** 1 (easy) to 10. */
  readonly difficulty: number;
  readonly reps: number;
  /** How often it was forgotten after it had been learned. */
  readonly lapses: number;
  readonly lastGrade: Grade;
  readonly lastAt: number;
  /** Study days of the first and the last grade. */
  readonly firstDay: number;
  readonly lastDay: number;
}

/** An item to be reviewed now. */
export interface DueItem {
  readonly item: ItemId;
  readonly kind: 'card' | 'skill';
  readonly module: string;
  readonly phase: Phase;
  /** For a new item, now. */
  readonly dueAt: number;
  /** 0 for a new item. */
  readonly retrievability: number;
}

/** The name under which ts-fsrs finds the item in its card, for a spread that depends on item and count only. */
const SEED_FIELD = 'item';

type Card = FsrsCard & { readonly [SEED_FIELD]: ItemId };

interface Replayed {
  readonly memory: Memory;
  readonly card: Card;
}

interface Engine {
  readonly fsrs: FSRS;
  readonly studyDays: StudyDays;
  /** Results by history node: a history that has grown is replayed from where it was known. */
  readonly replayed: WeakMap<History<ReviewEvent>, Replayed>;
}

function createFsrs(retention: number, fuzz: boolean): FSRS {
  const fsrs = new FSRS({ request_retention: retention, enable_fuzz: fuzz });
  // biome-ignore lint/correctness/useHookAtTopLevel: a method of ts-fsrs; only its name looks like a React hook.
  return fsrs.useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId(SEED_FIELD));
}

const engines = new WeakMap<StudyDays, Map<string, Engine>>();

function engineFor({ retention, fuzz, studyDays }: ScheduleOptions): Engine {
  const ofDays = engines.get(studyDays) ?? new Map<string, Engine>();
  engines.set(studyDays, ofDays);
  const key = `${retention} ${fuzz}`;
  const known = ofDays.get(key);
  if (known !== undefined) return known;
  const engine: Engine = { fsrs: createFsrs(retention, fuzz), studyDays, replayed: new WeakMap() };
  ofDays.set(key, engine);
  return engine;
}

const phases: Record<Exclude<State, State.New>, Memory['phase']> = {
  [State.Learning]: 'learning',
  [State.Review]: 'review',
  [State.Relearning]: 'relearning',
};

/**
 * One grade. ts-fsrs counts UTC calendar days, so it is told study days as if each were midnight UTC, and never a
 * time of day: elapsed days are then right in every time zone. A clock that went back counts as standing still.
 */
function grade(engine: Engine, item: ItemId, previous: Replayed | null, at: number, given: Grade): Replayed {
  const { fsrs, studyDays } = engine;
  const lastAt = Math.max(at, previous?.memory.lastAt ?? at);
  const lastDay = Math.max(studyDays.dayOf(at), previous?.memory.lastDay ?? Number.NEGATIVE_INFINITY);
  const when = new Date(lastDay * DAY_MS);
  const before: Card = previous?.card ?? { ...createEmptyCard(when), [SEED_FIELD]: item };
  const card: Card = { ...fsrs.next(before, when, given).card, [SEED_FIELD]: item };
  const memory: Memory = {
    phase: card.state === State.New ? 'learning' : phases[card.state],
    dueAt:
      card.scheduled_days > 0
        ? studyDays.startOf(lastDay + card.scheduled_days)
        : lastAt + (card.due.getTime() - when.getTime()),
    stability: card.stability,
    difficulty: card.difficulty,
    reps: card.reps,
    lapses: card.lapses,
    lastGrade: given,
    lastAt,
    firstDay: previous?.memory.firstDay ?? lastDay,
    lastDay,
  };
  return { memory, card };
}

function replay(engine: Engine, item: ItemId, history: History<ReviewEvent> | null): Replayed | null {
  const unknown: History<ReviewEvent>[] = [];
  let node = history;
  let known = node === null ? undefined : engine.replayed.get(node);
  while (node !== null && known === undefined) {
    unknown.push(node);
    node = node.before;
    if (node !== null) known = engine.replayed.get(node);
  }
  let result = known ?? null;
  for (const { event } of unknown.reverse()) {
    if (event.grade !== null) result = grade(engine, item, result, event.at, event.grade);
  }
  if (history !== null && result !== null) engine.replayed.set(history, result);
  return result;
}

function replayItem(engine: Engine, state: LearnerState, item: ItemId, now: number): Replayed | null {
  // What a wrong clock wrote for the far future would hide the item until then: such events wait for their time.
  return replay(engine, item, until(state.items.get(item) ?? null, now + DAY_MS));
}

/** What the schedule knows of an item at a time; null when it has not been graded yet. */
export function memoryOf(
  state: LearnerState,
  item: ItemId,
  now: number,
  options: ScheduleOptions = defaultSchedule,
): Memory | null {
  return replayItem(engineFor(options), state, item, now)?.memory ?? null;
}

/** How long until the item comes back after each grade given now, ms; whole days count 24 hours each. */
export function nextIntervals(
  state: LearnerState,
  item: ItemId,
  now: number,
  options: ScheduleOptions = defaultSchedule,
): Record<Grade, number> {
  const engine = engineFor(options);
  const previous = replayItem(engine, state, item, now);
  const after = (given: Grade): number => {
    const { memory, card } = grade(engine, item, previous, now, given);
    return card.scheduled_days > 0 ? card.scheduled_days * DAY_MS : memory.dueAt - memory.lastAt;
  };
  return { 1: after(1), 2: after(2), 3: after(3), 4: after(4) };
}

/** The chance, 0 to 1, that the item is recalled now; 0 when it was never graded. */
export function retrievability(
  state: LearnerState,
  item: ItemId,
  now: number,
  options: ScheduleOptions = defaultSchedule,
): number {
  const engine = engineFor(options);
  const replayed = replayItem(engine, state, item, now);
  if (replayed === null) return 0;
  const elapsed = Math.max(0, options.studyDays.dayOf(now) - replayed.memory.lastDay);
  return engine.fsrs.forgetting_curve(elapsed, replayed.memory.stability);
}

/** How many more items may be met for the first time in the study day of `now`. */
export function newItemsLeft(state: LearnerState, now: number, options: ScheduleOptions = defaultSchedule): number {
  const today = options.studyDays.dayOf(now);
  let met = 0;
  for (const item of state.items.keys()) if (memoryOf(state, item, now, options)?.firstDay === today) met++;
  return Math.max(0, options.newPerDay - met);
}

/**
 * What to review now, in this order: items in the middle of being learned, longest due first; items due today, the
 * one most likely forgotten first; then new items in path order, those of opened lessons before the others, as many
 * as the daily limit leaves.
 */
export function dueItems(
  state: LearnerState,
  now: number,
  catalogue: Catalogue,
  options: ScheduleOptions = defaultSchedule,
): DueItem[] {
  const learning: DueItem[] = [];
  const review: DueItem[] = [];
  const opened: DueItem[] = [];
  const unopened: DueItem[] = [];
  for (const { item, module } of itemsOf(catalogue)) {
    const memory = memoryOf(state, item, now, options);
    const due: DueItem = {
      item,
      kind: item.startsWith('card:') ? 'card' : 'skill',
      module,
      phase: memory?.phase ?? 'new',
      dueAt: memory?.dueAt ?? now,
      retrievability: retrievability(state, item, now, options),
    };
    if (memory === null) (state.lessons.get(module)?.openedAt == null ? unopened : opened).push(due);
    else if (memory.dueAt <= now) (memory.phase === 'review' ? review : learning).push(due);
  }
  learning.sort((a, b) => a.dueAt - b.dueAt);
  review.sort((a, b) => a.retrievability - b.retrievability || a.dueAt - b.dueAt);
  return [...learning, ...review, ...[...opened, ...unopened].slice(0, newItemsLeft(state, now, options))];
}
