import type { Language } from '../../language.ts';
import { type Standing, standingsOf } from '../../learning/progress/standing.ts';
import { skills as all } from '../../questions/catalogue.ts';
import type { Skill } from '../../questions/skill.ts';
import { openedBy, skillSteps } from '../../questions/skill-map.ts';
import { wrapText } from '../../ui/layout/line.ts';
import { cells, padEnd } from '../../ui/layout/width.ts';
import { wordsOf } from '../../ui/text/words.ts';
import type { Globals } from '../globals.ts';
import { print, printLines } from '../output.ts';
import { openReport, type ReportOptions } from '../report.ts';
import { showScreen } from '../screen.ts';
import { skills as text } from '../text/reports.ts';

/**
 * `seqack skills`: the map of the skills. On a screen where there is a terminal to show it; with --plain, or without a
 * terminal, as text; with --json for programs (docs/formats.md).
 */
export async function skills(given: ReportOptions, globals: Globals): Promise<number> {
  const onScreen = !given.plain && !given.json && process.stdin.isTTY && process.stdout.isTTY;
  if (onScreen) return showScreen(() => ({ screen: 'skills' }), 'seqack skills --plain', globals);
  const { form, language, state, now, options } = await openReport(given, globals);
  const standings = standingsOf(state, now, all, options);
  const steps = skillSteps(all);
  if (form === 'json') {
    const listed = steps.flatMap((step, at) => step.map((skill) => skillJson(skill, at + 1, standings.get(skill.id))));
    await print(`${JSON.stringify({ version: 1, at: now, skills: listed }, null, 2)}\n`);
  } else {
    const columns = process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY;
    await printLines(skillLines(steps, standings, language, columns));
  }
  return 0;
}

function skillJson({ id, level, concepts, after }: Skill, step: number, standing: Standing | undefined): object {
  const opens = openedBy(id, all).map((skill) => skill.id);
  return { ...standing, skill: id, step, level, concept: concepts[0], after, opens };
}

/** The plain map: steps one below the other, a skill a line, or as many lines as it needs in `columns` cells. */
export function skillLines(
  steps: readonly (readonly Skill[])[],
  standings: ReadonlyMap<string, Standing>,
  language: Language,
  columns: number,
): string[] {
  const words = wordsOf(language).skills;
  const say = ({ [language]: said }: Readonly<Record<Language, string>>): string => said;
  const of = steps.flat();
  const widths = {
    state: Math.max(...[...Object.values(words.states), ...Object.values(words.holds)].map(cells)),
    id: Math.max(0, ...of.map(({ id }) => cells(id))),
    title: Math.max(0, ...of.map(({ title }) => cells(title[language]))),
  };
  const known = (step: readonly Skill[]): number => step.filter(({ id }) => standings.get(id)?.known).length;
  const linesOf = ({ id, title, after }: Skill): string[] => {
    const { state: standing = 'locked', hold = null } = standings.get(id) ?? {};
    const state = padEnd(hold === null ? words.states[standing] : words.holds[hold], widths.state);
    const others = [padEnd(title[language], widths.title), ...(after.length > 0 ? [say(text.after(after))] : [])];
    return fitted([`  ${state}  ${padEnd(id, widths.id)}`, ...others], widths.state + 4, columns);
  };
  return [
    ...steps.flatMap((step, at) => [words.step(at + 1, known(step), step.length), ...step.flatMap(linesOf), '']),
    words.known(known(of), of.length),
    ...wrapped(say(text.practise), columns),
  ];
}

function wrapped(sentence: string, columns: number): string[] {
  return wrapText(sentence, columns).map((spans) => spans.map((one) => one.text).join(''));
}

/** The parts on as few lines as `columns` cells allow, two blanks between them, lines after the first indented. */
function fitted([first = '', ...others]: readonly string[], indent: number, columns: number): string[] {
  const lines = [first];
  for (const part of others) {
    const joined = `${lines.at(-1)}  ${part}`;
    if (cells(joined.trimEnd()) <= columns) lines[lines.length - 1] = joined;
    else lines.push(...wrapped(part.trimEnd(), columns - indent).map((text) => ' '.repeat(indent) + text));
  }
  return lines.map((line) => line.trimEnd());
}
