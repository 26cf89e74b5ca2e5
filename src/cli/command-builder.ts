import type { Option } from 'commander';
import type { Text } from '../language.ts';
import { SpokenOption } from './completion/spoken-operand.ts';
import type { Taken } from './completion/taken.ts';
import type { SpokenCommand } from './spoken-command.ts';
import { commands, examples, options, program as programText } from './text/help.ts';
import { type CommandPath, exits, related, seeAlso } from './text/help-closing.ts';
import { groups, isTopCommand } from './text/help-groups.ts';

export interface CommandBuilder {
  /**
   * An option. Its value is read by the command, which knows what it may be; `takes` tells the shells, where the flags
   * (`--lang <ko|en>`) do not.
   */
  valued(flags: string, about: Text, takes?: Taken): Option;
  /** The same, given any number of times: a list. */
  repeatable(flags: string, about: Text, takes?: Taken): Option;
  /** A new command with its description, examples and --help. */
  add(path: CommandPath): SpokenCommand;
  /** A new command that holds others (`log`), and what adds them to it; `alone` is what it does without one of them. */
  addGroup(path: CommandPath, alone?: (given: object) => void): CommandGroup;
}

/** A command that holds others, and what adds them. */
export interface CommandGroup extends CommandBuilder {
  readonly command: SpokenCommand;
}

/** What every command of the program, or of a command that holds others, is made with. */
export function commandBuilder(parent: SpokenCommand): CommandBuilder {
  const valued = (flags: string, about: Text, takes?: Taken): Option =>
    new SpokenOption(flags, parent.say(about), takes);
  const add = (path: CommandPath): SpokenCommand => {
    const command = parent
      .command(path.slice(path.lastIndexOf(' ') + 1))
      .description(parent.say(commands[path]))
      .helpOption('-h, --help', parent.say(options.help))
      .examples(examples[path])
      .closing([
        parent.say(exits[path] ?? programText.exitCodes),
        `${parent.say(seeAlso)} ${related[path].map((name) => `seqack ${name}`).join(', ')}`,
      ]);
    return isTopCommand(path) ? command.helpGroup(parent.say(groups[path])) : command;
  };
  return {
    valued,
    repeatable: (flags, about, takes) =>
      valued(flags, about, takes).argParser((value, before: string[] = []) => [...before, value]),
    add,
    addGroup: (path, alone) => {
      const command = add(path).holdsOthers(alone);
      return { command, ...commandBuilder(command) };
    },
  };
}
