import type { MapSkill } from '../../questions/skill-map.ts';
import type { LearnerState } from '../account/state.ts';
import { type Catalogue, itemsOf } from '../catalogue.ts';
import type { ItemId } from '../events/event.ts';
import { type ModuleProgress, moduleProgress } from '../progress/mastery.ts';
import { comesBackAt } from '../progress/review-forecast.ts';
import { type SkillState, type Standing, standingsOf } from '../progress/standing.ts';
import { defaultSchedule, type ScheduleOptions } from '../schedule/schedule.ts';

/** What was done with one item in a session, in order: a checked answer or a card graded. */
export interface SessionStep {
  readonly item: ItemId;
  /** A card is right when its grade was not 'again'. */
  readonly correct: boolean;
  readonly hinted: boolean;
  /** Ids of the wrong rules followed. */
  readonly rules: readonly string[];
  readonly tookMs: number;
}

/** A skill that stands better than before the session. */
export interface Rise {
  readonly skill: string;
  readonly from: SkillState;
  readonly to: SkillState;
}

/** A concept known better than before the session; shares as in ModuleProgress. */
export interface Gain {
  readonly module: string;
  readonly from: number;
  readonly to: number;
}

/** A wrong rule followed in the session. */
export interface RuleMet {
  readonly rule: string;
  readonly times: number;
  /** After the last time, a question of the same skill was answered right, without a hint. */
  readonly corrected: boolean;
}

/** What comes back when, of all there is to review; new items are not in it. Counts of items. */
export interface Return {
  readonly now: number;
  /** When the next comes back today, ms since the epoch; null when none does after now. */
  readonly nextAt: number | null;
  /** Later today. */
  readonly today: number;
  readonly tomorrow: number;
  /** In the five days after tomorrow. */
  readonly week: number;
}

/** What a session came to. */
export interface SessionSummary {
  readonly answered: number;
  readonly correct: number;
  readonly tookMs: number;
  /** Skills that stand better, in the order of the map; those known now first. */
  readonly risen: readonly Rise[];
  /** Concepts known better by at least a hundredth, the greatest gain first. */
  readonly gains: readonly Gain[];
  /** Items met for the first time, in order. */
  readonly met: readonly ItemId[];
  /** Most frequent first. */
  readonly rules: readonly RuleMet[];
  readonly back: Return;
}

/** What there is to learn, and how it is scheduled. */
export interface SummaryScope {
  readonly catalogue: Catalogue;
  /** In the order of the map; those asked in the session at least. */
  readonly skills: readonly MapSkill[];
  readonly options?: ScheduleOptions;
}

/** What a session came to: `before` is the state at its beginning, `after` at its end, `steps` what was done in it. */
export function sessionSummary(
  before: LearnerState,
  after: LearnerState,
  steps: readonly SessionStep[],
  now: number,
  { catalogue, skills, options = defaultSchedule }: SummaryScope,
): SessionSummary {
  const items = [...new Set(steps.map(({ item }) => item))];
  return {
    answered: steps.length,
    correct: steps.filter(({ correct }) => correct).length,
    tookMs: steps.reduce((sum, { tookMs }) => sum + tookMs, 0),
    risen: risenOf(standingsOf(before, now, skills, options), standingsOf(after, now, skills, options), new Set(items)),
    gains: gainsOf(moduleProgress(before, now, catalogue, options), moduleProgress(after, now, catalogue, options)),
    met: items.filter((item) => !isMet(before, item) && isMet(after, item)),
    rules: rulesOf(steps),
    back: returnOf(after, now, catalogue, options),
  };
}

function isMet(state: LearnerState, item: ItemId): boolean {
  const record = state.items.get(item);
  return record !== undefined && record.answered + record.flipped > 0;
}

/** How well a skill stands, for telling better from worse; what is only locked or new is not known at all. */
function rank({ state, known }: Standing): number {
  if (known) return state === 'strong' ? 4 : 3;
  return state === 'locked' || state === 'new' ? 0 : state === 'weak' ? 1 : 2;
}

function risenOf(
  before: ReadonlyMap<string, Standing>,
  after: ReadonlyMap<string, Standing>,
  touched: ReadonlySet<ItemId>,
): Rise[] {
  const risen: Rise[] = [];
  for (const [skill, to] of after) {
    const from = before.get(skill);
    if (from === undefined || !touched.has(`skill:${skill}`) || to.state === 'weak' || rank(to) <= rank(from)) continue;
    risen.push({ skill, from: from.state, to: to.state });
  }
  return risen.sort((a, b) => Number(b.to === 'strong') - Number(a.to === 'strong'));
}

/** Less than this is not worth telling: recall moves a little by itself. */
const WORTH_TELLING = 0.01;

function gainsOf(before: readonly ModuleProgress[], after: readonly ModuleProgress[]): Gain[] {
  const was = new Map(before.map(({ module, mastery }) => [module, mastery]));
  return after
    .map(({ module, mastery }): Gain => ({ module, from: was.get(module) ?? 0, to: mastery }))
    .filter(({ from, to }) => to - from >= WORTH_TELLING)
    .sort((a, b) => b.to - b.from - (a.to - a.from));
}

function rulesOf(steps: readonly SessionStep[]): RuleMet[] {
  const rules = new Map<string, { times: number; corrected: boolean; items: Set<ItemId> }>();
  for (const { item, correct, hinted, rules: followed } of steps) {
    if (correct && !hinted) for (const met of rules.values()) if (met.items.has(item)) met.corrected = true;
    for (const rule of followed) {
      const met = rules.get(rule) ?? { times: 0, corrected: false, items: new Set() };
      rules.set(rule, { times: met.times + 1, corrected: false, items: met.items.add(item) });
    }
  }
  return [...rules]
    .map(([rule, { times, corrected }]) => ({ rule, times, corrected }))
    .sort((a, b) => b.times - a.times || Number(a.corrected) - Number(b.corrected));
}

/** What comes back when, of all items that were graded before. */
export function returnOf(
  state: LearnerState,
  now: number,
  catalogue: Catalogue,
  options: ScheduleOptions = defaultSchedule,
): Return {
  const { studyDays } = state.rulesOfFold;
  const today = studyDays.dayOf(now);
  const counts = { now: 0, today: 0, tomorrow: 0, week: 0 };
  let nextAt: number | null = null;
  for (const { item } of itemsOf(catalogue)) {
    const dueAt = comesBackAt(state, item, now, options);
    if (dueAt === null) continue;
    const day = studyDays.dayOf(dueAt) - today;
    if (day > 6) continue;
    if (day > 1) counts.week++;
    else if (day === 1) counts.tomorrow++;
    else if (dueAt <= now) counts.now++;
    else {
      counts.today++;
      nextAt = Math.min(dueAt, nextAt ?? dueAt);
    }
  }
  return { ...counts, nextAt };
}
