import { describe, expect, it } from 'vitest';
import type { FieldValue } from '../../../src/questions/answers.ts';
import { makeQuestion } from '../../../src/questions/make.ts';
import type { Question } from '../../../src/questions/question.ts';
import { visibleEvents } from '../../../src/questions/visible-trace.ts';
import type { TracedSegment } from '../../../src/trace/trace.ts';
import { arrivedAt, closesActively, isFin, sentAt, stateAt } from '../independent-states.ts';
import { placedNumbers, stateFields } from '../placed.ts';
import { describeSkill, SEEDS } from '../skill-properties.ts';

describeSkill('close.active-closer', {
  expected: ({ trace }) => {
    const client = closesActively(trace, 'client');
    const who = client && closesActively(trace, 'server') ? 'both' : client ? 'client' : 'server';
    return { closer: who, 'time-wait': who };
  },
  variety: 3,
});

describeSkill('close.fin-numbers', { expected: placedNumbers, variety: 250 });

describeSkill('close.fin-ack', { expected: placedNumbers, variety: 250 });

/** The FINs and the first segment the peer sends once the first has arrived. */
function closing({ trace }: Question) {
  const [fin, peerFin] = (['first', 'second'] as const).map((which) => {
    const first = trace.segments.find(isFin)!;
    return which === 'first' ? first : trace.segments.find((s) => isFin(s) && s.from !== first.from)!;
  }) as [TracedSegment, TracedSegment];
  const next = (n: number, from: string) => {
    const index = arrivedAt(trace, n);
    return trace.segments.find((s) => s.from === from && sentAt(trace, s.n) > index)!;
  };
  return { fin, peerFin, answer: next(fin.n, peerFin.from), last: next(peerFin.n, fin.from) };
}

function closeStates(question: Question): Record<string, FieldValue> {
  const { trace } = question;
  const { fin, peerFin, answer, last } = closing(question);
  const moments: Record<string, number> = {
    'after the first FIN arrives': arrivedAt(trace, fin.n),
    'after the ACK of the first FIN arrives': arrivedAt(trace, answer.n),
    'after the second FIN arrives': arrivedAt(trace, peerFin.n),
    'after the second segment arrives': arrivedAt(trace, peerFin.n),
    'after sending the second FIN': sentAt(trace, peerFin.n),
    'after the last ACK arrives': arrivedAt(trace, last.n),
  };
  return Object.fromEntries(
    stateFields(question).map(({ id, host, label }) => {
      const moment = label.replace(/^state of the (client|server) /, '');
      return [id, stateAt(trace, host, moments[moment]!)];
    }),
  );
}

describeSkill('close.four-segments', {
  expected: (question) => {
    const { peerFin, answer } = closing(question);
    expect(answer.n).not.toBe(peerFin.n);
    return { ...placedNumbers(question), ...closeStates(question) };
  },
  variety: 290,
});

describeSkill('close.three-segments', {
  expected: (question) => {
    const { peerFin, answer } = closing(question);
    expect(answer.n).toBe(peerFin.n);
    return { flags: ['FIN', 'ACK'], ...placedNumbers(question), ...closeStates(question) };
  },
  variety: 290,
});

describeSkill('close.half-close', {
  expected: (question) => {
    const { trace, view, fields } = question;
    const data = trace.segments[view.focus[0]! - 1]!;
    const index = arrivedAt(trace, data.n);
    const closer = trace.segments.find(isFin)!.from;
    if (fields[0]?.id === 'reaction') {
      const reply = trace.segments.find((s) => s.from === closer && sentAt(trace, s.n) > index)!;
      const acknowledges = reply.flags.join() === 'ACK' && reply.ack === (data.seq + data.len) % 2 ** 32;
      return { reaction: acknowledges && stateAt(trace, closer, index) === 'FIN-WAIT-2' ? 'ack' : '?' };
    }
    return { ...placedNumbers(question), state: stateAt(trace, closer, index) };
  },
  variety: 200,
});

describeSkill('close.fin-overtakes', {
  expected: (question) => {
    const { trace, view, fields } = question;
    const early = fields[0]?.id === 'reaction' || !question.prompt.en.includes(' Now the missing ');
    const moment = arrivedAt(trace, view.focus[1]!);
    const receiver = trace.events[moment]!.host;
    if (fields[0]?.id === 'reaction') {
      const reply = trace.segments.find((s) => s.from === receiver && sentAt(trace, s.n) > moment)!;
      const stays = ['ESTABLISHED', 'FIN-WAIT-2'].includes(stateAt(trace, receiver, moment));
      return { reaction: stays && reply.ack === trace.segments[view.focus[0]! - 1]!.seq ? 'keep' : '?' };
    }
    const state = stateAt(trace, receiver, moment);
    expect(early).toBe(state === 'ESTABLISHED' || state === 'FIN-WAIT-2');
    return { ...placedNumbers(question), state };
  },
  // The late data itself stands on the ladder, lost or still under way: its seq is the ACK to give.
  inSight: ({ prompt }) => !prompt.en.includes(' Now the missing '),
  variety: 200,
});

describe('closing questions', () => {
  it.each(['close.four-segments', 'close.three-segments', 'close.half-close', 'close.fin-overtakes'])(
    '%s shows no state of a host it asks about',
    (id) => {
      for (let seed = 0; seed < 100; seed++) {
        const question = makeQuestion(`${id}@${seed}`);
        const shown = visibleEvents(question).flatMap((e) => (e.kind === 'state' ? [e.host] : []));
        for (const { host } of stateFields(question)) expect(shown).not.toContain(host);
      }
    },
  );

  it('asks for the ACK of an early FIN without showing the ACKs already sent for the same gap', () => {
    let asked = 0;
    for (let seed = 0; seed < SEEDS; seed++) {
      const question = makeQuestion(`close.fin-overtakes@${seed}`);
      const [ack] = question.fields;
      if (ack?.kind !== 'number' || question.prompt.en.includes(' Now the missing ')) continue;
      asked += 1;
      const { trace, view } = question;
      const late = trace.segments[view.focus[0]! - 1]!;
      const told = trace.segments.filter(
        (s) =>
          s.from !== late.from &&
          s.n > late.n &&
          s.n <= ack.place!.segment &&
          s.ack === late.seq &&
          s.sentMs > late.sentMs,
      );
      for (const { n } of told) expect(view.hidden).toContainEqual({ segment: n, part: 'ack' });
      expect(question.prompt.en).not.toContain(`seq ${late.seq})`);
    }
    expect(asked).toBeGreaterThan(50);
  });

  it('lets either side close first, and both', () => {
    const closers = Array.from(
      { length: SEEDS },
      (_, seed) => makeQuestion(`close.active-closer@${seed}`).fields[0]?.answer,
    );
    for (const who of ['client', 'server', 'both']) {
      expect(closers.filter((closer) => closer === who).length).toBeGreaterThan(SEEDS / 8);
    }
  });
});
