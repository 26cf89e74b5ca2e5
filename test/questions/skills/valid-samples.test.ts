import { expect, it } from 'vitest';
import { makeQuestion } from '../../../src/questions/make.ts';
import type { Question } from '../../../src/questions/question.ts';
import { SEEDS } from '../skill-properties.ts';

/** SRTT by RFC 6298 (2.2) and (2.3). */
function smoothed(samples: readonly number[]): number {
  return samples.slice(1).reduce((srtt, sample) => (7 / 8) * srtt + sample / 8, samples[0]!);
}

/** The sample that the handshake gave the sender of the data. */
function ofHandshake({ trace }: Question): number {
  const [syn, synAck, ack] = trace.segments;
  const sender = trace.segments.find(({ len }) => len > 0)!.from;
  return sender === 'client' ? synAck!.arrivedMs! - syn!.sentMs : ack!.arrivedMs! - synAck!.sentMs;
}

const questions = Array.from({ length: SEEDS }, (_, seed) => makeQuestion(`rto.valid-samples@${seed}`));

it('asks for the samples that the sender of the run has taken: they give its SRTT', () => {
  for (const question of questions) {
    const [field] = question.fields;
    if (field?.kind !== 'numbers') throw new Error(question.name);
    const sender = question.trace.segments.find(({ len }) => len > 0)!.from;
    const last = question.trace.events.findLast((event) => event.host === sender && event.kind === 'arrive');
    const srtt = last?.kind === 'arrive' ? last.after!.srttMs! : Number.NaN;
    expect(smoothed([ofHandshake(question), ...field.answer]), question.name).toBeCloseTo(srtt, 6);
  }
});

it('keeps whole milliseconds and acknowledges each segment before the next is sent', () => {
  for (const { name, trace } of questions) {
    for (const { sentMs, arrivedMs } of trace.segments) {
      expect(Number.isInteger(sentMs), name).toBe(true);
      expect(arrivedMs === null || Number.isInteger(arrivedMs), name).toBe(true);
    }
    const data = trace.segments.filter(({ len }) => len > 0);
    for (const next of data.filter((one) => one.repeats === null).slice(1)) {
      const before = trace.segments.find((s) => s.from !== next.from && s.ack === next.seq && s.arrivedMs !== null)!;
      expect(
        trace.segments.some((s) => s.ack === before.ack && s.arrivedMs! < next.sentMs),
        name,
      ).toBe(true);
    }
  }
});

it('has every cause of a retransmission: data lost, an ACK lost, and data that is late', () => {
  const causes = new Set(
    questions.map(({ trace, conventions }) => {
      const stamped = conventions.some(({ en }) => en.includes('Both sides use'));
      const lost = trace.segments.find(({ fate }) => fate === 'lost');
      return `${lost === undefined ? 'late' : lost.len > 0 ? 'data' : 'ack'}${stamped ? ' with timestamps' : ''}`;
    }),
  );
  expect([...causes].sort()).toEqual(['ack', 'data', 'data with timestamps', 'late', 'late with timestamps']);
});
