import { ACK, CE, type Ecn, FIN, flagNames, type Segment, SYN } from '../tcp/segment.ts';
import { type Fate, HOST_NAMES, type HostName, type Origin, type TracedSegment } from '../trace/trace.ts';
import { OptionRows } from './option-rows.ts';
import { Rows } from './rows.ts';

const SENT_MS = 0;
/** NaN until it arrives. */
const ARRIVED_MS = 1;
const FLOATS = 2;

const SEQ = 0;
const ACKED = 1;
const LEN_AND_WINDOW = 2;
/** Flags (8 bits), then `from` (1), fate (2), origin (2), ECN (2), and in the upper half the urgent pointer. */
const KIND = 3;
const REPEATS = 4;
const CONNECTION = 5;
const OPTIONS = 6;
const WORDS = 7;

const FATES: readonly Fate[] = ['in-flight', 'delivered', 'lost'];
const ORIGINS: readonly Origin[] = ['tcp', 'copy', 'forged'];
const FLAGS = 0xff;
const FROM = 8;
const FATE = 9;
const ORIGIN = 11;
const ECN = 13;
const URGENT = 16;

/** The segments of a run as they are recorded: a row each, by n - 1. */
export class SegmentRows {
  readonly #rows = new Rows(FLOATS, WORDS);
  readonly #options = new OptionRows();

  /** How many there are: the n of the last. */
  get length(): number {
    return this.#rows.length;
  }

  /** A segment is sent at `sentMs`; returns its n. `repeats` is the n of the one it repeats, or null. */
  add(
    from: HostName,
    segment: Segment,
    sentMs: number,
    origin: Origin,
    repeats: number | null,
    connection: number,
  ): number {
    const rows = this.#rows;
    const row = rows.add();
    const { floats, floatAt, words, wordAt } = rows;
    const { flags } = segment;
    floats[floatAt + SENT_MS] = sentMs;
    floats[floatAt + ARRIVED_MS] = Number.NaN;
    words[wordAt + SEQ] = segment.seq;
    words[wordAt + ACKED] = flags & ACK ? segment.ack : 0;
    words[wordAt + LEN_AND_WINDOW] = (segment.data.length << 16) | segment.window;
    words[wordAt + KIND] =
      flags |
      (from === 'client' ? 0 : 1 << FROM) |
      (origin === 'tcp' ? 0 : ORIGINS.indexOf(origin) << ORIGIN) |
      (segment.ecn << ECN) |
      (segment.urgent << URGENT);
    words[wordAt + REPEATS] = repeats ?? 0;
    words[wordAt + CONNECTION] = connection;
    words[wordAt + OPTIONS] = this.#options.add(segment.options);
    return row + 1;
  }

  /** The network makes a copy of segment `of`; returns the n of the copy. */
  copy(of: number, sentMs: number): number {
    const rows = this.#rows;
    const row = rows.add();
    rows.setFloat(row, SENT_MS, sentMs);
    rows.setFloat(row, ARRIVED_MS, Number.NaN);
    for (let column = 0; column < WORDS; column++) rows.setWord(row, column, rows.word(of - 1, column));
    rows.setWord(row, REPEATS, of);
    this.#setFate(row, 'in-flight');
    this.#set(row, ORIGIN, 3, ORIGINS.indexOf('copy'));
    return row + 1;
  }

  arrived(n: number, ms: number): void {
    this.#rows.setFloat(n - 1, ARRIVED_MS, ms);
    this.#setFate(n - 1, 'delivered');
  }

  lost(n: number): void {
    this.#setFate(n - 1, 'lost');
  }

  /** A router has set CE on it. */
  marked(n: number): void {
    this.#set(n - 1, ECN, 3, CE);
  }

  seq(n: number): number {
    return this.#rows.word(n - 1, SEQ);
  }

  /** The control bits, as the header has them. */
  flags(n: number): number {
    return this.#rows.word(n - 1, KIND) & FLAGS;
  }

  /** SEG.LEN: data bytes, and one each for SYN and FIN (RFC 9293 §3.4). */
  segmentLength(n: number): number {
    const flags = this.flags(n);
    return (this.#rows.word(n - 1, LEN_AND_WINDOW) >>> 16) + (flags & SYN ? 1 : 0) + (flags & FIN ? 1 : 0);
  }

  /** All of them, as a trace hands them out. */
  read(): TracedSegment[] {
    return Array.from({ length: this.length }, (_, row) => this.#read(row));
  }

  /** Gives the tables back; nothing may be read after this. */
  release(): void {
    this.#rows.release();
    this.#options.release();
  }

  #read(row: number): TracedSegment {
    const rows = this.#rows;
    const kind = rows.word(row, KIND);
    const arrivedMs = rows.float(row, ARRIVED_MS);
    const repeats = rows.word(row, REPEATS);
    return {
      n: row + 1,
      sentMs: rows.float(row, SENT_MS),
      arrivedMs: Number.isNaN(arrivedMs) ? null : arrivedMs,
      from: HOST_NAMES[(kind >>> FROM) & 1] ?? 'client',
      flags: flagNames(kind & FLAGS),
      seq: rows.word(row, SEQ),
      ack: rows.word(row, ACKED),
      len: rows.word(row, LEN_AND_WINDOW) >>> 16,
      window: rows.word(row, LEN_AND_WINDOW) & 0xffff,
      urgent: kind >>> URGENT,
      ecn: ((kind >>> ECN) & 3) as Ecn,
      options: this.#options.read(rows.word(row, OPTIONS)),
      fate: FATES[(kind >>> FATE) & 3] ?? 'in-flight',
      origin: ORIGINS[(kind >>> ORIGIN) & 3] ?? 'tcp',
      repeats: repeats === 0 ? null : repeats,
      connection: rows.word(row, CONNECTION),
    };
  }

  #setFate(row: number, fate: Fate): void {
    this.#set(row, FATE, 3, FATES.indexOf(fate));
  }

  #set(row: number, shift: number, mask: number, value: number): void {
    const kind = this.#rows.word(row, KIND);
    this.#rows.setWord(row, KIND, ((kind & ~(mask << shift)) | (value << shift)) >>> 0);
  }
}
