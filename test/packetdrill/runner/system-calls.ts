import type { Tcb } from '../../../src/tcp/tcb.ts';
import { byteCount, flagNamesIn, messageFlags, numberOf, wordOf } from './arguments.ts';
import type { Endpoint, SocketOptions } from './endpoint.ts';
import { UnsupportedHere } from './outcome.ts';
import type { Expression, SystemCall } from './script.ts';
import { accept, closeSocket, connect, pendingError, read, shutdown, write } from './socket-calls.ts';
import { FIXED_BY_THEN, optionOnConnection, setOption } from './socket-options.ts';
import { BLOCKED, type CallResult, createSocket, failed, returned, type Socket } from './socket-table.ts';
import { READS, WRITES } from './supported-calls.ts';

/** A value that a call wrote for the program, and what the script says it is. */
export interface Written {
  readonly expected: number;
  readonly got: number;
}

/** Numbers of the errors that getsockopt(SO_ERROR) gives, as on Linux. */
const ERROR_NUMBERS: Readonly<Record<string, number>> = {
  EPIPE: 32,
  ECONNRESET: 104,
  ETIMEDOUT: 110,
  ECONNREFUSED: 111,
};

/** What a socket without a connection says of its MSS. */
const DEFAULT_SEND_MSS = 536;
const O_RDWR = 2;
const O_NONBLOCK = 0x800;

/** The program under the script's control: its open files, by the numbers the script gives them. */
export class Program {
  readonly #endpoint: Endpoint;
  readonly #defaults: () => SocketOptions;
  readonly #files = new Map<number, Socket>();
  /** Bytes written so far, so that every byte of a stream differs from its neighbours. */
  #written = 0;
  /** What the last call wrote through a pointer, where the script says what it should be. */
  output: Written | null = null;

  constructor(endpoint: Endpoint, defaults: () => SocketOptions) {
    this.#endpoint = endpoint;
    this.#defaults = defaults;
  }

  /** Gives the number `fd` to a socket that socket() or accept() made. */
  assign(fd: number, socket: Socket): void {
    this.#files.set(fd, socket);
  }

  /** Makes a call, or makes one that blocked again. */
  perform(call: SystemCall): CallResult {
    this.output = null;
    const { name, arguments: given } = call;
    if (name === 'socket') {
      return { kind: 'made', socket: createSocket(this.#defaults(), flagNamesIn(given[1]).includes('SOCK_NONBLOCK')) };
    }
    const fd = numberOf(given[0]) ?? -1;
    const socket = this.#files.get(fd);
    if (socket === undefined) return failed('EBADF');
    if (READS.has(name)) return read(socket, byteCount(call) ?? 0, this.#dontWait(call));
    if (WRITES.has(name)) return this.#write(socket, call);
    switch (name) {
      case 'bind':
        return returned(0);
      case 'listen':
        return this.#listen(socket);
      case 'accept':
      case 'accept4':
        return accept(socket, flagNamesIn(given[3]).includes('SOCK_NONBLOCK'));
      case 'connect':
        return connect(this.#endpoint, socket);
      case 'close':
        this.#files.delete(fd);
        return closeSocket(this.#endpoint, socket);
      case 'shutdown':
        return shutdown(this.#endpoint, socket, wordOf(given[1]));
      case 'setsockopt':
        return this.#setOption(socket, call);
      case 'getsockopt':
        return this.#getOption(socket, wordOf(given[2]), given[3]);
      case 'fcntl':
        return this.#fcntl(socket, given);
      case 'ioctl':
        return this.#ioctl(socket, wordOf(given[1]), given[2]);
      default:
        return BLOCKED;
    }
  }

  #dontWait(call: SystemCall): boolean {
    return messageFlags(call).includes('MSG_DONTWAIT');
  }

  #write(socket: Socket, call: SystemCall): CallResult {
    const data = new Uint8Array(byteCount(call) ?? 0);
    for (let at = 0; at < data.length; at++) data[at] = (this.#written + at) % 251;
    const result = write(socket, data, this.#endpoint.now, messageFlags(call));
    if (result.kind === 'returned') this.#written += data.length;
    return result;
  }

  #listen(socket: Socket): CallResult {
    if (socket.role.kind === 'connection') return failed('EINVAL');
    if (socket.role.kind === 'fresh') {
      socket.role = { kind: 'listening', listener: this.#endpoint.listen(socket.options) };
    }
    return returned(0);
  }

  #setOption(socket: Socket, call: SystemCall): CallResult {
    const name = wordOf(call.arguments[2]);
    const tcb = tcbOf(socket);
    if (tcb !== null && FIXED_BY_THEN.has(name)) {
      throw new UnsupportedHere({ what: `setsockopt ${name} on a connection`, line: call.line });
    }
    setOption(socket.options, name, call.arguments[3]);
    if (tcb !== null) optionOnConnection(tcb, name, this.#endpoint.now);
    return returned(0);
  }

  #getOption(socket: Socket, name: string, pointer: Expression | undefined): CallResult {
    if (name === 'SO_ERROR') this.#put(pointer, ERROR_NUMBERS[pendingError(socket) ?? ''] ?? 0);
    else if (name === 'TCP_NODELAY') this.#put(pointer, socket.options.conventions.nagle ? 0 : 1);
    else this.#put(pointer, tcbOf(socket)?.snd.mss ?? DEFAULT_SEND_MSS);
    return returned(0);
  }

  #fcntl(socket: Socket, given: readonly Expression[]): CallResult {
    if (wordOf(given[1]) === 'F_GETFL') return returned(O_RDWR | (socket.nonBlocking ? O_NONBLOCK : 0));
    socket.nonBlocking = flagNamesIn(given[2]).includes('O_NONBLOCK');
    return returned(0);
  }

  #ioctl(socket: Socket, name: string, pointer: Expression | undefined): CallResult {
    const tcb = tcbOf(socket);
    if (tcb === null) return failed('EINVAL');
    this.#put(pointer, name === 'SIOCOUTQ' ? tcb.queue.end - tcb.queue.start : tcb.rcv.unreadBytes);
    return returned(0);
  }

  #put(pointer: Expression | undefined, got: number): void {
    const expected = pointer?.kind === 'list' ? numberOf(pointer.items[0]) : null;
    if (expected !== null) this.output = { expected, got };
  }
}

function tcbOf({ role }: Socket): Tcb | null {
  return role.kind === 'connection' ? role.connection.tcb : null;
}
