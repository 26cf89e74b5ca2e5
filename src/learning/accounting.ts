import {
  type Account,
  BINS,
  type DayRecord,
  type ItemRecord,
  LATEST,
  MATURE_DAYS,
  NEW_ITEM,
  NEWEST_RIGHT,
  NEWEST_TIMES,
  NO_REVIEWS,
  RECENT_SKILLS,
  type ReviewTally,
  RULE_DAYS,
  type SessionRecord,
} from './account.ts';
import {
  type AnswerEvent,
  type CardEvent,
  type Grade,
  type ItemEvent,
  type ItemId,
  type LearningEvent,
  skillOf,
  type UndoEvent,
} from './event.ts';
import type { FoldRules } from './fold-rules.ts';
import { type MemoryModel, memoryModel } from './fsrs.ts';
import { questionKey, withInterview } from './interview-record.ts';
import { withPace } from './pace.ts';
import { betterQuiz } from './quiz-best.ts';
import { mondayOf } from './study-day.ts';

/** An event as far as accounts go by it: what was typed says nothing more to them. */
export type CountedEvent = Exclude<LearningEvent, UndoEvent | AnswerEvent> | Omit<AnswerEvent, 'given'>;

type CountedAnswer = Extract<CountedEvent, { readonly kind: 'answer' }>;

/** The account after these events, which must come in order and after all that is in it already. */
export function accountAfter(account: Account, events: Iterable<CountedEvent>, rules: FoldRules): Account {
  const draft = new AccountDraft(account, rules);
  for (const event of events) draft.take(event);
  return draft.account();
}

/** The newest `most` values with one more. */
function withNewest<Value>(value: Value, values: readonly Value[], most: number): readonly Value[] {
  return [value, ...(values.length < most ? values : values.slice(0, most - 1))];
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** An account being added to: its maps are copies, made once for all the events of a fold. */
class AccountDraft {
  readonly #draft: Mutable<Account>;
  readonly #items: Map<ItemId, ItemRecord>;
  readonly #lessons: Map<string, { openedAt: number | null; finishedAt: number | null }>;
  readonly #rules: Map<string, { count: number; lastAt: number; days: readonly (readonly [number, number])[] }>;
  readonly #interviews: Mutable<Map<string, ReturnType<typeof withInterview>>>;
  readonly #studyDays: FoldRules['studyDays'];
  readonly #model: MemoryModel;
  /** The study day of the event before, and the times between which it holds: asking the calendar is slow. */
  #day = 0;
  #dayFrom = Number.POSITIVE_INFINITY;
  #dayTo = Number.NEGATIVE_INFINITY;

  constructor(account: Account, { studyDays, weights }: FoldRules) {
    this.#items = new Map(account.items);
    this.#lessons = new Map(account.lessons);
    this.#rules = new Map(account.rules);
    this.#interviews = new Map(account.interviews);
    // Named one by one: a state is an account with more to it, and the rest of it is not of the account.
    this.#draft = {
      newest: account.newest,
      items: this.#items,
      lessons: this.#lessons,
      days: account.days,
      pace: account.pace,
      calibration: account.calibration,
      rules: this.#rules,
      interviews: this.#interviews,
      quizzes: account.quizzes,
      session: account.session,
      recentSkills: account.recentSkills,
      times: account.times,
      totals: account.totals,
    };
    this.#studyDays = studyDays;
    this.#model = memoryModel(weights);
  }

  account(): Account {
    return this.#draft;
  }

  take(event: CountedEvent): void {
    const draft = this.#draft;
    const day = this.#dayOf(event.at);
    draft.newest = { at: event.at, id: event.id };
    switch (event.kind) {
      case 'answer':
        this.#takeAnswer(event, day);
        return;
      case 'card':
        this.#takeCard(event, day);
        return;
      case 'item':
        this.#takeHold(event, day);
        return;
      case 'lesson': {
        const { openedAt, finishedAt } = this.#lessons.get(event.module) ?? { openedAt: null, finishedAt: null };
        const lesson =
          event.what === 'opened'
            ? { openedAt: openedAt ?? event.at, finishedAt }
            : { openedAt, finishedAt: finishedAt ?? event.at };
        this.#lessons.set(event.module, lesson);
        return;
      }
      case 'quiz': {
        const { count, best } = draft.quizzes;
        draft.quizzes = { count: count + 1, best: best === null ? event : betterQuiz(best, event) };
        return;
      }
      case 'interview': {
        const key = questionKey(event);
        this.#interviews.set(key, withInterview(this.#interviews.get(key) ?? null, event));
        if (event.what !== 'graded') return;
        const { totals } = draft;
        const interviews = totals.interviews + (event.followUp === null ? 1 : 0);
        draft.totals = { ...totals, interviews, timeMs: totals.timeMs + event.tookMs };
        this.#onDay(day, (of) => ({ ...of, timeMs: of.timeMs + event.tookMs }));
        return;
      }
      case 'session':
        draft.session = sessionAfter(draft.session, event);
        return;
    }
  }

  #dayOf(at: number): number {
    if (at < this.#dayFrom || at >= this.#dayTo) {
      this.#day = this.#studyDays.dayOf(at);
      this.#dayFrom = this.#studyDays.startOf(this.#day);
      this.#dayTo = this.#studyDays.startOf(this.#day + 1);
    }
    return this.#day;
  }

  #takeAnswer(event: CountedAnswer, day: number): void {
    const draft = this.#draft;
    const { at, correct, hinted, rules, tookMs, grade, question } = event;
    const skill = skillOf(question);
    const item: ItemId = `skill:${skill}`;
    const known = this.#items.get(item) ?? NEW_ITEM;
    const clean = correct && !hinted;
    this.#items.set(item, {
      ...known,
      answered: known.answered + 1,
      correct: known.correct + (correct ? 1 : 0),
      latest: withNewest({ at, correct, hinted, rules }, known.latest, LATEST),
      rightMs: clean ? withNewest(tookMs, known.rightMs, NEWEST_RIGHT) : known.rightMs,
      times: withNewest(tookMs, known.times, NEWEST_TIMES),
    });
    const { totals } = draft;
    draft.totals = {
      ...totals,
      answered: totals.answered + 1,
      correct: totals.correct + (correct ? 1 : 0),
      timeMs: totals.timeMs + tookMs,
    };
    draft.times = withNewest(tookMs, draft.times, NEWEST_TIMES);
    draft.recentSkills = [...draft.recentSkills.slice(1 - RECENT_SKILLS), skill];
    if (clean) draft.pace = withPace(draft.pace, mondayOf(day), tookMs);
    for (const rule of rules) this.#takeRule(rule, at, day);
    this.#onDay(day, (of) => ({
      ...of,
      answered: of.answered + 1,
      correct: of.correct + (correct ? 1 : 0),
      timeMs: of.timeMs + tookMs,
    }));
    if (draft.session !== null && !draft.session.ended) {
      draft.session = withAnswer(draft.session, { question, correct, hinted, grade, tookMs });
    }
    if (grade !== null) this.#grade(item, grade, at, day);
  }

  #takeCard({ item, grade, at, tookMs, where }: CardEvent, day: number): void {
    const draft = this.#draft;
    const known = this.#items.get(item) ?? NEW_ITEM;
    this.#items.set(item, { ...known, flipped: known.flipped + 1 });
    const { totals } = draft;
    draft.totals = { ...totals, cards: totals.cards + 1, timeMs: totals.timeMs + tookMs };
    this.#onDay(day, (of) => ({ ...of, cards: of.cards + 1, timeMs: of.timeMs + tookMs }));
    if (where === 'review') this.#grade(item, grade, at, day);
  }

  #takeHold({ item, what }: ItemEvent, day: number): void {
    const known = this.#items.get(item) ?? NEW_ITEM;
    const hold =
      what === 'resumed'
        ? null
        : what === 'buried'
          ? ({ kind: 'buried', day } as const)
          : ({ kind: 'suspended' } as const);
    this.#items.set(item, { ...known, hold });
  }

  #takeRule(rule: string, at: number, day: number): void {
    const known = this.#rules.get(rule);
    const [latest, ...earlier] = known?.days ?? [];
    const days: readonly (readonly [number, number])[] =
      latest?.[0] === day ? [[day, latest[1] + 1], ...earlier] : [[day, 1], ...(known?.days ?? [])];
    const kept = days.filter(([of]) => of > day - RULE_DAYS);
    this.#rules.set(rule, { count: (known?.count ?? 0) + 1, lastAt: at, days: kept });
  }

  #grade(item: ItemId, grade: Grade, at: number, day: number): void {
    const known = this.#items.get(item) ?? NEW_ITEM;
    const before = known.memory?.after ?? null;
    const after = this.#model.after(before, grade, at, day);
    this.#items.set(item, { ...known, memory: { before, after } });
    if (before === null) this.#onDay(day, (of) => ({ ...of, met: of.met + 1 }));
    else if (before.phase === 'review' && day > before.lastDay) {
      const expected = this.#model.recall(day - before.lastDay, before.stability);
      const recalled = grade > 1;
      const bin = Math.min(BINS - 1, Math.floor(expected * BINS));
      const { calibration } = this.#draft;
      this.#draft.calibration = calibration.map((tally, at) =>
        at === bin ? reviewed(tally, expected, recalled) : tally,
      );
      const mature = before.stability >= MATURE_DAYS;
      this.#onDay(day, (of) => ({
        ...of,
        reviews: reviewed(of.reviews, expected, recalled),
        mature: mature ? reviewed(of.mature, expected, recalled) : of.mature,
      }));
    }
  }

  #onDay(day: number, change: (of: DayRecord) => DayRecord): void {
    const { days } = this.#draft;
    this.#draft.days =
      days?.day.day === day
        ? { day: change(days.day), before: days.before }
        : { day: change(emptyDay(day)), before: days };
  }
}

function emptyDay(day: number): DayRecord {
  return { day, answered: 0, correct: 0, cards: 0, timeMs: 0, met: 0, reviews: NO_REVIEWS, mature: NO_REVIEWS };
}

function reviewed({ count, recalled, expected }: ReviewTally, chance: number, isRecalled: boolean): ReviewTally {
  return { count: count + 1, recalled: recalled + (isRecalled ? 1 : 0), expected: expected + chance };
}

function sessionAfter(
  session: SessionRecord | null,
  event: Extract<CountedEvent, { readonly kind: 'session' }>,
): SessionRecord | null {
  if (event.what === 'started') return { started: event, answered: [], ended: false };
  return session?.started.session === event.session ? { ...session, ended: true } : session;
}

/** More answers than the longest session has questions are not kept. */
const SESSION_ANSWERS = 1000;

function withAnswer(session: SessionRecord, answer: SessionRecord['answered'][number]): SessionRecord {
  if (session.answered.length >= SESSION_ANSWERS) return session;
  const { plan } = session.started;
  // What another program asks meanwhile is not of this session; what is chosen as it goes on cannot be told by name.
  const isOf = plan.questions.includes(answer.question) || (plan.of === 'practice' && plan.toChoose > 0);
  return isOf ? { ...session, answered: [...session.answered, answer] } : session;
}
