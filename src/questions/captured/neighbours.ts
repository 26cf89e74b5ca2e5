import { isControl } from '../../trace/control.ts';
import type { TracedSegment } from '../../trace/trace.ts';
import { isPureAck } from '../moments.ts';
import { endOf } from '../sequence-ends.ts';
import { isPlain, momentsOf } from './moment.ts';
import { hasFinding, scanStreams } from './stream-scan.ts';

/** New data after data, the FIN after data, data after a pure ACK, the same data again. */
export type Shape = 'data' | 'fin' | 'after-ack' | 'again';

/** Two segments of a host, one after the other, and the data bytes that came from its peer in between. */
export interface Neighbours {
  readonly before: TracedSegment;
  readonly asked: TracedSegment;
  readonly other: number;
}

/** Captures have most of new data; the others are asked as often. */
export const SHAPES: readonly Shape[] = ['data', 'fin', 'after-ack', 'again'];

/** The pairs of a captured conversation whose numbers follow from each other, in turn by their shape. */
export const neighboursOn = momentsOf((captured): readonly (Neighbours & { readonly shape: Shape })[] => {
  const found: (Neighbours & { readonly shape: Shape })[] = [];
  /** Data bytes of the peer that had been captured before each segment, by n - 1. */
  const received: number[] = [];
  scanStreams(captured, (asked, own, peer) => {
    received.push(peer.bytes);
    const { last, lastNumbered, next } = own;
    const add = (shape: Shape, before: TracedSegment, since: TracedSegment | null): void => {
      found.push({ shape, before, asked, other: peer.bytes - (received[(since?.n ?? 1) - 1] ?? 0) });
    };
    const original = captured.trace.segments[(asked.repeats ?? 0) - 1];
    const whole = ![original, asked].some((one) => one && hasFinding(captured, one.n, 'bad-checksum'));
    if (original !== undefined && whole && isSentAgain(original, asked)) add('again', original, original);
    if (asked.seq !== next || !isPlain(captured, asked)) return;
    const control = asked.flags.filter((flag) => flag === 'SYN' || flag === 'FIN' || flag === 'RST').join();
    const isData = asked.len > 0 && control === '';
    const isFin = asked.len === 0 && control === 'FIN' && asked.flags.includes('ACK');
    const sent = lastNumbered !== null && lastNumbered.len > 0 && isPlain(captured, lastNumbered) ? lastNumbered : null;
    if (sent !== null && !own.fin && endOf(sent) === next && (isData || isFin))
      add(isData ? 'data' : 'fin', sent, sent);
    if (isData && last !== null && isPureAck(last) && last.seq === next && isPlain(captured, last)) {
      add('after-ack', last, lastNumbered);
    }
  });
  return found;
});

/** The same data and nothing else, under the same number. */
function isSentAgain(original: TracedSegment, again: TracedSegment): boolean {
  const isData = !isControl(again) && again.len > 0;
  return isData && again.origin === 'tcp' && original.seq === again.seq && original.len === again.len;
}
