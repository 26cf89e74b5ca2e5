import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { capturedTrace } from '../../../src/captures/trace/conversation-trace.ts';
import { makeQuestion } from '../../../src/questions/make.ts';
import type { Question } from '../../../src/questions/question.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import { flagNames } from '../../../src/tcp/segment.ts';
import { HOST_NAMES, type HostName, type Trace } from '../../../src/trace/trace.ts';
import { seenAt } from '../../captures/trace/analysed.ts';
import { capturedFile, conversationsOf } from '../../captures/trace/from-file.ts';
import { takenForClient } from '../../oracles/captures.ts';
import { folder, taught } from '../../simulator/taught.ts';
import { checkedQuestions } from './checks.ts';
import type { Seen } from './independent.ts';

/*
 * The built-in scenarios captured at either end, read back from the file as any capture is: what is asked has the answers that
 * the simulated segments give, and the states are those that the TCPs were in.
 */

const names = readdirSync(folder).map((file) => file.replace(/\.yaml$/, ''));
const asked = new Set<string>();
const other = (host: HostName): HostName => (host === 'client' ? 'server' : 'client');

describe.each(names)('%s', (name) => {
  it.each(HOST_NAMES)('captured at the %s is asked about with the answers of the simulation', (at) => {
    for (const seed of ['seed', 'another', 'third']) {
      const trace = simulate(taught(name), seed);
      const turned = takenForClient(trace, at) === 'server';
      const seen = seenAt(trace, at).map(({ segment, ms }) => ({ ...segment, ms }));
      for (const { segments, summary } of conversationsOf(capturedFile(trace, at, false))) {
        const sent = segments.map(({ segment }) => seen[segment.frame - 1]!);
        const whole = sent.map((one): Seen => ({ ...one, from: turned ? other(one.from) : one.from }));
        const options = { file: `${name}.pcap`, epochMs: 0 } as const;
        const absolute = capturedTrace(segments, summary, { ...options, numbers: 'absolute' });
        for (const question of checkedQuestions(absolute, whole, 5)) {
          asked.add(question.skill);
          if (question.skill === 'state.next') expect(question.fields[0]!.answer).toBe(stateThen(question, trace, at));
        }
        const relative = capturedTrace(segments, summary, { ...options, numbers: 'relative' });
        const shown = relative.trace.segments.map((one) => ({ ...one, ms: one.sentMs }));
        checkedQuestions(relative, shown, 3);
      }
    }
  });
});

/** What the host at the capture was in right after the segment of a question arrived there, as the simulator has it. */
function stateThen({ explanation }: Question, trace: Trace, at: HostName): string | undefined {
  const frame = Number(/Frame (\d+) of the capture/.exec(explanation.at(-1)!.text.en)![1]);
  const passing = trace.events.filter(
    (event) =>
      event.host === at &&
      (event.kind === 'arrive' || (event.kind === 'send' && trace.segments[event.segment - 1]!.origin === 'tcp')),
  );
  const event = passing[frame - 1]!;
  return event.kind === 'arrive' ? event.after?.state : undefined;
}

const SKILLS = [
  'close.active-closer',
  'close.fin-numbers',
  'close.fin-ack',
  'close.four-segments',
  'close.three-segments',
  'close.half-close',
  'close.fin-overtakes',
  'close.both-close',
  'close.time-wait',
  'handshake.lost-segment',
  'handshake.both-open',
  'state.next',
  'segment.reply',
  'segment.spot-wrong',
  'reject.rst-fields',
  'header.decode',
  'header.length',
] as const;

it('each skill on openings, closes, states and headers is asked of some of them', () => {
  for (const id of SKILLS) expect([...asked]).toContain(id);
});

const SEEDS = Number(process.env.CAPTURED_SEEDS ?? 6);

describe.each([...SKILLS.filter((id) => !id.startsWith('header')), 'handshake.syn-times'])('%s', (id) => {
  it('is asked on captures of what it simulates, with the answers that the segments give', () => {
    const skills = new Set<string>();
    // Few of its simulations are of a kind that a capture settles.
    const seeds = id === 'reject.rst-fields' ? 3 * SEEDS : SEEDS;
    for (let seed = 0; seed < seeds; seed++) {
      const { trace } = makeQuestion(`${id}@${seed}`);
      for (const at of HOST_NAMES) {
        for (const { segments, summary } of conversationsOf(capturedFile(trace, at, seed % 2 === 1))) {
          const whole = segments.map(
            ({ segment, from }): Seen => ({ ...segment, from, flags: flagNames(segment.flags) }),
          );
          const captured = capturedTrace(segments, summary, { file: 'a.pcap', numbers: 'absolute', epochMs: 0 });
          for (const { skill } of checkedQuestions(captured, whole, 3)) skills.add(skill);
        }
      }
    }
    // A number that is wrong in the simulation's own question is no number of a capture.
    if (id !== 'segment.spot-wrong') expect([...skills]).toContain(id);
  });
});
