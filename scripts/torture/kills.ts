import { execFileSync } from 'node:child_process';
import type { Grade } from '../../src/learning/events/event.ts';
import { skills } from '../../src/questions/catalogue.ts';
import type { Random } from '../../src/simulator/random.ts';
import { createAnswerer } from './answerer.ts';
import { emptyTally, type KillTally, killRows, Witness } from './kill-tally.ts';
import { type Life, liveAndDie } from './life.ts';
import type { Part, Row, World } from './part.ts';
import { keysOf } from './practising.ts';
import { openTerminal, visit } from './terminals.ts';

const KILLS = 1000;
/** Lives on one data folder, one after the other. */
const LIVES_PER_FOLDER = 8;
/** A life gives twice as many answers as this at most, and none of them is the likeliest last. */
const ANSWERS_PER_LIFE = 3;
const QUESTIONS_PER_LIFE = 40;
const PATIENCE_MS = 20_000;
const MODULES = ['tcp', 'numbers', 'handshake', 'close'] as const;

/**
 * Programs killed while answers are given, each on a log that the ones before it have left. A share of the kills
 * (0..1) comes right when an answer is confirmed, the others at any moment.
 */
export function killsOf(atConfirmation: number): Part {
  return (world) => killAll(world, atConfirmation);
}

/** Most kills come at any moment. */
export const kills = killsOf(0.25);

async function killAll(world: World, atConfirmation: number): Promise<readonly Row[]> {
  const wanted = world.count ?? KILLS;
  const tally = emptyTally();
  const pace = { cycleMs: 80 };
  let begun = 0;
  await visit(world);
  const work = async (): Promise<void> => {
    while (begun < wanted) {
      const folder = world.scope.folder();
      const witness = new Witness(folder, tally);
      for (let life = 0; life < LIVES_PER_FOLDER && begun < wanted; life++) {
        const random = world.random.fork(`kill ${begun++}`);
        const atOnce = random.chance(atConfirmation);
        witness.judge(await oneLife(world, { folder, isFirst: life === 0, atOnce, random, pace }));
        world.progress(`kills: ${tally.kills} of ${wanted}`);
      }
      countWith(world, folder, witness, tally);
      world.scope.remove(folder);
    }
  };
  await Promise.all(Array.from({ length: world.jobs }, work));
  return killRows(tally, wanted);
}

interface LifeGiven {
  readonly folder: string;
  /** Nothing has been answered in the folder yet: everything is due. */
  readonly isFirst: boolean;
  /** Killed when an answer is confirmed; else at any moment. */
  readonly atOnce: boolean;
  readonly random: Random;
  /** How long a cycle of an answer takes on this machine now. */
  readonly pace: { cycleMs: number };
}

async function oneLife(world: World, { folder, isFirst, atOnce, random, pace }: LifeGiven): Promise<Life> {
  const language = random.pick(['ko', 'en'] as const);
  const what = isFirst ? 'review' : random.pick(['practice', 'cards'] as const);
  const args = { review: ['review'], cards: ['learn', random.pick(MODULES)], practice: practiceOf(random) }[what];
  const app = openTerminal(world, { args: ['--lang', language, ...args], folder });
  try {
    if (what === 'cards') {
      await app.waitFor(/\? (all keys|모든 키)/);
      app.type('c');
    }
    const next = createAnswerer({ language, keysOf, grade: () => random.int(1, 4) as Grade });
    const end = atOnce
      ? ({ at: 'confirmation', of: random.int(1, ANSWERS_PER_LIFE) } as const)
      : // Uniform over whole cycles, to the microsecond: every moment of a cycle is as likely as any other.
        ({ at: 'time', ms: random.int(0, Math.round(2 * ANSWERS_PER_LIFE * pace.cycleMs * 1000)) / 1000 } as const);
    const life = await liveAndDie(app, { next, end, patienceMs: PATIENCE_MS });
    for (const ms of life.cyclesMs) pace.cycleMs += (ms - pace.cycleMs) / 20;
    return life;
  } finally {
    await app.close();
  }
}

/** A practice of many questions, none of which is ever asked a second time. */
function practiceOf(random: Random): string[] {
  const seed = random.int(0, 0x7fff_ffff).toString(36);
  return [
    'practice',
    ...Array.from({ length: QUESTIONS_PER_LIFE }, (_, at) => `${random.pick(skills).id}@${seed}-${at}`),
  ];
}

interface Stats {
  readonly totals: { readonly answered: number; readonly cards: number };
}

/** The program itself counts what the log holds. */
function countWith({ program }: World, folder: string, witness: Witness, tally: KillTally): void {
  const out = execFileSync(process.execPath, [program, '--data', folder, 'stats', '--json'], { encoding: 'utf8' });
  const { totals } = JSON.parse(out) as Stats;
  if (totals.answered + totals.cards !== witness.reviews) {
    tally.miscounted++;
    tally.details.push(`${folder}: ${witness.reviews} in the log, ${JSON.stringify(totals)} counted`);
  }
}
