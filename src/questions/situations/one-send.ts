import type { Random } from '../../simulator/random.ts';
import type { HostName, Trace, TracedSegment } from '../../trace/trace.ts';
import { dataFrom } from '../moments.ts';
import { drawTurns } from './closing.ts';
import { conversation, drawHost, drawIsns, throughAt } from './conversation.ts';
import { playScenario } from './play.ts';

/** One SEND that takes several segments: all full but the last. */
export interface OneSend {
  readonly trace: Trace;
  readonly sender: HostName;
  readonly mss: number;
  readonly total: number;
  /** 3 to 7, as they are sent, all at one time. */
  readonly segments: readonly TracedSegment[];
}

/** A side hands over more than one segment's worth at once, as its first data or after a turn of either side. */
export function drawOneSend(random: Random): OneSend | null {
  const sender = drawHost(random);
  const turns = drawTurns(random, random.int(0, 1));
  const mss = random.pick([536, 1000, 1220, 1440, 1460, random.int(100, 1459)]);
  const full = random.int(2, 6);
  const total = full * mss + random.int(1, mss - 1);
  const base = conversation(random, { isn: drawIsns(random), turns });
  const conventions = { initialWindow: 'rfc6928' } as const;
  const trace = playScenario(random, {
    ...base,
    conventions,
    client: { ...base.client, mss },
    server: { ...base.server, mss },
    actions: [
      ...base.actions,
      {
        host: sender,
        when: throughAt(turns, sender),
        afterMs: random.int(5, 40),
        call: { name: 'send', bytes: total },
      },
    ],
  });
  const segments = dataFrom(trace, sender).slice(-(full + 1));
  const sent = segments.reduce((sum, { len }) => sum + len, 0);
  return segments.length === full + 1 && sent === total ? { trace, sender, mss, total, segments } : null;
}
