import type { Recorder } from './recorder.ts';

/** Counts what happens and keeps nothing of it. */
export class Tally implements Recorder {
  segmentCount = 0;
  eventCount = 0;
  /** Segments that the network lost, and copies that it made. */
  lost = 0;
  copies = 0;
  /** Time of the last event. */
  endMs = 0;

  call(_host: unknown, _call: unknown, ms: number): void {
    this.#event(ms);
  }

  settleCall(): void {}

  arrive(_host: unknown, _n: number, ms: number): void {
    this.#event(ms);
  }

  settleArrival(): void {}

  timer(_host: unknown, _timer: unknown, ms: number): void {
    this.#event(ms);
  }

  settleTimer(): void {}

  send(_host: unknown, _segment: unknown, _repeats: boolean, _connection: number, ms: number): number {
    this.#event(ms);
    return ++this.segmentCount;
  }

  forge(_host: unknown, _segment: unknown, _origin: unknown, ms: number): number {
    this.#event(ms);
    return ++this.segmentCount;
  }

  copy(): number {
    this.copies += 1;
    return ++this.segmentCount;
  }

  lose(_host: unknown, _n: number, _cause: unknown, ms: number): void {
    this.lost += 1;
    this.#event(ms);
  }

  state(_host: unknown, _from: unknown, _to: unknown, ms: number): void {
    this.#event(ms);
  }

  mark(): void {}

  signal(_host: unknown, _signal: unknown, ms: number): void {
    this.#event(ms);
  }

  deliver(_host: unknown, _bytes: number, ms: number): void {
    this.#event(ms);
  }

  #event(ms: number): void {
    this.eventCount += 1;
    this.endMs = ms;
  }
}
