import type { Text } from '../language.ts';

/**
 * The one keymap: which keys mean what, where, and what to call it. The footer, the help screen and the README's table
 * are made from it.
 *
 * A screen names its context in useKeys() and hands in a function per command it can carry out now; a command without
 * one is not shown and does nothing. To add a screen, add a context here (with `includes` for moving in a list,
 * scrolling, typing and going back) and the compiler lets useKeys() take exactly its commands.
 *
 * Keys are named as input/stroke.ts names them. Within a context and what it includes no key may stand twice (tested).
 */

export interface Binding<Command extends string = string> {
  readonly command: Command;
  readonly keys: readonly [string, ...string[]];
  readonly label: Text;
  /** In the footer: not at all, by itself, or together with its neighbours of the same group. */
  readonly footer: 'hidden' | 'shown' | Group;
}

/** Keys that are one idea in the footer: the first key of the first and of the last binding, and one label. */
export type Group = 'move' | 'grade' | 'change' | 'step' | 'speed' | 'follow';

export const GROUPS: Readonly<Record<Group, { readonly label: Text; readonly join: string }>> = {
  move: { label: { ko: '이동', en: 'move' }, join: '' },
  grade: { label: { ko: '채점', en: 'grade' }, join: '-' },
  change: { label: { ko: '바꾸기', en: 'change' }, join: '' },
  step: { label: { ko: '단계', en: 'step' }, join: '' },
  speed: { label: { ko: '속도', en: 'speed' }, join: '' },
  follow: { label: { ko: '앞뒤', en: 'others' }, join: ' ' },
};

interface KeyContext {
  readonly title: Text;
  readonly includes: readonly string[];
  readonly bindings: readonly Binding[];
}

function bind<const Command extends string>(
  command: Command,
  keys: readonly [string, ...string[]],
  ko: string,
  en: string,
  footer: Binding['footer'] = 'hidden',
): Binding<Command> {
  return { command, keys, label: { ko, en }, footer };
}

/** How a ladder is drawn and how fast it plays, whoever plays it. */
const LADDER_LOOKS = [
  bind('panel', ['b'], '패널', 'panel', 'shown'),
  bind('view', ['v'], '시간 축/간단히', 'time/compact', 'shown'),
  bind('slower', ['-'], '느리게', 'slower', 'speed'),
  bind('faster', ['+', '='], '빠르게', 'faster', 'speed'),
] as const;

/** Which part of a ladder is seen. */
const LADDER_PLACES = [
  bind('zoom-in', ['z'], '시간 간격 늘리기', 'stretch time'),
  bind('zoom-out', ['Z'], '시간 간격 줄이기', 'compress time'),
  bind('start', ['g', 'home'], '처음으로', 'to the start'),
  bind('end', ['G', 'end'], '끝으로', 'to the end'),
  bind('up', ['up', 'k'], '위로', 'scroll up'),
  bind('down', ['down', 'j'], '아래로', 'scroll down'),
  bind('page-up', ['page-up', 'ctrl+b'], '한 화면 위로', 'a page up'),
  bind('page-down', ['page-down', 'ctrl+f'], '한 화면 아래로', 'a page down'),
] as const;

export const KEYMAP = {
  /** Works on every screen, unless the learner is typing text that the key belongs to. */
  everywhere: {
    title: { ko: '어디서나', en: 'Everywhere' },
    includes: [],
    bindings: [
      bind('help', ['?'], '모든 키', 'all keys', 'shown'),
      bind('language', ['L', 'ctrl+l'], 'English로 바꾸기', 'switch to Korean (한국어)'),
      bind('suspend', ['ctrl+z'], '잠시 셸로', 'suspend to the shell'),
      bind('quit', ['ctrl+c'], '끝내기', 'quit'),
    ],
  },
  /** To be included: moving in a list. */
  list: {
    title: { ko: '목록', en: 'Lists' },
    includes: [],
    bindings: [
      bind('up', ['up', 'k'], '위로', 'up', 'move'),
      bind('down', ['down', 'j'], '아래로', 'down', 'move'),
      bind('page-up', ['page-up', 'ctrl+b'], '한 화면 위로', 'a page up'),
      bind('page-down', ['page-down', 'ctrl+f'], '한 화면 아래로', 'a page down'),
      bind('first', ['home', 'g'], '처음으로', 'to the top'),
      bind('last', ['end', 'G'], '끝으로', 'to the end'),
      bind('search', ['/'], '찾기', 'search', 'shown'),
      // Before `back`, which has the other key meanwhile.
      bind('clear-search', ['escape'], '모두 보기', 'show all', 'shown'),
    ],
  },
  /** While the words to search a list for are typed. */
  search: {
    title: { ko: '찾기', en: 'Searching' },
    includes: ['typing'],
    bindings: [
      bind('up', ['up'], '위로', 'up', 'move'),
      bind('down', ['down'], '아래로', 'down', 'move'),
      bind('page-up', ['page-up', 'ctrl+b'], '한 화면 위로', 'a page up'),
      bind('page-down', ['page-down', 'ctrl+f'], '한 화면 아래로', 'a page down'),
      bind('keep', ['enter'], '찾은 것만 보기', 'keep these', 'shown'),
      bind('cancel', ['escape'], '찾기 그만', 'stop searching', 'shown'),
    ],
  },
  /** To be included: moving in a long text. */
  scroll: {
    title: { ko: '글', en: 'Texts' },
    includes: [],
    bindings: [
      bind('up', ['up', 'k'], '위로', 'up', 'move'),
      bind('down', ['down', 'j'], '아래로', 'down', 'move'),
      bind('page-up', ['page-up', 'ctrl+b', 'b'], '한 화면 위로', 'a page up'),
      bind('page-down', ['page-down', 'ctrl+f', 'space'], '한 화면 아래로', 'a page down'),
      bind('first', ['home', 'g'], '처음으로', 'to the top'),
      bind('last', ['end', 'G'], '끝으로', 'to the end'),
    ],
  },
  /** To be included: a line of text being typed. Characters the line accepts are typed, not commands. */
  typing: {
    title: { ko: '입력', en: 'Typing' },
    includes: [],
    bindings: [
      bind('erase', ['backspace'], '앞 글자 지우기', 'erase before the cursor'),
      bind('erase-next', ['delete', 'ctrl+d'], '뒤 글자 지우기', 'erase after the cursor'),
      bind('erase-all', ['ctrl+u'], '모두 지우기', 'erase everything'),
      bind('cursor-left', ['left'], '커서 왼쪽으로', 'cursor left'),
      bind('cursor-right', ['right'], '커서 오른쪽으로', 'cursor right'),
      bind('cursor-start', ['home', 'ctrl+a'], '맨 앞으로', 'to the start'),
      bind('cursor-end', ['end', 'ctrl+e'], '맨 뒤로', 'to the end'),
    ],
  },
  /** To be included: one step back. */
  back: {
    title: { ko: '이동', en: 'Going back' },
    includes: [],
    bindings: [bind('back', ['escape', 'q'], '뒤로', 'back', 'shown')],
  },
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
  settings: {
    title: { ko: '설정', en: 'Settings' },
    includes: ['list', 'back'],
    bindings: [
      bind('decrease', ['left', '-'], '앞의 값', 'previous value', 'change'),
      bind('increase', ['right', '+', '='], '다음 값', 'next value', 'change'),
      bind('next-value', ['enter', 'space'], '다음 값', 'next value'),
    ],
  },
  'quiz-setup': {
    title: { ko: '시험 준비', en: 'Quiz set-up' },
    includes: ['list', 'back'],
    bindings: [
      bind('decrease', ['left', '-'], '줄이기', 'less', 'change'),
      bind('increase', ['right', '+', '='], '늘리기', 'more', 'change'),
      bind('start', ['enter'], '시작', 'start', 'shown'),
    ],
  },
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
  /** Both sides of a connection played by hand. What the chosen side can do is listed on the screen, not in the footer. */
  sandbox: {
    title: { ko: '샌드박스', en: 'The sandbox' },
    includes: ['back'],
    bindings: [
      bind('toggle', ['space'], '재생/멈춤', 'run/pause', 'shown'),
      bind('side', ['tab'], '다른 쪽', 'other side', 'shown'),
      bind('step-back', ['left'], '한 단계 뒤로', 'step back', 'step'),
      bind('forward', ['right'], '한 단계 앞으로', 'step forward', 'step'),
      bind('undo', ['u'], '되돌리기', 'undo', 'shown'),
      bind('predict', ['p'], '예측', 'predict'),
      bind('hint', ['h'], '해 볼 것', 'what to try'),
      bind('save', ['w'], '저장', 'save'),
      bind('ask', ['o', 'enter'], '문제 풀기', 'ask me'),
      bind('connect', ['c'], '연결', 'connect'),
      bind('listen', ['l'], '연결 대기', 'listen'),
      bind('send', ['s'], '보내기', 'send'),
      bind('close', ['x'], '닫기', 'close'),
      bind('abort', ['a'], '강제 종료', 'abort'),
      bind('reading', ['r'], '읽기 멈춤/재개', 'stop or resume reading'),
      bind('read', ['R'], '조금만 읽기', 'read some'),
      bind('crash', ['C'], '다운', 'crash'),
      bind('drop', ['d'], '다음 세그먼트 유실', 'lose the next segment'),
      bind('delay', ['e'], '다음 세그먼트 지연', 'delay the next segment'),
      bind('duplicate', ['D'], '다음 세그먼트 중복', 'double the next segment'),
      bind('forge', ['f'], '위조', 'forge'),
      bind('network', ['n'], '네트워크', 'network'),
      bind('follow', ['F'], '한 세그먼트 따라가기', 'follow one segment'),
      bind('follow-previous', ['['], '앞 세그먼트 따라가기', 'follow the segment before'),
      bind('follow-next', [']'], '다음 세그먼트 따라가기', 'follow the next segment'),
      ...LADDER_LOOKS,
      bind('numbers', ['#'], '절대/상대 번호', 'absolute/relative'),
      ...LADDER_PLACES,
    ],
  },
  /** How many bytes, how many ms. */
  'sandbox-amount': {
    title: { ko: '샌드박스: 크기와 시간', en: 'The sandbox: how much' },
    includes: ['typing', 'back'],
    bindings: [
      bind('done', ['enter'], '실행', 'do it', 'shown'),
      bind('up', ['up', 'k'], '더 크게', 'more', 'change'),
      bind('down', ['down', 'j'], '더 작게', 'less', 'change'),
    ],
  },
  'sandbox-forge': {
    title: { ko: '샌드박스: 세그먼트 위조', en: 'The sandbox: forging a segment' },
    includes: ['back'],
    bindings: [
      bind('done', ['enter'], '보내기', 'send it', 'shown'),
      bind('up', ['up', 'k', 'shift+tab'], '위 칸', 'field above', 'move'),
      bind('down', ['down', 'j', 'tab'], '아래 칸', 'field below', 'move'),
      bind('decrease', ['left'], '앞의 보기', 'choice before', 'change'),
      bind('increase', ['right'], '다음 보기', 'next choice', 'change'),
      bind('erase', ['backspace'], '앞 글자 지우기', 'erase before the cursor'),
      bind('erase-all', ['ctrl+u'], '모두 지우기', 'erase everything'),
    ],
  },
  'sandbox-network': {
    title: { ko: '샌드박스: 네트워크와 호스트', en: 'The sandbox: network and hosts' },
    includes: ['list', 'back'],
    bindings: [
      bind('done', ['enter'], '적용', 'apply', 'shown'),
      bind('decrease', ['left', '-'], '앞의 값', 'previous value', 'change'),
      bind('increase', ['right', '+', '='], '다음 값', 'next value', 'change'),
    ],
  },
  'sandbox-save': {
    title: { ko: '샌드박스: 저장', en: 'The sandbox: saving' },
    includes: ['typing', 'back'],
    bindings: [
      bind('done', ['enter'], '저장', 'save', 'shown'),
      bind('what', ['tab'], '무엇을 저장할지', 'what to save', 'shown'),
    ],
  },
  'sandbox-leave': {
    title: { ko: '샌드박스: 나가기', en: 'The sandbox: leaving' },
    includes: [],
    bindings: [
      bind('save', ['w'], '저장', 'save', 'shown'),
      bind('leave', ['enter'], '그냥 나가기', 'leave anyway', 'shown'),
      bind('go-on', ['escape', 'q'], '계속하기', 'stay', 'shown'),
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
  /** A screen that only says something. */
  notice: {
    title: { ko: '알림', en: 'A notice' },
    includes: ['back'],
    bindings: [],
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
  help: {
    title: { ko: '키 도움말', en: 'Keys' },
    includes: ['scroll'],
    bindings: [bind('close', ['escape', 'q', '?', 'enter'], '닫기', 'close', 'shown')],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;

export type ContextName = keyof typeof KEYMAP;

type OwnCommand<Name extends ContextName> = (typeof KEYMAP)[Name]['bindings'][number]['command'];

/** The commands of a context and of what it includes. */
export type CommandOf<Name extends ContextName> =
  | OwnCommand<Name>
  | OwnCommand<(typeof KEYMAP)[Name]['includes'][number]>;

/** All bindings of a context: its own first, then those it includes. The ones that work everywhere are not among them. */
export function bindingsOf(name: ContextName): readonly Binding[] {
  const context: KeyContext = KEYMAP[name];
  const included = context.includes.map((one): KeyContext => KEYMAP[one as ContextName]);
  return [context, ...included].flatMap(({ bindings }) => bindings);
}
