import type { HostName } from '../trace/trace.ts';

/** Looks at a run from outside without changing it. */
export interface Tap {
  /** Bytes handed to the application of `host` in its connection number `connection`, in order. */
  readonly delivered?: (host: HostName, connection: number, data: Uint8Array) => void;
}
