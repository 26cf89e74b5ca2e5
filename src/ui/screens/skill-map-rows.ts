import { LATEST } from '../../learning/account/account.ts';
import type { SkillState, Standing } from '../../learning/progress/standing.ts';
import type { Skill } from '../../questions/skill.ts';
import { skillSteps } from '../../questions/skill-map.ts';
import type { MenuRow } from '../components/menu.tsx';
import { bar } from '../layout/bar.ts';
import { type Line, span } from '../layout/line.ts';
import { cells, padEnd } from '../layout/width.ts';
import type { Words } from '../text/en.ts';
import type { Glyphs, StyleName } from '../theme.ts';

/** What the rows of the map are made from. */
export interface SkillMapView {
  readonly skills: readonly Skill[];
  readonly standings: ReadonlyMap<string, Standing>;
  readonly marked: ReadonlySet<string>;
  readonly titleOf: (id: string) => string;
  readonly words: Words['skills'];
  readonly glyphs: Glyphs;
  readonly width: number;
}

const STYLES: Readonly<Record<SkillState, StyleName>> = {
  locked: 'muted',
  new: 'plain',
  weak: 'bad',
  due: 'warn',
  learning: 'accent',
  strong: 'good',
};

/** From these widths on there is room for the latest answers, and for what a skill builds on in its own line. */
const WITH_BARS = 70;
const WITH_AFTER = 110;

/** The map step by step. Signs in the margin tell what the `chosen` skill builds on and what it opens. */
export function skillMapRows(view: SkillMapView, chosen: string | null): MenuRow[] {
  const { skills, standings, words, glyphs } = view;
  const before = skills.find(({ id }) => id === chosen)?.after ?? [];
  const sign = ({ id, after }: Skill): string => {
    if (before.includes(id)) return glyphs.less;
    return chosen !== null && after.includes(chosen) ? glyphs.more : ' '.repeat(cells(glyphs.less));
  };
  return skillSteps(skills).flatMap((step, at): MenuRow[] => [
    {
      kind: 'heading',
      text: words.step(at + 1, step.filter(({ id }) => standings.get(id)?.known).length, step.length),
    },
    ...step.map((skill) => rowOf(skill, sign(skill), view)),
  ]);
}

function rowOf(skill: Skill, sign: string, view: SkillMapView): MenuRow {
  const { standings, marked, titleOf, words, glyphs, width } = view;
  const { id, after } = skill;
  const isMarked = marked.has(id);
  const { state = 'locked', latest, hold = null } = standings.get(id) ?? {};
  const stateCells = Math.max(...[...Object.values(words.states), ...Object.values(words.holds)].map(cells));
  const latestBar: Line = width < WITH_BARS ? [] : [...bar((latest?.right ?? 0) / LATEST, LATEST, glyphs), span(' ')];
  return {
    kind: 'item',
    key: id,
    lead: [
      span(sign === '' ? '' : `${sign} `, 'accent'),
      span(`${isMarked ? glyphs.on : glyphs.off} `, isMarked ? 'good' : 'muted'),
    ],
    label: titleOf(id),
    style: state === 'locked' || hold !== null ? 'muted' : 'plain',
    detail: width < WITH_AFTER ? undefined : after.length === 0 ? '' : words.afterThese(after.map(titleOf)),
    note: [
      ...latestBar,
      span(
        padEnd(hold === null ? words.states[state] : words.holds[hold], stateCells),
        hold === null ? STYLES[state] : 'muted',
      ),
    ],
  };
}

/** What is best looked at first. */
const FIRST: readonly SkillState[] = ['weak', 'due', 'learning', 'new'];

/** The row to begin at: the first weak skill, else the first due, being learned, new; else the first there is. */
export function firstRow(rows: readonly MenuRow[], standings: ReadonlyMap<string, Standing>): number {
  for (const state of FIRST) {
    const at = rows.findIndex((row) => row.kind === 'item' && standings.get(row.key)?.state === state);
    if (at >= 0) return at;
  }
  return 0;
}
