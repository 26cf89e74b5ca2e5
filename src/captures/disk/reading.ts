import type { Damage, RawChunk } from './capture-chunk.ts';

/** Pieces as they lie on the disk, up to where the reading fails: what came before holds, as in a damaged file. */
export class Reading {
  /** Why it ended too early; null as long as it has not. */
  damage: Damage | null = null;
  readonly #raw: AsyncGenerator<RawChunk, void, undefined>;

  constructor(raw: AsyncGenerator<RawChunk, void, undefined>) {
    this.#raw = raw;
  }

  /** Throws what the system says when there is nothing before it. */
  async *chunks(): AsyncGenerator<RawChunk, void, undefined> {
    let [read, total]: [number, number | null] = [0, null];
    try {
      for await (const chunk of this.#raw) {
        ({ read, total } = chunk);
        yield chunk;
      }
    } catch (error) {
      const code = codeOf(error);
      if (read === 0 || code === null) throw error;
      this.damage = { offset: read, text: failed(code) };
      return;
    }
    if (total !== null && read < total) this.damage = { offset: read, text: SHRUNK };
  }
}

/** What the system calls its error; null for an error that is not the system's. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error)) return null;
  return /^[A-Z0-9_]{1,40}$/.test(String(error.code)) ? String(error.code) : null;
}

const failed = (code: string) => ({
  ko: `파일을 읽다가 오류가 났습니다(${code}).`,
  en: `reading the file failed (${code})`,
});

const SHRUNK = {
  ko: '읽는 동안 파일이 짧아졌습니다.',
  en: 'the file became shorter while it was read',
};
