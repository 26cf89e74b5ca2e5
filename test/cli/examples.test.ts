import { modules } from 'seqack:content';
import { scenarios } from 'seqack:scenarios';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { examples } from '../../src/cli/text/help.ts';
import { skillById } from '../../src/questions/catalogue.ts';
import { isMisconceptionId } from '../../src/questions/misconceptions.ts';

/** Every line of the help that calls seqack, as its arguments; what a pipe or a redirection adds is taken off. */
const lines = Object.entries(examples).flatMap(([command, list]) =>
  list.flatMap(({ line }) =>
    [...line.matchAll(/seqack(?![.\w])((?: [^|>')]+)?)/g)].map(([, args = '']): [string, string[]] => [
      command,
      args.trim().split(' ').filter(Boolean),
    ]),
  ),
);

describe('the examples of the help', () => {
  test.each(lines)('%s: %j is understood', (command, args) => {
    const asked: unknown[] = [];
    const program = createProgram('en', {}, null, (run) => asked.push(run));
    program.parse(args, { from: 'user' });
    expect(asked).toHaveLength(1);
    if (command !== 'program')
      expect(args.slice(0, command.split(' ').length).join(' ')).toMatch(new RegExp(`^${command}`));
  });

  test('name what there is', () => {
    const named = (command: string, at: number): string[] =>
      lines.flatMap(([, args]) =>
        args[0] === command && args[at] !== undefined && !args[at].startsWith('-') ? [args[at]] : [],
      );
    for (const name of [...named('learn', 1), ...named('interview', 1)])
      expect(modules.map(({ id }) => id)).toContain(name);
    for (const name of named('practice', 1))
      expect(isMisconceptionId(name) || skillById(name.replace(/@.*/, '')) !== null, name).toBe(true);
    for (const name of named('simulate', 1))
      expect(Object.hasOwn(scenarios, name) || name.endsWith('.yaml'), name).toBe(true);
    // A deck is never called as a module is (docs/decks.md).
    for (const name of [...named('deck', 2)]) expect(modules.map(({ id }) => id)).not.toContain(name);
  });
});
