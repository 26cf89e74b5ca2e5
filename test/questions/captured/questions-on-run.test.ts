import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf } from '../../../src/captures/trace/digest.ts';
import { simulatedCaptures } from '../../../src/captures/trace/simulated-captures.ts';
import { makeQuestionOn } from '../../../src/questions/captured/make-on.ts';
import { questionsOnRun, skillsOnRun } from '../../../src/questions/captured/questions-on-run.ts';
import { skillById } from '../../../src/questions/catalogue.ts';
import { parseCapturedSeed } from '../../../src/questions/name.ts';
import { blankScenario } from '../../../src/simulator/sandbox/blank-scenario.ts';
import { act, openSandbox } from '../../../src/simulator/sandbox/sandbox.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import { HOST_NAMES, type Trace } from '../../../src/trace/trace.ts';
import { seenAt } from '../../captures/trace/analysed.ts';
import { capturedFile, conversationsOf } from '../../captures/trace/from-file.ts';
import { anyMove, timed } from '../../simulator/sandbox/random-moves.ts';
import { taught } from '../../simulator/taught.ts';
import { checkedQuestions } from './checks.ts';
import type { Seen } from './independent.ts';

test('a run is asked about by several skills, the same each time, and by other seeds otherwise', () => {
  const trace = simulate(taught('four-way-close'), 'seed');
  const plan = { seed: 'a', count: 12, at: 'client' as const };
  const questions = questionsOnRun(trace, plan);
  expect(questions).toHaveLength(12);
  expect(new Set(questions.map((one) => one.skill)).size).toBeGreaterThan(5);
  expect(questionsOnRun(trace, plan)).toEqual(questions);
  expect(questionsOnRun(trace, { ...plan, seed: 'b' })).not.toEqual(questions);
  const ids = skillsOnRun(trace, 'client').map(({ id }) => id);
  for (const { skill } of questions) expect(ids).toContain(skill);
});

test('the name of each leads to it again on the capture of the run', () => {
  const trace = simulate(taught('data-exchange'), 'seed');
  const captures = simulatedCaptures(trace, 'server', 'absolute');
  for (const question of questionsOnRun(trace, { seed: 'a', count: 8, at: 'server' })) {
    const named = parseCapturedSeed(question.seed)!;
    const captured = captures.find(({ digest }) => digest === named.digest)!;
    expect(makeQuestionOn(captured, skillById(question.skill)!, named.seed)).toEqual(question);
  }
});

test('nothing is asked of a run in which nothing was sent', () => {
  const { trace } = openSandbox(blankScenario('listens'), 'seed');
  expect(questionsOnRun(trace, { seed: 'a', count: 5, at: 'client' })).toEqual([]);
});

test('no forged segment is asked about, and what is asked beside one has a name of its own', () => {
  const forgery = {
    from: 'client' as const,
    origin: 'forged' as const,
    flags: ['ACK' as const],
    seq: { kind: 'variable' as const, host: 'server' as const, name: 'rcv.nxt' as const, plus: 5000 },
    ack: { kind: 'variable' as const, host: 'server' as const, name: 'snd.nxt' as const, plus: 0 },
    len: 700,
    window: 1000,
    urgent: 0,
    options: {},
  };
  const plain = openSandbox(taught('data-exchange'), 'seed');
  const { trace } = act(plain, 150, { kind: 'forge', forgery });
  const questions = questionsOnRun(trace, { seed: 'a', count: 60, at: 'server' });
  expect(questions.length).toBeGreaterThan(20);
  for (const { fields, trace: shown } of questions) {
    for (const { place } of fields) {
      if (place !== null) expect(shown.segments[place.segment - 1]!.origin).toBe('tcp');
    }
  }
  expect(questions.some((one) => one.trace.segments.some(({ origin }) => origin === 'forged'))).toBe(true);
  const digests = (of: Trace) => simulatedCaptures(of, 'server', 'absolute').map(({ digest }) => digest);
  expect(digests(trace)).not.toEqual(digests(plain.trace));
  const read = conversationsOf(capturedFile(trace, 'server', false));
  for (const { segments } of read) expect(digests(trace)).not.toContain(digestOf(segments));
});

test('a question on a run speaks of the segments of the run, not of a capture', () => {
  const asked = new Set<string>();
  for (const name of ['data-exchange', 'four-way-close', 'lost-syn', 'sack-recovery', 'zero-window', 'handshake']) {
    const trace = simulate(taught(name), 'seed');
    for (const at of HOST_NAMES) {
      for (const question of questionsOnRun(trace, { seed: 'a', count: 80, at })) {
        asked.add(question.skill);
        const texts = JSON.stringify({ ...question, trace: null });
        expect(texts).not.toMatch(/캡처|프레임|[Cc]apture|[Ff]rame/);
        if (question.skill !== 'header.length') continue;
        const n = Number(/#(\d+)/.exec(question.prompt.en)![1]);
        expect(question.prompt.ko).toContain(`세그먼트 #${n}에`);
        expect(question.fields.find(({ id }) => id === 'data')!.answer).toBe(trace.segments[n - 1]!.len);
      }
    }
  }
  expect(asked.size).toBeGreaterThan(25);
});

test('of whatever was done by hand, what is asked has the answers that the segments give', () => {
  const names = ['data-exchange', 'half-close', 'lost-segment', 'sack-recovery', 'simultaneous-close', 'zero-window'];
  let asked = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      timed(anyMove, 5, 1500),
      fc.string({ maxLength: 5 }),
      (name, moves, seed) => {
        const sandbox = moves.reduce((before, { ms, move }) => act(before, ms, move), openSandbox(taught(name), seed));
        const { trace } = sandbox;
        for (const at of HOST_NAMES) {
          const seen = seenAt(trace, at);
          for (const captured of simulatedCaptures(trace, at, 'absolute')) {
            const whole = captured.trace.segments.map(({ from }, i): Seen => {
              const { segment, ms } = seen[captured.frames[i]! - 1]!;
              return { ...segment, ms, from };
            });
            // The second reckoning takes every segment for one of its sender's.
            const sent = captured.frames.map((frame) => seen[frame - 1]!.segment);
            if (sent.every(({ origin, repeats }) => origin === 'tcp' || repeats !== null)) {
              asked += checkedQuestions(captured, whole, 2).length;
            }
          }
        }
      },
    ),
    { numRuns: 40 },
  );
  expect(asked).toBeGreaterThan(200);
}, 60_000);
