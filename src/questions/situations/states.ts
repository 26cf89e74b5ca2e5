import type { Random } from '../../simulator/random.ts';
import type { Scenario } from '../../simulator/scenario.ts';
import type { Trace } from '../../trace/trace.ts';
import { type ClosingPlan, closingScenario, drawTurn, drawTurns } from './closing.ts';
import { conversation, drawHost, drawIsns, drawSizes } from './conversation.ts';
import { drawOvertaking } from './overtaking.ts';
import { playScenario } from './play.ts';
import { drawLastAck } from './time-wait.ts';

/** Conversations that between them pass through every state. */
export type StateStory =
  | 'plain'
  | 'three'
  | 'crossing'
  | 'half-close'
  | 'data-in-flight'
  | 'data-before-last-fin'
  | 'simultaneous-open'
  | 'overtaken-established'
  | 'overtaken-fin-wait'
  | 'last-ack-lost';

/** The trace of such a conversation, or null when the draw gave another one. */
export function drawStory(random: Random, story: StateStory): Trace | null {
  switch (story) {
    case 'plain':
      return closed(random, random.pick([{ kind: 'later' }, { kind: 'later' }, { kind: 'at-once' }] as const));
    case 'three':
      return closed(random, { kind: 'at-once' });
    case 'crossing':
      return closed(random, { kind: 'crossing' });
    case 'half-close':
      return closed(random, sends(random, false));
    case 'data-before-last-fin':
      return closed(random, sends(random, true));
    case 'data-in-flight':
      return closed(random, { kind: 'later' }, 'data-in-flight');
    case 'simultaneous-open':
      return playScenario(random, simultaneousOpen(random));
    case 'overtaken-established':
    case 'overtaken-fin-wait':
      return drawOvertaking(random)?.trace ?? null;
    case 'last-ack-lost':
      return drawLastAck(random, 1)?.trace ?? null;
  }
}

function closed(random: Random, second: ClosingPlan['second'], closes: ClosingPlan['closes'] = 'quiet'): Trace {
  const closer = drawHost(random);
  const before = drawTurns(random, 1);
  const turns = closes === 'quiet' ? before : [...before, drawTurn(random, closer)];
  return playScenario(random, closingScenario(random, { turns, closer, closes, second }));
}

function sends(random: Random, closes: boolean): ClosingPlan['second'] {
  return { kind: 'sends', sizes: drawSizes(random, random.int(1, 2)), withAck: random.chance(0.5), closes };
}

/** Both sides connect, and their SYNs cross. */
function simultaneousOpen(random: Random): Scenario {
  const base = conversation(random, { isn: drawIsns(random), turns: [] });
  const start = { kind: 'time', ms: 0 } as const;
  const call = { name: 'connect' } as const;
  return {
    ...base,
    actions: [
      { host: 'client', when: start, afterMs: random.int(1, 9), call },
      { host: 'server', when: start, afterMs: random.int(1, 9), call },
    ],
  };
}
