import { seqAdd } from '../../tcp/sequence.ts';
import { HOST_NAMES, peerOf, type TracedSegment } from '../../trace/trace.ts';
import { isIn } from './closing.ts';
import { momentsOf } from './moment.ts';
import { hasFinding } from './stream-scan.ts';

/** The SYNs of both ends have met, and one of them is answered. */
interface BothOpen {
  readonly own: TracedSegment;
  /** The SYN of the peer. */
  readonly segment: TracedSegment;
  readonly answer: TracedSegment;
}

/** A simultaneous open as it is captured: a SYN each way without ACK, then a SYN,ACK each way. */
export const bothOpenOn = momentsOf((captured): readonly BothOpen[] => {
  const { segments } = captured.trace;
  const opening = segments.slice(0, 4);
  if (opening.some(({ n, len }) => len > 0 || hasFinding(captured, n, 'bad-checksum'))) return [];
  return HOST_NAMES.flatMap((host): BothOpen[] => {
    const of = (from: typeof host, flags: string) =>
      opening.filter((one) => one.from === from && one.origin === 'tcp' && one.flags.join() === flags);
    const [own, ...more] = of(host, 'SYN');
    const [segment, ...others] = of(peerOf(host), 'SYN');
    const [answer] = of(host, 'SYN,ACK');
    if (own === undefined || segment === undefined || answer === undefined || more.length + others.length > 0)
      return [];
    if (answer.n < Math.max(own.n, segment.n) || answer.seq !== own.seq || answer.ack !== seqAdd(segment.seq, 1))
      return [];
    return isIn(captured, host, answer.n, 'SYN-RECEIVED') ? [{ own, segment, answer }] : [];
  });
});
