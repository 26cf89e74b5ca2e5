import { bind, type KeyContext } from './binding.ts';

/** Keys of questions, of their verdicts and of the quiz. */
export const ASKING_KEYS = {
  'quiz-setup': {
    title: { ko: '시험 준비', en: 'Quiz set-up' },
    includes: ['list', 'back'],
    bindings: [
      bind('decrease', ['left', '-'], '줄이기', 'less', 'change'),
      bind('increase', ['right', '+', '='], '늘리기', 'more', 'change'),
      bind('start', ['enter'], '시작', 'start', 'shown'),
    ],
  },
  /** To be included: a question being asked. Letters that the field takes are entered; ctrl keys work in any field. */
  question: {
    title: { ko: '문제', en: 'A question' },
    includes: [],
    bindings: [
      bind('submit', ['enter'], '답하기', 'answer', 'shown'),
      bind('next-field', ['tab'], '다음 칸', 'next field', 'shown'),
      bind('previous-field', ['shift+tab'], '이전 칸', 'previous field'),
      bind('hint', ['h', 'ctrl+t'], '힌트', 'hint', 'shown'),
      bind('skip', ['s', 'ctrl+n'], '건너뛰기', 'skip', 'shown'),
      bind('undo', ['u', 'ctrl+o'], '되돌리기', 'undo', 'shown'),
      bind('bury', ['b', 'ctrl+k'], '내일로 미루기', 'until tomorrow'),
      bind('set-aside', ['!', 'ctrl+x'], '복습에서 빼기', 'suspend'),
      bind('scroll-up', ['page-up', 'ctrl+b'], '위쪽 보기', 'scroll up'),
      bind('scroll-down', ['page-down', 'ctrl+f'], '아래쪽 보기', 'scroll down'),
    ],
  },
  'ask-number': {
    title: { ko: '번호 입력', en: 'Answering with a number' },
    includes: ['question', 'typing', 'back'],
    bindings: [],
  },
  'ask-flags': {
    title: { ko: '플래그 고르기', en: 'Answering with flags' },
    includes: ['question', 'back'],
    bindings: [
      bind('up', ['left', 'up', 'k'], '앞 플래그', 'flag before', 'move'),
      bind('down', ['right', 'down', 'j'], '뒤 플래그', 'flag after', 'move'),
      bind('toggle', ['space'], '선택', 'set', 'shown'),
      bind('erase', ['backspace', 'ctrl+u'], '모두 끄기', 'clear all'),
    ],
  },
  'ask-state': {
    title: { ko: '상태 고르기', en: 'Answering with a state' },
    includes: ['question', 'back'],
    bindings: [
      bind('up', ['left', 'up', 'k'], '앞 상태', 'state before', 'move'),
      bind('down', ['right', 'down', 'j'], '뒤 상태', 'state after', 'move'),
      bind('erase', ['backspace'], '지우기', 'erase'),
    ],
  },
  'ask-choice': {
    title: { ko: '보기 고르기', en: 'Answering with a choice' },
    includes: ['question', 'back'],
    bindings: [
      bind('up', ['up', 'k'], '위 보기', 'choice above', 'move'),
      bind('down', ['down', 'j'], '아래 보기', 'choice below', 'move'),
    ],
  },
  'ask-order': {
    title: { ko: '순서 정하기', en: 'Answering with an order' },
    includes: ['question', 'back'],
    bindings: [
      bind('up', ['up', 'k'], '위 항목', 'item above', 'move'),
      bind('down', ['down', 'j'], '아래 항목', 'item below', 'move'),
      bind('toggle', ['space'], '추가', 'add', 'shown'),
      bind('erase', ['backspace'], '마지막 것 빼기', 'take the last one out'),
    ],
  },
  verdict: {
    title: { ko: '채점과 풀이', en: 'Verdict and explanation' },
    includes: ['list', 'back'],
    bindings: [
      bind('next', ['enter', 'space'], '다음', 'next', 'shown'),
      bind('explanation', ['e'], '풀이 크게', 'explanation', 'shown'),
      bind('watch', ['w'], '재생해서 보기', 'watch it', 'shown'),
      bind('drill', ['d'], '집중 연습', 'drill it', 'shown'),
      bind('numbers', ['n'], '절대/상대 번호', 'absolute/relative', 'shown'),
      bind('undo', ['u'], '되돌리기', 'undo', 'shown'),
      bind('bury', ['b'], '내일로 미루기', 'until tomorrow', 'shown'),
      bind('set-aside', ['!'], '복습에서 빼기', 'suspend', 'shown'),
    ],
  },
  'quiz-leave': {
    title: { ko: '시험 그만두기', en: 'Ending a quiz' },
    includes: [],
    bindings: [
      bind('end', ['enter'], '그만두기', 'end it', 'shown'),
      bind('later', ['p'], '나중에 이어서', 'go on later', 'shown'),
      bind('go-on', ['escape', 'q'], '계속 풀기', 'go on', 'shown'),
    ],
  },
  'quiz-result': {
    title: { ko: '시험 결과', en: 'Quiz result' },
    includes: ['list', 'back'],
    bindings: [
      // Not Enter: one meant for the last answer, pressed as the time runs out, would take the result away.
      bind('missed', ['m'], '틀린 문제 연습', 'practise what I missed', 'shown'),
      bind('drill', ['d'], '집중 연습', 'drill it', 'shown'),
      bind('another', ['r'], '새 시험', 'another quiz', 'shown'),
    ],
  },
  'practice-done': {
    title: { ko: '연습 끝', en: 'Practice done' },
    includes: ['list', 'back'],
    bindings: [
      bind('more', ['enter'], '더 풀기', 'go on', 'shown'),
      bind('drill', ['d'], '집중 연습', 'drill it', 'shown'),
      bind('missed', ['m'], '틀린 문제 다시', 'missed ones again', 'shown'),
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
