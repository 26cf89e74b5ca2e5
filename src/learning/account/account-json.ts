import type { Account, DayRecord, Days, Pace } from './account.ts';

/** An account as JSON holds it: maps and chains as lists. Numbers survive JSON bit for bit. */
export type AccountJson = Omit<Account, 'items' | 'lessons' | 'rules' | 'interviews' | 'days' | 'pace'> & {
  readonly items: readonly EntryOf<Account['items']>[];
  readonly lessons: readonly EntryOf<Account['lessons']>[];
  readonly rules: readonly EntryOf<Account['rules']>[];
  readonly interviews: readonly EntryOf<Account['interviews']>[];
  /** Oldest first, as are the weeks. */
  readonly days: readonly DayRecord[];
  readonly pace: readonly (readonly [week: number, counts: readonly number[]])[];
};

type EntryOf<Of> = Of extends ReadonlyMap<infer Key, infer Value> ? readonly [Key, Value] : never;

export function accountToJson(account: Account): AccountJson {
  const days: DayRecord[] = [];
  for (let node = account.days; node !== null; node = node.before) days.push(node.day);
  const pace: (readonly [number, readonly number[]])[] = [];
  for (let node = account.pace; node !== null; node = node.before) pace.push([node.week, node.counts]);
  const { newest, calibration, quizzes, sessions, recentSkills, times, totals } = account;
  return {
    newest,
    calibration,
    quizzes,
    sessions,
    recentSkills,
    times,
    totals,
    items: [...account.items],
    lessons: [...account.lessons],
    rules: [...account.rules],
    interviews: [...account.interviews],
    days: days.reverse(),
    pace: pace.reverse(),
  };
}

export function accountFromJson({ days, pace, items, lessons, rules, interviews, ...rest }: AccountJson): Account {
  return {
    ...rest,
    items: new Map(items),
    lessons: new Map(lessons),
    rules: new Map(rules),
    interviews: new Map(interviews),
    days: days.reduce<Days | null>((before, day) => ({ day, before }), null),
    pace: pace.reduce<Pace | null>((before, [week, counts]) => ({ week, counts, before }), null),
  };
}
