import { modules } from 'seqack:content';
import { scenarios } from 'seqack:scenarios';
import type { Language } from '../language.ts';
import { skills } from '../questions/catalogue.ts';
import { tableLines } from './table.ts';

/** Names that a command takes, a line each with what they stand for. */
export interface HelpLists {
  readonly modules: readonly string[];
  readonly scenarios: readonly string[];
  readonly skills: readonly string[];
}

/** The names for the help of learn, interview, simulate, practice and questions. */
export function helpLists(language: Language): HelpLists {
  return {
    modules: tableLines(
      modules.map(({ id, title }) => [id, title[language]]),
      ['left', 'left'],
    ),
    scenarios: tableLines(
      Object.values(scenarios).map(({ name, title }) => [name, title[language]]),
      ['left', 'left'],
    ),
    skills: tableLines(
      skills.map(({ id, title }) => [id, title[language]]),
      ['left', 'left'],
    ),
  };
}
