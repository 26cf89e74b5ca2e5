import type { Language } from '../language.ts';
import { commandBuilder } from './command-builder.ts';
import type { CaptureOptions } from './commands/capture.ts';
import type { QuestionsOptions } from './commands/questions.ts';
import type { SimulateOptions } from './commands/simulate.ts';
import type { TuneOptions } from './commands/tune.ts';
import { SHELLS } from './completion/install.ts';
import { addConfigCommands } from './config-commands.ts';
import { addDeckCommands } from './deck-commands.ts';
import { type Globals, readGlobals } from './globals.ts';
import type { HelpLists } from './help-lists.ts';
import { addLogCommands } from './log-commands.ts';
import type { Run } from './run.ts';
import { SpokenCommand } from './spoken-command.ts';
import { commands, examples, lists, operands, options, program as programText } from './text/help.ts';
import { groups } from './text/help-groups.ts';

/**
 * The command line: every command with its arguments, options and examples. Each action only loads its own file.
 * `found` is told what to run; nothing runs while the arguments are still being read.
 */
export function createProgram(
  language: Language,
  env: NodeJS.ProcessEnv,
  known: HelpLists | null,
  found: (run: Run) => void,
): SpokenCommand {
  const program = new SpokenCommand('seqack', language);
  const globals = (): Globals => readGlobals(program.opts(), env);
  const { valued, repeatable, add } = commandBuilder(program);
  const listed = (title: keyof typeof lists): string =>
    known === null ? '' : `\n${program.say(lists[title])}\n  ${known[title].join('\n  ')}`;

  program
    .description(`${program.say(programText.about)}\n${program.say(programText.withoutCommand)}`)
    .helpOption('-h, --help', program.say(options.help))
    .commandsGroup(program.say(groups.help))
    .helpCommand('help [command]', program.say(commands.help))
    .version(SEQACK_VERSION, '-V, --version', program.say(options.version))
    .addOption(valued('--lang <ko|en>', options.lang))
    .addOption(valued('--ascii', options.ascii))
    .addOption(valued('--screen-reader', options.screenReader))
    .addOption(valued('--no-color', options.noColor))
    .addOption(valued('--data <dir>', options.data, 'folders'))
    .examples(examples.program)
    .closing([program.say(programText.exitCodes), program.say(programText.more)])
    .action(() => found(async () => (await import('./commands/home.ts')).home(globals())));

  add('learn')
    .operand('[module]', operands.module, 'modules')
    .addHelpText('after', listed('modules'))
    .action((module?: string) =>
      found(async () => (await import('./commands/learn.ts')).learn(module ?? null, globals())),
    );

  add('review')
    .addOption(valued('--deck <name>', options.reviewDeck, 'own-decks'))
    .action((given: { deck?: string }) =>
      found(async () => (await import('./commands/review.ts')).review(given.deck ?? null, globals())),
    );

  add('practice')
    .operand('[skill...]', operands.practice, 'practice')
    .addOption(valued('--unscheduled', options.unscheduled))
    .addHelpText('after', listed('skills'))
    .action((names: string[], given: { unscheduled?: true }) =>
      found(async () => (await import('./commands/practice.ts')).practice(names, given, globals())),
    );

  add('quiz')
    .addOption(valued('--time <time>', options.time))
    .addOption(valued('--count <n>', options.quizCount))
    .addOption(valued('--seed <seed>', options.quizSeed))
    .addOption(valued('--feedback <end|each>', options.feedback))
    .action((given: { time?: string; count?: string; seed?: string; feedback?: string }) =>
      found(async () => (await import('./commands/quiz.ts')).quiz(given, globals())),
    );

  add('interview')
    .operand('[module]', operands.interview, 'modules')
    .addHelpText('after', listed('modules'))
    .action((module?: string) =>
      found(async () => (await import('./commands/interview.ts')).interview(module ?? null, globals())),
    );

  add('continue').action(() => found(async () => (await import('./commands/continue.ts')).continueCommand(globals())));

  add('simulate')
    .operand('[scenario]', operands.scenario, 'scenarios')
    .addOption(valued('--plain', options.plain))
    .addOption(valued('--json', options.json))
    .addOption(valued('--sandbox', options.sandbox))
    .addOption(valued('--seed <seed>', options.runSeed))
    .addOption(valued('--profile <rfc|linux|textbook>', options.profile))
    .addOption(repeatable('--set <name=value>', options.set, 'conventions'))
    .addOption(valued('--loss <probability>', options.loss))
    .addOption(valued('--numbers <absolute|relative>', options.numbers))
    .addOption(valued('--pcap <file>', options.pcap, 'files'))
    .addOption(valued('--at <client|server>', options.at))
    .addOption(valued('--ipv6', options.ipv6))
    .addOption(valued('--conventions', options.conventions))
    .addHelpText('after', listed('scenarios'))
    .action((scenario: string | undefined, given: SimulateOptions) =>
      found(async () => (await import('./commands/simulate.ts')).simulateCommand(scenario ?? null, given, globals())),
    );

  add('capture')
    .operand('[file]', operands.capture, 'files')
    .addOption(valued('--plain', options.plainCapture))
    .addOption(valued('--json', options.json))
    .addOption(valued('--conversation <n>', options.conversation))
    .addOption(valued('--numbers <absolute|relative>', options.numbers))
    .addOption(valued('--at <client|server>', options.takenAt))
    .addOption(valued('--from <n>', options.fromSegment))
    .addOption(valued('--count <n>', options.segmentCount))
    .action((file: string | undefined, given: CaptureOptions) =>
      found(async () => (await import('./commands/capture.ts')).capture(file ?? null, given, globals())),
    );

  add('skills')
    .addOption(valued('--plain', options.plainMap))
    .addOption(valued('--json', options.json))
    .action((given: { plain?: true; json?: true }) =>
      found(async () => (await import('./commands/skills.ts')).skills(given, globals())),
    );

  add('stats')
    .addOption(valued('--plain', options.plainReport))
    .addOption(valued('--json', options.json))
    .action((given: { plain?: true; json?: true }) =>
      found(async () => (await import('./commands/stats.ts')).stats(given, globals())),
    );

  add('due')
    .addOption(valued('--plain', options.plainReport))
    .addOption(valued('--json', options.json))
    .action((given: { plain?: true; json?: true }) =>
      found(async () => (await import('./commands/due.ts')).due(given, globals())),
    );

  add('exam')
    .operand('[date]', operands.exam, ['none'])
    .addOption(valued('--plain', options.plainReport))
    .addOption(valued('--json', options.json))
    .action((date: string | undefined, given: { plain?: true; json?: true }) =>
      found(async () => (await import('./commands/exam.ts')).exam(date ?? null, given, globals())),
    );

  addDeckCommands(program, globals, found);

  add('questions')
    .operand('[name...]', operands.questions, 'question-names')
    .addOption(repeatable('--skill <id>', options.skill, 'skills'))
    .addOption(valued('--topics <list>', options.topics, 'topics'))
    .addOption(valued('--seed <seed>', options.questionSeed))
    .addOption(valued('--variant <name>', options.variant))
    .addOption(valued('--count <n>', options.questionCount))
    .addOption(valued('--format <md|html|json|gift|moodle-xml|anki>', options.format))
    .addOption(valued('--answers <none|key|solutions>', options.answers))
    .addOption(valued('--json', options.json))
    .addOption(valued('--capture <file>', options.askedCapture, 'files'))
    .addOption(valued('--conversation <n>', options.askedConversation))
    .addOption(valued('--numbers <absolute|relative>', options.askedNumbers))
    .addOption(valued('--at <client|server>', options.takenAt))
    .addHelpText('after', listed('skills'))
    .action((names: string[], given: QuestionsOptions) =>
      found(async () => (await import('./commands/questions.ts')).questions(names, given, globals())),
    );

  addConfigCommands(program, globals, found);

  addLogCommands(program, globals, found);

  add('tune')
    .addOption(valued('--dry-run', options.dryRun))
    .addOption(valued('--reset', options.resetWeights))
    .addOption(valued('--plain', options.plainReport))
    .addOption(valued('--json', options.json))
    .action((given: TuneOptions) =>
      found(async () => (await import('./commands/tune.ts')).tuneCommand(given, globals())),
    );

  add('completion')
    .operand('<shell>', operands.shell, SHELLS)
    .action((shell: string) =>
      found(async () => (await import('./commands/completion.ts')).completion(shell, language)),
    );

  add('manual').action(() => found(async () => (await import('./commands/manual.ts')).manual(program)));

  return program;
}
