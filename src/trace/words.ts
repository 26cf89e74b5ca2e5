import type { Text } from '../language.ts';
import { purposeOf } from './timer-purpose.ts';
import type { Call, RunningTimer, TraceEvent } from './trace.ts';

/** The few words a ladder needs besides numbers and flags. */
export const HOST_WORDS = {
  client: { ko: '클라이언트', en: 'client' },
  server: { ko: '서버', en: 'server' },
} satisfies Record<string, Text>;

export const LADDER_WORDS = {
  lost: { ko: '유실', en: 'lost' },
  repeated: { ko: '재전송', en: 'again' },
  copy: { ko: '중복', en: 'copy' },
  /** A segment of an earlier connection that comes back. */
  old: { ko: '옛 중복', en: 'old duplicate' },
  forged: { ko: '위조', en: 'forged' },
  blank: { ko: '빈칸', en: 'blank' },
  hidden: { ko: '가려짐', en: 'hidden' },
  /** Read aloud, of a segment whose two ends are told apart, and of one that nothing shows to have arrived. */
  leaves: { ko: '송신, 도착은 나중', en: 'sent, arrives later' },
  arrives: { ko: '도착', en: 'arrives' },
  unknown: { ko: '도착 여부 모름', en: 'arrival unknown' },
} satisfies Record<string, Text>;

/** A silence on both sides: '… 240 s later'. */
export function laterWords(elapsedMs: number): Text {
  const seconds = elapsedMs / 1000;
  const rounded = seconds < 10 ? seconds.toFixed(1).replace(/\.0$/, '') : String(Math.round(seconds));
  return { ko: `${rounded}초 뒤`, en: `${rounded} s later` };
}

const TIMER_WORDS: Readonly<Record<RunningTimer['name'], Text>> = {
  retransmission: { ko: 'RTO 만료', en: 'RTO expires' },
  'delayed-ack': { ko: '지연 ACK 만료', en: 'delayed ACK due' },
  'time-wait': { ko: '2MSL 만료', en: '2MSL is over' },
  persist: { ko: '영 윈도우 탐색', en: 'window probe due' },
  user: { ko: '사용자 타임아웃', en: 'user timeout' },
  'keep-alive': { ko: 'keep-alive 만료', en: 'keep-alive expires' },
};

/** A timer that expired, in a word or two. */
export function timerWords(expired: Extract<TraceEvent, { kind: 'timer' }>): Text {
  return TIMER_WORDS[purposeOf(expired)];
}

/** A call as a programmer would write it; the names are the same in both languages. */
export function callWords(call: Call): Text {
  switch (call.name) {
    case 'send':
      return { ko: `send(${call.bytes}바이트)`, en: `send(${call.bytes} bytes)` };
    case 'read':
      return { ko: `read(${call.bytes}바이트)`, en: `read(${call.bytes} bytes)` };
    case 'connect-with-data':
      return { ko: `connect(데이터 ${call.bytes}바이트)`, en: `connect(${call.bytes} bytes)` };
    case 'send-urgent':
      return { ko: `send(${call.bytes}바이트, 긴급)`, en: `send(${call.bytes} bytes, urgent)` };
    case 'send-unpushed':
      return { ko: `send(${call.bytes}바이트, PUSH 없이)`, en: `send(${call.bytes} bytes, no push)` };
    case 'set-user-timeout':
      return { ko: `사용자 타임아웃 = ${call.ms / 1000}초`, en: `user timeout = ${call.ms / 1000} s` };
    case 'listen-for-peer':
      return { ko: 'listen(상대 지정)', en: 'listen(for the peer)' };
    case 'close-fully':
      return { ko: 'close(읽기도 끝)', en: 'close(reading too)' };
    case 'crash':
      return { ko: '호스트 다운', en: 'host crashes' };
    case 'stop-reading':
      return { ko: '읽기 중단', en: 'stops reading' };
    case 'resume-reading':
      return { ko: '읽기 재개', en: 'resumes reading' };
    case 'set-receive-buffer':
      return { ko: `수신 버퍼 = ${call.bytes}바이트`, en: `receive buffer = ${call.bytes} bytes` };
    default:
      return { ko: `${call.name}()`, en: `${call.name}()` };
  }
}
