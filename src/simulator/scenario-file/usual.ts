import type { HostName } from '../../trace/trace.ts';
import type { Action } from '../scenario.ts';

/* What a scenario file means where it says nothing of it, beyond what stands at each key of its schema. */

/** Addresses for ends that have none: beside an IPv6 address one of that version too (RFC 3849). */
export const ADDRESSES: Readonly<Record<HostName, readonly [version4: string, version6: string]>> = {
  client: ['10.0.0.1', '2001:db8::1'],
  server: ['10.0.0.2', '2001:db8::2'],
};

export const LISTEN_AT_START: Action = {
  host: 'server',
  when: { kind: 'time', ms: 0 },
  afterMs: 0,
  call: { name: 'listen' },
};

/** Whether these actions say who listens and when. Else the server does from the start, if its port is not closed. */
export function saysWhoListens(actions: readonly Action[]): boolean {
  return actions.some(
    ({ host, call }) =>
      call.name === 'listen' ||
      (host === 'server' && call.name === 'listen-for-peer') ||
      (host === 'server' && call.name.startsWith('connect')),
  );
}
