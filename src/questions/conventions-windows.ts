import type { Text } from '../language.ts';

/*
 * Conventions of questions about windows, beside those of conventions.ts.
 */

export const WINDOWS_IN_BYTES: Text = {
  ko: 'cwnd와 rwnd의 단위는 바이트이고, 윈도우 스케일링은 쓰지 않습니다.',
  en: 'cwnd and rwnd are in bytes; window scaling is not in use.',
};
