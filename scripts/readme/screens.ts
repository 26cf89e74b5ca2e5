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
    rows: 28,
    reach: async (terminal) => {
      await terminal.waitFor('SYN');
      terminal.type('G', 'a', KEYS.left, KEYS.left); // from the end, where nothing moves any more
      return terminal.settled(400);
    },
  },
  {
    name: 'screen-question',
    args: ['practice', 'ack.above-gap@1'],
    rows: 30,
    reach: async (terminal) => {
      await terminal.waitFor('ack.above-gap@1');
      // The end of the segment that arrived: what "ACKs are per segment" predicts for this question.
      terminal.type('3238922279', KEYS.enter);
      await terminal.waitFor('✗ 3238922279');
      return terminal.settled(400);
    },
  },
  {
    name: 'screen-sandbox',
    args: ['simulate', '--sandbox', '--seed', 'readme'],
    rows: 28,
    reach: async (terminal) => {
      await terminal.waitFor(/Sandbox|샌드박스/);
      // The server listens, the client connects; what the client sends then is lost once. To the end before anything plays:
      // that which plays takes its time.
      for (const keys of [
        [KEYS.tab, 'l', KEYS.tab, 'c', 'G'],
        ['d', 's'],
        ['700', KEYS.enter, 'G'],
      ]) {
        terminal.type(...keys);
        await terminal.settled(400);
      }
      return terminal.screen();
    },
  },
  {
    name: 'screen-capture',
    args: ['capture', 'test/captures/oracles/fast_retransmit_sack.pcap'],
    rows: 26,
    reach: async (terminal) => {
      await terminal.waitFor('10.9.0.1:40000');
      terminal.type(KEYS.enter);
      await terminal.settled(400);
      terminal.type('a', 'n', 'n', 'n', 'n');
      return terminal.settled(400);
    },
  },
];

/** The regions that hold a screen. */
export const SCREEN_NAMES: readonly string[] = SHOTS.map(({ name }) => name);

/** A screen in one language as fenced text, by its region's name. `program` is the path of the built program. */
export async function screen(name: string, language: Language, program: string): Promise<string> {
  const shot = SHOTS.find((candidate) => candidate.name === name);
  if (shot === undefined) throw new RangeError(`There is no screen "${name}".`);
  const { args, rows, reach } = shot;
  const terminal = new Terminal([...args, '--lang', language], {
    columns: 80,
    rows,
    command: [process.execPath, program],
  });
  try {
    return `\`\`\`\n${tidy(await reach(terminal, language))}\n\`\`\`\n`;
  } finally {
    await terminal.close();
  }
}

/** All screens of one language, by region name. */
export async function screens(language: Language, program: string): Promise<ReadonlyMap<string, string>> {
  const out = new Map<string, string>();
  for (const name of SCREEN_NAMES) out.set(name, await screen(name, language, program));
  return out;
}

/** Without what no one sees: blanks at line ends and below. */
function tidy(screen: string): string {
  return screen.trimEnd().replace(/ +$/gm, '');
}
