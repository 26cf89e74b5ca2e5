import { abort } from '../../../src/tcp/calls/abort.ts';
import { close, closeFully } from '../../../src/tcp/calls/close.ts';
import { openActive } from '../../../src/tcp/calls/open.ts';
import { offerWindow, receive } from '../../../src/tcp/calls/receive.ts';
import { send } from '../../../src/tcp/calls/send.ts';
import type { State } from '../../../src/tcp/state.ts';
import type { Tcb } from '../../../src/tcp/tcb.ts';
import type { Connection, Endpoint, Listener } from './endpoint.ts';
import { BLOCKED, type CallResult, createSocket, failed, returned, type Socket } from './socket-table.ts';

const OPENING: ReadonlySet<State> = new Set(['SYN-SENT', 'SYN-RECEIVED']);

/** States in which every byte of the peer's stream is here, its FIN too. */
const PEER_DONE: ReadonlySet<State> = new Set(['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT']);

/** connect(): begins an active OPEN, and waits for it unless the socket does not block. */
export function connect(endpoint: Endpoint, socket: Socket): CallResult {
  const { role } = socket;
  if (role.kind === 'listening') return failed('EISCONN');
  if (role.kind === 'fresh') {
    const connection = endpoint.create(socket.options);
    socket.role = { kind: 'connection', connection };
    openActive(connection.tcb, endpoint.now);
    return socket.nonBlocking ? failed('EINPROGRESS') : BLOCKED;
  }
  const error = takeError(socket, role.connection);
  if (error !== null) return failed(error);
  if (OPENING.has(role.connection.tcb.state)) return socket.nonBlocking ? failed('EALREADY') : BLOCKED;
  if (socket.connectTold) return failed('EISCONN');
  socket.connectTold = true;
  return returned(0);
}

/** accept(): the oldest connection whose handshake is over. */
export function accept(socket: Socket, nonBlocking: boolean): CallResult {
  if (socket.role.kind !== 'listening') return failed('EINVAL');
  const connection = takeEstablished(socket.role.listener);
  if (connection === null) return socket.nonBlocking ? failed('EAGAIN') : BLOCKED;
  const accepted = createSocket(connection.options, nonBlocking);
  accepted.role = { kind: 'connection', connection };
  accepted.connectTold = true;
  return { kind: 'made', socket: accepted };
}

function takeEstablished({ backlog }: Listener): Connection | null {
  const at = backlog.findIndex(({ tcb }) => !OPENING.has(tcb.state) && tcb.state !== 'LISTEN');
  return at < 0 ? null : (backlog.splice(at, 1)[0] ?? null);
}

/** read() and its kin: RECEIVE, or 0 once the peer has closed. */
export function read(socket: Socket, most: number, dontWait: boolean): CallResult {
  if (socket.role.kind !== 'connection') return failed('ENOTCONN');
  const { connection } = socket.role;
  const { tcb } = connection;
  const received = tcb.rcv.unreadBytes === 0 ? null : receive(tcb, most);
  if (received?.kind === 'data') {
    offerWindow(tcb);
    return returned(received.parts.reduce((sum, part) => sum + part.length, 0));
  }
  const error = takeError(socket, connection);
  if (error !== null) return failed(error);
  if (socket.readShut || PEER_DONE.has(tcb.state) || tcb.state === 'CLOSED') return returned(0);
  return socket.nonBlocking || dontWait ? failed('EAGAIN') : BLOCKED;
}

/** write() and its kin: SEND. The engine's queue has no bound, so that nothing but an opening connection waits. */
export function write(socket: Socket, data: Uint8Array, now: number, flags: readonly string[]): CallResult {
  if (socket.role.kind !== 'connection') return failed('EPIPE');
  const { connection } = socket.role;
  const error = takeError(socket, connection);
  if (error !== null) return failed(error);
  if (socket.writeShut || connection.tcb.state === 'CLOSED') return failed('EPIPE');
  if (OPENING.has(connection.tcb.state)) {
    return socket.nonBlocking || flags.includes('MSG_DONTWAIT') ? failed('EAGAIN') : BLOCKED;
  }
  const urgent = flags.includes('MSG_OOB');
  return send(connection.tcb, data, now, { urgent }) === null ? returned(data.length) : failed('EPIPE');
}

/** shutdown(): CLOSE for the writing half; nothing is sent for the reading half. */
export function shutdown(endpoint: Endpoint, socket: Socket, how: string): CallResult {
  if (socket.role.kind !== 'connection') return failed('ENOTCONN');
  const { connection } = socket.role;
  const { state } = connection.tcb;
  if (state === 'CLOSED' || state === 'SYN-SENT') return failed('ENOTCONN');
  if (how !== 'SHUT_WR') socket.readShut = true;
  if (how !== 'SHUT_RD' && !socket.writeShut) {
    socket.writeShut = true;
    close(connection.tcb, endpoint.now);
  }
  // Nobody reads any more: data that still comes is answered with a RST (RFC 9293 §3.6.1, SHLD-3).
  connection.tcb.userGone = socket.readShut && socket.writeShut;
  return returned(0);
}

/** close(): both halves, or ABORT where SO_LINGER says so. */
export function closeSocket(endpoint: Endpoint, socket: Socket): CallResult {
  const { role } = socket;
  if (role.kind === 'listening') {
    for (const { tcb } of role.listener.backlog) abort(tcb, endpoint.now);
    endpoint.stopListening();
  } else if (role.kind === 'connection') {
    const { tcb } = role.connection;
    if (socket.options.abortsOnClose) abort(tcb, endpoint.now);
    else closeFully(tcb, endpoint.now);
  }
  return returned(0);
}

/** The error that ended a connection, told once. */
function takeError(socket: Socket, { ended, tcb }: Connection): string | null {
  if (ended === null || socket.errorTold) return null;
  socket.errorTold = true;
  return errnoOf(ended, tcb);
}

/** SO_ERROR: 0, or the error, which is then told. */
export function pendingError(socket: Socket): string | null {
  return socket.role.kind === 'connection' ? takeError(socket, socket.role.connection) : null;
}

function errnoOf(ended: Connection['ended'], tcb: Tcb): string | null {
  switch (ended) {
    case 'refused':
      return 'ECONNREFUSED';
    case 'reset':
      // After the peer's FIN a reset only means that it takes nothing more.
      return tcb.fin === null && tcb.reassembly.fin !== null ? 'EPIPE' : 'ECONNRESET';
    case 'timed-out':
    case 'user-timeout':
    case 'keep-alive':
      return 'ETIMEDOUT';
    default:
      return null;
  }
}
