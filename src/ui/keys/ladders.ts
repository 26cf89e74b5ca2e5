import { bind, type KeyContext } from './binding.ts';
import { LADDER_LOOKS, LADDER_PLACES } from './ladder-view.ts';

/** Keys of ladders: played, or of a capture. */
export const LADDER_KEYS = {
  /** To be included: a ladder that plays. */
  ladder: {
    title: { ko: '재생되는 그림', en: 'A ladder that plays' },
    includes: [],
    bindings: [
      bind('toggle', ['space'], '재생/멈춤', 'play/pause', 'shown'),
      bind('step-back', ['left', 'p'], '한 단계 뒤로', 'step back', 'step'),
      bind('forward', ['right', 'n'], '한 단계 앞으로', 'step forward', 'step'),
      bind('follow', ['f'], '따라가기', 'follow one', 'shown'),
      bind('follow-previous', ['[', 'shift+tab'], '앞 세그먼트 따라가기', 'follow the segment before', 'follow'),
      bind('follow-next', [']', 'tab'], '다음 세그먼트 따라가기', 'follow the next segment', 'follow'),
      ...LADDER_LOOKS,
      bind('numbers', ['a'], '절대/상대 번호', 'absolute/relative', 'shown'),
      ...LADDER_PLACES,
    ],
  },
  watch: {
    title: { ko: '시뮬레이터 보기', en: 'Watching the simulator' },
    includes: ['ladder', 'run-again', 'back'],
    bindings: [],
  },
  /** To be included: the same once more, or with other numbers. */
  'run-again': {
    title: { ko: '다시 실행', en: 'Running again' },
    includes: [],
    bindings: [
      bind('new-seed', ['r'], '새 시드', 'new seed', 'shown'),
      bind('again', ['R'], '다시', 'replay', 'shown'),
      bind('take-over', ['t'], '직접 조종', 'take over', 'shown'),
    ],
  },
  'capture-file': {
    title: { ko: '캡처 열기', en: 'Opening a capture' },
    includes: ['typing', 'back'],
    bindings: [
      bind('open', ['enter'], '열기', 'open', 'shown'),
      bind('complete', ['tab'], '경로 완성', 'complete', 'shown'),
    ],
  },
  /** The conversations of a capture. */
  capture: {
    title: { ko: '캡처의 대화 목록', en: 'The conversations of a capture' },
    includes: ['list', 'back'],
    bindings: [bind('open', ['enter'], '열기', 'open', 'shown'), bind('sort', ['s'], '정렬 바꾸기', 'sort', 'shown')],
  },
  /** The same while the file is being read. */
  'capture-reading': {
    title: { ko: '캡처를 읽는 중', en: 'Reading a capture' },
    includes: ['list'],
    bindings: [
      bind('stop', ['escape', 'q'], '읽기 멈춤', 'stop reading', 'shown'),
      bind('sort', ['s'], '정렬 바꾸기', 'sort', 'shown'),
    ],
  },
  /** One conversation as a ladder. */
  'capture-conversation': {
    title: { ko: '캡처한 대화', en: 'A captured conversation' },
    includes: ['list', 'back'],
    bindings: [
      bind('ask', ['enter'], '문제 풀기', 'ask me', 'shown'),
      bind('next-remark', ['n'], '다음 특이점', 'next finding', 'shown'),
      bind('previous-remark', ['p', 'N'], '이전 특이점', 'finding before'),
      bind('detail', ['e'], '분석 크게', 'analysis', 'shown'),
      bind('numbers', ['a'], '절대/상대 번호', 'absolute/relative', 'shown'),
      bind('watch', ['w'], '재생해서 보기', 'watch it', 'shown'),
      bind('earlier', ['['], '앞부분', 'the part before'),
      bind('later', [']'], '뒷부분', 'the part after'),
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
