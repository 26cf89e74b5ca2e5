import { openStore } from '../../src/learning/log/store.ts';
import { isLogged } from './answerer.ts';
import type { Life } from './life.ts';
import { counted, type Row, told } from './part.ts';
import { recordOnDisk, reviewsIn } from './record.ts';

/** What the kills have come to so far. */
export interface KillTally {
  /** The lives that were ended, those that never asked anything included. */
  kills: number;
  cards: number;
  answers: number;
  confirmed: number;
  /** Confirmed on the screen and not in the log: what must never be. */
  lost: number;
  /** In the log without having been typed, or twice. */
  strange: number;
  /** Killed after the answer was on the disk and before the screen said so. */
  unseen: number;
  /** Killed before the answer was on the disk. */
  unwritten: number;
  /** Logs that ended in a piece of a line, of an answer nobody had been told was kept. */
  torn: number;
  /** Logs with damage that no such piece explains, or that the program complains about without one. */
  repair: number;
  /** Starts that did not come to the first question. */
  unstarted: number;
  /** Folders of which the program counts other answers than lie in the log. */
  miscounted: number;
  readonly details: string[];
}

export function emptyTally(): KillTally {
  const none = { kills: 0, cards: 0, answers: 0, confirmed: 0, lost: 0, strange: 0, unseen: 0, unwritten: 0 };
  return { ...none, torn: 0, repair: 0, unstarted: 0, miscounted: 0, details: [] };
}

/** Holds the log of one data folder against what each life on it had seen confirmed. */
export class Witness {
  readonly #folder: string;
  readonly #tally: KillTally;
  #reviews = 0;
  #tears = 0;
  #wasTorn = false;

  constructor(folder: string, tally: KillTally) {
    this.#folder = folder;
    this.#tally = tally;
  }

  /** To be called after each life, before the next one begins. */
  judge({ typed, confirmed, screen }: Life): void {
    const tally = this.#tally;
    const record = recordOnDisk(this.#folder);
    const reviews = reviewsIn(record);
    const logged = reviews.slice(this.#reviews);
    this.#reviews = reviews.length;

    tally.kills++;
    tally.confirmed += confirmed;
    for (const { kind } of typed) tally[kind === 'card' ? 'cards' : 'answers']++;
    if (typed.length === 0) {
      tally.unstarted++;
      this.#note(`no question came; the screen:\n${screen.trim()}`);
    }
    const firstOdd = logged.findIndex((event, at) => {
      const answer = typed[at];
      return answer === undefined || !isLogged(answer, event);
    });
    const kept = firstOdd < 0 ? logged.length : firstOdd;
    const lost = Math.max(0, confirmed - kept);
    tally.lost += lost;
    tally.strange += logged.length - kept;
    tally.unseen += Math.max(0, kept - confirmed);
    tally.unwritten += Math.max(0, typed.length - Math.max(kept, confirmed));
    if (lost > 0 || logged.length > kept) {
      this.#note(`typed ${JSON.stringify(typed)}, confirmed ${confirmed}, logged ${JSON.stringify(logged)}`);
    }

    if (record.torn && !this.#wasTorn) {
      tally.torn++;
      this.#tears++;
    }
    this.#wasTorn = record.torn;
    const { problems } = openStore({ folder: this.#folder, now: Date.now, newId: () => 'unused' });
    if (record.damaged.length > this.#tears || problems.length > Math.min(1, this.#tears)) {
      tally.repair++;
      this.#note(`damaged lines ${record.damaged.join(', ')}; ${problems.map(({ en }) => en).join(' ')}`);
    }
  }

  /** The answers and cards that the log holds now: what the program has to count. */
  get reviews(): number {
    return this.#reviews;
  }

  #note(what: string): void {
    this.#tally.details.push(`${this.#folder}: ${what}`);
  }
}

/** The lines of the table. */
export function killRows(tally: KillTally, kills: number): Row[] {
  const { details } = tally;
  return [
    counted('programs killed while answers were given', tally.kills, kills),
    told('  answers typed', tally.answers),
    told('  cards graded', tally.cards),
    told('  of both, confirmed on the screen', tally.confirmed),
    told('  killed before the answer was on the disk', tally.unwritten),
    told('  killed between the disk and the screen', tally.unseen),
    counted('confirmed answers that are lost', tally.lost, 0, details),
    counted('answers in the log that nobody gave', tally.strange, 0),
    counted('logs that need repair', tally.repair, 0),
    told('  logs that ended in a piece of an unconfirmed line', tally.torn),
    counted('starts after a kill that failed', tally.unstarted, 0),
    counted('folders of which the program counts something else', tally.miscounted, 0),
  ];
}
