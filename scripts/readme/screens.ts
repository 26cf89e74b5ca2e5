import type { Language } from '../../src/language.ts';
import { KEYS, Terminal } from '../../test/e2e/terminal.ts';

/** A screen of the running program for the README: how to come to it, and what shows that it is there. */
interface Shot {
  readonly name: string;
  readonly args: readonly string[];
  readonly rows: number;
  readonly reach: (terminal: Terminal, language: Language) => Promise<string>;
}

const SHOTS: readonly Shot[] = [
  { name: 'screen-home', args: [], rows: 24, reach: (terminal) => terminal.waitFor('❯') },
  {
    name: 'screen-watch',
    args: ['simulate', 'fin-overtakes', '--seed', 'readme'],
    rows: 30,
    reach: async (terminal) => {
      await terminal.waitFor('SYN');
      terminal.type('G'); // to the end, where nothing moves any more
      await terminal.settled(400);
      terminal.type(KEYS.left, KEYS.left);
      return terminal.settled(400);
    },
  },
  {
    name: 'screen-question',
    args: ['practice', 'ack.above-gap@readme'],
    rows: 34,
    reach: async (terminal) => {
      await terminal.waitFor('ack.above-gap@readme');
      return terminal.settled(400);
    },
  },
];

/** The screens of one language as fenced text, by region name. `program` is the path of the built program. */
export async function screens(language: Language, program: string): Promise<ReadonlyMap<string, string>> {
  const out = new Map<string, string>();
  for (const { name, args, rows, reach } of SHOTS) {
    const terminal = new Terminal([...args, '--lang', language], {
      columns: 80,
      rows,
      command: [process.execPath, program],
    });
    try {
      const screen = await reach(terminal, language);
      out.set(name, `\`\`\`\n${screen.trimEnd()}\n\`\`\`\n`);
    } finally {
      await terminal.close();
    }
  }
  return out;
}
