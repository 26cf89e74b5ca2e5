import type { Text } from '../language.ts';

/*
 * Conventions of questions about the order of numbers, beside those of conventions.ts.
 */

export const SHORT_WAY: Text = {
  ko: '번호는 32비트이고, 두 번호의 거리는 2^31보다 짧은 쪽으로 잽니다.',
  en: 'The numbers have 32 bits; their distance is taken the short way, which is below 2^31.',
};

export const RECENT_IS_FRESH: Text = {
  ko: 'TS.Recent는 오래 쉰 연결의 값이 아니어서 유효합니다(RFC 7323 §5.5의 예외가 아님).',
  en: 'The connection has not been idle for long: TS.Recent is valid (no exception of RFC 7323 §5.5).',
};
