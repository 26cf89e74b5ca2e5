import type { Connection, Listener, SocketOptions } from './endpoint.ts';

/** What a socket has become. */
export type Role =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'listening'; readonly listener: Listener }
  | { readonly kind: 'connection'; readonly connection: Connection };

export interface Socket {
  readonly options: SocketOptions;
  role: Role;
  nonBlocking: boolean;
  /** connect() has once told that the connection stands. */
  connectTold: boolean;
  /** shutdown() of either half. */
  readShut: boolean;
  writeShut: boolean;
  /** SO_ERROR: an end of the connection that no call has told yet is told once. */
  errorTold: boolean;
}

export function createSocket(options: SocketOptions, nonBlocking: boolean): Socket {
  return {
    options,
    role: { kind: 'fresh' },
    nonBlocking,
    connectTold: false,
    readShut: false,
    writeShut: false,
    errorTold: false,
  };
}

/** What a system call came to, or that it waits. */
export type CallResult =
  | { readonly kind: 'returned'; readonly value: number }
  | { readonly kind: 'failed'; readonly errno: string }
  | { readonly kind: 'made'; readonly socket: Socket }
  | { readonly kind: 'blocked' };

export const BLOCKED: CallResult = { kind: 'blocked' };

export function returned(value: number): CallResult {
  return { kind: 'returned', value };
}

export function failed(errno: string): CallResult {
  return { kind: 'failed', errno };
}
