import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CapturedTrace } from '../../../src/captures/trace/captured-trace.ts';
import { capturedTrace } from '../../../src/captures/trace/conversation-trace.ts';
import { makeQuestionOn } from '../../../src/questions/captured/make-on.ts';
import { skillById } from '../../../src/questions/catalogue.ts';
import { makeQuestion } from '../../../src/questions/make.ts';
import { parseCapturedSeed, parseQuestionName, QuestionNameError } from '../../../src/questions/name.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import { HOST_NAMES, type HostName, type Trace } from '../../../src/trace/trace.ts';
import { firstConversationAt, seenAt, summaryOf } from '../../captures/trace/analysed.ts';
import { folder, taught } from '../../simulator/taught.ts';
import { checkedQuestions } from './checks.ts';

const names = readdirSync(folder).map((file) => file.replace(/\.yaml$/, ''));

function captureOf(trace: Trace, at: HostName, numbers: CapturedTrace['numbers']): CapturedTrace {
  const analysed = firstConversationAt(trace, at);
  return capturedTrace(analysed, summaryOf(trace, at, analysed), {
    file: `${trace.scenario}.pcap`,
    numbers,
    epochMs: 0,
  });
}

describe.each(names)('questions on a capture of %s', (name) => {
  const trace = simulate(taught(name), 'seed');

  it.each(HOST_NAMES)('taken at the %s have the answers that its segments settle', (at) => {
    for (const numbers of ['absolute', 'relative'] as const) {
      const captured = captureOf(trace, at, numbers);
      const whole =
        numbers === 'absolute'
          ? seenAt(trace, at).map(({ segment, ms }) => ({ ...segment, ms }))
          : captured.trace.segments.map((one) => ({ ...one, ms: one.sentMs }));
      checkedQuestions(captured, whole, 6);
    }
  });
});

describe('makeQuestionOn', () => {
  const captured = captureOf(simulate(taught('data-exchange'), 'seed'), 'client', 'absolute');
  const skill = skillById('seq.next')!;

  it('gives the same question for the same capture, skill and seed, another for another seed', () => {
    const texts = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) =>
      JSON.stringify(makeQuestionOn(captured, skill, seed)?.fields),
    );
    expect(new Set(texts).size).toBeGreaterThan(1);
    const [once, again] = [makeQuestionOn(captured, skill, 'a'), makeQuestionOn({ ...captured }, skill, 'a')];
    expect(JSON.stringify(again)).toBe(JSON.stringify(once));
    expect(once?.seed).toBe(`cap-${captured.digest}-a`);
  });

  it('has nothing to ask with a skill that knows no captures', () => {
    expect(makeQuestionOn(captured, { ...skill, id: 'x.y', poseOn: () => null }, 'a')).toBeNull();
    const { poseOn: _, ...without } = skill;
    expect(makeQuestionOn(captured, without, 'a')).toBeNull();
  });

  it('says when it is a guess who the client is', () => {
    const said = (one: CapturedTrace) =>
      makeQuestionOn(one, skill, 'a')!
        .conventions.map(({ en }) => en)
        .join();
    expect(said({ ...captured, clientIsGuess: true })).toContain('the end with the higher port is called the client');
    expect(said(captured)).not.toContain('port');
  });

  it('says where the excerpt begins', () => {
    const long = captureOf(simulate(taught('timeout-slow-start'), 'seed'), 'client', 'absolute');
    const questions = Array.from(
      { length: 20 },
      (_, seed) => makeQuestionOn(long, skillById('seq.segment-length')!, String(seed))!,
    );
    const begun = questions.map(({ trace, conventions }) => {
      const first = trace.segments[0]!;
      const n = long.trace.segments.findIndex(({ seq, sentMs }) => seq === first.seq && sentMs === first.sentMs) + 1;
      const told = conventions.some(({ en }) => en === `The conversation is shown from its segment ${n} on.`);
      expect([n, told]).toEqual([n, n > 1]);
      return n;
    });
    expect(Math.max(...begun)).toBeGreaterThan(1);
  });

  it('names the frames', () => {
    const question = makeQuestionOn(captured, skillById('handshake.syn-ack-number')!, '1')!;
    expect(question.explanation.at(-1)!.text.en).toMatch(/Frames 1, 2 of the capture/);
    expect(question.explanation.at(-1)!.text.ko).toMatch(/캡처의 프레임 1, 2/);
  });
});

describe('the name of a question on a capture', () => {
  it('tells the conversation, the numbers and the seed', () => {
    expect(parseCapturedSeed('cap-0123abcd-x-1')).toEqual({ digest: '0123abcd', numbers: 'absolute', seed: 'x-1' });
    expect(parseCapturedSeed('cap-0123abcdr-7')).toEqual({ digest: '0123abcd', numbers: 'relative', seed: '7' });
    for (const seed of ['7', 'cap-0123abc-7', 'cap-0123abcd', 'cap-0123abcdx-7', 'cap-0123ABCD-7']) {
      expect(parseCapturedSeed(seed)).toBeNull();
    }
  });

  it('is a name, but one that takes the capture', () => {
    expect(parseQuestionName('seq.next@cap-0123abcd-7')).toEqual({ skill: 'seq.next', seed: 'cap-0123abcd-7' });
    for (const name of ['seq.next@cap-0123abcd-7', 'seq.next@cap-0123abcdr-7', 'seq.next@cap-0123abcd']) {
      expect(() => makeQuestion(name)).toThrow(QuestionNameError);
      expect(() => makeQuestion(name)).toThrow(`seqack questions --capture FILE ${name}`);
    }
    expect(makeQuestion('seq.next@cap-1').seed).toBe('cap-1');
  });
});
