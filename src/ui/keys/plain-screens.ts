import { bind, type KeyContext } from './binding.ts';

/** Keys of screens that lead on, set something or only say something. */
export const PLAIN_SCREEN_KEYS = {
  home: {
    title: { ko: '홈', en: 'Home' },
    includes: ['list'],
    bindings: [
      bind('open', ['enter'], '열기', 'open', 'shown'),
      bind('resume', ['c'], '이어 풀기', 'go on where you left'),
      bind('review', ['r'], '복습', 'review'),
      bind('learn', ['l'], '배우기', 'learn'),
      bind('practise', ['p'], '연습', 'practise'),
      bind('map', ['m'], '문제 유형 지도', 'skill map', 'shown'),
      bind('quiz', ['t'], '시험', 'timed quiz'),
      bind('interview', ['i'], '면접', 'interview'),
      bind('simulator', ['s'], '시뮬레이터', 'simulator'),
      bind('captures', ['o'], '캡처 열기', 'open a capture'),
      bind('set-aside-list', ['e'], '따로 둔 항목', 'set aside', 'shown'),
      bind('leave', ['q'], '끝내기', 'quit', 'shown'),
    ],
  },
  /** Any list from which one thing is chosen. */
  picker: {
    title: { ko: '고르기', en: 'Choosing' },
    includes: ['list', 'back'],
    bindings: [bind('open', ['enter'], '열기', 'open', 'shown')],
  },
  settings: {
    title: { ko: '설정', en: 'Settings' },
    includes: ['list', 'back'],
    bindings: [
      bind('decrease', ['left', '-'], '앞의 값', 'previous value', 'change'),
      bind('increase', ['right', '+', '='], '다음 값', 'next value', 'change'),
      bind('next-value', ['enter', 'space'], '다음 값', 'next value'),
    ],
  },
  /** A screen that only says something. */
  notice: {
    title: { ko: '알림', en: 'A notice' },
    includes: ['back'],
    bindings: [],
  },
  help: {
    title: { ko: '키 도움말', en: 'Keys' },
    includes: ['scroll'],
    bindings: [bind('close', ['escape', 'q', '?', 'enter'], '닫기', 'close', 'shown')],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
