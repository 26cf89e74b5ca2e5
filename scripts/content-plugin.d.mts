import type { Plugin as EsbuildPlugin } from 'esbuild';
import type { Plugin as VitePlugin } from 'vitest/config';

/** Both as JSON. */
export interface ContentJson {
  readonly modules: string;
  readonly scenarios: string;
}

export function readContent(): Promise<ContentJson>;
export function contentForEsbuild(content: ContentJson | null): EsbuildPlugin;
export function contentForVite(): VitePlugin;
