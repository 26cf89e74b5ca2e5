import type { Misconception } from './misconception.ts';

export const REJECTS_MISCONCEPTIONS = {} as const satisfies Readonly<Record<string, Misconception>>;
