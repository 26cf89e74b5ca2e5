import type { Command } from 'commander';
import type { Language } from '../../language.ts';
import { commands, options } from '../text/help.ts';
import type { NameKind } from './taken.ts';
import { type Situation, situationOf } from './wanted.ts';

/** A word that could stand at the cursor. What ends with '=', '@' or ',' is gone on with. */
export interface Candidate {
  readonly word: string;
  /** One line; empty where the word says it all. */
  readonly about: string;
}

/** What the shell is to offer: these words, or with `files` what is in the file system. */
export interface Completion {
  readonly kind: 'words' | 'files' | 'folders';
  readonly candidates: readonly Candidate[];
}

/** Names of a kind; `typed` is what stands of the name already, `operands` what was typed before it. */
export type FindNames = (
  kind: Exclude<NameKind, 'anything' | 'files' | 'folders'>,
  typed: string,
  operands: readonly string[],
  data: string | null,
) => Promise<readonly Candidate[]>;

/** Kinds of names of which a path may stand in the place. */
const OR_FILES: readonly NameKind[] = ['scenarios', 'decks-or-files'];

const NOTHING: Completion = { kind: 'words', candidates: [] };

/** What can stand at the end of `words`, the last of which is being typed (and may be empty). */
export async function complete(
  program: Command,
  words: readonly string[],
  language: Language,
  find: FindNames,
): Promise<Completion> {
  const situation = situationOf(program, words);
  const { wanted } = situation;
  const help = { word: '--help', about: options.help[language] };
  switch (wanted.is) {
    case 'nothing':
      return NOTHING;
    case 'command':
      return ofWords([...commandNames(wanted.of), { word: 'help', about: commands.help[language] }]);
    case 'option':
      return ofWords([
        ...wanted.options.map(({ long, short, description }) => ({ word: long ?? short ?? '', about: description })),
        help,
      ]);
    case 'name':
      return names(wanted, words.at(-1) ?? '', situation, find);
  }
}

function commandNames(of: Command): Candidate[] {
  return of.commands.map((command) => ({ word: command.name(), about: command.description() }));
}

async function names(
  { takes, before, operands }: Extract<Situation['wanted'], { is: 'name' }>,
  current: string,
  { data }: Situation,
  find: FindNames,
): Promise<Completion> {
  if (typeof takes !== 'string') return ofWords(takes.map((word) => ({ word: before + word, about: '' })));
  switch (takes) {
    case 'anything':
      return NOTHING;
    case 'files':
    case 'folders':
      return { kind: takes, candidates: [] };
    default: {
      const found = await find(takes, current.slice(before.length), operands, data);
      const candidates = found.map(({ word, about }) => ({ word: before + word, about }));
      const isPath =
        OR_FILES.includes(takes) && current !== '' && !candidates.some(({ word }) => word.startsWith(current));
      return isPath ? { kind: 'files', candidates: [] } : ofWords(candidates);
    }
  }
}

function ofWords(candidates: readonly Candidate[]): Completion {
  return { kind: 'words', candidates };
}
