import { bind, type KeyContext } from './binding.ts';

/** Keys of moving about, in a list, a text, a line that is typed and between screens; most are to be included. */
export const MOVING_KEYS = {
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
} as const satisfies Readonly<Record<string, KeyContext>>;
