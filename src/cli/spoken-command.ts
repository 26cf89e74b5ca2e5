import { Command, type Option } from 'commander';
import { nearestWord } from '../documents/nearest.ts';
import type { Language, Text } from '../language.ts';
import { SpokenOperand } from './completion/spoken-operand.ts';
import type { Taken } from './completion/taken.ts';
import { UnknownCommand, usage } from './failure.ts';
import { exampleLines, helpLayout } from './help-layout.ts';
import { errors } from './text/errors.ts';
import { commands, type Example, headings } from './text/help.ts';

/**
 * A commander command that speaks the learner's language. The methods below that build messages are commander's own,
 * called at each kind of wrong usage; they are not in its type declarations (test/cli proves each).
 */
export class SpokenCommand extends Command {
  readonly language: Language;
  /** The examples and the closing lines of its help, for other forms of it. */
  shown: readonly Example[] = [];
  last: readonly string[] = [];

  constructor(name: string, language: Language) {
    super(name);
    this.language = language;
    this.exitOverride();
    this.configureHelp(helpLayout(language));
  }

  override createCommand(name = ''): SpokenCommand {
    return new SpokenCommand(name, this.language);
  }

  /** One of the help's texts in this command's language. */
  say(text: Text): string {
    return text[this.language];
  }

  /** Adds an operand; `takes` tells the shells what it is a name of, where its own name (`<bash|zsh>`) does not. */
  operand(name: string, about: Text, takes?: Taken): this {
    return this.addArgument(new SpokenOperand(name, this.say(about), takes));
  }

  /** Adds example lines below the help. */
  examples(list: readonly Example[]): this {
    this.shown = list;
    const lines = exampleLines(list, this.language);
    return this.addHelpText('after', `\n${this.say(headings['Examples:'] as Text)}\n${lines.join('\n')}`);
  }

  /** What stands at the very end of the help, behind lists of names. */
  closing(lines: readonly string[]): this {
    this.last = lines;
    return this.addHelpText('afterAll', ({ command }) => (command === this ? `\n${lines.join('\n')}` : ''));
  }

  /** Makes this a command that holds others; `alone` is what it does without one of them, else that is wrong usage. */
  holdsOthers(alone?: (given: object) => void): this {
    // An action takes away the `help` of the commands below, which commander would else give.
    return this.helpCommand('help [command]', this.say(commands.help)).action((given: object) => {
      if (alone === undefined) throw usage(errors.whichCommand(this.fullName(), this.namesBelow()));
      alone(given);
    });
  }

  unknownOption(flag: string): never {
    // Before a wrong option there may be a wrong command, which is what went wrong.
    const [first] = this.args;
    if (this.commands.length > 0 && first !== undefined && !first.startsWith('-')) throw this.noSuchCommand(first);
    const letters = this.andAbove().flatMap(({ options }) => options.flatMap(({ short }) => short ?? []));
    const longs = this.andAbove().flatMap(({ options }) => options.flatMap(({ long }) => long ?? []));
    const isLetter = /^-[^-]$/.test(flag);
    // Of a single letter only the case can be mistyped: any other letter would be as near.
    const meant = isLetter
      ? ([...letters, '-h'].find((name) => name.toLowerCase() === flag.toLowerCase()) ?? null)
      : nearestWord(flag, [...longs, '--help']);
    throw usage(errors.unknownOption(flag, this.fullName(), meant));
  }

  optionMissingArgument(option: Option): never {
    throw usage(errors.optionWithoutValue(option.flags));
  }

  missingArgument(name: string): never {
    throw usage(errors.argumentMissing(name, this.fullName()));
  }

  /** Arguments left over. Where there are none to take, it is a command that does not exist. */
  _excessArguments(received: readonly string[]): never {
    const extra = received[this.registeredArguments.length] ?? '';
    if (this.commands.length === 0) throw usage(errors.tooManyArguments(extra, this.fullName()));
    throw this.noSuchCommand(extra);
  }

  /** `help log check` explains the command under the command; commander itself looks at one name only. */
  _dispatchHelpCommand(): never {
    let command: SpokenCommand = this;
    for (const name of this.args.slice(1)) {
      const below = command.commands.find((candidate) => candidate.name() === name);
      if (!(below instanceof SpokenCommand)) throw command.noSuchCommand(name);
      command = below;
    }
    return command.help();
  }

  private noSuchCommand(name: string): Error {
    if (this.commands.length === 0) return usage(errors.tooManyArguments(name, this.fullName()));
    const path = this.parent === null ? '' : `${this.fullName().replace(/^\S+ /, '')} `;
    const nearest = nearestWord(name, [...this.namesBelow(), 'help']);
    const meant = nearest === null ? null : `${path}${nearest}`;
    return new UnknownCommand(
      name,
      meant === null && this.parent === null,
      errors.unknownCommand(`${path}${name}`, meant, this.fullName()),
    );
  }

  private namesBelow(): string[] {
    return this.commands.map((command) => command.name());
  }

  /** This command, the one it is under, and so on up to the program. */
  private andAbove(): Command[] {
    const commands: Command[] = [];
    for (let command: Command | null = this; command !== null; command = command.parent) commands.push(command);
    return commands;
  }

  /** As it is typed: `seqack log check`. */
  fullName(): string {
    return this.andAbove()
      .map((command) => command.name())
      .reverse()
      .join(' ');
  }
}
