import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What was begun and has to be ended, however the run ends: folders, mounts, processes. */
export interface Scope {
  /** A new empty folder, on the usual disk. */
  folder(): string;
  /** Removes a folder that is not needed any more. */
  remove(folder: string): void;
  /** A new empty disk of its own of so many KiB; null where mounting is not permitted. */
  smallDisk(kib: number): string | null;
  /** Ends what is given when the scope closes; the result takes it back, because it has ended by itself. */
  onClose(end: () => void): () => void;
  /** Ends everything, the latest first. What cannot be ended does not keep the rest from it. */
  close(): void;
}

/** A scope whose folders lie below one of its own in the system's folder for temporary files. */
export function openScope(): Scope {
  const base = mkdtempSync(join(tmpdir(), 'seqack-torture-'));
  // Some of what is run here is run as nobody.
  chmodSync(base, 0o755);
  const ends = new Set<() => void>([() => rmSync(base, { recursive: true, force: true })]);
  let made = 0;
  const onClose = (end: () => void): (() => void) => {
    ends.add(end);
    return () => ends.delete(end);
  };
  const folder = (): string => {
    const path = join(base, String(made++));
    mkdirSync(path);
    return path;
  };
  return {
    folder,
    remove: (path) => rmSync(path, { recursive: true, force: true }),
    smallDisk(kib) {
      const path = folder();
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', path], { stdio: 'ignore' });
      } catch {
        return null;
      }
      onClose(() => execFileSync('umount', ['-l', path], { stdio: 'ignore' }));
      return path;
    },
    onClose,
    close() {
      for (const end of [...ends].reverse()) {
        ends.delete(end);
        try {
          end();
        } catch (error) {
          process.stderr.write(`torture: not cleaned up: ${error instanceof Error ? error.message : String(error)}\n`);
        }
      }
    },
  };
}
