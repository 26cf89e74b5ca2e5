import type { CapturedTrace } from '../../../captures/trace/captured-trace.ts';
import type { Random } from '../../../simulator/random.ts';
import { seqAdd } from '../../../tcp/sequence.ts';
import type { TracedSegment } from '../../../trace/trace.ts';
import { excerptAround, inExcerpt, momentsOf, pickMoment, WIDEST } from '../../captured/moment.ts';
import { hasFinding } from '../../captured/stream-scan.ts';
import { ABSOLUTE_NUMBERS } from '../../conventions.ts';
import { allFields, LABELS, numberField } from '../../fields.ts';
import { isPureAck } from '../../moments.ts';
import type { ExplanationStep, Hints } from '../../question.ts';
import type { QuestionDraft } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { HOST } from '../../words.ts';

/** A probe of a zero window, and the ACK that refuses it. */
interface Refused {
  readonly probe: TracedSegment;
  readonly reply: TracedSegment;
}

const refusedOn = momentsOf((captured): readonly Refused[] => {
  const { segments } = captured.trace;
  return segments.flatMap((probe, at): Refused[] => {
    const reply = segments[at + 1];
    if (reply === undefined || reply.from === probe.from || !isPureAck(reply) || reply.window > 0) return [];
    const isProbe =
      hasFinding(captured, probe.n, 'zero-window-probe') && !hasFinding(captured, probe.n, 'bad-checksum');
    if (!isProbe || !hasFinding(captured, reply.n, 'zero-window-probe-ack')) return [];
    // With data it begins right beyond the window; without, one number before it.
    if (reply.ack !== (probe.len > 0 ? probe.seq : seqAdd(probe.seq, 1))) return [];
    const before = segments.slice(Math.max(0, at - WIDEST), at).findLast(({ from }) => from === reply.from);
    return before?.window === 0 && before.ack === reply.ack ? [{ probe, reply }] : [];
  });
});

const HINTS: Hints = [
  {
    ko: '받는 쪽은 받아들일 수 없는 세그먼트에 ACK로 답합니다. 윈도우가 0이면 데이터는 받아들일 수 없습니다.',
    en: 'A receiver answers what it cannot accept with an ACK, and at a zero window it can accept no data.',
  },
  {
    ko: '탐색이 오기 전에 이 호스트가 빈 곳 없이 받은 데이터가 어디서 끝나는지 찾습니다.',
    en: 'Find where the data ends that this host had received without a gap before the probe.',
  },
  {
    ko: 'ack = 빈 곳 없이 받은 마지막 바이트의 번호 + 1입니다. 받아들이지 않은 바이트는 ack를 움직이지 않습니다.',
    en: 'ack = number of the last byte received without a gap + 1. A byte that is not accepted does not move it.',
  },
];

/** What a captured receiver answers to a probe while its window is shut. */
export function zeroProbeOn(captured: CapturedTrace, random: Random): QuestionDraft | null {
  const moment = pickMoment(random, refusedOn(captured));
  const excerpt = moment && excerptAround(captured, [moment.probe.n, moment.reply.n]);
  if (moment === null || excerpt === null) return null;
  const { trace } = excerpt.captured;
  const probe = excerpt.at(moment.probe.n);
  const reply = excerpt.at(moment.reply.n);
  const place = { segment: reply.n, part: 'ack' } as const;
  const end = seqAdd(probe.seq, probe.len);
  const fields = allFields([
    numberField({ id: 'ack', label: LABELS.ack, place }, reply.ack, {
      required: [...(probe.len > 0 ? [['N125', end] as const] : []), ['M01', seqAdd(reply.ack, -1)]],
      optional: [['M11', reply.seq]],
    }),
  ]);
  if (fields === null) return null;
  const [sender, host] = [HOST[probe.from], HOST[reply.from]];
  return inExcerpt(excerpt, {
    prompt: {
      ko: `수신 윈도우가 0인 ${host.ko}에 ${sender.ko}의 탐색 세그먼트(seq=${probe.seq}, ${probe.len === 0 ? '데이터 없음' : `${probe.len}바이트`})가 도착했습니다. ${host.ko}가 보내는 ACK의 ack는 얼마입니까?`,
      en: `A probe of ${sender.en} (seq ${probe.seq}, ${probe.len === 0 ? 'no data' : probe.len === 1 ? '1 byte' : `${probe.len} bytes`}) reaches ${host.en}, whose receive window is zero. Which ack number is in the ACK that ${host.en} sends?`,
    },
    conventions: [ABSOLUTE_NUMBERS],
    trace,
    view: questionView(trace, {
      until: untilSeen(trace, reply.n),
      asked: [place],
      secret: [reply.ack],
      focus: [probe.n, reply.n],
    }),
    figures: [],
    fields,
    hints: HINTS,
    explanation: [
      refusal(probe),
      {
        text: {
          ko: `RCV.NXT는 그대로이므로 답하는 ACK에도 그 번호(ack=${reply.ack})와 윈도우 0을 싣습니다.`,
          en: `RCV.NXT stays, and the ACK in answer carries it (ack ${reply.ack}) with a window of zero.`,
        },
        rfc: 'RFC 9293 §3.8.6.1',
      },
    ],
  });
}

function refusal({ seq, len }: TracedSegment): ExplanationStep {
  const text =
    len === 0
      ? {
          ko: `탐색 세그먼트에는 데이터가 없고, seq(${seq})는 이미 ACK된 번호라 RCV.NXT보다 앞입니다. 받아들일 수 없는 세그먼트이므로 ACK로 답합니다.`,
          en: `The probe carries no data, and its seq (${seq}) has been acknowledged already, below RCV.NXT. Not being acceptable, it is answered with an ACK.`,
        }
      : {
          ko: `윈도우가 0이면 데이터가 있는 세그먼트는 받아들일 수 없습니다. ${seq}번부터의 데이터는 버립니다.`,
          en: `No segment with data is acceptable at a zero window: what the probe carries from ${seq} on is dropped.`,
        };
  return { text, rfc: 'RFC 9293 §3.4' };
}
