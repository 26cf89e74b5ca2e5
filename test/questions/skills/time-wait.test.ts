import { describe, expect, it } from 'vitest';
import { makeQuestion } from '../../../src/questions/make.ts';
import { visibleEvents } from '../../../src/questions/visible-trace.ts';
import type { HostName, Trace } from '../../../src/trace/trace.ts';
import { arrivedAt, isFin, sentAt, stateAt } from '../independent-states.ts';
import { placedNumbers, stateFields } from '../placed.ts';
import { describeSkill, SEEDS } from '../skill-properties.ts';

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

describeSkill('close.time-wait', {
  expected: (question) => {
    const { trace, view, fields, prompt } = question;
    const waiter = waiterOf(trace);
    switch (fields[0]!.id) {
      case 'end':
        return { end: finTimes(trace).at(-1)! + 2000 * Number(/MSL is (\d+) s/.exec(prompt.en)![1]) };
      case 'reaction': {
        const index = arrivedAt(trace, view.focus[0]!);
        const reply = trace.segments.find((s) => s.from === waiter && sentAt(trace, s.n) > index)!;
        const notRestarted = [15, 30, 60, 120].some((msl) => expiry(trace, index) === finTimes(trace)[0]! + 2000 * msl);
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
});

describe('close.time-wait', () => {
  const questions = Array.from({ length: SEEDS }, (_, seed) => makeQuestion(`close.time-wait@${seed}`));

  it('asks about the end, the reply, old data and the lost ACK', () => {
    const first = questions.map(({ fields }) => fields[0]?.id);
    for (const id of ['end', 'seq', 'reaction', 'next'])
      expect(first.filter((f) => f === id).length).toBeGreaterThan(20);
  });

  it('does not show the end of TIME-WAIT, nor a state it asks for', () => {
    for (const question of questions) {
      const events = visibleEvents(question);
      expect(events.some((e) => e.kind === 'timer' && e.timer === 'time-wait')).toBe(false);
      const shown = events.flatMap((e) => (e.kind === 'state' ? [e.host] : []));
      for (const { host } of stateFields(question)) expect(shown).not.toContain(host);
    }
  });
});
