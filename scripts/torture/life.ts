import type { Terminal } from '../../test/e2e/terminal.ts';
import type { Move, Typed } from './answerer.ts';
import { killed, sleep } from './terminals.ts';

/** What a program had been told, and what its screen had said, when it was killed. */
export interface Life {
  readonly typed: readonly Typed[];
  /** So many of these the screen had confirmed: the verdict or the next card was drawn. */
  readonly confirmed: number;
  /** From one answer to the next, ms: the time of a whole cycle. */
  readonly cyclesMs: readonly number[];
  /** The screen at the end. */
  readonly screen: string;
}

/** When the program is killed. */
export type End =
  /** So many ms after the first answer. */
  | { readonly at: 'time'; readonly ms: number }
  /** As soon as the screen has confirmed so many answers: whatever was written only after that is lost. */
  | { readonly at: 'confirmation'; readonly of: number };

export interface LifeOptions {
  readonly next: (screen: string) => Move | null;
  readonly end: End;
  /** How long the first answer may take to come, ms; then it is killed unanswered. */
  readonly patienceMs: number;
}

const POLL_MS = 2;
/** Looked at so often without anything new written: the frame is whole. */
const QUIET_LOOKS = 4;
/** Looked at so often without anything new written: the screen has taken it all in, and looking costs time. */
const ENOUGH_LOOKS = 16;

/** Answers as fast as the screen asks, until the program is killed. */
export async function liveAndDie(app: Terminal, { next, end, patienceMs }: LifeOptions): Promise<Life> {
  const typed: Typed[] = [];
  const cyclesMs: number[] = [];
  let confirmed = 0;
  let typedAt = 0;
  let pending: Move | null = null;
  let alive = true;
  let timer = setTimeout(() => killed(app.pid), patienceMs);
  void app.exited.then(() => {
    alive = false;
  });

  const look = (): void => {
    if (pending === null || !pending.done(app.screen())) return;
    if (pending.answer !== null) {
      confirmed++;
      if (end.at === 'confirmation' && confirmed === end.of) killed(app.pid);
    }
    pending = null;
  };
  const act = (): void => {
    const move = next(app.screen());
    if (move === null) return;
    if (move.answer !== null) {
      const now = performance.now();
      if (typed.length > 0) cyclesMs.push(now - typedAt);
      else if (end.at === 'time') {
        clearTimeout(timer);
        timer = setTimeout(() => killed(app.pid), end.ms);
      }
      typedAt = now;
      typed.push(move.answer);
    }
    pending = move;
    app.type(move.keys);
  };

  let length = -1;
  let looks = 0;
  while (alive) {
    await sleep(POLL_MS);
    looks = app.output.length === length ? looks + 1 : 0;
    length = app.output.length;
    if (looks > ENOUGH_LOOKS) continue;
    look();
    if (pending === null && looks >= QUIET_LOOKS) act();
  }
  clearTimeout(timer);
  // What it had written before it died is still on its way to the screen.
  const screen = await app.settled(30);
  look();
  return { typed, confirmed, cyclesMs, screen };
}
