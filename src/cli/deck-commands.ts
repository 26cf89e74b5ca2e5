import { commandBuilder } from './command-builder.ts';
import type { DeckCheckOptions } from './commands/deck-check.ts';
import type { DeckExportOptions } from './commands/deck-export.ts';
import type { DeckImportOptions } from './commands/deck-import.ts';
import type { DeckListOptions } from './commands/deck-list.ts';
import type { Globals } from './globals.ts';
import type { Run } from './run.ts';
import type { SpokenCommand } from './spoken-command.ts';
import { operands, options } from './text/help.ts';

/** `seqack deck` and the commands under it. */
export function addDeckCommands(program: SpokenCommand, globals: () => Globals, found: (run: Run) => void): void {
  const { add, valued, repeatable } = commandBuilder(program).addGroup('deck');

  add('deck check')
    .operand('<path>', operands.deckPath, 'files')
    .addOption(valued('--json', options.json))
    .action((path: string, given: DeckCheckOptions) =>
      found(async () => (await import('./commands/deck-check.ts')).deckCheck(path, given, globals())),
    );

  add('deck list')
    .addOption(valued('--json', options.json))
    .action((given: DeckListOptions) =>
      found(async () => (await import('./commands/deck-list.ts')).deckList(given, globals())),
    );

  add('deck add')
    .operand('<path>', operands.deckPath, 'files')
    .action((path: string) => found(async () => (await import('./commands/deck-add.ts')).deckAdd(path, globals())));

  add('deck remove')
    .operand('<name>', operands.deckName, 'decks-or-files')
    .action((name: string) =>
      found(async () => (await import('./commands/deck-remove.ts')).deckRemove(name, globals())),
    );

  add('deck import')
    .operand('<file>', operands.deckFile, 'files')
    .addOption(valued('--as <name>', options.deckAs))
    .addOption(valued('--dry-run', options.dryRun))
    .action((file: string, given: DeckImportOptions) =>
      found(async () => (await import('./commands/deck-import.ts')).deckImport(file, given, globals())),
    );

  add('deck export')
    .operand('[deck...]', operands.decks, 'own-decks')
    .addOption(valued('--format <anki|md|json>', options.deckFormat))
    .addOption(valued('--out <file>', options.out, 'files'))
    .addOption(repeatable('--module <id>', options.deckModule, 'every-module'))
    .action((names: string[], given: DeckExportOptions) =>
      found(async () => (await import('./commands/deck-export.ts')).deckExport(names, given, globals())),
    );
}
