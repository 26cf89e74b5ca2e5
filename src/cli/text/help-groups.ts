import type { Text } from '../../language.ts';

const study: Text = { en: 'Study:', ko: '공부:' };
const look: Text = { en: 'See TCP at work:', ko: 'TCP 관찰:' };
const standing: Text = { en: 'Where you stand:', ko: '진도:' };
const own: Text = { en: 'Your own material, and for a class:', ko: '내 자료와 수업:' };
const program: Text = { en: 'The program:', ko: '프로그램:' };

/** Under which heading of `seqack --help` a command stands; the headings come in this order. */
export const groups = {
  learn: study,
  review: study,
  practice: study,
  quiz: study,
  interview: study,
  continue: study,
  simulate: look,
  capture: look,
  skills: standing,
  stats: standing,
  due: standing,
  exam: standing,
  deck: own,
  questions: own,
  config: program,
  log: program,
  tune: program,
  completion: program,
  manual: program,
  help: program,
} as const satisfies Readonly<Record<string, Text>>;

/** A command right below the program. */
export type TopCommand = keyof typeof groups;

/** Whether a command's full name (`quiz`, `log check`) is that of one. */
export function isTopCommand(path: string): path is TopCommand {
  return Object.hasOwn(groups, path);
}
