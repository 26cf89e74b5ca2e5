import type { Trace } from '../trace/trace.ts';

const END = { state: 'CLOSED', sentBytes: 0, receivedBytes: 0 } as const;

/** The trace of a question that is about no conversation: what is given stands in its figures. */
export const NO_TRACE: Trace = {
  version: 1,
  scenario: 'none',
  seed: '',
  profile: 'rfc',
  hosts: {
    client: { address: '192.0.2.10', port: 49_152, mss: 1460 },
    server: { address: '198.51.100.20', port: 80, mss: 1460 },
  },
  segments: [],
  events: [],
  final: { client: END, server: END },
  endMs: 0,
  ended: 'quiet',
};
