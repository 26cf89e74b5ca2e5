import type { Language } from '../../language.ts';
import { withParticle } from '../../questions/words.ts';

/** The words of the ladder that plays: the figures of both ends, and the story of one segment. */
export interface LadderViewWords {
  readonly seconds: (ms: number) => string;
  /** What a sender has sent and nobody has acknowledged yet. */
  readonly inFlight: string;
  readonly ofLimit: (bytes: number, limit: number, by: 'cwnd' | 'snd.wnd') => string;
  readonly ofWindows: (bytes: number) => string;
  readonly received: string;
  readonly allInOrder: string;
  readonly gap: (bytes: number) => string;
  readonly held: (bytes: number) => string;
  readonly heldFin: string;
  readonly holds: (ranges: string) => string;
  readonly noConnection: string;
  readonly noTimer: string;
  /** Figures that have no room here are behind this key. */
  readonly following: (n: number, of: number) => string;
  readonly nothingToFollow: string;
  readonly story: {
    readonly sent: (time: string) => string;
    readonly repeats: (n: number) => string;
    readonly copyOf: (n: number) => string;
    readonly forged: string;
    readonly arrived: (time: string, took: string) => string;
    readonly lost: string;
    readonly flying: string;
    readonly unknown: string;
    readonly copied: (n: number) => string;
    readonly repeatedAs: (n: number, time: string) => string;
    readonly acknowledgedBy: (n: number) => string;
    readonly acknowledges: (list: string) => string;
    readonly notAcknowledged: string;
    readonly join: string;
  };
  readonly side: {
    /** The figures of one end in a sentence, for a screen reader. */
    /** Null: nothing limits it yet. */
    readonly sending: (bytes: number, limit: number | null) => string;
    readonly receiving: (next: string) => string;
    readonly timer: (name: string, left: string) => string;
  };
}

const en: LadderViewWords = {
  seconds: (ms) => (ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`),
  inFlight: 'in flight',
  ofLimit: (bytes, limit, by) => `${bytes} of ${limit} (${by})`,
  ofWindows: (bytes) => `${bytes}`,
  received: 'received',
  allInOrder: 'all in order',
  gap: (bytes) => `gap ${bytes}`,
  held: (bytes) => `held ${bytes}`,
  heldFin: 'FIN held',
  holds: (ranges) => `holds ${ranges}`,
  noConnection: 'no connection',
  noTimer: 'no timer runs',
  following: (n, of) => `segment #${n} of ${of}`,
  nothingToFollow: 'no segment yet',
  story: {
    sent: (time) => `sent at ${time}`,
    repeats: (n) => `sends #${n} again`,
    copyOf: (n) => `a copy of #${n} made by the network`,
    forged: 'forged',
    arrived: (time, took) => `arrived at ${time} (${took} on its way)`,
    lost: 'lost on its way',
    flying: 'on its way',
    unknown: 'nothing shows whether it arrived',
    copied: (n) => `the network made a copy, #${n}`,
    repeatedAs: (n, time) => `sent again as #${n} at ${time}`,
    acknowledgedBy: (n) => `acknowledged by #${n}`,
    acknowledges: (list) => `acknowledges ${list}`,
    notAcknowledged: 'not acknowledged so far',
    join: '; ',
  },
  side: {
    sending: (bytes, limit) => (limit === null ? `in flight ${bytes}` : `in flight ${bytes} of ${limit} allowed`),
    receiving: (next) => `expects ${next}`,
    timer: (name, left) => `${name} in ${left}`,
  },
};

const ko: LadderViewWords = {
  seconds: (ms) => (ms < 10_000 ? `${(ms / 1000).toFixed(1)}초` : `${Math.round(ms / 1000)}초`),
  inFlight: '전송 중',
  ofLimit: (bytes, limit, by) => `${bytes}/${limit} (${by})`,
  ofWindows: (bytes) => `${bytes}`,
  received: '수신',
  allInOrder: '모두 순서대로',
  gap: (bytes) => `빈 곳 ${bytes}`,
  held: (bytes) => `보관 ${bytes}`,
  heldFin: 'FIN 보관',
  holds: (ranges) => `보관 ${ranges}`,
  noConnection: '연결 없음',
  noTimer: '도는 타이머 없음',
  following: (n, of) => `세그먼트 #${n}/${of}`,
  nothingToFollow: '아직 세그먼트가 없습니다',
  story: {
    sent: (time) => `${time} 송신`,
    repeats: (n) => `#${n}의 재전송`,
    copyOf: (n) => `네트워크가 만든 #${n}의 중복`,
    forged: '위조',
    arrived: (time, took) => `${time} 도착(${took} 걸림)`,
    lost: '가는 길에 유실',
    flying: '가는 중',
    unknown: '도착했는지 알 수 없음',
    copied: (n) => `네트워크가 중복 #${n} 생성`,
    repeatedAs: (n, time) => `${time} #${withParticle(n, '으로/로')} 재전송`,
    acknowledgedBy: (n) => `#${n} 세그먼트가 확인 응답`,
    acknowledges: (list) => `${list} 확인 응답`,
    notAcknowledged: '아직 확인 응답 없음',
    join: ', ',
  },
  side: {
    sending: (bytes, limit) => (limit === null ? `전송 중 ${bytes}` : `전송 중 ${bytes}(허용 ${limit})`),
    receiving: (next) => `다음에 받을 번호 ${next}`,
    timer: (name, left) => `${name}까지 ${left}`,
  },
};

const WORDS: Readonly<Record<Language, LadderViewWords>> = { ko, en };

/** The words of the ladder that plays, in one language. */
export function ladderViewWords(language: Language): LadderViewWords {
  return WORDS[language];
}
