import type { Misconception } from './misconception.ts';

export const RECOVERY_MISCONCEPTIONS = {} as const satisfies Readonly<Record<string, Misconception>>;
