import type { Random } from '../../simulator/random.ts';
import type { Standing } from '../progress/standing.ts';

/**
 * Which skill a mixed practice asks next. docs/practice.md gives the reasons for what is decided here.
 *
 * Locked skills are never asked, nor those set aside. Of the open ones, each has a weight by its state, and chance does the rest: whoever
 * could foresee the next skill would know what to do before reading the question.
 */
const WEIGHTS: Readonly<Record<Exclude<Standing['state'], 'locked'>, number>> = {
  weak: 600,
  due: 400,
  learning: 300,
  new: 300,
  strong: 100,
};

/** What the strong skills weigh at most all together: many of them must not crowd out the one that is weak. */
const ALL_STRONG = 200;

/** A new skill is met only while fewer than this many others are weak or being learned. */
export const AT_ONCE = 3;

/** A skill asked within this many questions weighs half, so that its next turn is a while off. */
const RECENT = 3;

/**
 * The skill to ask next, with the standing that is the reason for it; null when there are none. `all` are in the
 * order of the map, in which new skills are met one at a time; `recent` are the skills asked before, the last one last.
 * The last one is not asked again while another is open.
 */
export function nextSkill(
  all: readonly Standing[],
  recent: readonly string[],
  random: Pick<Random, 'int'>,
): Standing | null {
  const standings = all.filter(({ hold }) => hold === null);
  const last = recent.at(-1);
  const candidates = candidatesOf(standings, last);
  if (candidates.length === 0)
    return standings.find(({ skill, state }) => skill === last && state !== 'locked') ?? null;
  const strong = candidates.filter(({ state }) => state === 'strong').length;
  const weights = candidates.map((standing) => weightOf(standing, strong, recent.slice(-RECENT)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = random.int(1, total);
  for (const [at, standing] of candidates.entries()) {
    left -= weights[at] ?? 0;
    if (left <= 0) return standing;
  }
  return null;
}

/** What may be asked after `last`: all that was begun and is open, and the first new skill when it is time for one. */
function candidatesOf(standings: readonly Standing[], last: string | undefined): readonly Standing[] {
  const begun = standings.filter(({ state }) => state !== 'locked' && state !== 'new');
  const underWay = begun.filter(({ state }) => state === 'weak' || state === 'learning').length;
  const fresh = standings.find(({ skill, state }) => state === 'new' && skill !== last);
  const others = begun.filter(({ skill }) => skill !== last);
  return fresh === undefined || underWay >= AT_ONCE ? others : [...others, fresh];
}

function weightOf({ skill, state }: Standing, strong: number, recent: readonly string[]): number {
  if (state === 'locked') return 0;
  const weight = state === 'strong' ? Math.min(WEIGHTS.strong, ALL_STRONG / strong) : WEIGHTS[state];
  return Math.max(1, Math.floor(recent.includes(skill) ? weight / 2 : weight));
}
