import type { Text } from '../../language.ts';
import type { HostName, TracedSegment } from '../../trace/trace.ts';
import { isFin } from '../closing-moments.ts';
import { endOf } from '../sequence-ends.ts';
import type { Refusal } from '../situations/rejects.ts';
import { HOST, HOST_FIRST } from '../words.ts';
import { momentsOf } from './moment.ts';
import { hasFinding } from './stream-scan.ts';

/** A segment of a captured conversation and the RST that refuses it, with its numbers made from it (RFC 9293 §3.5.2). */
interface CapturedRefusal {
  readonly kind: Extract<Refusal, 'closed-port' | 'data-for-forgotten'>;
  readonly cause: TracedSegment;
  readonly reset: TracedSegment;
}

/** A RST right after a SYN without ACK, or after data that was captured where it arrived, at an end that had sent its FIN. */
export const refusedOn = momentsOf((captured): readonly CapturedRefusal[] => {
  const { segments } = captured.trace;
  return segments.flatMap((reset): CapturedRefusal[] => {
    const cause = segments[reset.n - 2];
    if (cause === undefined || !reset.flags.includes('RST') || cause.from === reset.from) return [];
    if ([cause, reset].some(({ n, origin }) => origin !== 'tcp' || hasFinding(captured, n, 'bad-checksum'))) return [];
    if (reset.len > 0 || cause.flags.includes('RST')) return [];
    // Another RST of the same kind would show what this one looks like.
    if (segments.slice(0, reset.n - 1).some(({ flags }) => flags.includes('RST'))) return [];
    if (!cause.flags.includes('ACK')) {
      const answers = reset.flags.join() === 'RST,ACK' && reset.seq === 0 && reset.ack === endOf(cause);
      return answers && cause.flags.includes('SYN') ? [{ kind: 'closed-port', cause, reset }] : [];
    }
    // A RST that answers nothing, of an application that aborts, looks the same where its sender has not closed.
    const answers = reset.flags.join() === 'RST' && reset.seq === cause.ack && cause.len > 0;
    const arrived = captured.vantage === reset.from && !cause.flags.includes('SYN');
    const closed = segments.slice(0, cause.n - 1).some((one) => one.from === reset.from && isFin(one));
    return answers && arrived && closed ? [{ kind: 'data-for-forgotten', cause, reset }] : [];
  });
});

/** How the prompt begins. Why there is no connection that the segment fits is not in a capture. */
export function refusalWords(host: HostName, kind: CapturedRefusal['kind']): Text {
  if (kind === 'data-for-forgotten') {
    return {
      ko: `${HOST[host].ko}는 이미 FIN을 보냈고, 지금 도착한 데이터를 받을 연결이 남아 있지 않아 이를 거절합니다.`,
      en: `${HOST_FIRST[host].en} has sent its FIN, has no connection left that would take the data now arriving, and refuses it.`,
    };
  }
  return {
    ko: `${HOST[host].ko}에는 지금 도착한 세그먼트를 받을 연결이 없어 이를 거절합니다.`,
    en: `${HOST_FIRST[host].en} has no connection that the segment now arriving fits, and refuses it.`,
  };
}
