import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LOG_NAME } from '../../src/learning/log/log-files.ts';
import { wordsOf } from '../../src/ui/text/words.ts';
import { KEYS } from '../../test/e2e/terminal.ts';
import { type Damage, damages } from './damaged-records.ts';
import type { Row, World } from './part.ts';
import { answer } from './practising.ts';
import { openTerminal } from './terminals.ts';

/** Records that something has happened to: it is told in one line, nothing else is harmed, practice goes on. */
export async function damage(world: World): Promise<readonly Row[]> {
  const readable = { ...world, program: copied(world) };
  const rows: Row[] = [];
  for (const one of damages) {
    world.progress(`damage: ${one.what}`);
    const wrong = await tried(readable, one);
    const told = one.told === 'never' ? 'nothing to tell' : 'told';
    const figure = wrong.length === 0 ? `${told}, all kept, goes on` : `${wrong.length} wrong`;
    rows.push({ what: one.what, figure, verdict: wrong.length === 0 ? 'ok' : 'WRONG', details: wrong });
  }
  return rows;
}

/** The program where anybody may read it: it is run as nobody, too. */
function copied({ program, scope }: World): string {
  const folder = scope.folder();
  cpSync(dirname(program), folder, { recursive: true });
  return join(folder, 'seqack.js');
}

/** What went wrong, a line each. */
async function tried(world: World, { what, prepare, counted, told, writes, before }: Damage): Promise<string[]> {
  const folder = world.scope.folder();
  prepare(folder, world.scope.folder());
  const log = join(folder, LOG_NAME);
  const bytes = existsSync(log) ? readFileSync(log) : Buffer.alloc(0);
  const preload = before === undefined ? {} : { before };
  const wrong: string[] = [];
  const expectTold = (screen: string, times: number, where: string): void => {
    const lines = warnings(screen);
    if (lines.length !== times) wrong.push(`${where}: told ${lines.length} times, not ${times}\n${screen}`);
  };

  const home = openTerminal(world, { args: ['--lang', 'en'], folder, ...preload });
  try {
    const atStart = told === 'start' ? 1 : 0;
    const english = await home.waitFor(wordsOf('en').home.simulatorAbout, 30_000);
    expectTold(english, atStart, 'home (en)');
    home.type('L');
    const korean = await home.waitFor(wordsOf('ko').home.simulatorAbout, 30_000);
    // Where the settings cannot be written, the change of language is told.
    if (writes) expectTold(korean, atStart, 'home (ko)');
    if (atStart > 0 && warnings(english)[0] === warnings(korean)[0]) wrong.push('told in one language only');
    home.type(KEYS.ctrlC);
    const { exitCode } = await home.exited;
    if (exitCode !== 0) wrong.push(`home ended with ${exitCode}`);
  } finally {
    await home.close();
  }

  const name = 'seq.next@after';
  const practice = openTerminal(world, { args: ['--lang', 'ko', 'practice', name], folder, ...preload });
  try {
    const screen = await answer(practice, name, 'ko');
    // What was wrong at the start is told at home, not on every screen.
    expectTold(screen, told === 'answer' ? 1 : 0, 'the verdict');
    practice.type(KEYS.ctrlC);
    const { exitCode } = await practice.exited;
    // 1 says that what was answered could not be saved.
    if (exitCode !== (writes ? 0 : 1)) wrong.push(`practice ended with ${exitCode}`);
  } catch (error) {
    wrong.push(error instanceof Error ? error.message : String(error));
  } finally {
    await practice.close();
  }

  const after = existsSync(log) ? readFileSync(log) : Buffer.alloc(0);
  if (!after.subarray(0, bytes.length).equals(bytes)) wrong.push('what stood in the log is no longer as it was');
  const answered = countedBy(world, folder, before);
  const wanted = counted + (writes ? 1 : 0);
  if (answered !== wanted) wrong.push(`${what}: ${answered} answers counted, not ${wanted}`);
  return wrong;
}

/** Lines at the foot of a screen that tell of a problem. */
function warnings(screen: string): string[] {
  return screen.split('\n').filter((text) => text.startsWith(' ! '));
}

interface Stats {
  readonly totals: { readonly answered: number };
}

function countedBy({ program }: World, folder: string, before: string | undefined): number {
  const preload = before === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(before)}`];
  const out = execFileSync(process.execPath, [...preload, program, '--data', folder, 'stats', '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return (JSON.parse(out) as Stats).totals.answered;
}
