import { NO_OPTIONS, type SegmentOptions } from '../tcp/segment.ts';
import { RangeRows } from './range-rows.ts';
import { Rows } from './rows.ts';

/** How many SACK blocks (lowest 3 bits), and whether there are timestamps. */
const WHICH = 0;
const BLOCKS = 1;
const VALUE = 2;
const ECHO = 3;
const WORDS = 4;

const COUNT = 7;
const TIMESTAMPS = 8;
const SYN_OPTIONS = 16;
/** In place of where blocks begin: there is no SACK option. One without a block is an option all the same. */
const NO_SACK = 0xffff_ffff;

/** The options of segments as they are recorded. Only what a SYN offers stays an object: that is seldom. */
export class OptionRows {
  readonly #rows = new Rows(0, WORDS);
  readonly #blocks = new RangeRows();
  readonly #ofSyns: SegmentOptions[] = [];
  #last: SegmentOptions = NO_OPTIONS;
  #lastIndex = 0;

  /** Keeps options; returns where: 0 for none. */
  add(options: SegmentOptions): number {
    if (options === this.#last) return this.#lastIndex;
    this.#last = options;
    this.#lastIndex = this.#add(options);
    return this.#lastIndex;
  }

  #add(options: SegmentOptions): number {
    const { sack, timestamps, mss, windowScale, sackPermitted } = options;
    const ofSyn = mss !== undefined || windowScale !== undefined || sackPermitted !== undefined;
    const rare = ofSyn || (sack !== undefined && sack.length > COUNT);
    if (!rare && sack === undefined && timestamps === undefined) return 0;
    const row = this.#rows.add();
    if (rare) {
      this.#rows.setWord(row, WHICH, SYN_OPTIONS);
      this.#rows.setWord(row, BLOCKS, this.#ofSyns.push(options) - 1);
      return row + 1;
    }
    this.#rows.setWord(row, BLOCKS, sack === undefined ? NO_SACK : this.#blocks.add(sack));
    if (timestamps !== undefined) {
      this.#rows.setWord(row, VALUE, timestamps[0]);
      this.#rows.setWord(row, ECHO, timestamps[1]);
    }
    this.#rows.setWord(row, WHICH, (sack?.length ?? 0) | (timestamps === undefined ? 0 : TIMESTAMPS));
    return row + 1;
  }

  /** The options kept at a place. */
  read(index: number): SegmentOptions {
    if (index === 0) return NO_OPTIONS;
    const which = this.#rows.word(index - 1, WHICH);
    const blocks = this.#rows.word(index - 1, BLOCKS);
    if (which & SYN_OPTIONS) return this.#ofSyns[blocks] ?? NO_OPTIONS;
    const timestamps = [this.#rows.word(index - 1, VALUE), this.#rows.word(index - 1, ECHO)] as const;
    if (blocks === NO_SACK) return { timestamps };
    const sack = this.#blocks.read(blocks, which & COUNT);
    return which & TIMESTAMPS ? { timestamps, sack } : { sack };
  }

  /** Gives the tables back; nothing may be read after this. */
  release(): void {
    this.#rows.release();
    this.#blocks.release();
  }
}
