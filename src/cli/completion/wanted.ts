import type { Command, Option } from 'commander';
import { SpokenOperand, SpokenOption } from './spoken-operand.ts';
import type { Taken } from './taken.ts';

/** What the word at the cursor can be. `before` stands in that word before the part to complete, as in `--lang=`. */
export type Wanted =
  | { readonly is: 'command'; readonly of: Command }
  | { readonly is: 'option'; readonly options: readonly Option[] }
  | { readonly is: 'name'; readonly takes: Taken; readonly before: string; readonly operands: readonly string[] }
  | { readonly is: 'nothing' };

export interface Situation {
  readonly wanted: Wanted;
  /** The value of --data, where one was typed. */
  readonly data: string | null;
}

/** A line up to the cursor: the last of `words` is being typed. Reads it as the argument parser would. */
export function situationOf(program: Command, words: readonly string[]): Situation {
  const current = words.at(-1) ?? '';
  let command = program;
  let path: readonly Command[] = [program];
  let pending: Option | null = null;
  let explains = false;
  let onlyOperands = false;
  let data: string | null = null;
  const operands: string[] = [];
  const given = new Set<Option>();

  for (const word of words.slice(0, -1)) {
    if (pending !== null) {
      if (pending.long === '--data') data = word;
      pending = null;
    } else if (!onlyOperands && word === '--') {
      onlyOperands = true;
    } else if (!onlyOperands && word.length > 1 && word.startsWith('-')) {
      const [flag = word, value] = split(word);
      const option = optionOf(path, flag);
      if (option === null) continue;
      given.add(option);
      if (option.required && value === null) pending = option;
      else if (option.long === '--data') data = value;
    } else {
      const below = operands.length === 0 ? command.commands.find((candidate) => candidate.name() === word) : undefined;
      if (below !== undefined) {
        command = below;
        path = [...path, below];
      } else if (word === 'help' && operands.length === 0 && command.commands.length > 0 && !explains) {
        explains = true;
      } else {
        operands.push(word);
      }
    }
  }
  return { wanted: wanted(), data };

  function wanted(): Wanted {
    if (pending !== null) return { is: 'name', takes: takesOf(pending), before: '', operands };
    if (explains) return command.commands.length > 0 && operands.length === 0 ? commandsBelow() : { is: 'nothing' };
    if (!onlyOperands && current.startsWith('-') && current !== '-') {
      const [flag = current, value] = split(current);
      if (value === null) return optionsLeft();
      const option = optionOf(path, flag);
      if (option?.required !== true) return { is: 'nothing' };
      return { is: 'name', takes: takesOf(option), before: `${flag}=`, operands };
    }
    if (!onlyOperands && current === '-') return optionsLeft();
    if (command.commands.length > 0 && operands.length === 0) return commandsBelow();
    // A word that names no command: the line is wrong already.
    if (command.commands.length > 0 && command.registeredArguments.length === 0) return { is: 'nothing' };
    const known = command.registeredArguments;
    const operand = known[operands.length] ?? (known.at(-1)?.variadic ? known.at(-1) : undefined);
    if (operand === undefined) return onlyOperands ? { is: 'nothing' } : optionsLeft();
    const takes = operand instanceof SpokenOperand ? operand.takes : 'anything';
    // A date or a number cannot be completed; what else can stand here is shown instead.
    if (takes === 'anything' && current === '' && !operand.required && !onlyOperands) return optionsLeft();
    return { is: 'name', takes, before: '', operands };
  }

  function commandsBelow(): Wanted {
    return { is: 'command', of: command };
  }

  /** Options that can still be given: of the command first, then of those above it. */
  function optionsLeft(): Wanted {
    const options = [...path].reverse().flatMap(({ options: own }) => own);
    // --version is the program's alone; --ascii and the like are every command's.
    const fitting = options.filter(({ long }) => long !== '--version' || command === program);
    return { is: 'option', options: fitting.filter((option) => !given.has(option) || option.parseArg !== undefined) };
  }
}

function split(word: string): [string, string | null] {
  const equals = word.startsWith('--') ? word.indexOf('=') : -1;
  return equals < 0 ? [word, null] : [word.slice(0, equals), word.slice(equals + 1)];
}

function optionOf(path: readonly Command[], flag: string): Option | null {
  const all = path.flatMap(({ options }) => options);
  return all.find(({ short, long }) => flag === long || flag === short) ?? null;
}

function takesOf(option: Option): Taken {
  return option instanceof SpokenOption ? option.takes : 'anything';
}
