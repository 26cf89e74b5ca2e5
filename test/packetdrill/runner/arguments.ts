import type { Expression, SystemCall } from './script.ts';

/** The names in an argument such as O_RDWR|O_NONBLOCK. */
export function flagNamesIn(argument: Expression | undefined): string[] {
  if (argument?.kind === 'word') return [argument.name];
  return argument?.kind === 'flags' ? argument.parts.flatMap(flagNamesIn) : [];
}

export function numberOf(argument: Expression | undefined): number | null {
  return argument?.kind === 'number' ? argument.value : null;
}

export function wordOf(argument: Expression | undefined): string {
  return argument?.kind === 'word' ? argument.name : '';
}

/** The bytes a call reads or writes: its length argument, or the sum over its buffers. */
export function byteCount(call: SystemCall): number | null {
  const [, second, third] = call.arguments;
  if (call.name === 'writev' || call.name === 'readv') return buffersIn(second);
  if (call.name === 'sendmsg' || call.name === 'recvmsg') {
    if (second?.kind !== 'list') return null;
    const buffers = second.items.find((item) => item.kind === 'field' && item.name === 'msg_iov');
    return buffers?.kind === 'field' ? buffersIn(buffers.value) : null;
  }
  return numberOf(third);
}

/** Buffers are written {..., LENGTH} each. */
function buffersIn(list: Expression | undefined): number | null {
  if (list?.kind !== 'list') return null;
  let sum = 0;
  for (const buffer of list.items) {
    const length = buffer.kind === 'list' ? numberOf(buffer.items[1]) : null;
    if (length === null) return null;
    sum += length;
  }
  return sum;
}

/** MSG_ flags of a call that sends or receives. */
export function messageFlags({ name, arguments: given }: SystemCall): string[] {
  if (name === 'sendmsg' || name === 'recvmsg') return flagNamesIn(given[2]);
  return name === 'read' || name === 'write' || name === 'writev' || name === 'readv' ? [] : flagNamesIn(given[3]);
}
