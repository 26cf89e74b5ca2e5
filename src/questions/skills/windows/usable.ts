import { seqDistance } from '../../../tcp/sequence.ts';
import type { Trace, TracedSegment } from '../../../trace/trace.ts';
import { WINDOWS_IN_BYTES } from '../../conventions-windows.ts';
import { allFields, numberField } from '../../fields.ts';
import { byLargerWindow, type SendWindow, usableWindow, wholeWindow } from '../../misconceptions/windows-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import { dataFrom, sendIndex, snapshotBefore } from '../../moments.ts';
import { drawSending } from '../../situations/windows.ts';
import type { Skill } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { bytes, difference, HOST, HOST_FIRST } from '../../words.ts';
import { usableOn } from './usable-captured.ts';

export const usable: Skill = {
  id: 'window.usable',
  title: { ko: '더 보낼 수 있는 양', en: 'How much more may be sent' },
  type: 29,
  level: 'medium',
  concepts: ['tcp', 'numbers'],
  after: ['ack.in-order', 'seq.next'],
  pose: (random) => {
    const { trace, sender } = drawSending(random);
    const sent = dataFrom(trace, sender);
    const last = random.chance(0.6) ? sent.at(-1) : sent.at(-2);
    if (last === undefined || ackUnderWay(trace, last)) return null;
    const after = snapshotBefore(trace, sender, sendIndex(trace, last.n) + 1);
    if (after === null) return null;
    const { sndUna, sndNxt, cwnd, sndWnd: rwnd } = after;
    const flight = seqDistance(sndUna, sndNxt);
    const window: SendWindow = { cwnd, rwnd, flight };
    const right = usableWindow(window);
    // With one segment under way there is nothing to add up.
    if (right === 0 || flight === last.len) return null;
    const before = sent.filter((s) => s.n <= last.n).reduce((sum, s) => sum + s.len, 0);
    const required: (readonly [MisconceptionId, number])[] = [
      ['M20', wholeWindow(window)],
      ['N120', byLargerWindow(window)],
      ['N122', usableWindow({ ...window, flight: last.len })],
    ];
    const fields = allFields([
      numberField(
        { id: 'usable', label: { ko: '더 보낼 수 있는 바이트', en: 'bytes that may still be sent' }, place: null },
        right,
        { required, optional: before > flight ? [['N123', usableWindow({ ...window, flight: before })]] : [] },
        'amount',
      ),
    ]);
    if (fields === null) return null;
    const smaller = Math.min(cwnd, rwnd);
    const limit = cwnd === smaller ? 'cwnd' : 'rwnd';
    return {
      prompt: {
        ko: `${HOST[sender].ko}가 데이터 세그먼트(seq=${last.seq}, ${last.len}바이트)를 막 보냈습니다. 이때 ${HOST[sender].ko}의 cwnd와 rwnd가 함께 주어져 있습니다. 새 ACK가 오기 전에 ${HOST[sender].ko}는 새 데이터를 몇 바이트까지 더 보낼 수 있습니까?`,
        en: `${HOST_FIRST[sender].en} has just sent a data segment (seq ${last.seq}, ${bytes(last.len)}). Its cwnd and rwnd at that moment are given. How many bytes of new data may ${HOST[sender].en} still send before another ACK arrives?`,
      },
      conventions: [WINDOWS_IN_BYTES],
      trace,
      view: questionView(trace, { until: untilSeen(trace, last.n), asked: [], marks: false, focus: [last.n] }),
      figures: [
        {
          kind: 'values',
          title: HOST_NAME[sender],
          values: [
            { name: 'cwnd', value: cwnd },
            { name: { ko: 'rwnd (마지막 ACK가 알린 윈도우)', en: 'rwnd (as last advertised)' }, value: rwnd },
          ],
        },
      ],
      fields,
      hints: [
        {
          ko: '전송 중인 데이터까지 합쳐 cwnd도 rwnd도 넘지 않아야 합니다.',
          en: 'Together with what is in flight, the data must exceed neither cwnd nor rwnd.',
        },
        {
          ko: `${HOST[sender].ko}에 마지막으로 도착한 ack(SND.UNA)와, 방금 보낸 세그먼트의 다음 번호(SND.NXT)를 찾습니다.`,
          en: `Find the last ack that reached ${HOST[sender].en} (SND.UNA) and the number after the segment just sent (SND.NXT).`,
        },
        { ko: 'min(cwnd, rwnd) - (SND.NXT - SND.UNA)를 구합니다.', en: 'Take min(cwnd, rwnd) - (SND.NXT - SND.UNA).' },
      ],
      explanation: [
        {
          text: {
            ko: `전송 중인 데이터는 SND.NXT - SND.UNA, 곧 ${difference(sndNxt, sndUna)}바이트입니다.`,
            en: `In flight: SND.NXT - SND.UNA, or ${difference(sndNxt, sndUna)} bytes.`,
          },
          rfc: 'RFC 9293 §3.3.1',
        },
        {
          text: {
            ko: `한도는 min(${cwnd}, ${rwnd}) = ${smaller}바이트(${limit})입니다.`,
            en: `The limit is min(${cwnd}, ${rwnd}) = ${smaller} bytes (${limit}).`,
          },
          rfc: 'RFC 5681 §3.1',
        },
        {
          text: {
            ko: `더 보낼 수 있는 양은 ${difference(smaller, flight)}바이트입니다.`,
            en: `What may still be sent is ${difference(smaller, flight)} bytes.`,
          },
          rfc: 'RFC 9293 §3.8.6.2.1',
        },
      ],
    };
  },
  poseOn: usableOn,
};

/** Whether a segment of the peer is sent but not here when `last` leaves: the ladder would show it as if it were. */
function ackUnderWay(trace: Trace, last: TracedSegment): boolean {
  const { from, sentMs } = last;
  return trace.segments.some(
    (s) => s.from !== from && s.sentMs <= sentMs && (s.arrivedMs === null || s.arrivedMs >= sentMs),
  );
}

const HOST_NAME = {
  client: { ko: '클라이언트', en: 'client' },
  server: { ko: '서버', en: 'server' },
} as const;
