/**
 * What an option's value or an operand is a name of, so that a shell can complete it: a kind of names, or the words
 * themselves. 'anything' is what nobody can know before (a number, a seed, a date).
 */
export type Taken = NameKind | readonly string[];

export type NameKind =
  | 'anything'
  | 'files'
  | 'folders'
  | 'modules'
  /** A module, or `all`. */
  | 'every-module'
  | 'skills'
  /** A skill or a mistake (M01). */
  | 'practice'
  /** SKILL@SEED, of which the skill is known. */
  | 'question-names'
  /** A list with commas between. */
  | 'topics'
  /** A scenario, or a file. */
  | 'scenarios'
  /** NAME=VALUE. */
  | 'conventions'
  | 'own-decks'
  /** One of the learner's decks, or a path. */
  | 'decks-or-files'
  | 'settings'
  /** A value of the setting named by the operand before. */
  | 'setting-values';

/** The words of an option's flags or an operand's name (`--lang <ko|en>`), or 'anything' where it is one name. */
export function takenOf(flags: string): Taken {
  const words = /[<[]([\w-]+(?:\|[\w-]+)+)[>\]]$/.exec(flags)?.[1];
  return words === undefined ? 'anything' : words.split('|');
}
