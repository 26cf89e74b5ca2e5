import { stateAt } from '../independent-states.ts';
import type { SkillExpectation } from '../skill-properties.ts';

export const STATE_EXPECTED: Readonly<Record<string, SkillExpectation>> = {
  'state.next': {
    expected: ({ trace, view }) => {
      const index = view.until - 1;
      return { state: stateAt(trace, trace.events[index]!.host, index) };
    },
    variety: 10,
  },
};
