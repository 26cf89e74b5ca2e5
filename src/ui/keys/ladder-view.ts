import { bind } from './binding.ts';

/** How a ladder is drawn and how fast it plays, whoever plays it. */
export const LADDER_LOOKS = [
  bind('panel', ['b'], '패널', 'panel', 'shown'),
  bind('view', ['v'], '시간 축/간단히', 'time/compact', 'shown'),
  bind('slower', ['-'], '느리게', 'slower', 'speed'),
  bind('faster', ['+', '='], '빠르게', 'faster', 'speed'),
] as const;

/** Which part of a ladder is seen. */
export const LADDER_PLACES = [
  bind('zoom-in', ['z'], '시간 간격 늘리기', 'stretch time'),
  bind('zoom-out', ['Z'], '시간 간격 줄이기', 'compress time'),
  bind('start', ['g', 'home'], '처음으로', 'to the start'),
  bind('end', ['G', 'end'], '끝으로', 'to the end'),
  bind('up', ['up', 'k'], '위로', 'scroll up'),
  bind('down', ['down', 'j'], '아래로', 'scroll down'),
  bind('page-up', ['page-up', 'ctrl+b'], '한 화면 위로', 'a page up'),
  bind('page-down', ['page-down', 'ctrl+f'], '한 화면 아래로', 'a page down'),
] as const;
