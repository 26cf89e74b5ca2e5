import type { Misconception } from './misconception.ts';

export const TIMERS_MISCONCEPTIONS = {} as const satisfies Readonly<Record<string, Misconception>>;
