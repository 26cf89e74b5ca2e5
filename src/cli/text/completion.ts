import type { Text } from '../../language.ts';

/** What the completions of the shells and `seqack completion` say. */
export const completion = {
  everyModule: { en: 'every module', ko: '모든 개념' } satisfies Text,
  install: { en: 'To have it in every new shell:', ko: '새 셸마다 쓰려면:' } satisfies Text,
} as const;
