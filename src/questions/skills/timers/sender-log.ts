import type { Text } from '../../../language.ts';
import type { Cell, Figure } from '../../figure.ts';
import { segmentAt } from '../../moments.ts';
import type { TimedSegments } from '../../situations/timed-segments.ts';

const SENT: Text = { ko: '데이터 전송', en: 'data sent' };
const AGAIN: Text = { ko: '데이터 재전송', en: 'data sent again' };
const RECEIVED: Text = { ko: 'ACK 수신', en: 'ACK received' };

/** What a sender sees of its data and the ACKs of it, with the times; with their timestamps where these are in use. */
export function senderLog({ trace, sender, data }: TimedSegments, timestamps: boolean): Figure {
  const began = data[0]?.first.n ?? 0;
  const rows = trace.events.flatMap((event): (readonly Cell[])[] => {
    if (event.host !== sender || (event.kind !== 'send' && event.kind !== 'arrive')) return [];
    const segment = segmentAt(trace, event.segment);
    if (segment.n < began) return [];
    const [value = 0, echo = 0] = segment.options.timestamps ?? [];
    if (event.kind === 'arrive') {
      return [[event.ms, RECEIVED, `ack ${segment.ack}`, ...(timestamps ? [`TSecr ${echo}`] : [])]];
    }
    const what = segment.repeats === null ? SENT : AGAIN;
    return [[event.ms, what, `seq ${segment.seq}`, ...(timestamps ? [`TSval ${value}`] : [])]];
  });
  return {
    kind: 'table',
    title: { ko: '보내는 쪽이 기록한 시각', en: 'Times noted by the sender' },
    head: [
      { ko: '시각 (ms)', en: 'time (ms)' },
      { ko: '사건', en: 'event' },
      { ko: '번호', en: 'number' },
      ...(timestamps ? [{ ko: '타임스탬프', en: 'timestamp' }] : []),
    ],
    rows,
  };
}
