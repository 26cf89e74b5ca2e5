import type { Text } from '../language.ts';

export const RTO_WEIGHTS: Text = {
  ko: 'RFC 6298의 값을 씁니다: alpha = 1/8, beta = 1/4, K = 4.',
  en: 'The constants are those of RFC 6298: alpha = 1/8, beta = 1/4, K = 4.',
};

export const RTO_WITHOUT_BOUNDS: Text = {
  ko: 'RTO에 하한과 상한을 두지 않고, 시계 단위 G는 무시할 만큼 작다고 봅니다.',
  en: 'No lower or upper bound is applied to the RTO, and the clock granularity G is negligible.',
};

export const EXACT_DECIMALS: Text = {
  ko: '단위는 ms이며, 반올림하지 않은 값입니다(소수점 아래 셋째 자리까지면 정확합니다).',
  en: 'Values are in ms and not rounded (three decimals are enough to be exact).',
};

export const NO_UPPER_BOUND_REACHED: Text = {
  ko: 'RTO는 상한에 이르지 않고, 타이머는 오차 없이 만료됩니다.',
  en: 'The RTO stays below any upper bound, and timers expire exactly on time.',
};
