import { seqAdd } from '../../tcp/sequence.ts';
import type { TracedSegment } from '../../trace/trace.ts';
import { isPureAck } from '../moments.ts';
import { momentsOf } from './moment.ts';
import { hasFinding } from './stream-scan.ts';

/** A pause in a handshake that a retransmission ends. */
export interface Silence {
  /** The SYN whose answer does not come, or the SYN,ACK whose ACK does not. */
  readonly opens: TracedSegment;
  /** The segment before the pause: that SYN, or the ACK. */
  readonly last: TracedSegment;
  readonly next: TracedSegment;
}

/** Nothing less is taken for a retransmission timeout, ms. */
const LEAST_PAUSE_MS = 190;

/** The pauses of a handshake captured where the client is, or where nothing tells the place and no answer came past it. */
export const silencesOn = momentsOf((captured): readonly Silence[] => {
  const { segments } = captured.trace;
  const handshake = segments.findIndex(({ flags, len }) => len > 0 || flags.includes('FIN') || flags.includes('RST'));
  const opening = handshake < 0 ? segments : segments.slice(0, handshake);
  if (opening.some(({ n }) => hasFinding(captured, n, 'bad-checksum') || hasFinding(captured, n, 'network-copy')))
    return [];
  const isn = opening[0]?.seq;
  const syns = opening.filter(({ from, flags }) => from === 'client' && flags.includes('SYN'));
  if (syns.some(({ seq, flags }) => seq !== isn || flags.includes('ACK'))) return [];
  const silences: Silence[] = [];
  for (const next of opening) {
    const last = opening[next.n - 2];
    if (last === undefined || next.sentMs - last.sentMs < LEAST_PAUSE_MS) continue;
    if (syns.includes(last) && syns.includes(next)) silences.push({ opens: last, last, next });
    const synAck = opening[last.n - 2];
    if (synAck === undefined || syns.length > 1 || captured.vantage !== 'client' || !isPureAck(last)) continue;
    const answers = last.from === 'client' && last.ack === seqAdd(synAck.seq, 1) && last.seq === synAck.ack;
    const again = [synAck, next].every(({ from, flags }) => from === 'server' && flags.join() === 'SYN,ACK');
    if (answers && again && next.seq === synAck.seq) silences.push({ opens: synAck, last, next });
  }
  return silences;
});
