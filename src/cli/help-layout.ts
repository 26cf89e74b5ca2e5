import { type Argument, type Command, Help } from 'commander';
import stringWidth from 'string-width';
import type { Language } from '../language.ts';
import type { Example } from './text/help.ts';
import { headings } from './text/help.ts';

/** The most cells a term may take beside its description; a longer one has its description below. */
const TERM_CELLS = 24;
/** What a line of examples may take at most. */
const LINE_CELLS = 80;

/** The layout of the help in a language: commander's, but that no long term pushes the descriptions out of the screen. */
export function helpLayout(language: Language): Partial<Help> {
  const plain = new Help();
  return {
    showGlobalOptions: true,
    minWidthToWrap: 20,
    displayWidth: stringWidth,
    styleTitle: (title) => headings[title]?.[language] ?? title,
    // The short form: the options of every command have their own list below.
    subcommandTerm: (command) => command.name() + command.registeredArguments.map(operandTerm).join(''),
    // Those of the program: what a command that holds others takes is not for the ones under it.
    visibleGlobalOptions: (command) =>
      command.parent === null ? [] : plain.visibleOptions(programOf(command)).filter(isShared),
    padWidth: (command, helper) =>
      Math.max(
        ...[
          ...helper.visibleOptions(command).map((option) => helper.optionTerm(option)),
          ...helper.visibleGlobalOptions(command).map((option) => helper.optionTerm(option)),
          ...helper.visibleCommands(command).map((below) => helper.subcommandTerm(below)),
          ...helper.visibleArguments(command).map((operand) => helper.argumentTerm(operand)),
        ]
          .map((term) => stringWidth(term))
          .filter((width) => width <= TERM_CELLS),
      ),
    formatItem(term, termWidth, description, helper) {
      const width = (helper.helpWidth ?? LINE_CELLS) - termWidth - 4;
      const lines = helper.boxWrap(description, width).split('\n');
      const cells = stringWidth(term);
      const first = cells > termWidth ? [`  ${term}`] : [];
      const head = cells > termWidth ? ' '.repeat(termWidth) : term + ' '.repeat(termWidth - cells);
      return [...first, `  ${head}  ${lines.join(`\n${' '.repeat(termWidth + 4)}`)}`.trimEnd()].join('\n');
    },
  };
}

/** Examples a line each with what they do beside them, or below where that would be too wide. */
export function exampleLines(list: readonly Example[], language: Language): string[] {
  const width = Math.max(...list.map(({ line }) => line.length));
  const beside = list.map(({ line, does }) => `  ${line.padEnd(width)}  ${does[language]}`);
  if (beside.every((line) => stringWidth(line) <= LINE_CELLS)) return beside;
  return list.flatMap(({ line, does }) => [`  ${line}`, `      ${does[language]}`]);
}

function operandTerm(operand: Argument): string {
  const term = operand.variadic ? `${operand.name()}...` : operand.name();
  return operand.required ? ` <${term}>` : ` [${term}]`;
}

function programOf(command: Command): Command {
  let program = command;
  while (program.parent !== null) program = program.parent;
  return program;
}

function isShared({ long }: { readonly long?: string | undefined }): boolean {
  return long !== '--version' && long !== '--help';
}
