import type { Beginning, Ending } from '../../captures/analysis/conversation.ts';
import type { FindingKind } from '../../captures/analysis/segment-analysis.ts';
import type { PassedOver } from '../../captures/file/capture-tally.ts';
import type { Shortfall } from '../../captures/survey/capture-survey.ts';
import type { Text } from '../../language.ts';
import type { HostName } from '../../trace/trace.ts';
import { count, grouped } from './format.ts';

/** What is said of captures, on the screens and in print. */

/** '3.4 MB'; powers of 1000. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let size = bytes;
  let unit = -1;
  // What would be rounded to 1000 belongs to the next unit.
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${size < 9.95 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}

/** A length of time in the capture: '0.42 ms', '12.345 s', '1 h 02 min'. */
export function lengthText(ms: number): Text {
  if (ms < 1) return both(ms.toFixed(3), 'ms');
  if (ms < 1000) return both(ms < 10 ? ms.toFixed(2) : ms.toFixed(1), 'ms');
  if (ms < 60_000) return { ko: `${(ms / 1000).toFixed(3)}초`, en: `${(ms / 1000).toFixed(3)} s` };
  const minutes = Math.floor(ms / 60_000);
  const seconds = String(Math.floor((ms % 60_000) / 1000)).padStart(2, '0');
  if (minutes < 60) return { ko: `${minutes}분 ${seconds}초`, en: `${minutes} min ${seconds} s` };
  const hours = Math.floor(minutes / 60);
  const rest = String(minutes % 60).padStart(2, '0');
  return { ko: `${grouped(hours)}시간 ${rest}분`, en: `${grouped(hours)} h ${rest} min` };
}

function both(value: string, unit: string): Text {
  const text = `${value} ${unit}`;
  return { ko: text, en: text };
}

/** A moment, local time: '2026-11-29 15:04:05'. */
export function momentText(epochMs: number): string {
  const date = new Date(epochMs);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

export const captures = {
  title: { ko: '캡처', en: 'Capture' },
  facts: (format: string, compressed: boolean, frames: number, segments: number): Text => ({
    ko: `${format}${compressed ? '(gzip)' : ''}, 프레임 ${grouped(frames)}개, TCP 세그먼트 ${grouped(segments)}개`,
    en: `${format}${compressed ? ' (gzip)' : ''}, ${count(frames, 'frame', 'frames')}, ${count(segments, 'TCP segment', 'TCP segments')}`,
  }),
  span: (from: string, length: Text): Text => ({
    ko: `${from}부터 ${length.ko}`,
    en: `${length.en} from ${from}`,
  }),
  conversations: (n: number): Text => ({ ko: `대화 ${grouped(n)}개`, en: count(n, 'conversation', 'conversations') }),
  forgotten: (n: number): Text => ({
    ko: `대화가 너무 많아 ${grouped(n)}개는 목록에 없습니다.`,
    en: `${count(n, 'more conversation is', 'more conversations are')} not listed: there are too many.`,
  }),
  passedOver: (parts: readonly Text[]): Text => ({
    ko: `제외한 프레임: ${parts.map(({ ko }) => ko).join(', ')}`,
    en: `Passed over: ${parts.map(({ en }) => en).join(', ')}`,
  }),
  partial: (share: number | null): Text => ({
    ko: `${share === null ? '도중에' : `${Math.floor(100 * share)}%에서`} 읽기를 멈췄습니다. 캡처의 일부입니다.`,
    en: `Reading was stopped${share === null ? '' : ` at ${Math.floor(100 * share)}%`}: this is part of the capture.`,
  }),
  /** A file that ends in the middle, or makes no sense from some place on. */
  damaged: ({ offset, frames, unpacked, text }: Shortfall): Text => ({
    ko: `${unpacked ? '압축을 푼 데이터의 ' : ''}바이트 ${grouped(offset)}(프레임 ${grouped(frames)}개 뒤)부터 읽을 수 없습니다. ${text.ko}`,
    en: `unreadable from byte ${grouped(offset)}${unpacked ? ' (unpacked)' : ''} on, after ${count(frames, 'frame', 'frames')}: ${text.en}`,
  }),
  nothing: { ko: 'TCP 세그먼트가 없습니다.', en: 'There is no TCP segment in it.' },
  reading: (share: number | null, size: string, speed: string): Text => ({
    ko: `읽는 중 ${share === null ? size : `${Math.floor(100 * share)}%`} (${speed}/s)`,
    en: `Reading ${share === null ? size : `${Math.floor(100 * share)}%`} (${speed}/s)`,
  }),
  readingNow: { ko: '읽는 중', en: 'Reading' },
  noConversation: (number: number, all: number): Text => ({
    ko: `${grouped(number)}번 대화는 없습니다. 이 캡처의 대화는 ${grouped(all)}개입니다.`,
    en: `There is no conversation ${grouped(number)}: the capture holds ${grouped(all)}.`,
  }),
  noSuchSegment: (from: number, all: number): Text => ({
    ko: `${grouped(from)}번째 세그먼트는 없습니다. 이 대화의 세그먼트는 ${grouped(all)}개입니다.`,
    en: `There is no segment ${grouped(from)}: the conversation has ${grouped(all)}.`,
  }),
  conversation: (number: number): Text => ({ ko: `대화 ${grouped(number)}`, en: `conversation ${grouped(number)}` }),
  counts: (segments: number, length: Text): Text => ({
    ko: `${length.ko} 동안 세그먼트 ${grouped(segments)}개`,
    en: `${count(segments, 'segment', 'segments')} in ${length.en}`,
  }),
  sides: (client: number, server: number): Text => ({
    ko: `데이터는 클라이언트가 ${sizeText(client)}, 서버가 ${sizeText(server)} 보냄`,
    en: `${sizeText(client)} of data from the client, ${sizeText(server)} from the server`,
  }),
  rtt: (least: string, mean: string): Text => ({
    ko: `RTT 최소 ${least}, 평균 ${mean} ms`,
    en: `RTT least ${least}, mean ${mean} ms`,
  }),
  answersOf: (host: HostName, least: string, mean: string): Text =>
    host === 'client'
      ? {
          ko: `클라이언트의 응답 시간 최소 ${least}, 평균 ${mean} ms`,
          en: `the client answers in ${least} ms at least, ${mean} on average`,
        }
      : {
          ko: `서버의 응답 시간 최소 ${least}, 평균 ${mean} ms`,
          en: `the server answers in ${least} ms at least, ${mean} on average`,
        },
  twice: {
    ko: '많은 세그먼트가 두 번씩 들어 있습니다. 인터페이스 여러 개(any)에서 함께 캡처했다면 하나만 골라 다시 캡처하는 편이 좋습니다.',
    en: 'Many of its segments are there twice: if it was captured on several interfaces at once (any), one alone tells more.',
  },
  guess: {
    ko: '클라이언트와 서버는 포트 번호로 짐작한 것입니다.',
    en: 'Which end is the client is a guess from the ports.',
  },
  more: (shown: readonly [number, number], of: number, option: string): Text => ({
    ko: `세그먼트 ${grouped(of)}개 중 ${grouped(shown[0])}~${grouped(shown[1])}입니다. 더 보려면: ${option}`,
    en: `Segments ${grouped(shown[0])} to ${grouped(shown[1])} of ${grouped(of)}. For more: ${option}`,
  }),
  leftOut: (before: number, after: number): Text => ({
    ko: `앞의 ${grouped(before)}개, 뒤의 ${grouped(after)}개 세그먼트는 보이지 않습니다.`,
    en: `${grouped(before)} segments before these and ${grouped(after)} after them are left out.`,
  }),
} as const satisfies Readonly<Record<string, Text | ((...values: never[]) => Text)>>;

/** Why frames were passed over, with how many. */
export const passedOver: Readonly<Record<PassedOver, (n: number) => Text>> = {
  'not-tcp': (n) => ({ ko: `TCP가 아닌 것 ${grouped(n)}개`, en: `${grouped(n)} not TCP` }),
  'unknown-link': (n) => ({ ko: `모르는 링크 계층 ${grouped(n)}개`, en: `${grouped(n)} of an unknown link type` }),
  malformed: (n) => ({ ko: `헤더가 잘못된 것 ${grouped(n)}개`, en: `${grouped(n)} malformed` }),
  'header-cut': (n) => ({ ko: `TCP 헤더가 잘린 것 ${grouped(n)}개`, en: `${grouped(n)} cut off in the TCP header` }),
  fragment: (n) => ({
    ko: `다 모이지 않은 조각 ${grouped(n)}개`,
    en: count(n, 'incomplete fragment', 'incomplete fragments'),
  }),
};

/** What happens is counted in 번, what there is in 개. */
const counted =
  (ko: string, one: string, many: string, unit: '개' | '번' = '개') =>
  (n: number): Text => ({
    ko: `${ko} ${grouped(n)}${unit}`,
    en: count(n, one, many),
  });

/** So many findings of a kind. */
export const findings: Readonly<Record<FindingKind, (n: number) => Text>> = {
  retransmission: counted('재전송', 'retransmission', 'retransmissions', '번'),
  'network-copy': counted('사본', 'copy', 'copies'),
  'out-of-order': counted('순서가 바뀐 세그먼트', 'out of order', 'out of order'),
  'gap-before': counted('빈 곳', 'gap', 'gaps'),
  'acks-unseen': counted('캡처에 없는 데이터의 ACK', 'ACK of unseen data', 'ACKs of unseen data'),
  'duplicate-ack': counted('중복 ACK', 'duplicate ACK', 'duplicate ACKs'),
  dsack: counted('D-SACK', 'D-SACK', 'D-SACKs'),
  'zero-window': counted('영 윈도우', 'zero window', 'zero windows', '번'),
  'window-update': counted('윈도우 갱신', 'window update', 'window updates', '번'),
  'window-full': counted('윈도우를 다 채움', 'full window', 'full windows', '번'),
  'zero-window-probe': counted('영 윈도우 탐색', 'zero-window probe', 'zero-window probes', '번'),
  'zero-window-probe-ack': counted('영 윈도우 탐색의 ACK', 'ACK of a probe', 'ACKs of probes'),
  'keep-alive': counted('keep-alive', 'keep-alive', 'keep-alives'),
  'keep-alive-ack': counted('keep-alive의 ACK', 'keep-alive ACK', 'keep-alive ACKs'),
  'reused-ports': counted('포트 재사용', 'reuse of ports', 'reuses of ports', '번'),
  'above-mss': counted('MSS보다 큰 세그먼트', 'segment above the MSS', 'segments above the MSS'),
  'bad-checksum': counted('체크섬 오류', 'bad checksum', 'bad checksums'),
  'offloaded-checksum': counted('오프로드된 체크섬', 'offloaded checksum', 'offloaded checksums'),
  fragmented: counted('IP 조각으로 온 세그먼트', 'fragmented segment', 'fragmented segments'),
  cut: counted('잘린 세그먼트', 'cut segment', 'cut segments'),
};

/** How a conversation ended, in a column: at most 11 cells. */
export function endingWord(begins: Beginning, ends: Ending): Text {
  if (begins === 'unanswered' && ends === 'open') return { ko: '응답 없음', en: 'no answer' };
  if (begins === 'unanswered' && ends === 'reset') return { ko: '거부됨', en: 'refused' };
  return ENDINGS[ends];
}

const ENDINGS: Readonly<Record<Ending, Text>> = {
  closed: { ko: '종료', en: 'closed' },
  'half-closed': { ko: '한쪽 종료', en: 'half closed' },
  reset: { ko: 'RST', en: 'reset' },
  open: { ko: '열림', en: 'open' },
};

const BEGINNINGS: Readonly<Record<Beginning, Text>> = {
  handshake: { ko: '핸드셰이크로 시작', en: 'begins with a handshake' },
  unanswered: { ko: 'SYN에 연결로 이어진 답이 없음', en: 'a SYN that led to no connection' },
  'part-of-handshake': { ko: '핸드셰이크의 일부만 캡처됨', en: 'only part of the handshake was captured' },
  middle: { ko: '중간부터 캡처됨', en: 'captured from the middle on' },
};

/** The two ends. */
export const WHO: Readonly<Record<HostName, Text>> = {
  client: { ko: '클라이언트', en: 'client' },
  server: { ko: '서버', en: 'server' },
};

/** How it began and ended, in words. */
export function courseText(begins: Beginning, ends: Ending, endedBy: HostName | null): Text {
  if (begins === 'unanswered' && ends !== 'closed' && ends !== 'half-closed') {
    if (ends === 'open') return { ko: 'SYN에 아무 응답도 없음', en: 'a SYN that nobody answered' };
    if (endedBy === 'server')
      return { ko: '연결이 거부됨(SYN에 RST로 응답)', en: 'refused: its SYN was answered with a RST' };
  }
  const began = BEGINNINGS[begins];
  const who = endedBy === null ? null : WHO[endedBy];
  const ended: Text = {
    closed: {
      ko: who === null ? '양쪽이 닫음' : `${who.ko}가 먼저 닫아 양쪽 모두 종료`,
      en: who === null ? 'closed by both' : `closed by both, the ${who.en} first`,
    },
    'half-closed': {
      ko: who === null ? '한쪽만 닫음' : `${who.ko}만 닫음`,
      en: who === null ? 'closed by one end only' : `closed by the ${who.en} only`,
    },
    reset: {
      ko: who === null ? 'RST로 끊김' : `${who.ko}가 RST로 끊음`,
      en: who === null ? 'cut off by a RST' : `cut off by a RST from the ${who.en}`,
    },
    open: { ko: '캡처 끝까지 닫히지 않음', en: 'not closed by the end of the capture' },
  }[ends];
  return { ko: `${began.ko}, ${ended.ko}`, en: `${began.en}, ${ended.en}` };
}
