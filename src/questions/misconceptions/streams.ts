import type { Misconception } from './misconception.ts';

export const STREAMS_MISCONCEPTIONS = {} as const satisfies Readonly<Record<string, Misconception>>;
