import type { HostName } from '../../trace/trace.ts';
import type { SideSummary } from './conversation.ts';

/**
 * Whether so much of a conversation is there twice that the capture must be what doubled it: taken on all interfaces of a router,
 * a bridge or a host of containers, it holds what comes in and goes out again. A network duplicates one segment in thousands,
 * if any.
 */
export function isHeldTwice(sides: Readonly<Record<HostName, Pick<SideSummary, 'segments' | 'findings'>>>): boolean {
  const { client, server } = sides;
  const copies = (client.findings['network-copy'] ?? 0) + (server.findings['network-copy'] ?? 0);
  return copies >= 2 && 3 * copies >= client.segments + server.segments;
}
