import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/captures/analysis/segment-analysis.ts';
import type { CapturedTrace } from '../../../src/captures/trace/captured-trace.ts';
import { capturedTrace } from '../../../src/captures/trace/conversation-trace.ts';
import { makeQuestionOn, posableSkills } from '../../../src/questions/captured/make-on.ts';
import { skillById } from '../../../src/questions/catalogue.ts';
import type { Question } from '../../../src/questions/question.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import { capturedFile, conversationsOf } from '../../captures/trace/from-file.ts';
import { taught } from '../../simulator/taught.ts';

function captured(name: string): CapturedTrace {
  const [one] = conversationsOf(capturedFile(simulate(taught(name), 'seed'), 'client', false));
  return capturedTrace(one!.segments, one!.summary, { file: name, numbers: 'absolute', epochMs: 0 });
}

/** The same capture with one more finding about segment n. */
function remarked(whole: CapturedTrace, n: number, finding: Finding): CapturedTrace {
  const analyses = whole.analyses.map((one, index) =>
    index === n - 1 ? { ...one, findings: [...one.findings, finding] } : one,
  );
  return { ...whole, analyses };
}

/** Frames that questions are about, or that have a blank to be filled in. */
function askedFrames(question: Question, whole: CapturedTrace): number[] {
  const [first] = question.trace.segments;
  // A header by itself.
  if (first === undefined) return [];
  const start = whole.trace.segments.findIndex(
    ({ seq, ack, flags, sentMs }) =>
      seq === first.seq && ack === first.ack && sentMs === first.sentMs && flags === first.flags,
  );
  const asked = [...question.view.focus, ...question.fields.flatMap(({ place }) => (place ? [place.segment] : []))];
  return asked.map((n) => whole.frames[start + n - 1]!);
}

const UNSETTLED: readonly Finding[] = [
  { kind: 'above-mss', mss: 100 },
  { kind: 'bad-checksum' },
  { kind: 'gap-before', bytes: 10 },
  { kind: 'out-of-order', lateMs: 3 },
  { kind: 'network-copy', of: 1 },
  { kind: 'acks-unseen', bytes: 7 },
];

describe('what a capture does not settle', () => {
  const whole = captured('data-exchange');
  const data = whole.trace.segments.filter(({ len }) => len > 0).map(({ n }) => n);

  it.each(UNSETTLED)('is not asked about: $kind', (finding) => {
    let questions = 0;
    for (const n of data) {
      const unsettled = remarked(whole, n, finding);
      for (const skill of posableSkills(unsettled)) {
        for (let seed = 0; seed < 12; seed++) {
          const question = makeQuestionOn(unsettled, skill, String(seed));
          if (question === null) continue;
          questions += 1;
          expect(askedFrames(question, unsettled), question.name).not.toContain(whole.frames[n - 1]);
        }
      }
    }
    expect(questions).toBeGreaterThan(100);
  });

  it('is asked about where nothing is remarkable', () => {
    const frames = new Set<number>();
    for (const skill of posableSkills(whole)) {
      for (let seed = 0; seed < 40; seed++) {
        const question = makeQuestionOn(whole, skill, String(seed));
        for (const frame of question === null ? [] : askedFrames(question, whole)) frames.add(frame);
      }
    }
    for (const n of data) expect(frames).toContain(whole.frames[n - 1]);
  });

  it('is not whether an ACK answers the one or the other of several segments: that is said', () => {
    const inOrder = skillById('ack.in-order')!;
    const burst = captured('timeout-slow-start');
    for (let seed = 0; seed < 60; seed++) {
      const question = makeQuestionOn(burst, inOrder, String(seed));
      if (question === null) continue;
      expect(question.prompt.en).toMatch(/^All data of the (client|server) up to and including this segment/);
      const [field] = question.fields;
      const shown = question.trace.segments.slice(0, field!.place!.segment - 1);
      const receiver = question.trace.segments[field!.place!.segment - 1]!.from;
      const last = shown.filter(({ from, len }) => from !== receiver && len > 0).at(-1)!;
      expect(field!.answer).toBe((last.seq + last.len) >>> 0);
    }
  });
});
