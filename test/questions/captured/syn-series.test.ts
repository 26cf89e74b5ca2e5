import { describe, expect, it } from 'vitest';
import type { CapturedTrace } from '../../../src/captures/trace/captured-trace.ts';
import { capturedTrace } from '../../../src/captures/trace/conversation-trace.ts';
import { makeQuestionOn } from '../../../src/questions/captured/make-on.ts';
import { synSeriesOn } from '../../../src/questions/captured/syn-series.ts';
import { skillById } from '../../../src/questions/catalogue.ts';
import { drawLostSyns, type SynLoss } from '../../../src/questions/situations/lost-syns.ts';
import { randomFrom } from '../../../src/simulator/random.ts';
import { capturedFile, conversationsOf } from '../../captures/trace/from-file.ts';
import { checkedQuestions } from './checks.ts';

/** A SYN that goes again and again, captured where it is sent. */
function captureOf(loss: SynLoss, rto: number, again: number): CapturedTrace {
  const lost = drawLostSyns(randomFrom('series'), loss, rto, again)!;
  const [one] = conversationsOf(capturedFile(lost.trace, 'client', false));
  return capturedTrace(one!.segments, one!.summary, { file: 'syns.pcap', numbers: 'absolute', epochMs: 0 });
}

/** The same with other times. */
function at(captured: CapturedTrace, times: readonly number[]): CapturedTrace {
  const segments = captured.trace.segments.map((one, i) => ({ ...one, sentMs: times[i] ?? one.sentMs }));
  return { ...captured, trace: { ...captured.trace, segments } };
}

const skill = skillById('handshake.syn-times')!;

describe('the times of repeated SYNs', () => {
  it.each(['syn', 'unreachable'] as const)('are asked where they double: %s', (loss) => {
    for (const [rto, again] of [
      [500, 5],
      [1000, 4],
      [3000, 3],
    ] as const) {
      const captured = captureOf(loss, rto, again);
      const seen = captured.trace.segments.map((one) => ({ ...one, ms: one.sentMs }));
      const questions = checkedQuestions(captured, seen, 12).filter((question) => question.skill === skill.id);
      expect(questions.length).toBe(12);
      for (const { prompt, fields } of questions) {
        expect(prompt.en).toContain(`${rto} ms`);
        const answer = fields[0]!.answer as readonly number[];
        expect(answer.length).toBeLessThanOrEqual(again);
        expect(answer).toEqual(answer.map((_, nth) => rto * (2 ** (nth + 1) - 1)));
      }
    }
  });

  it('are rounded, and told as they were', () => {
    const captured = at(captureOf('unreachable', 1000, 3), [0, 1026.2, 3042.9, 7106.1]);
    const question = makeQuestionOn(captured, skill, '1')!;
    expect(question.fields[0]!.answer).toEqual([1000, 3000, 7000]);
    expect(question.explanation.at(-1)!.text.en).toContain('1026, 3043, 7106 ms');
  });

  it('are not asked where they do not double, or where there are too few', () => {
    const captured = captureOf('unreachable', 1000, 5);
    expect(synSeriesOn(captured)).toHaveLength(1);
    // Linux from 6.5 on waits a second each for the first four.
    expect(makeQuestionOn(at(captured, [0, 1010, 2030, 3050, 4070, 6100]), skill, '1')).toBeNull();
    expect(makeQuestionOn(at(captured, [0, 1010, 3400, 7100, 15_200, 31_000]), skill, '1')).toBeNull();
    expect(makeQuestionOn(captureOf('syn', 1000, 2), skill, '1')).toBeNull();
  });
});
