import type { Random } from '../../simulator/random.ts';
import type { Action, Scenario } from '../../simulator/scenario.ts';
import { type HostName, peerOf, type Trace } from '../../trace/trace.ts';
import { conversation, drawHost, drawIsns, drawSizes, throughAt } from './conversation.ts';
import { playScenario } from './play.ts';

/** A conversation that ends in a burst of one side, out before any ACK of it is under way: all ACKs there are have arrived. */
export interface Sending {
  readonly trace: Trace;
  readonly sender: HostName;
}

/** Milliseconds between two segments of the burst. */
const SPACING = 3;

/**
 * Windows of all sizes: a receiver with little room, one whose application leaves the data where it is, and one with
 * room to spare, so that now rwnd and now cwnd is the smaller one. The sender has had data acknowledged before.
 */
export function drawSending(random: Random): Sending {
  const sender = drawHost(random);
  const receiver = peerOf(sender);
  const mss = random.int(480, 1460);
  const earlier = { host: sender, sizes: Array.from({ length: random.int(1, 3) }, () => random.int(100, mss)) };
  const other = { host: receiver, sizes: [random.int(12, 400)] };
  const turns = random.pick([[earlier], [earlier, other], [other, earlier]]);
  const base = conversation(random, { isn: drawIsns(random), turns });
  const when = throughAt(turns, sender);
  const burst = Array.from({ length: random.int(2, 4) }, (_, index): Action => {
    const bytes = random.int(100, mss);
    return { host: sender, when, afterMs: 10 + SPACING * index, call: { name: 'send', bytes } };
  });
  const room = random.chance(0.5) ? random.int(3 * mss, 6 * mss) : random.int(8000, 30_000);
  const scenario: Scenario = {
    ...base,
    client: { ...base.client, mss },
    server: { ...base.server, mss },
    network: { ...base.network, delayMs: random.int(20, 60) },
    actions: [...base.actions, ...burst],
    // Past the burst; a window that fills up would be probed for minutes.
    limitMs: 3000,
  };
  const reads = random.chance(0.6);
  return {
    trace: playScenario(random, { ...scenario, [receiver]: { ...scenario[receiver], window: room, reads } }),
    sender,
  };
}

/** A short conversation of two hosts with receive buffers of all sizes, of which both or only the client offer to scale. */
export interface Scaled {
  readonly trace: Trace;
  /** Receive buffers, bytes. */
  readonly room: Readonly<Record<HostName, number>>;
}

export function drawScaled(random: Random, both: boolean): Scaled {
  const host = drawHost(random);
  const sizes = (): readonly number[] => drawSizes(random, random.int(1, 2));
  const turns = [
    { host, sizes: sizes() },
    { host: random.chance(0.5) ? host : peerOf(host), sizes: sizes() },
  ];
  const base = conversation(random, { isn: drawIsns(random), turns });
  const room = { client: drawRoom(random), server: drawRoom(random) };
  return {
    trace: playScenario(random, {
      ...base,
      client: { ...base.client, window: room.client, reads: false, conventions: { windowScaling: true } },
      server: { ...base.server, window: room.server, reads: false, conventions: { windowScaling: both } },
    }),
    room,
  };
}

/** Too much for 16 bits: a shift of 1 to 9. */
function drawRoom(random: Random): number {
  const shift = random.int(1, 9);
  return random.int(32_770 * 2 ** shift, 65_535 * 2 ** shift);
}
