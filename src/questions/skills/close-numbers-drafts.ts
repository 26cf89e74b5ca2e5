import type { Text } from '../../language.ts';
import { peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { finNumber } from '../closing-moments.ts';
import { ABSOLUTE_NUMBERS } from '../conventions.ts';
import { allFields, LABELS, numberField } from '../fields.ts';
import { wrongAckOfFin, wrongFinAck, wrongFinSeq } from '../misconceptions/closing-rules.ts';
import { endWords, segmentEndingAt } from '../sequence-ends.ts';
import type { QuestionDraft } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { dataBytes, HOST, sum } from '../words.ts';
import { FIN_ACK_HINTS, FIN_NUMBERS_HINTS } from './close-hints.ts';

/** `begun`: how the prompt begins. */
export function finDraft(trace: Trace, fin: TracedSegment, begun: Text): QuestionDraft | null {
  const host = fin.from;
  const own = segmentEndingAt(trace, host, fin.seq);
  const peers = segmentEndingAt(trace, peerOf(host), fin.ack);
  if (own === null || peers === null) return null;
  const seqPlace = { segment: fin.n, part: 'seq' } as const;
  const ackPlace = { segment: fin.n, part: 'ack' } as const;
  const fields = allFields([
    numberField({ id: 'seq', label: LABELS.seq, place: seqPlace }, fin.seq, wrongFinSeq(trace, fin)),
    numberField({ id: 'ack', label: LABELS.ack, place: ackPlace }, fin.ack, wrongFinAck(trace, fin)),
  ]);
  return (
    fields && {
      prompt: {
        ko: `${begun.ko} 이 FIN 세그먼트의 seq와 ack는 얼마입니까?`,
        en: `${begun.en} Which seq and ack does that segment carry?`,
      },
      conventions: [ABSOLUTE_NUMBERS],
      trace,
      view: questionView(trace, {
        until: untilSeen(trace, fin.n),
        asked: [seqPlace, ackPlace],
        secret: [fin.seq, fin.ack],
        focus: [fin.n],
      }),
      fields,
      figures: [],
      hints: FIN_NUMBERS_HINTS,
      explanation: [
        {
          text: {
            ko: `seq: ${HOST[host].ko}의 ${endWords(own).ko}입니다. 순수 ACK는 번호를 차지하지 않으므로 이것이 SND.NXT입니다.`,
            en: `seq: for ${HOST[host].en}, ${endWords(own).en}. Pure ACKs take no number, so this is SND.NXT.`,
          },
          rfc: 'RFC 9293 §3.4',
        },
        {
          text: {
            ko: `ack: ${HOST[peerOf(host)].ko}의 ${endWords(peers).ko}입니다. 이것이 ${HOST[host].ko}의 RCV.NXT입니다.`,
            en: `ack: for ${HOST[peerOf(host)].en}, ${endWords(peers).en}. This is the RCV.NXT of ${HOST[host].en}.`,
          },
          rfc: 'RFC 9293 §3.4',
        },
        {
          text: {
            ko: `FIN 자신은 ${finNumber(fin)}번을 차지합니다. 수립된 연결의 세그먼트이므로 ACK도 켜집니다(<FIN,ACK>).`,
            en: `The FIN itself takes number ${finNumber(fin)}. As on every segment of an established connection ACK is set: <FIN,ACK>.`,
          },
          rfc: 'RFC 9293 §3.6',
        },
      ],
    }
  );
}

/** The data that goes with a FIN, as part of a sentence. */
export function withData(fin: TracedSegment): { readonly ko: string; readonly en: string } {
  if (fin.len === 0) return { ko: '', en: '' };
  return { ko: `남은 데이터 ${fin.len}바이트와 함께 `, en: ` together with the last ${dataBytes(fin.len)}` };
}

/** The data of a FIN segment, to follow its seq. */
export function carriedBy({ len }: TracedSegment): Text {
  return len > 0 ? { ko: `, 데이터 ${len}바이트`, en: `, ${dataBytes(len)}` } : { ko: '', en: '' };
}

/** `begun`: how the prompt begins. */
export function ackDraft(
  trace: Trace,
  fin: TracedSegment,
  answer: TracedSegment,
  conventions: readonly Text[],
  begun: Text,
): QuestionDraft | null {
  const receiver = HOST[answer.from];
  const place = { segment: answer.n, part: 'ack' } as const;
  const fields = allFields([
    numberField({ id: 'ack', label: LABELS.ack, place }, answer.ack, wrongAckOfFin(fin, answer)),
  ]);
  return (
    fields && {
      prompt: {
        ko: `${begun.ko} 이 답의 ack는 얼마입니까?`,
        en: `${begun.en} Which ack does the answer carry?`,
      },
      conventions,
      trace,
      view: questionView(trace, {
        until: untilSeen(trace, answer.n),
        asked: [place],
        secret: [answer.ack],
        focus: [fin.n, answer.n],
      }),
      fields,
      figures: [],
      hints: FIN_ACK_HINTS,
      explanation: [
        {
          text:
            fin.len === 0
              ? {
                  ko: `데이터가 없으므로 FIN의 번호는 세그먼트의 seq 그대로 ${fin.seq}입니다.`,
                  en: `There is no data, so the FIN has the segment's seq as its number: ${fin.seq}.`,
                }
              : {
                  ko: `데이터 ${fin.len}바이트가 seq ${fin.seq}부터 번호를 차지하고, FIN의 번호는 그다음인 ${sum(fin.seq, fin.len)}입니다.`,
                  en: `The ${dataBytes(fin.len)} take the numbers from ${fin.seq} on; the FIN takes the next: ${sum(fin.seq, fin.len)}.`,
                },
          rfc: 'RFC 9293 §3.4',
        },
        {
          text: {
            ko: `FIN을 처리한 뒤의 RCV.NXT는 ${sum(finNumber(fin), 1)}입니다. 이것이 답의 ack입니다.`,
            en: `Processing the FIN moves RCV.NXT to ${sum(finNumber(fin), 1)}, and that is the ack of the answer.`,
          },
          rfc: 'RFC 9293 §3.10.7.4',
        },
        ...(answer.len > 0 || answer.flags.includes('FIN')
          ? [
              {
                text: {
                  ko: `이 ACK는 ${receiver.ko}가 보내는 ${answer.flags.includes('FIN') ? 'FIN' : `데이터 ${answer.len}바이트`}에 실려 갑니다. 무엇에 실려도 ack는 같습니다.`,
                  en: `Here the ACK rides on ${answer.flags.includes('FIN') ? "the answering side's own FIN" : dataBytes(answer.len)}; its number does not depend on that.`,
                },
                rfc: 'RFC 9293 §3.4',
              },
            ]
          : []),
      ],
    }
  );
}
