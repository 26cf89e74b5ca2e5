import { bind, type KeyContext } from './binding.ts';

/** Keys of what is learned, reviewed and looked back on. */
export const LEARNING_KEYS = {
  'skill-map': {
    title: { ko: '문제 유형 지도', en: 'Skill map' },
    includes: ['list', 'back'],
    bindings: [
      bind('start', ['enter'], '연습', 'practise', 'shown'),
      bind('mix', ['x'], '섞어서 연습', 'practise a mix', 'shown'),
      bind('mark', ['space'], '고르기', 'mark', 'shown'),
      bind('mark-all', ['a'], '모두 고르기', 'mark all'),
      bind('unscheduled', ['f'], '일정에 반영하지 않고 연습', 'practise, nothing counts'),
      bind('resume', ['r'], '다시 넣기', 'take up again', 'shown'),
      bind('set-aside', ['!'], '복습에서 빼기', 'suspend'),
    ],
  },
  /** To be included: what every part of a concept offers. */
  concept: {
    title: { ko: '개념', en: 'A concept' },
    includes: [],
    bindings: [
      bind('next-part', ['right', 'tab'], '다음 쪽', 'next part', 'shown'),
      bind('previous-part', ['left', 'shift+tab'], '이전 쪽', 'previous part'),
      bind('watch', ['w'], '시뮬레이터', 'watch it', 'shown'),
      bind('cards', ['c'], '카드', 'cards', 'shown'),
      bind('practise', ['p'], '연습', 'practise', 'shown'),
    ],
  },
  lesson: {
    title: { ko: '개념 설명', en: 'A lesson' },
    includes: ['concept', 'scroll', 'back'],
    bindings: [bind('done', ['enter'], '다 읽음', 'done reading', 'shown')],
  },
  interview: {
    title: { ko: '면접 질문', en: 'Interview questions' },
    includes: ['concept', 'list', 'back'],
    bindings: [
      bind('reveal', ['space'], '답', 'answer', 'shown'),
      bind('write', ['a'], '써서 답하기', 'answer in writing', 'shown'),
      bind('next-question', ['enter', 'n'], '다음 질문', 'next question', 'shown'),
    ],
  },
  /** Not `typing`: that is one line, where ctrl+d erases. Letters are all text here, so each command has another key. */
  'interview-answer': {
    title: { ko: '면접 답 쓰기', en: 'Writing an answer' },
    includes: [],
    bindings: [
      bind('done', ['ctrl+d'], '다 썼음', 'done', 'shown'),
      bind('new-line', ['enter'], '줄바꿈', 'new line', 'shown'),
      bind('start-over', ['ctrl+r'], '처음부터', 'start over', 'shown'),
      bind('cursor-up', ['up'], '커서 위로', 'cursor up'),
      bind('cursor-down', ['down'], '커서 아래로', 'cursor down'),
      bind('cursor-left', ['left'], '커서 왼쪽으로', 'cursor left'),
      bind('cursor-right', ['right'], '커서 오른쪽으로', 'cursor right'),
      bind('line-start', ['home', 'ctrl+a'], '줄 맨 앞으로', 'to the start of the line'),
      bind('line-end', ['end', 'ctrl+e'], '줄 맨 뒤로', 'to the end of the line'),
      bind('text-start', ['page-up', 'ctrl+b'], '글 맨 앞으로', 'to the start of the text'),
      bind('text-end', ['page-down', 'ctrl+f'], '글 맨 뒤로', 'to the end of the text'),
      bind('erase', ['backspace'], '앞 글자 지우기', 'erase before the cursor'),
      bind('erase-next', ['delete'], '뒤 글자 지우기', 'erase after the cursor'),
      bind('erase-word', ['ctrl+w'], '앞 낱말 지우기', 'erase the word before'),
      bind('erase-line', ['ctrl+u'], '줄 앞부분 지우기', 'erase the line before the cursor'),
      bind('back', ['escape'], '나가기(저장)', 'leave (kept)', 'shown'),
    ],
  },
  'interview-check': {
    title: { ko: '면접 답 채점', en: 'Grading an answer' },
    includes: ['list', 'back'],
    bindings: [
      bind('toggle', ['space', 'x'], '표시/해제', 'tick', 'shown'),
      bind('grade', ['enter'], '다음', 'go on', 'shown'),
      bind('rewrite', ['e'], '답 고치기', 'edit the answer', 'shown'),
    ],
  },
  'interview-done': {
    title: { ko: '면접 정리', en: 'Interview summary' },
    includes: ['scroll', 'back'],
    bindings: [
      bind('leave', ['enter'], '마치기', 'done', 'shown'),
      bind('again', ['r'], '다시 답하기', 'answer again', 'shown'),
    ],
  },
  module: {
    title: { ko: '개념', en: 'A concept' },
    includes: ['concept', 'scroll', 'back'],
    bindings: [],
  },
  card: {
    title: { ko: '카드', en: 'A card' },
    includes: ['back'],
    bindings: [
      bind('reveal', ['space', 'enter'], '답 보기', 'show answer', 'shown'),
      bind('grade-1', ['1'], '다시', 'again', 'grade'),
      bind('grade-2', ['2'], '어려움', 'hard', 'grade'),
      bind('grade-3', ['3'], '알맞음', 'good', 'grade'),
      bind('grade-4', ['4'], '쉬움', 'easy', 'grade'),
      bind('watch', ['w'], '시뮬레이터', 'watch it', 'shown'),
      bind('undo', ['u'], '되돌리기', 'undo', 'shown'),
      bind('resume', ['r'], '다시 넣기', 'take up again', 'shown'),
      bind('bury', ['b'], '내일로 미루기', 'until tomorrow', 'shown'),
      bind('set-aside', ['!'], '복습에서 빼기', 'suspend', 'shown'),
      bind('up', ['up', 'k'], '위로', 'up', 'move'),
      bind('down', ['down', 'j'], '아래로', 'down', 'move'),
      bind('page-up', ['page-up', 'ctrl+b'], '한 화면 위로', 'a page up'),
      bind('page-down', ['page-down', 'ctrl+f'], '한 화면 아래로', 'a page down'),
    ],
  },
  'review-done': {
    title: { ko: '복습 끝', en: 'Review done' },
    includes: ['scroll', 'back'],
    bindings: [
      bind('leave', ['enter'], '홈으로', 'home', 'shown'),
      bind('undo', ['u'], '되돌리기', 'undo', 'shown'),
      bind('set-aside-list', ['e'], '따로 둔 항목', 'set aside', 'shown'),
    ],
  },
  /** An item forgotten again and again. */
  leech: {
    title: { ko: '자꾸 잊는 항목', en: 'Forgotten again and again' },
    includes: ['list', 'back'],
    bindings: [
      bind('open', ['enter'], '고르기', 'choose', 'shown'),
      bind('lesson', ['l'], '설명 읽기', 'lesson'),
      bind('practise', ['p'], '연습', 'practise'),
      bind('set-aside', ['!'], '복습에서 빼기', 'suspend'),
      bind('go-on', ['n'], '계속', 'go on'),
      bind('undo', ['u'], '되돌리기', 'undo', 'shown'),
    ],
  },
  'take-back': {
    title: { ko: '지난 기록 되돌리기', en: 'Undoing what was done earlier' },
    includes: [],
    bindings: [
      bind('take-back', ['enter'], '되돌리기', 'undo it', 'shown'),
      bind('keep', ['escape', 'q'], '그대로 두기', 'leave it', 'shown'),
    ],
  },
  /** One of the learner's own decks. */
  deck: {
    title: { ko: '내 덱', en: 'One of your decks' },
    includes: ['list', 'back'],
    bindings: [
      bind('review', ['enter', 'r'], '복습', 'review', 'shown'),
      bind('cards', ['c'], '모든 카드', 'all cards', 'shown'),
      bind('watch', ['w'], '시뮬레이터', 'watch it', 'shown'),
      bind('problems', ['e'], '고칠 곳', 'problems', 'shown'),
    ],
  },
  'deck-problems': {
    title: { ko: '노트에서 고칠 곳', en: 'Problems in your notes' },
    includes: ['scroll', 'back'],
    bindings: [],
  },
  /** Items that are not asked. */
  'set-aside': {
    title: { ko: '따로 둔 항목', en: 'Items set aside' },
    includes: ['list', 'back'],
    bindings: [bind('resume', ['enter', 'r'], '다시 넣기', 'take up again', 'shown')],
  },
  /** To be included: the parts of the progress. */
  'progress-part': {
    title: { ko: '진도', en: 'Progress' },
    includes: [],
    bindings: [
      bind('next-part', ['tab', 'right'], '다음 쪽', 'next part', 'shown'),
      bind('previous-part', ['shift+tab', 'left'], '이전 쪽', 'previous part'),
      bind('map', ['m'], '문제 유형 지도', 'skill map', 'shown'),
    ],
  },
  progress: {
    title: { ko: '진도', en: 'Progress' },
    includes: ['progress-part', 'scroll', 'back'],
    bindings: [],
  },
  'progress-mistakes': {
    title: { ko: '진도: 착각', en: 'Progress: mistakes' },
    includes: ['progress-part', 'list', 'back'],
    bindings: [bind('drill', ['enter', 'd'], '집중 연습', 'drill it', 'shown')],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
