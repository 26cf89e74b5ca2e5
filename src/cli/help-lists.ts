import { modules } from 'seqack:content';
import { scenarios } from 'seqack:scenarios';
import type { Language } from '../language.ts';
import { skills } from '../questions/catalogue.ts';
import { wrapText } from '../ui/layout/line.ts';
import { cells, padEnd } from '../ui/layout/width.ts';

/** Names that a command takes, a line each with what they stand for. */
export interface HelpLists {
  readonly modules: readonly string[];
  readonly scenarios: readonly string[];
  readonly skills: readonly string[];
}

/** What a line of the help may take, its indent of two taken off. */
const LINE_CELLS = 78;

/** The names for the help of learn, interview, simulate, practice and questions. */
export function helpLists(language: Language): HelpLists {
  const listed = (names: readonly (readonly [string, string])[]): string[] => {
    const width = Math.max(...names.map(([name]) => cells(name)));
    return names.flatMap(([name, title]) => {
      const [first = '', ...others] = wrapText(title, LINE_CELLS - width - 2).map((spans) =>
        spans
          .map(({ text }) => text)
          .join('')
          .trimEnd(),
      );
      return [`${padEnd(name, width)}  ${first}`, ...others.map((line) => ' '.repeat(width + 2) + line)];
    });
  };
  return {
    modules: listed(modules.map(({ id, title }) => [id, title[language]])),
    scenarios: listed(Object.values(scenarios).map(({ name, title }) => [name, title[language]])),
    skills: listed(skills.map(({ id, title }) => [id, title[language]])),
  };
}
