import type { SendOptions } from '../tcp/calls/enqueue.ts';
import { openWithData } from '../tcp/calls/open.ts';
import { send } from '../tcp/calls/send.ts';
import type { Tcb } from '../tcp/tcb.ts';
import type { Host } from './host.ts';
import { payloadPieces } from './payload.ts';

const OPTIONS = {
  send: {},
  'send-urgent': { urgent: true },
  'send-unpushed': { push: false },
} satisfies Record<string, SendOptions>;

/** SEND: the application of `host` hands over the next `bytes` of its stream. Returns an error, or null. */
export function sendStream(host: Host, call: keyof typeof OPTIONS, bytes: number, now: number): string | null {
  const { tcb } = host;
  if (tcb === null) return 'connection does not exist';
  return handOver(host, bytes, (piece) => send(tcb, piece, now, OPTIONS[call]));
}

/** An active OPEN with the first `bytes` of the stream, which are there when the SYN goes out. */
export function openWithStream(host: Host, tcb: Tcb, bytes: number, now: number): string | null {
  let open = (piece: Uint8Array): string | null => {
    open = (next) => send(tcb, next, now);
    return openWithData(tcb, piece, now);
  };
  return handOver(host, bytes, (piece) => open(piece));
}

function handOver(host: Host, bytes: number, call: (piece: Uint8Array) => string | null): string | null {
  for (const piece of payloadPieces(host.name, host.streamOffset, bytes)) {
    const error = call(piece);
    if (error !== null) return error;
  }
  host.streamOffset += bytes;
  host.sentBytes += bytes;
  return null;
}
