import type { Standing } from '../../learning/progress/standing.ts';
import type { Skill } from '../../questions/skill.ts';
import { type Line, line, span, wrap } from '../layout/line.ts';
import { cells } from '../layout/width.ts';
import type { Words } from '../text/en.ts';
import type { Glyphs } from '../theme.ts';

/** Lines that the skills before and after may take each. */
const MOST_LINES = 2;

/** Below the map: the chosen skill's whole title, its id, how it went lately, what it builds on and opens; at most six lines. */
export function skillDetail({
  title,
  skill,
  standing: { latest },
  opens,
  naming,
  words,
  glyphs,
  width,
}: {
  readonly title: string;
  readonly skill: Skill;
  readonly standing: Standing;
  readonly opens: readonly Skill[];
  /** What a skill is called here. */
  readonly naming: (id: string) => string;
  readonly words: Words['skills'];
  readonly glyphs: Glyphs;
  readonly width: number;
}): readonly Line[] {
  const names = (sign: string, label: string, ids: readonly string[]): readonly Line[] =>
    namesWithin(
      [span(sign === '' ? '' : `${sign} `, 'accent'), span(`${label} `, 'muted')],
      ids.map(naming),
      words,
      width,
    );
  const went = latest.asked === 0 ? words.unasked : words.right(latest.right, latest.asked);
  return [
    titled(title, glyphs.rule, width),
    [span(skill.id, 'code'), span(`  ${went}`, 'muted')],
    ...names(glyphs.less, words.after, skill.after),
    ...names(
      glyphs.more,
      words.opens,
      opens.map(({ id }) => id),
    ),
  ];
}

/** A rule with the title in it; nothing but the title where there are no rules. */
function titled(title: string, rule: string, width: number): Line {
  const rest = Math.max(0, width - cells(title) - 4);
  return rule === ''
    ? line(title, 'strong')
    : [span(`${rule.repeat(2)} `, 'muted'), span(title, 'strong'), span(` ${rule.repeat(rest)}`, 'muted')];
}

/** The names after their label, as many as fit into MOST_LINES; of the others how many they are. */
function namesWithin(label: Line, names: readonly string[], words: Words['skills'], width: number): readonly Line[] {
  if (names.length === 0) return [[...label, span(words.nothing)]];
  for (let shown = names.length; shown > 0; shown--) {
    const left = names.length - shown;
    const text = names.slice(0, shown).join(', ') + (left === 0 ? '' : words.andMore(left));
    const lines = wrap([...label, ...line(text)], width, 2);
    if (lines.length <= MOST_LINES || shown === 1) return lines.slice(0, MOST_LINES);
  }
  return [];
}
