import type { Language } from '../language.ts';
import { SpokenCommand } from './spoken-command.ts';
import { commands, headings, options, program as programText } from './text/help.ts';
import { manual as text } from './text/manual.ts';

/** The manual page seqack(1) in the macros of man(7), from the definitions of the commands. */
export function manualPage(program: SpokenCommand): string {
  const { language } = program;
  const section = (name: keyof typeof text.sections): string => `.SH ${quoted(text.sections[name][language])}`;
  const lines = [
    `.TH SEQACK 1 "" ${quoted(`seqack ${SEQACK_VERSION}`)} ${quoted(text.title[language])}`,
    // No hyphens at line ends, no stretched lines: examples are copied, and Hangul is never hyphenated.
    '.nh',
    '.ad l',
    section('name'),
    `seqack \\- ${prose(text.short[language])}`,
    section('synopsis'),
    '.B seqack',
    '[\\fIOPTION\\fR ...] [\\fICOMMAND\\fR] [\\fIARGUMENT\\fR ...]',
    section('description'),
    ...program.description().split('\n').map(prose),
    section('options'),
    ...optionItems(program, language),
    section('commands'),
    ...program.commands.flatMap((command) => (command instanceof SpokenCommand ? commandItems(command, language) : [])),
    `.SS ${quoted('seqack help [command]')}`,
    prose(commands.help[language]),
    section('examples'),
    ...exampleItems(program, language),
    section('exit'),
    prose(programText.exitCodes[language]),
    section('environment'),
    ...text.environment.flatMap(({ name, about }) => item(`\\fB${literal(name)}\\fR`, about[language])),
    section('files'),
    ...text.files.flatMap(({ name, about }) => item(`\\fI${literal(name)}\\fR`, about[language])),
    section('see'),
    '.BR tcpdump (8),',
    '.BR wireshark (1),',
    '.BR tcp (7),',
    prose('RFC 9293'),
  ];
  return `${lines.join('\n')}\n`;
}

/** A command and those under it. */
function commandItems(command: SpokenCommand, language: Language): string[] {
  const operands = command.registeredArguments;
  const usage = [
    command.fullName(),
    ...operands.map((operand) => {
      const name = operand.variadic ? `${operand.name()}...` : operand.name();
      return operand.required ? `<${name}>` : `[${name}]`;
    }),
  ];
  return [
    `.SS ${quoted(usage.join(' '))}`,
    prose(command.description()),
    ...operands.flatMap((operand) => item(`\\fI${literal(operand.name())}\\fR`, operand.description)),
    ...optionItems(command, language),
    '.PP',
    prose(headings['Examples:']?.[language] ?? ''),
    ...exampleItems(command, language),
    ...command.last.flatMap((line) => ['.PP', prose(line)]),
    ...command.commands.flatMap((below) => (below instanceof SpokenCommand ? commandItems(below, language) : [])),
  ];
}

/** The options of a command; --help once, at the program. */
function optionItems(command: SpokenCommand, language: Language): string[] {
  const own = command.options.flatMap(({ flags, description }) => item(`\\fB${literal(flags)}\\fR`, description));
  return command.parent === null ? [...own, ...item('\\fB\\-h, \\-\\-help\\fR', options.help[language])] : own;
}

function exampleItems(command: SpokenCommand, language: Language): string[] {
  return command.shown.flatMap(({ line, does }) => item(`\\fB${literal(line)}\\fR`, does[language]));
}

function item(term: string, about: string): string[] {
  return ['.TP', term, prose(about)];
}

/** Text that man may fill into lines. */
function prose(text: string): string {
  return guarded(text.replace(/\\/g, '\\(rs').replace(/-/g, '\\-').replace(/’/g, '\\(cq'));
}

/** Text to be typed: signs that roff would set as others stay as they are. */
function literal(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '\\': '\\(rs',
    '-': '\\-',
    "'": '\\(aq',
    '"': '\\(dq',
    '`': '\\(ga',
    '^': '\\(ha',
    '~': '\\(ti',
  };
  return text.replace(/[\\\-'"`^~]/g, (sign) => signs[sign] ?? sign);
}

/** A dot or an apostrophe at the start of a line would be a request. */
function guarded(text: string): string {
  return /^[.']/.test(text) ? `\\&${text}` : text;
}

function quoted(text: string): string {
  return `"${prose(text).replace(/"/g, '\\(dq')}"`;
}
