import { numberOf } from './arguments.ts';
import { Mismatch } from './outcome.ts';
import type { ScriptEvent, SystemCall } from './script.ts';
import type { CallResult } from './socket-table.ts';
import type { Program, Written } from './system-calls.ts';
import { seconds } from './timing.ts';

interface CallTimes {
  readonly endsMs: number;
  readonly slackMs: number;
}

/** A system call under way: it is made again whenever something has happened, until it returns. */
export class PendingCall {
  readonly #event: ScriptEvent;
  readonly #call: SystemCall;
  readonly #times: CallTimes;
  #result: { readonly result: CallResult; readonly ms: number; readonly output: Written | null } | null = null;

  constructor(event: ScriptEvent, call: SystemCall, times: CallTimes) {
    this.#event = event;
    this.#call = call;
    this.#times = times;
  }

  get returned(): boolean {
    return this.#result !== null;
  }

  /** The last moment it may return. */
  get latestMs(): number {
    return this.#times.endsMs + this.#times.slackMs;
  }

  tryAgain(program: Program, now: number): void {
    if (this.#result !== null) return;
    const result = program.perform(this.#call);
    if (result.kind === 'blocked') return;
    this.#result = { result, ms: now, output: program.output };
    // The script names the new socket.
    const fd = numberOf(this.#call.result);
    if (result.kind === 'made' && fd !== null && fd >= 0) program.assign(fd, result.socket);
  }

  /** Judges the result. @throws Mismatch */
  finish(): void {
    const { line, text } = this.#event;
    const { endsMs, slackMs } = this.#times;
    if (this.#result === null) throw new Mismatch(line, text, `still waiting at ${seconds(this.latestMs)}`);
    const { result, ms, output } = this.#result;
    if (!this.#isExpected(result)) throw new Mismatch(line, text, `${this.#call.name} = ${resultText(result)}`);
    if (Math.abs(ms - endsMs) > slackMs) {
      throw new Mismatch(line, `${text} (returns at ${seconds(endsMs)})`, `it returned at ${seconds(ms)}`);
    }
    if (output !== null && output.expected !== output.got) throw new Mismatch(line, text, `[${output.got}]`);
  }

  #isExpected(result: CallResult): boolean {
    const { result: expected, errno, name } = this.#call;
    const value = numberOf(expected);
    switch (result.kind) {
      case 'failed':
        return value === -1 && (errno === null || errno === result.errno);
      case 'made':
        return value !== null && value >= 0;
      case 'returned':
        // Which bits F_GETFL shows besides O_NONBLOCK is the system's affair.
        return value === result.value || expected.kind === 'ellipsis' || (name === 'fcntl' && value !== -1);
      case 'blocked':
        return false;
    }
  }
}

function resultText(result: CallResult): string {
  switch (result.kind) {
    case 'failed':
      return `-1 ${result.errno}`;
    case 'returned':
      return String(result.value);
    case 'made':
      return 'a new socket';
    case 'blocked':
      return 'still waiting';
  }
}
