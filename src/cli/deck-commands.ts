import { commandBuilder } from './command-builder.ts';
import type { DeckCheckOptions } from './commands/deck-check.ts';
import type { DeckListOptions } from './commands/deck-list.ts';
import type { Globals } from './globals.ts';
import type { Run } from './run.ts';
import type { SpokenCommand } from './spoken-command.ts';
import { operands, options } from './text/help.ts';

/** `seqack deck` and the commands under it. */
export function addDeckCommands(program: SpokenCommand, globals: () => Globals, found: (run: Run) => void): void {
  const { add, valued } = commandBuilder(program).addGroup('deck');

  add('deck check')
    .argument('<path>', program.say(operands.deckPath))
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
    .argument('<path>', program.say(operands.deckPath))
    .action((path: string) => found(async () => (await import('./commands/deck-add.ts')).deckAdd(path, globals())));

  add('deck remove')
    .argument('<name>', program.say(operands.deckName))
    .action((name: string) =>
      found(async () => (await import('./commands/deck-remove.ts')).deckRemove(name, globals())),
    );
}
