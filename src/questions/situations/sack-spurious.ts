import type { Fault } from '../../simulator/fault.ts';
import type { Random } from '../../simulator/random.ts';
import type { Action } from '../../simulator/scenario.ts';
import { peerOf } from '../../trace/trace.ts';
import { arrivalsAt, dataFrom, reactionTo } from '../moments.ts';
import { conversation, drawHost, drawIsns, throughAt } from './conversation.ts';
import { playScenario } from './play.ts';
import type { SackFlight } from './sack.ts';

/**
 * A retransmission after a timeout that was not needed: the first segment was only late, or it had arrived and the ACKs
 * were lost. The ACK is the one that answers the copy which comes second.
 */
export function drawSpurious(random: Random, timestamps: boolean): SackFlight | null {
  const sender = drawHost(random);
  const receiver = peerOf(sender);
  const late = random.chance(0.4);
  const count = random.int(late ? 1 : 2, 3);
  const hole = late || count < 3 || random.chance(0.3) ? null : random.int(2, count - 1);
  const base = conversation(random, { isn: drawIsns(random), turns: [] });
  const when = throughAt([], sender);
  const pause = random.int(5, 40);
  const sends = Array.from({ length: count }, (): Action => {
    return { host: sender, when, afterMs: pause, call: { name: 'send', bytes: random.int(40, 1400) } };
  });
  const faults: Fault[] = [];
  if (late) faults.push({ from: sender, match: 'data', nth: 1, effect: { kind: 'delay', ms: random.int(1100, 1400) } });
  else {
    if (hole !== null) faults.push({ from: sender, match: 'data', nth: hole, effect: { kind: 'drop' } });
    // The ACK of a client that ends the handshake comes first.
    const first = receiver === 'client' ? 2 : 1;
    for (let nth = first; nth < first + count - Number(hole !== null); nth++) {
      faults.push({ from: receiver, match: 'ack', nth, effect: { kind: 'drop' } });
    }
  }
  const delayMs = random.int(20, 120);
  const trace = playScenario(random, {
    ...base,
    conventions: { sack: true, dsack: true, timestamps, initialWindow: 'rfc6928' },
    network: { ...base.network, delayMs },
    actions: [...base.actions, ...sends],
    faults,
    limitMs: 2000 + 4 * delayMs,
  });
  const data = dataFrom(trace, sender);
  const arrived = arrivalsAt(trace, receiver).filter(({ segment }) => segment.len > 0);
  const twice = arrived.findIndex(({ segment }, at) => arrived.slice(0, at).some((a) => a.segment.seq === segment.seq));
  const last = arrived[twice];
  const answer = last === undefined ? null : reactionTo(trace, last.index);
  if (answer === null || data.length !== count) return null;
  return {
    trace,
    sender,
    data,
    arrivals: arrived.slice(0, twice + 1).map(({ segment }) => segment),
    answer,
    before: 0,
  };
}
