import type { Text } from '../../language.ts';

/** What `seqack config` says. */
export const config = {
  change: {
    en: 'To change one: seqack config set NAME VALUE',
    ko: '바꾸려면: seqack config set 이름 값',
  } satisfies Text,
  changed: {
    en: '* not the default',
    ko: '* 기본값과 다름',
  } satisfies Text,
  file: (path: string): Text => ({ en: `Kept in ${path}`, ko: `저장 위치: ${path}` }),
  names: {
    name: { en: 'name', ko: '이름' },
    value: { en: 'value', ko: '값' },
    allowed: { en: 'may be', ko: '쓸 수 있는 값' },
  },
} as const;

/** What settings.json may hold, as it is typed on the command line. */
export function typedForm({ en, ko }: Text): Text {
  const typed = (text: string): string => text.replace(/"/g, '').replace(/\bnull\b/g, 'none');
  return { en: typed(en), ko: typed(ko) };
}
