import { bind, type KeyContext } from './binding.ts';
import { LADDER_LOOKS, LADDER_PLACES } from './ladder-view.ts';

/** Keys of the sandbox and its forms. */
export const SANDBOX_KEYS = {
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
} as const satisfies Readonly<Record<string, KeyContext>>;
