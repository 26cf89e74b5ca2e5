import type { CapturedTrace } from '../../../captures/trace/captured-trace.ts';
import type { Random } from '../../../simulator/random.ts';
import { seqDistance } from '../../../tcp/sequence.ts';
import type { TracedSegment } from '../../../trace/trace.ts';
import { excerptAround, inExcerpt, isPlain, momentsOf, pickMoment } from '../../captured/moment.ts';
import { scanStreams } from '../../captured/stream-scan.ts';
import { windowOn } from '../../captured/windows.ts';
import { NO_CONGESTION_WINDOW } from '../../conventions-windows.ts';
import { allFields, numberField } from '../../fields.ts';
import { usableWindow, wholeWindow } from '../../misconceptions/windows-rules.ts';
import type { Hints } from '../../question.ts';
import { endOf } from '../../sequence-ends.ts';
import type { QuestionDraft } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { bytes, difference, HOST, HOST_FIRST } from '../../words.ts';

/** A data segment just sent, with what its sender had had acknowledged and been offered by then. */
interface Sent {
  readonly last: TracedSegment;
  /** The segment of the peer that SND.UNA and the window are from. */
  readonly offer: TracedSegment;
  /** SND.WND in bytes. */
  readonly rwnd: number;
  readonly sndNxt: number;
  /** All data bytes sent so far. */
  readonly total: number;
}

/** Only at its own end is it known which ACKs a sender has. */
const sentOn = momentsOf((captured): readonly Sent[] => {
  const found: Sent[] = [];
  let offer: TracedSegment | null = null;
  scanStreams(captured, (last, own) => {
    if (last.from !== captured.vantage) {
      // The newest segment that acknowledges most tells the window (RFC 9293 §3.10.7.4, SND.WL1 and SND.WL2).
      if (last.flags.includes('ACK') && isPlain(captured, last) && last.seq === own.next) offer = last;
      return;
    }
    const rwnd = offer === null ? null : windowOn(captured, offer);
    if (offer === null || rwnd === null || offer.ack !== own.acked) return;
    const isNew = last.len > 0 && last.seq === own.next && isPlain(captured, last) && own.gapless && own.steady;
    if (!isNew || last.flags.includes('FIN') || last.flags.includes('SYN')) return;
    const flight = seqDistance(offer.ack, endOf(last));
    // With one segment under way there is nothing to add up.
    if (flight === last.len || flight >= rwnd) return;
    found.push({ last, offer, rwnd, sndNxt: endOf(last), total: own.bytes + last.len });
  });
  return found;
});

const HINTS: Hints = [
  {
    ko: '전송 중인 데이터까지 합쳐 상대가 알린 윈도우를 넘지 않아야 합니다.',
    en: 'Together with what is in flight, the data must not exceed the window that the peer advertised.',
  },
  {
    ko: '마지막으로 온 ack(SND.UNA)와, 방금 보낸 세그먼트의 다음 번호(SND.NXT)를 찾습니다.',
    en: 'Find the last ack that came (SND.UNA) and the number after the segment just sent (SND.NXT).',
  },
  { ko: 'rwnd - (SND.NXT - SND.UNA)를 구합니다.', en: 'Take rwnd - (SND.NXT - SND.UNA).' },
];

/** How much more the window of the peer lets a captured sender send. */
export function usableOn(captured: CapturedTrace, random: Random): QuestionDraft | null {
  const moment = pickMoment(random, sentOn(captured));
  const excerpt = moment && excerptAround(captured, [moment.offer.n, moment.last.n]);
  if (moment === null || excerpt === null) return null;
  const { offer, rwnd, sndNxt, total } = moment;
  const { trace } = excerpt.captured;
  const last = excerpt.at(moment.last.n);
  const flight = seqDistance(offer.ack, sndNxt);
  const window = { cwnd: Number.POSITIVE_INFINITY, rwnd, flight };
  const right = usableWindow(window);
  const fields = allFields([
    numberField(
      { id: 'usable', label: { ko: '더 보낼 수 있는 바이트', en: 'bytes that may still be sent' }, place: null },
      right,
      {
        required: [
          ['M20', wholeWindow(window)],
          ['N122', usableWindow({ ...window, flight: last.len })],
        ],
        optional: total > flight ? [['N123', usableWindow({ ...window, flight: total })]] : [],
      },
      'amount',
    ),
  ]);
  if (fields === null) return null;
  const who = last.from;
  return inExcerpt(excerpt, {
    prompt: {
      ko: `${HOST[who].ko}가 데이터 세그먼트(seq=${last.seq}, ${last.len}바이트)를 막 보냈습니다. 상대가 마지막으로 알린 윈도우(rwnd)가 주어져 있습니다. 이 윈도우만 보면, 새 ACK가 오기 전에 ${HOST[who].ko}는 새 데이터를 몇 바이트까지 더 보낼 수 있습니까?`,
      en: `${HOST_FIRST[who].en} has just sent a data segment (seq ${last.seq}, ${bytes(last.len)}). The window its peer has last advertised (rwnd) is given. By that window alone, how many bytes of new data may ${HOST[who].en} still send before another ACK arrives?`,
    },
    conventions: [NO_CONGESTION_WINDOW],
    trace,
    view: questionView(trace, { until: untilSeen(trace, last.n), asked: [], marks: false, focus: [last.n] }),
    figures: [
      { kind: 'values', title: null, values: [{ name: { ko: 'rwnd (바이트)', en: 'rwnd (bytes)' }, value: rwnd }] },
    ],
    fields,
    hints: HINTS,
    explanation: [
      {
        text: {
          ko: `전송 중인 데이터는 SND.NXT - SND.UNA, 곧 ${difference(sndNxt, offer.ack)}바이트입니다.`,
          en: `In flight: SND.NXT - SND.UNA, or ${difference(sndNxt, offer.ack)} bytes.`,
        },
        rfc: 'RFC 9293 §3.3.1',
      },
      {
        text: {
          ko: `윈도우가 허용하는 나머지는 ${difference(rwnd, flight)}바이트입니다.`,
          en: `What the window still allows is ${difference(rwnd, flight)} bytes.`,
        },
        rfc: 'RFC 9293 §3.8.6.2.1',
      },
    ],
  });
}
