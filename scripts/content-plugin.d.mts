import type { Plugin as EsbuildPlugin } from 'esbuild';
import type { Plugin as VitePlugin } from 'vitest/config';

export function compileVirtualModules(): Promise<Record<string, string>>;
export function contentForEsbuild(sources: Record<string, string>): EsbuildPlugin;
export function contentForVite(): VitePlugin;
