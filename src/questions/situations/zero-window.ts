import type { Random } from '../../simulator/random.ts';
import type { Action } from '../../simulator/scenario.ts';
import { type HostName, peerOf, type Trace } from '../../trace/trace.ts';
import { conversation, drawHost, drawIsns, drawSizes, throughAt } from './conversation.ts';
import { playScenario } from './play.ts';

/** A receiver whose application reads nothing, and data that fills its window to the last byte. */
export interface ShutWindow {
  readonly trace: Trace;
  readonly sender: HostName;
}

/** `waiting`: the sender's application hands over more, which has to wait. */
export function drawShutWindow(random: Random, waiting: boolean): ShutWindow {
  const sender = drawHost(random);
  const receiver = peerOf(sender);
  const sizes = drawSizes(random, random.int(1, 3));
  const turns = [{ host: sender, sizes }];
  const base = conversation(random, { isn: drawIsns(random), turns });
  const early = random.chance(0.5);
  const more: Action = {
    host: sender,
    // While the last segments are under way, or once the window is known to be shut.
    when: throughAt(early ? [] : turns, sender),
    afterMs: early ? 40 : random.int(5, 60),
    call: { name: 'send', bytes: random.int(100, 1460) },
  };
  const room = sizes.reduce((a, b) => a + b, 0);
  return {
    trace: playScenario(random, {
      ...base,
      [receiver]: { ...base[receiver], window: room, reads: false },
      actions: waiting ? [...base.actions, more] : base.actions,
      limitMs: 5000,
    }),
    sender,
  };
}
