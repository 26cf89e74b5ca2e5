import { readdirSync } from 'node:fs';
import { describe, it } from 'vitest';
import { capturedTrace } from '../../../src/captures/trace/conversation-trace.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import { flagNames } from '../../../src/tcp/segment.ts';
import { HOST_NAMES } from '../../../src/trace/trace.ts';
import { capturedFile, conversationsOf } from '../../captures/trace/from-file.ts';
import { folder, taught } from '../../simulator/taught.ts';
import { checkedQuestions } from './checks.ts';

const names = readdirSync(folder).map((file) => file.replace(/\.yaml$/, ''));
const SEEDS = Number(process.env.CAPTURED_SEEDS ?? 2);

/** Captures of conversations in which segments are lost, copied and late: nothing is asked that they do not settle. */
describe.each(names)('questions on %s, captured on a bad network', (name) => {
  it('have the answers that the segments settle', () => {
    const scenario = taught(name);
    for (let seed = 0; seed < SEEDS; seed++) {
      const network = { ...scenario.network, loss: 0.06, reorder: 0.06, reorderMs: 40, duplicate: 0.04 };
      const trace = simulate({ ...scenario, network }, `bad ${seed}`);
      for (const at of HOST_NAMES) {
        for (const { segments, summary } of conversationsOf(capturedFile(trace, at, false))) {
          const options = { file: `${name}-${seed}-${at}`, numbers: 'absolute', epochMs: 0 } as const;
          const whole = segments.map(({ segment, from }) => ({ ...segment, from, flags: flagNames(segment.flags) }));
          checkedQuestions(capturedTrace(segments, summary, options), whole, 3);
          // The same where the capture began in the middle of the conversation.
          const tail = conversationsOf(capturedFile(trace, at, false)).length === 1 ? 7 : segments.length;
          const rest = segments.slice(tail);
          if (rest.length > 0) {
            const unknown = { iss: null, irs: null, states: { client: null, server: null } };
            const cut = rest.map((one) => ({ ...one, analysis: { ...one.analysis, ...unknown } }));
            checkedQuestions(capturedTrace(cut, summary, options), whole.slice(tail), 2);
          }
        }
      }
    }
  });
});
