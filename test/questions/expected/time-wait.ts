import type { HostName, Trace } from '../../../src/trace/trace.ts';
import { arrivedAt, isFin, sentAt, stateAt } from '../independent-states.ts';
import { placedNumbers } from '../placed.ts';
import type { SkillExpectation } from '../skill-properties.ts';

const waiterOf = (trace: Trace): HostName => trace.segments.find(isFin)!.from;

/** Times at which the peer's FIN reached the host in TIME-WAIT. */
function finTimes(trace: Trace): number[] {
  return trace.segments.flatMap((s) =>
    isFin(s) && s.from !== waiterOf(trace) && s.arrivedMs !== null ? [s.arrivedMs] : [],
  );
}

/** When TIME-WAIT was to end as the host saw it after the event at `index`. */
function expiry(trace: Trace, index: number): number | undefined {
  const event = trace.events[index]!;
  return event.kind === 'arrive' ? event.after?.timers.find(({ name }) => name === 'time-wait')?.expiresMs : undefined;
}

export const TIME_WAIT_EXPECTED: Readonly<Record<string, SkillExpectation>> = {
  'close.time-wait': {
    expected: (question) => {
      const { trace, view, fields, prompt } = question;
      const waiter = waiterOf(trace);
      switch (fields[0]!.id) {
        case 'end':
          return { end: finTimes(trace).at(-1)! + 2000 * Number(/MSL is (\d+) s/.exec(prompt.en)![1]) };
        case 'reaction': {
          const index = arrivedAt(trace, view.focus[0]!);
          const reply = trace.segments.find((s) => s.from === waiter && sentAt(trace, s.n) > index)!;
          const notRestarted = [15, 30, 60, 120].some(
            (msl) => expiry(trace, index) === finTimes(trace)[0]! + 2000 * msl,
          );
          return { reaction: reply.flags.join() === 'ACK' && notRestarted ? 'ack' : '?' };
        }
        case 'next': {
          const fins = trace.segments.filter((s) => isFin(s) && s.from !== waiter);
          const again = fins.length > 1 && new Set(fins.map((s) => s.seq)).size === 1;
          const acks = trace.segments.filter((s) => s.from === waiter && s.n > fins[0]!.n);
          // Both ACKs answer an arrival: none is sent by a timer.
          return { next: again && acks.every((s) => finTimes(trace).includes(s.sentMs)) ? 'fin-again' : '?' };
        }
        default:
          return { ...placedNumbers(question), state: stateAt(trace, waiter, arrivedAt(trace, view.focus[0]!)) };
      }
    },
    variety: 150,
  },
  'close.time-wait-arrival': {
    expected: ({ trace, prompt, conventions }) => {
      const seq = Number(/seq (\d+)/.exec(prompt.en)![1]);
      const waiter: HostName = prompt.en.startsWith('The client') ? 'client' : 'server';
      const fin = trace.segments.find((s) => isFin(s) && s.from !== waiter)!;
      const space = 1n << 32n;
      const next = (BigInt(fin.seq) + BigInt(fin.len) + 1n) % space;
      const ahead = (BigInt(seq) - next + space) % space;
      const ignored = conventions.some(({ en }) => en.includes('RFC 1337'));
      const judged = () => {
        if (prompt.en.includes('new SYN')) return ahead > 0n && ahead < space / 2n ? 'syn-ack' : 'ack';
        if (ignored) return 'silent';
        return ahead === 0n ? 'closed' : ahead < 65_535n ? 'ack' : 'silent';
      };
      return { 'rcv-nxt': Number(next), reaction: judged() };
    },
    variety: 280,
  },
};
