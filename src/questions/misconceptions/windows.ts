import type { Misconception } from './misconception.ts';

export const WINDOWS_MISCONCEPTIONS = {} as const satisfies Readonly<Record<string, Misconception>>;
