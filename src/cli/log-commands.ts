import { commandBuilder } from './command-builder.ts';
import type { LogCheckOptions } from './commands/log-check.ts';
import type { LogExportOptions } from './commands/log-export.ts';
import type { LogImportOptions } from './commands/log-import.ts';
import type { LogMergeOptions } from './commands/log-merge.ts';
import type { Globals } from './globals.ts';
import type { Run } from './run.ts';
import type { SpokenCommand } from './spoken-command.ts';
import { operands, options } from './text/help.ts';

/** `seqack log` and the commands under it. */
export function addLogCommands(program: SpokenCommand, globals: () => Globals, found: (run: Run) => void): void {
  const { add, valued } = commandBuilder(program).addGroup('log');

  add('log check')
    .operand('[file]', operands.logFile, 'files')
    .addOption(valued('--json', options.json))
    .action((file: string | undefined, given: LogCheckOptions) =>
      found(async () => (await import('./commands/log-check.ts')).logCheck(file ?? null, given, globals())),
    );

  add('log merge')
    .operand('<other...>', operands.otherLogs, 'files')
    .addOption(valued('--out <file>', options.mergeOut, 'files'))
    .action((others: string[], given: LogMergeOptions) =>
      found(async () => (await import('./commands/log-merge.ts')).logMerge(others, given, globals())),
    );

  add('log export')
    .addOption(valued('--format <jsonl|json|csv>', options.exportFormat))
    .addOption(valued('--out <file>', options.exportOut, 'files'))
    .action((given: LogExportOptions) =>
      found(async () => (await import('./commands/log-export.ts')).logExport(given, globals())),
    );

  add('log import')
    .operand('<file>', operands.exportFile, 'files')
    .addOption(valued('--dry-run', options.dryRun))
    .action((file: string, given: LogImportOptions) =>
      found(async () => (await import('./commands/log-import.ts')).logImport(file, given, globals())),
    );
}
