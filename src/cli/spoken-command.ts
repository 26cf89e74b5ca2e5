import { type Argument, Command, type Help, type Option } from 'commander';
import stringWidth from 'string-width';
import { nearestWord } from '../documents/nearest.ts';
import type { Language, Text } from '../language.ts';
import { usage } from './failure.ts';
import { errors } from './text/errors.ts';
import { type Example, headings } from './text/help.ts';

/**
 * A commander command that speaks the learner's language. The methods below that build messages are commander's own,
 * called at each kind of wrong usage; they are not in its type declarations (test/cli proves each).
 */
export class SpokenCommand extends Command {
  readonly language: Language;

  constructor(name: string, language: Language) {
    super(name);
    this.language = language;
    this.exitOverride();
    this.configureHelp({
      showGlobalOptions: true,
      displayWidth: stringWidth,
      styleTitle: (title) => headings[title]?.[language] ?? title,
      // The short form: the options of every command have their own list below.
      subcommandTerm: (command) => command.name() + command.registeredArguments.map(operandTerm).join(''),
    } satisfies Partial<Help>);
  }

  override createCommand(name = ''): SpokenCommand {
    return new SpokenCommand(name, this.language);
  }

  /** One of the help's texts in this command's language. */
  say(text: Text): string {
    return text[this.language];
  }

  /** Adds example lines below the help. */
  examples(list: readonly Example[]): this {
    const width = Math.max(...list.map(({ line }) => line.length));
    const lines = list.map(({ line, does }) => `  ${line.padEnd(width)}  ${this.say(does)}`);
    return this.addHelpText('after', `\n${this.say(headings['Examples:'] as Text)}\n${lines.join('\n')}`);
  }

  unknownOption(flag: string): never {
    const options = [...this.options, ...(this.parent?.options ?? [])].flatMap(({ long }) => long ?? []);
    throw usage(errors.unknownOption(flag, this.fullName(), nearestWord(flag, [...options, '--help'])));
  }

  optionMissingArgument(option: Option): never {
    throw usage(errors.optionWithoutValue(option.flags));
  }

  /** Arguments left over. At the top there are none to take, so it is a command that does not exist. */
  _excessArguments(received: readonly string[]): never {
    const extra = received[this.registeredArguments.length] ?? '';
    if (this.parent !== null) throw usage(errors.tooManyArguments(extra, this.fullName()));
    const names = this.commands.map((command) => command.name());
    throw usage(errors.unknownCommand(extra, nearestWord(extra, [...names, 'help'])));
  }

  private fullName(): string {
    return this.parent === null ? this.name() : `${this.parent.name()} ${this.name()}`;
  }
}

function operandTerm(operand: Argument): string {
  const term = operand.variadic ? `${operand.name()}...` : operand.name();
  return operand.required ? ` <${term}>` : ` [${term}]`;
}
