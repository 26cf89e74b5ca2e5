import type {
  AnswerEvent,
  CardEvent,
  Grade,
  ItemEvent,
  ItemId,
  LearningEvent,
  LessonEvent,
  UndoEvent,
} from '../events/event.ts';
import { skillOf } from '../events/event.ts';
import { type MemoryModel, memoryModel } from '../memory/fsrs.ts';
import { mondayOf } from '../study-day.ts';
import {
  type Account,
  BINS,
  type InterviewRecord,
  type ItemRecord,
  type LessonState,
  MATURE_DAYS,
  NEW_ITEM,
  NEWEST_TIMES,
  RECENT_SKILLS,
  type RuleRecord,
  type Sessions,
} from './account.ts';
import { addReview, type BinDraft, DayDraft, lossOf } from './day-draft.ts';
import type { FoldRules } from './fold-rules.ts';
import { questionKey, withInterview } from './interview-account.ts';
import { ItemDraft } from './item-draft.ts';
import { Newest } from './newest.ts';
import { PaceDraft } from './pace.ts';
import { betterQuiz } from './quiz-best.ts';
import { RuleDraft } from './rule-draft.ts';
import { sessionsAfter, withAnswer, withQuiz } from './session-record.ts';

/** An event as far as accounts go by it: what was typed says nothing more to them, except for the result of a quiz. */
export type CountedEvent =
  | Exclude<LearningEvent, UndoEvent | AnswerEvent>
  | (Omit<AnswerEvent, 'given'> & { readonly given?: AnswerEvent['given'] });

type CountedAnswer = Extract<CountedEvent, { readonly kind: 'answer' }>;
type CountedInterview = Extract<CountedEvent, { readonly kind: 'interview' }>;

/** The account after these events, which must come in order and after all that is in it already. */
export function accountAfter(account: Account, events: Iterable<CountedEvent>, rules: FoldRules): Account {
  const draft = new AccountDraft(account, rules);
  for (const event of events) draft.take(event);
  return draft.account();
}

/**
 * An account while events are being added to it: what they touch is copied when first touched and then changed in
 * place, and only account() makes records of it. A fold of a million answers is a few changes of numbers each.
 */
export class AccountDraft {
  readonly #of: Account;
  readonly #studyDays: FoldRules['studyDays'];
  readonly #model: MemoryModel;
  readonly #items = new Map<ItemId, ItemDraft>();
  readonly #rules = new Map<string, RuleDraft>();
  readonly #lessons = new Map<string, LessonState>();
  readonly #interviews = new Map<string, InterviewRecord>();
  readonly #days: DayDraft;
  readonly #pace: PaceDraft;
  readonly #times: Newest<number>;
  readonly #calibration: BinDraft[];
  readonly #totals: { -readonly [Key in keyof Account['totals']]: number };
  readonly #recentSkills: string[];
  #newest: CountedEvent | null = null;
  #quizzes: Account['quizzes'];
  #sessions: Sessions;
  /** The study day of the event before, its week, and the times between which it holds: asking the calendar is slow. */
  #day = 0;
  #week = 0;
  #dayFrom = Number.POSITIVE_INFINITY;
  #dayTo = Number.NEGATIVE_INFINITY;

  constructor(account: Account, { studyDays, weights }: FoldRules) {
    this.#of = account;
    this.#studyDays = studyDays;
    this.#model = memoryModel(weights);
    this.#days = new DayDraft(account.days);
    this.#pace = new PaceDraft(account.pace);
    this.#times = new Newest(account.times, NEWEST_TIMES);
    this.#calibration = account.calibration.map((tally) => ({ ...tally }));
    this.#totals = { ...account.totals };
    this.#recentSkills = [...account.recentSkills];
    this.#quizzes = account.quizzes;
    this.#sessions = account.sessions;
  }

  account(): Account {
    const { items, lessons, rules, interviews, newest } = this.#of;
    return {
      newest: this.#newest === null ? newest : { at: this.#newest.at, id: this.#newest.id },
      items: merged<ItemId, ItemRecord>(items, recordsOf(this.#items)),
      lessons: merged(lessons, this.#lessons),
      rules: merged<string, RuleRecord>(rules, recordsOf(this.#rules)),
      interviews: merged(interviews, this.#interviews),
      days: this.#days.days(),
      pace: this.#pace.pace(),
      calibration: this.#calibration,
      quizzes: this.#quizzes,
      sessions: this.#sessions,
      recentSkills: this.#recentSkills.slice(-RECENT_SKILLS),
      times: this.#times.values(),
      totals: this.#totals,
    };
  }

  take(event: CountedEvent): void {
    this.#newest = event;
    this.#moveTo(event.at);
    switch (event.kind) {
      case 'answer':
        this.#takeAnswer(event);
        break;
      case 'card':
        this.#takeCard(event);
        break;
      case 'item':
        this.#takeHold(event);
        break;
      case 'lesson':
        this.#takeLesson(event);
        break;
      case 'quiz': {
        const { count, best } = this.#quizzes;
        this.#quizzes = { count: count + 1, best: best === null ? event : betterQuiz(best, event) };
        this.#sessions = withQuiz(this.#sessions, event);
        break;
      }
      case 'interview':
        this.#takeInterview(event);
        break;
      case 'session':
        this.#sessions = sessionsAfter(this.#sessions, event);
        break;
    }
  }

  #moveTo(at: number): void {
    if (at < this.#dayFrom || at >= this.#dayTo) {
      this.#day = this.#studyDays.dayOf(at);
      this.#dayFrom = this.#studyDays.startOf(this.#day);
      this.#dayTo = this.#studyDays.startOf(this.#day + 1);
      this.#week = mondayOf(this.#day);
      this.#days.begin(this.#day);
    }
  }

  #item(item: ItemId): ItemDraft {
    const known = this.#items.get(item);
    if (known !== undefined) return known;
    const draft = new ItemDraft(this.#of.items.get(item) ?? NEW_ITEM);
    this.#items.set(item, draft);
    return draft;
  }

  #takeAnswer(event: CountedAnswer): void {
    const { correct, hinted, tookMs, grade, question } = event;
    const skill = skillOf(question);
    const item: ItemId = `skill:${skill}`;
    const draft = this.#item(item);
    if (draft.answeredAt < this.#dayFrom) this.#tally(draft, grade === null ? correct : grade > 1);
    draft.answered(event, tookMs);
    this.#totals.answered++;
    this.#totals.timeMs += tookMs;
    this.#days.answered++;
    this.#days.timeMs += tookMs;
    if (correct) {
      this.#totals.correct++;
      this.#days.correct++;
      if (!hinted) this.#pace.add(this.#week, tookMs);
    }
    this.#times.add(tookMs);
    this.#recentSkills.push(skill);
    if (this.#recentSkills.length > 8 * RECENT_SKILLS) this.#recentSkills.splice(0, 7 * RECENT_SKILLS);
    for (const rule of event.rules) {
      const known = this.#rules.get(rule) ?? new RuleDraft(this.#of.rules.get(rule));
      this.#rules.set(rule, known);
      known.followed(event.at, this.#day);
    }
    if (event.where !== 'review') this.#sessions = withAnswer(this.#sessions, event.where, event);
    if (grade !== null) this.#grade(draft, grade, event.at);
  }

  #takeCard({ item, grade, at, tookMs, where }: CardEvent): void {
    const draft = this.#item(item);
    draft.flipped++;
    draft.timeMs += tookMs;
    this.#totals.cards++;
    this.#totals.timeMs += tookMs;
    this.#days.cards++;
    this.#days.timeMs += tookMs;
    if (where !== 'review') return;
    this.#tally(draft, grade > 1);
    this.#grade(draft, grade, at);
  }

  #takeHold({ item, what }: ItemEvent): void {
    const hold = {
      suspended: { kind: 'suspended' },
      buried: { kind: 'buried', day: this.#day },
      resumed: null,
    } as const;
    this.#item(item).hold = hold[what];
  }

  #takeLesson({ module, what, at }: LessonEvent): void {
    const known = this.#lessons.get(module) ?? this.#of.lessons.get(module);
    const { openedAt, finishedAt } = known ?? { openedAt: null, finishedAt: null };
    this.#lessons.set(
      module,
      what === 'opened' ? { openedAt: openedAt ?? at, finishedAt } : { openedAt, finishedAt: finishedAt ?? at },
    );
  }

  #takeInterview(event: CountedInterview): void {
    const key = questionKey(event);
    this.#interviews.set(key, withInterview(this.#interviews.get(key) ?? this.#of.interviews.get(key) ?? null, event));
    if (event.what !== 'graded') return;
    if (event.followUp === null) this.#totals.interviews++;
    this.#totals.timeMs += event.tookMs;
    this.#days.timeMs += event.tookMs;
  }

  #grade(draft: ItemDraft, grade: Grade, at: number): void {
    const before = draft.memory?.after ?? null;
    draft.memory = { before, after: this.#model.after(before, grade, at, this.#day) };
    if (before === null) this.#days.met++;
    else if (before.phase === 'review' && this.#day > before.lastDay) this.#days.again++;
  }

  /** Counts an item asked for the first time in this study day, before its grade, if FSRS has a forecast for it. */
  #tally({ memory }: ItemDraft, recalled: boolean): void {
    if (memory === null || memory.after.phase !== 'review' || this.#day <= memory.after.lastDay) return;
    const { lastDay, stability } = memory.after;
    const expected = this.#model.recall(this.#day - lastDay, stability);
    const bin = this.#calibration[Math.min(BINS - 1, Math.floor(expected * BINS))];
    if (bin !== undefined) {
      addReview(bin, expected, recalled);
      bin.logLoss += lossOf(expected, recalled);
    }
    addReview(this.#days.reviews, expected, recalled);
    if (stability >= MATURE_DAYS) addReview(this.#days.mature, expected, recalled);
  }
}

function* recordsOf<Key, Value>(drafts: ReadonlyMap<Key, { record(): Value }>): Generator<readonly [Key, Value]> {
  for (const [key, draft] of drafts) yield [key, draft.record()];
}

/** The map with these entries in the place of its own; the map itself when there are none. */
function merged<Key, Value>(
  map: ReadonlyMap<Key, Value>,
  entries: Iterable<readonly [Key, Value]>,
): ReadonlyMap<Key, Value> {
  const all = new Map(map);
  for (const [key, value] of entries) all.set(key, value);
  return all;
}
