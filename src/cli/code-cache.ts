import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { constants, Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/** What had been run when the code was kept: functions never called are not in it. */
export type CachedKind = 'plain' | 'screen';

export interface LoadedScript {
  /** The script's module.exports. */
  readonly loaded: unknown;
  /** What the cache held that was used; null when there was none that fits. */
  readonly cached: CachedKind | null;
  /** Keeps the code compiled until now. Never throws: without a cache the next start is slower, no more. */
  readonly save: (kind: CachedKind) => void;
}

const KINDS: readonly CachedKind[] = ['plain', 'screen'];
/** A CRC-32 of the rest, then the kind. V8 checks that code fits its version, not that it is whole. */
const HEADER_BYTES = 8;
const PREFIX = 'code-';
/** Versions of seqack and of Node kept side by side. */
const MOST_KEPT = 4;

/**
 * Loads a CommonJS file of ASCII text, which is one function of what a CommonJS file knows (exports, require, module,
 * __filename, __dirname), with its compiled code from an earlier start: on Node 20 a third of the time to the first
 * screen is parsing and compiling. `hash` names the file's contents; `folder` is the user's cache folder, or null to
 * do without.
 */
export function loadWithCodeCache(file: string, hash: string, folder: string | null): LoadedScript {
  const path = folder === null ? null : join(folder, `${PREFIX}${hash}-${process.version}-${process.arch}`);
  const found = path === null ? null : read(path);
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(found === null ? {} : { cachedData: found.code }),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return {
    loaded: module.exports,
    cached: found === null || script.cachedDataRejected === true ? null : found.kind,
    save: (kind) => {
      if (path !== null) write(path, kind, script.createCachedData());
    },
  };
}

function read(path: string): { readonly kind: CachedKind; readonly code: Buffer } | null {
  try {
    const bytes = readFileSync(path);
    const kind = KINDS[bytes.readUInt32LE(4)];
    if (kind === undefined || bytes.readUInt32LE(0) !== crc32(bytes.subarray(4))) return null;
    return { kind, code: bytes.subarray(HEADER_BYTES) };
  } catch {
    return null;
  }
}

/** Written beside and renamed: another start never sees half of it. The oldest are cleared away. */
function write(path: string, kind: CachedKind, code: Buffer): void {
  const folder = dirname(path);
  const unfinished = `${path}.${process.pid}`;
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(KINDS.indexOf(kind), 4);
  header.writeUInt32LE(crc32(code, crc32(header.subarray(4))), 0);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, Buffer.concat([header, code]));
    renameSync(unfinished, path);
    const kept = readdirSync(folder)
      .filter((name) => name.startsWith(PREFIX))
      .map((name) => ({ at: join(folder, name), ms: statSync(join(folder, name)).mtimeMs }));
    for (const { at } of kept.sort((a, b) => b.ms - a.ms).slice(MOST_KEPT)) remove(at);
  } catch {
    remove(unfinished);
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Not even a folder to remove it from.
  }
}
