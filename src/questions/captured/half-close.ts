import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import type { Random } from '../../simulator/random.ts';
import type { State } from '../../tcp/state.ts';
import { peerOf, type TracedSegment } from '../../trace/trace.ts';
import { isPureAck } from '../moments.ts';
import { endOf } from '../sequence-ends.ts';
import type { QuestionDraft } from '../skill.ts';
import { type HalfClosedSegments, numbersDraft } from '../skills/close-half-numbers.ts';
import { finsOn, isIn } from './closing.ts';
import { excerptAround, inExcerpt, isPlain, momentsOf, pickMoment } from './moment.ts';
import { scanStreams } from './stream-scan.ts';

interface HalfClosed {
  readonly fin: TracedSegment;
  readonly data: TracedSegment;
  /** The pure ACK of that data. */
  readonly answer: TracedSegment;
  /** What the closer is in when the data arrives, where the capture settles it. */
  readonly before: State | undefined;
}

/** Data that acknowledges the FIN of its receiver, and its ACK. */
const halfClosedOn = momentsOf((captured): readonly HalfClosed[] => {
  const fin = finsOn(captured)[0]?.fin;
  if (fin === undefined) return [];
  const found: HalfClosed[] = [];
  scanStreams(captured, (answer, own, peer) => {
    const data = peer.lastNumbered;
    if (answer.n <= fin.n || answer.from !== fin.from || data === null || data.n <= fin.n || peer.fin) return;
    if (!isPureAck(answer) || answer.seq !== own.next || answer.ack !== peer.next || !peer.gapless) return;
    if (data.len === 0 || data.ack !== endOf(fin) || endOf(data) !== answer.ack || peer.acked === answer.ack) return;
    if (!isPlain(captured, data) || !isPlain(captured, answer)) return;
    if (!isIn(captured, fin.from, answer.n, 'FIN-WAIT-2')) return;
    const before = captured.analyses[data.n - 2]?.states[fin.from] ?? undefined;
    found.push({ fin, data, answer, before: captured.vantage === fin.from ? before : undefined });
  });
  return found;
});

/** The numbers of the data or of its ACK, and the state. What an application does with the data is not in a capture. */
export function halfCloseOn(captured: CapturedTrace, random: Random): QuestionDraft | null {
  const moment = pickMoment(random, halfClosedOn(captured));
  const excerpt = moment && excerptAround(captured, [moment.fin.n, moment.answer.n]);
  if (moment === null || excerpt === null) return null;
  const { fin, data, answer } = moment;
  const half: HalfClosedSegments = {
    trace: excerpt.captured.trace,
    closer: fin.from,
    fin: excerpt.at(fin.n),
    data: excerpt.at(data.n),
    answer: excerpt.at(answer.n),
  };
  return peerOf(fin.from) === data.from
    ? inExcerpt(excerpt, numbersDraft(half, random.chance(0.5), { before: moment.before, state: 'FIN-WAIT-2' }, []))
    : null;
}
