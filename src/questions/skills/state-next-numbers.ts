import { seqAdd } from '../../tcp/sequence.ts';
import type { State } from '../../tcp/state.ts';
import type { TracedSegment } from '../../trace/trace.ts';
import { finNumber, isFin, isnOf } from '../closing-moments.ts';
import { segmentAt } from '../moments.ts';
import { HOST, HOST_FIRST, sum } from '../words.ts';
import type { Step } from './state-next.ts';

/** What the numbers of the arriving segment say about the FINs and SYNs, or null when there is nothing to reckon. */
export function numberStep(step: Step) {
  const { trace, event } = step;
  if (event.kind !== 'arrive') return null;
  const segment = segmentAt(trace, event.segment);
  const parts = [finParts(step, segment), ackParts(step, segment)].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return {
    text: { ko: parts.map((part) => part.ko).join(' '), en: parts.map((part) => part.en).join(' ') },
    rfc: 'RFC 9293 §3.4',
  };
}

/** Where the peer's FIN lies. */
function finParts({ event: { host }, rcvNxt: next }: Step, segment: TracedSegment) {
  if (!isFin(segment) || next === undefined) return null;
  return {
    ko: `상대 FIN의 번호는 ${finNumber(segment)}, 이 세그먼트가 오기 전 ${HOST[host].ko}의 RCV.NXT는 ${next}입니다.`,
    en: `The peer's FIN has number ${finNumber(segment)}; before this segment the RCV.NXT of ${HOST[host].en} is ${next}.`,
  };
}

/** States that an ACK of the host's own SYN or FIN moves on. */
const AWAITS_ACK: ReadonlySet<State> = new Set(['SYN-SENT', 'SYN-RECEIVED', 'FIN-WAIT-1', 'CLOSING', 'LAST-ACK']);

/** What the ack says about the host's own FIN, or about its own SYN before there is a FIN. */
function ackParts({ trace, event: { host }, index, before }: Step, segment: TracedSegment) {
  if (!segment.flags.includes('ACK') || before === undefined || !AWAITS_ACK.has(before)) return null;
  const sent = trace.events.slice(0, index).flatMap((event) => (event.kind === 'send' ? [event.segment] : []));
  const fin = trace.segments.find((own) => own.from === host && isFin(own) && sent.includes(own.n));
  if (fin !== undefined) {
    return {
      ko: `${HOST[host].ko}의 FIN은 ${finNumber(fin)}번이므로 ack가 ${sum(finNumber(fin), 1)} 이상이어야 확인됩니다. 온 ack는 ${segment.ack}입니다.`,
      en: `${HOST_FIRST[host].en}'s FIN has number ${finNumber(fin)}, so an ack of ${sum(finNumber(fin), 1)} or beyond acknowledges it; the ack here is ${segment.ack}.`,
    };
  }
  const isn = isnOf(trace, host);
  if (isn === null || segment.ack !== seqAdd(isn, 1)) return null;
  return {
    ko: `${HOST[host].ko}의 SYN은 ${isn}번이고, 온 ack는 ${sum(isn, 1)}입니다.`,
    en: `${HOST_FIRST[host].en}'s SYN has number ${isn}; the ack here is ${sum(isn, 1)}.`,
  };
}
