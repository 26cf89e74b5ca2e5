import { expect, it } from 'vitest';
import { NotACapture } from '../../../src/captures/file/capture-tally.ts';
import { CaptureSurvey } from '../../../src/captures/survey/capture-survey.ts';
import { capturedTrace } from '../../../src/captures/trace/conversation-trace.ts';
import { HeldConversations } from '../../../src/captures/trace/held-conversations.ts';
import { type Random, randomFrom } from '../../../src/simulator/random.ts';
import { flagNames } from '../../../src/tcp/segment.ts';
import { oracles } from '../../captures/oracles.ts';
import { checkedQuestions } from './checks.ts';

const all = oracles();
const RUNS = Number(process.env.MUTATED_RUNS ?? 60);

/** Bytes changed, pieces moved, left out and repeated: most of it still is a capture. */
function mutated(file: Uint8Array, random: Random): Uint8Array {
  const bytes = Array.from(file);
  for (let i = random.int(1, 12); i > 0; i--) {
    const at = random.int(24, bytes.length - 1);
    const length = random.int(1, 90);
    switch (random.int(1, 4)) {
      case 1:
        bytes[at] = random.int(0, 255);
        break;
      case 2:
        bytes[at] = (bytes[at]! ^ (1 << random.int(0, 7))) & 0xff;
        break;
      case 3:
        bytes.splice(at, random.chance(0.1) ? length : 0);
        break;
      default:
        if (random.chance(0.2)) bytes.splice(at, 0, ...bytes.slice(at, at + length));
    }
  }
  return Uint8Array.from(bytes);
}

it('what is asked of damaged captures is settled by what is left of them', () => {
  let questions = 0;
  for (let run = 0; run < RUNS; run++) {
    const random = randomFrom(`mutated ${process.env.PROPERTY_SEED ?? ''} ${run}`);
    const { name, file } = random.pick(all);
    const held = new HeldConversations();
    const survey = new CaptureSurvey({ at: null, onSegment: (placed) => held.add(placed) });
    try {
      survey.push({ bytes: mutated(file, random), compressed: false, damage: null });
      survey.end();
    } catch (error) {
      if (!(error instanceof NotACapture)) throw error;
    }
    for (const { segments, summary } of held.of(survey.conversations())) {
      const captured = capturedTrace(segments, summary, { file: `${name} ${run}`, numbers: 'absolute', epochMs: 0 });
      const whole = segments.map(({ segment, from }) => ({
        ...segment,
        from,
        flags: flagNames(segment.flags),
        bad: segment.checksum === 'bad',
      }));
      questions += checkedQuestions(captured, whole, 2).length;
    }
  }
  expect(questions).toBeGreaterThan(RUNS);
}, 600_000);
