import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import { cutTrace } from '../../captures/trace/cut.ts';
import { seqAdd } from '../../tcp/sequence.ts';
import type { Trace } from '../../trace/trace.ts';
import { isPlain, momentsOf } from './moment.ts';
import { scanStreams } from './stream-scan.ts';

/** Segments that are surveyed at a glance, and how many there have to be. */
const MOST = 14;
const LEAST = 5;

/**
 * The beginning of a captured conversation, from the SYN on, as long as every segment has the number after the last of its
 * sender's before it, and acknowledges the last of its peer's: then each number follows from those above it. Null where that
 * is too short.
 */
export function exactOn(captured: CapturedTrace): Trace | null {
  return exactsOn(captured)[0] ?? null;
}

const exactsOn = momentsOf((captured): readonly Trace[] => {
  let length = 0;
  scanStreams(captured, (segment, own, peer) => {
    if (segment.n !== length + 1 || length >= MOST) return;
    const opens = segment.flags.includes('SYN');
    const reset = segment.flags.includes('RST');
    const follows = opens ? own.next === null && segment.len === 0 : segment.seq === own.next;
    const acked = segment.flags.includes('ACK') ? segment.ack === peer.next : segment.n === 1 && opens;
    if (follows && acked && !reset && isPlain(captured, segment)) length = segment.n;
  });
  const { segments } = captured.trace;
  const [syn, synAck] = segments;
  const isOpening = syn?.from === 'client' && synAck?.flags.join() === 'SYN,ACK' && synAck.ack === seqAdd(syn.seq, 1);
  return length < LEAST || !isOpening ? [] : [cutTrace(captured, 1, length).trace];
});
