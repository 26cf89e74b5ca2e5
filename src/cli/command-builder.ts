import { Option } from 'commander';
import type { Text } from '../language.ts';
import type { SpokenCommand } from './spoken-command.ts';
import { commands, examples, options } from './text/help.ts';

/** A command's full name below the program (`quiz`, `log check`), as its texts are filed. */
type CommandPath = keyof typeof commands & keyof typeof examples;

export interface CommandBuilder {
  /** An option. Its value is read by the command, which knows what it may be. */
  valued(flags: string, about: Text): Option;
  /** The same, given any number of times: a list. */
  repeatable(flags: string, about: Text): Option;
  /** A new command with its description, examples and --help. */
  add(path: CommandPath): SpokenCommand;
  /** A new command that only holds others (`log`), and what adds them to it. */
  addGroup(path: CommandPath): CommandBuilder;
}

/** What every command of the program, or of a command that holds others, is made with. */
export function commandBuilder(parent: SpokenCommand): CommandBuilder {
  const valued = (flags: string, about: Text): Option => new Option(flags, parent.say(about));
  const add = (path: CommandPath): SpokenCommand =>
    parent
      .command(path.slice(path.lastIndexOf(' ') + 1))
      .description(parent.say(commands[path]))
      .helpOption('-h, --help', parent.say(options.help))
      .examples(examples[path]);
  return {
    valued,
    repeatable: (flags, about) => valued(flags, about).argParser((value, before: string[] = []) => [...before, value]),
    add,
    addGroup: (path) => commandBuilder(add(path).holdsOthers()),
  };
}
