import type { Conventions } from '../tcp/conventions.ts';
import type { Tcb } from '../tcp/tcb.ts';
import type { HostName } from '../trace/trace.ts';
import { Alarm } from './alarm.ts';
import type { EndpointSpec } from './scenario.ts';

/** An endpoint with its amounts drawn and every convention that holds for it. */
export type ResolvedEndpoint = Omit<EndpointSpec, 'mss' | 'window' | 'conventions'> & {
  readonly mss: number;
  readonly window: number;
  readonly conventions: Conventions;
};

/** One end of the run: its present connection, its listening socket and what its application has done. */
export interface Host {
  readonly name: HostName;
  /** As the scenario and the moves so far have it: what the next connection begins with. */
  endpoint: ResolvedEndpoint;
  /** A listening socket is open: a SYN finds someone even after an earlier connection ended. */
  listening: boolean;
  /** The present connection, or the last one; null before the first and after a crash. */
  tcb: Tcb | null;
  /** When that connection is to be woken. */
  readonly alarm: Alarm;
  /** How many connections there were, the present one included. */
  connections: number;
  /** Which of them `tcb` is. */
  connection: number;
  /** The connection in TIME-WAIT that a SYN has reopened as the present one. */
  reopened: { readonly tcb: Tcb; readonly connection: number } | null;
  /** How many initial sequence numbers it has chosen: one a connection, and one more whenever LISTEN begins anew. */
  isnsChosen: number;
  reads: boolean;
  /** A receive buffer that the present connection gets once its SYN is answered, bytes; or null. */
  bufferToCome: number | null;
  /** Bytes the application has sent and has been given, over all connections. */
  sentBytes: number;
  receivedBytes: number;
  /** Bytes sent in the present connection: the offset of the next one. */
  streamOffset: number;
  /** Bytes of earlier connections that were acknowledged. */
  ackedBefore: number;
}

export function createHost(name: HostName, endpoint: ResolvedEndpoint): Host {
  return {
    name,
    endpoint,
    listening: false,
    tcb: null,
    alarm: new Alarm(),
    connections: 0,
    connection: 0,
    reopened: null,
    isnsChosen: 0,
    reads: endpoint.reads,
    bufferToCome: null,
    sentBytes: 0,
    receivedBytes: 0,
    streamOffset: 0,
    ackedBefore: 0,
  };
}

/** Data bytes of this host that its peer has acknowledged, over all connections. */
export function ackedBytes(host: Host): number {
  return host.ackedBefore + (host.tcb === null ? 0 : host.tcb.queue.start);
}
