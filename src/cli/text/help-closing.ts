import type { Text } from '../../language.ts';
import type { commands, examples } from './help.ts';

/** A command's full name below the program (`quiz`, `log check`), as its texts are filed. */
export type CommandPath = keyof typeof commands & keyof typeof examples;

/** What the exit code of a command says, where it says more than those of all commands. */
export const exits: Readonly<Partial<Record<CommandPath, Text>>> = {
  continue: {
    en: 'Exit codes: 0 done, 1 failed or nothing was left, 2 wrong usage.',
    ko: '종료 코드: 0 정상, 1 실패 또는 풀다 만 것이 없음, 2 잘못된 사용법.',
  },
  questions: {
    en: 'Exit codes: 0 done, 1 failed or fewer questions than asked for, 2 wrong usage.',
    ko: '종료 코드: 0 정상, 1 실패 또는 문제가 요청한 수보다 적음, 2 잘못된 사용법.',
  },
  'log check': {
    en: 'Exit codes: 0 sound, 1 failed or lines are damaged, 2 wrong usage.',
    ko: '종료 코드: 0 이상 없음, 1 실패 또는 손상된 줄이 있음, 2 잘못된 사용법.',
  },
  'deck check': {
    en: 'Exit codes: 0 all is used, 1 failed or something is kept out, 2 wrong usage.',
    ko: '종료 코드: 0 이상 없음, 1 실패 또는 쓸 수 없는 카드가 있음, 2 잘못된 사용법.',
  },
};

/** Heading of the commands that belong to one. */
export const seeAlso: Text = { en: 'See also:', ko: '관련 명령:' };

/** What else to look at, by command. */
export const related: Readonly<Record<CommandPath, readonly [CommandPath, ...CommandPath[]]>> = {
  review: ['due', 'practice', 'deck'],
  learn: ['practice', 'interview', 'simulate'],
  practice: ['skills', 'continue', 'questions'],
  continue: ['practice', 'quiz'],
  skills: ['practice', 'stats'],
  quiz: ['practice', 'questions', 'continue'],
  interview: ['learn', 'exam'],
  simulate: ['capture', 'learn'],
  capture: ['questions', 'simulate'],
  questions: ['practice', 'quiz', 'capture'],
  stats: ['skills', 'due'],
  due: ['review', 'exam', 'stats'],
  tune: ['due', 'config'],
  log: ['stats', 'tune'],
  'log check': ['log merge', 'log export'],
  'log merge': ['log check', 'log import'],
  'log export': ['log import', 'stats'],
  'log import': ['log export', 'log merge'],
  deck: ['review', 'learn'],
  'deck check': ['deck add'],
  'deck list': ['deck add', 'deck remove', 'review'],
  'deck add': ['deck check', 'deck list'],
  'deck remove': ['deck list'],
  'deck import': ['deck export', 'deck list'],
  'deck export': ['deck import', 'questions'],
  exam: ['due', 'config'],
  config: ['exam', 'tune'],
  'config get': ['config', 'config set'],
  'config set': ['config', 'config reset'],
  'config reset': ['config', 'config set', 'tune'],
  completion: ['manual'],
  manual: ['completion'],
};
