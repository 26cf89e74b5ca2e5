import { readFileSync } from 'node:fs';
import type { CaptureChunk } from '../../../src/captures/disk/capture-chunk.ts';
import type { Services } from '../../../src/ui/services.ts';

/** A recorded capture (test/captures/oracles/README.md). */
export function recorded(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../captures/oracles/${name}`, import.meta.url)));
}

export interface SlowFile {
  readonly open: Services['openCapture'];
  /** Lets so many more bytes be read. */
  readonly give: (bytes: number) => void;
  /** How many times it was opened. */
  readonly opened: () => number;
}

/** A file that comes only as fast as the test says. */
export function slowFile(file: Uint8Array): SlowFile {
  let allowed = 0;
  let opened = 0;
  let wake = () => {};
  return {
    opened: () => opened,
    give: (bytes) => {
      allowed += bytes;
      wake();
    },
    async *open(_, signal): AsyncGenerator<CaptureChunk> {
      opened++;
      signal.addEventListener('abort', () => wake());
      for (let read = 0; read < file.length && !signal.aborted; ) {
        const until = Math.min(allowed, file.length);
        if (until > read) {
          const bytes = file.subarray(read, until);
          read = until;
          yield { bytes, compressed: false, read, total: file.length, damage: null };
          continue;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
