import { commandBuilder } from './command-builder.ts';
import type { ConfigOptions } from './commands/config.ts';
import type { Globals } from './globals.ts';
import type { Run } from './run.ts';
import type { SpokenCommand } from './spoken-command.ts';
import { operands, options } from './text/help.ts';

/** `seqack config`, which lists the settings, and the commands under it. */
export function addConfigCommands(program: SpokenCommand, globals: () => Globals, found: (run: Run) => void): void {
  const { command, add, valued } = commandBuilder(program).addGroup('config', (given: ConfigOptions) =>
    found(async () => (await import('./commands/config.ts')).config(given, globals())),
  );
  command.addOption(valued('--json', options.json));

  add('config get')
    .operand('<name>', operands.setting, 'settings')
    .action((name: string) => found(async () => (await import('./commands/config.ts')).configGet(name, globals())));

  add('config set')
    .operand('<name>', operands.setting, 'settings')
    .operand('<value>', operands.settingValue, 'setting-values')
    .action((name: string, value: string) =>
      found(async () => (await import('./commands/config.ts')).configSet(name, value, globals())),
    );

  add('config reset')
    .operand('[name...]', operands.settings, 'settings')
    .action((names: string[]) =>
      found(async () => (await import('./commands/config.ts')).configReset(names, globals())),
    );
}
