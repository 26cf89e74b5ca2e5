import type { State } from '../../tcp/state.ts';
import type { ExplanationStep } from '../question.ts';
import { HOST, HOST_FIRST } from '../words.ts';
import type { SentNext } from './sent-next.ts';

/** States in which a RST answers an ACK that acknowledges nothing of this connection, and where that is written. */
const REFUSING: Partial<Record<State, string>> = {
  LISTEN: 'RFC 9293 §3.10.7.2',
  'SYN-SENT': 'RFC 9293 §3.10.7.3',
  'SYN-RECEIVED': 'RFC 9293 §3.10.7.4',
};

/** The section by which a RST takes its number from the ack that it answers; null where it has one of its own. */
export function numberFromAck({ segment, answered, after }: SentNext): string | null {
  if (!segment.flags.includes('RST') || answered?.flags.includes('ACK') !== true || answered.ack !== segment.seq) {
    return null;
  }
  if (segment.connection === 0) return 'RFC 9293 §3.10.7.1';
  return after === null ? null : (REFUSING[after.state] ?? null);
}

/** Why a segment is a RST. */
export function whyReset(next: SentNext): ExplanationStep {
  const { segment, cause, answered, after } = next;
  const [ko, en] = [HOST[segment.from].ko, HOST_FIRST[segment.from].en];
  if (segment.connection === 0) {
    return step(
      'RFC 9293 §3.10.7.1',
      `${ko}에는 이 세그먼트를 받을 연결이 없으므로 RST로 답합니다.`,
      `${en} has no connection for what came, so it answers with a RST.`,
    );
  }
  const refused = numberFromAck(next);
  if (refused !== null && after?.state === 'LISTEN') {
    return step(
      refused,
      `${ko}는 LISTEN이라 아직 보낸 것이 없습니다. 그런데 ACK가 왔으므로 RST로 거절합니다.`,
      `${en} is in LISTEN and has sent nothing, so what acknowledges something is refused with a RST.`,
    );
  }
  if (refused !== null) {
    return step(
      refused,
      `받은 ack는 이 연결에서 보낸 번호를 확인 응답하는 것이 아니므로 RST로 거절합니다.`,
      'The ack that came acknowledges nothing that was sent in this connection, so it is refused with a RST.',
    );
  }
  if (cause?.kind === 'call' && cause.call.name === 'abort') {
    return step('RFC 9293 §3.10.5', 'ABORT는 RST를 보내 연결을 끊습니다.', 'ABORT drops the connection with a RST.');
  }
  if (cause?.kind === 'call') {
    return step(
      'RFC 9293 §3.6.1',
      '읽지 않은 데이터를 남기고 닫았으므로, 데이터가 사라졌음을 RST로 알립니다.',
      'It closes with data unread; the RST tells that data was lost.',
    );
  }
  if (cause?.kind === 'timer' && cause.timer === 'keep-alive') {
    return step(
      'RFC 9293 §3.8.4',
      'keep-alive에 답이 없으므로 연결을 포기하고 RST를 보냅니다.',
      'Its keep-alives went unanswered: it gives the connection up with a RST.',
    );
  }
  if (answered !== null && answered.len > 0 && after?.state === 'CLOSED') {
    return step(
      'RFC 9293 §3.6.1',
      '애플리케이션이 완전히 닫아 더 읽을 수 없는데 데이터가 왔으므로 RST로 알립니다.',
      'The application has closed fully and reads no more; data came all the same, and the RST tells that it is lost.',
    );
  }
  return step('RFC 9293 §3.5.2', `${ko}가 RST로 연결을 끊습니다.`, `${en} resets the connection.`);
}

function step(rfc: string, ko: string, en: string): ExplanationStep {
  return { text: { ko, en }, rfc };
}
