import { byteCount, flagNamesIn, messageFlags, wordOf } from './arguments.ts';
import type { SystemCall } from './script.ts';
import { unsupportedOption } from './socket-options.ts';

export const READS: ReadonlySet<string> = new Set(['read', 'recv', 'recvfrom', 'recvmsg', 'readv']);
export const WRITES: ReadonlySet<string> = new Set(['write', 'send', 'sendto', 'sendmsg', 'writev']);

/** Calls without further conditions. */
const PLAIN: ReadonlySet<string> = new Set(['bind', 'listen', 'connect', 'close', 'accept', 'accept4']);

/** What one call may read or write. */
const MOST_BYTES = 16 * 1024 * 1024;

const MESSAGE_FLAGS: ReadonlySet<string> = new Set(['MSG_DONTWAIT', 'MSG_NOSIGNAL']);

/** What of a call this runner does not have, or null. */
export function unsupportedCall(call: SystemCall): string | null {
  const { name, arguments: given } = call;
  if (PLAIN.has(name)) return null;
  if (READS.has(name) || WRITES.has(name)) {
    const flag = messageFlags(call).find(
      (used) => !MESSAGE_FLAGS.has(used) && !(WRITES.has(name) && used === 'MSG_OOB'),
    );
    if (flag !== undefined) return `${name} with ${flag}`;
    const bytes = byteCount(call);
    if (bytes === null) return `${name} with these arguments`;
    return bytes > MOST_BYTES ? `${name} of more than ${MOST_BYTES} bytes at once` : null;
  }
  switch (name) {
    case 'socket': {
      const odd = flagNamesIn(given[1]).find((word) => !/^SOCK_(?:STREAM|NONBLOCK|CLOEXEC)$/.test(word));
      if (odd !== undefined) return `socket ${odd}`;
      return /^(?:IPPROTO_TCP|IPPROTO_IP|)$/.test(wordOf(given[2])) ? null : `socket ${wordOf(given[2])}`;
    }
    case 'shutdown':
      return /^SHUT_(?:RD|WR|RDWR)$/.test(wordOf(given[1])) ? null : 'shutdown with this argument';
    case 'fcntl':
      return /^F_[GS]ETFL$/.test(wordOf(given[1])) ? null : `fcntl ${wordOf(given[1])}`;
    case 'ioctl':
      return /^(?:SIOCINQ|FIONREAD|SIOCOUTQ)$/.test(wordOf(given[1])) ? null : `ioctl ${wordOf(given[1])}`;
    case 'setsockopt':
      return unsupportedOption(wordOf(given[2]), given[3]);
    case 'getsockopt':
      return /^(?:SO_ERROR|TCP_MAXSEG|TCP_NODELAY)$/.test(wordOf(given[2])) ? null : `getsockopt ${wordOf(given[2])}`;
    default:
      return name;
  }
}
