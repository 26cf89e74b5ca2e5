import type { Misconception } from './misconception.ts';

export const CONGESTION_MISCONCEPTIONS = {} as const satisfies Readonly<Record<string, Misconception>>;
