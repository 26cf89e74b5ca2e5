import assert from 'node:assert/strict';
import type { FieldValue } from '../../../src/questions/answers.ts';
import type { Question } from '../../../src/questions/question.ts';
import type { TracedSegment } from '../../../src/trace/trace.ts';
import { arrivedAt, closesActively, isFin, sentAt, stateAt } from '../independent-states.ts';
import { placedNumbers, stateFields } from '../placed.ts';
import type { SkillExpectation } from '../skill-properties.ts';

/** The FINs and the first segment the peer sends once the first has arrived. */
export function closing({ trace }: Question) {
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

export const CLOSE_EXPECTED: Readonly<Record<string, SkillExpectation>> = {
  'close.active-closer': {
    expected: ({ trace }) => {
      const client = closesActively(trace, 'client');
      const who = client && closesActively(trace, 'server') ? 'both' : client ? 'client' : 'server';
      return { closer: who, 'time-wait': who };
    },
    variety: 3,
  },
  'close.fin-numbers': { expected: placedNumbers, variety: 250 },
  'close.fin-ack': { expected: placedNumbers, variety: 250 },
  'close.four-segments': {
    expected: (question) => {
      const { peerFin, answer } = closing(question);
      assert.notEqual(answer.n, peerFin.n);
      return { ...placedNumbers(question), ...closeStates(question) };
    },
    variety: 290,
  },
  'close.three-segments': {
    expected: (question) => {
      const { peerFin, answer } = closing(question);
      assert.equal(answer.n, peerFin.n);
      return { flags: ['FIN', 'ACK'], ...placedNumbers(question), ...closeStates(question) };
    },
    variety: 290,
  },
  'close.half-close': {
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
  },
  'close.fin-overtakes': {
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
      assert.equal(early, state === 'ESTABLISHED' || state === 'FIN-WAIT-2');
      return { ...placedNumbers(question), state };
    },
    // The late data itself stands on the ladder, lost or still under way: its seq is the ACK to give.
    inSight: ({ prompt }) => !prompt.en.includes(' Now the missing '),
    variety: 200,
  },
};
