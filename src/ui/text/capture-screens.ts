import type { SocketAddress } from '../../captures/packet/flow.ts';
import type { Text } from '../../language.ts';
import { withParticle } from '../../questions/words.ts';
import { hostText, socketText } from '../../trace/ip-address.ts';
import type { HostName } from '../../trace/trace.ts';
import { sizeText, WHO } from './captures.ts';
import { count, grouped } from './format.ts';

/** Above the columns of a list of conversations. */
export const captureColumns = {
  ends: { ko: '클라이언트와 서버', en: 'client and server' },
  segments: { ko: '세그먼트', en: 'segments' },
  bytes: { ko: '데이터', en: 'data' },
  length: { ko: '시간', en: 'time' },
  ending: { ko: '결과', en: 'end' },
  trouble: { ko: '특이점', en: 'trouble' },
  /** Where the columns are narrow. */
  few: { ko: '개수', en: 'segs' },
  mark: { ko: '특이점', en: '!' },
} as const satisfies Readonly<Record<string, Text>>;

/** What the screens of captures say besides. */
export const captureScreens = {
  open: { ko: '캡처 열기', en: 'Open a capture' },
  path: { ko: '파일', en: 'file' },
  about: {
    ko: 'tcpdump나 Wireshark로 저장한 pcap, pcapng 파일의 경로를 입력합니다(gzip으로 압축해도 됩니다). 대화를 골라 래더로 보고, 그 대화에서 낸 문제를 풀 수 있습니다.',
    en: 'Type the path of a pcap or pcapng file, as tcpdump or Wireshark saves it (gzipped too). Choose a conversation, see it as a ladder, and be asked about it.',
  },
  fromTo: (from: SocketAddress, to: SocketAddress): Text => ({
    ko: `${socketText(from)}에서 ${hostText(to)}:${withParticle(to.port, '으로/로')}`,
    en: `${socketText(from)} to ${socketText(to)}`,
  }),
  data: (bytes: number): Text => ({ ko: `데이터 ${sizeText(bytes)}`, en: `${sizeText(bytes)} of data` }),
  /** Of a list too long to be read aloud at once. */
  moreBefore: (n: number): Text => ({
    ko: `앞에 대화 ${grouped(n)}개가 더 있습니다.`,
    en: `${count(n, 'conversation', 'conversations')} before these.`,
  }),
  moreAfter: (n: number): Text => ({
    ko: `뒤에 대화 ${grouped(n)}개가 더 있습니다.`,
    en: `${count(n, 'conversation', 'conversations')} after these.`,
  }),
  noSuchName: { ko: '그렇게 시작하는 파일이나 폴더가 없습니다.', en: 'No file or folder begins like this.' },
  moreNames: (n: number): Text => ({ ko: `외 ${grouped(n)}개`, en: `and ${grouped(n)} more` }),
  byNumber: { ko: '캡처 순서', en: 'in order' },
  byTrouble: { ko: '특이점 많은 순', en: 'by trouble' },
  byBytes: { ko: '데이터 많은 순', en: 'by data' },
  readingConversation: (number: number, share: number | null): Text => ({
    ko: `대화 ${grouped(number)}의 세그먼트를 모으는 중${share === null ? '' : `: ${Math.floor(100 * share)}%`}`,
    en: `Collecting the segments of conversation ${grouped(number)}${share === null ? '' : `: ${Math.floor(100 * share)}%`}`,
  }),
  empty: { ko: '이 대화의 세그먼트가 없습니다.', en: 'There is no segment of this conversation.' },
  findingOf: (n: number, of: number): Text => ({
    ko: `특이점 ${grouped(n)}/${grouped(of)},`,
    en: `findings ${grouped(n)} of ${grouped(of)},`,
  }),
  segmentOf: (n: number, of: number): Text => ({
    ko: `세그먼트 ${grouped(n)}/${grouped(of)}`,
    en: `segment ${grouped(n)} of ${grouped(of)}`,
  }),
  frame: (frame: number): Text => ({ ko: `프레임 ${grouped(frame)}`, en: `frame ${grouped(frame)}` }),
  windowBytes: (field: number, bytes: number): Text => ({
    ko: `window ${field}(${grouped(bytes)}바이트)`,
    en: `window ${field} (${count(bytes, 'byte', 'bytes')})`,
  }),
  windowUnscaled: (field: number): Text => ({
    ko: `window ${field}(윈도우 스케일을 알 수 없음)`,
    en: `window ${field} (scale unknown)`,
  }),
  rtt: (of: number, ms: string): Text => ({
    ko: `프레임 ${grouped(of)}에 대한 ACK입니다. 캡처한 곳에서 잰 RTT ${ms} ms.`,
    en: `Acknowledges frame ${grouped(of)}: an RTT of ${ms} ms, as seen where it was captured.`,
  }),
  oldTimestamp: (ticks: number): Text => ({
    ko: `TS -${ticks}: 타임스탬프(TSval)가 같은 쪽에서 먼저 캡처한 것보다 ${grouped(ticks)}틱 오래되었습니다. 그보다 먼저 보낸 세그먼트라는 뜻입니다(RFC 7323 §3).`,
    en: `TS -${ticks}: its timestamp (TSval) is ${count(ticks, 'tick', 'ticks')} older than one captured before it from the same end, so it was sent earlier (RFC 7323 §3).`,
  }),
  inFlight: (host: HostName, bytes: number): Text => ({
    ko: `이 세그먼트 뒤에 ${WHO[host].ko}의 미확인 데이터: ${grouped(bytes)}바이트.`,
    en: `Unacknowledged data of the ${WHO[host].en} after it: ${count(bytes, 'byte', 'bytes')}.`,
  }),
  nothingFound: { ko: '특이점이 없습니다.', en: 'Nothing remarkable about it.' },
  states: { ko: '상태', en: 'States' },
  hosts: WHO,
  unknownState: { ko: '알 수 없음', en: 'unknown' },
  whyUnknown: {
    middle: { ko: '캡처가 연결 중간에 시작됨', en: 'the capture began in the middle' },
    nowhere: { ko: '어디서 캡처했는지 알 수 없음', en: 'where it was captured is not known' },
    far: { ko: '반대쪽에서 캡처함', en: 'captured at the other end' },
    yet: { ko: '아직 드러나지 않음', en: 'nothing shows it yet' },
  },
  noQuestion: {
    ko: '이 대화에서 낼 수 있는 문제가 없습니다. 캡처만으로 답이 정해지는 순간이 없습니다.',
    en: 'No question can be asked about this conversation: it has no moment whose answer the capture settles.',
  },
  questionOf: (n: number, of: number): Text => ({ ko: `${of}문제 중 ${n}`, en: `${n} of ${of}` }),
  questions: { ko: '캡처 문제', en: 'Questions on a capture' },
  replayAbout: (number: number, file: string): Text => ({
    ko: `${file}의 대화 ${withParticle(number, '을/를')} 캡처한 대로 재생합니다.`,
    en: `Conversation ${grouped(number)} of ${file}, as it was captured.`,
  }),
} as const;
