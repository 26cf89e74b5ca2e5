import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Flag } from '../../src/tcp/segment.ts';
import { receiveWindow } from '../../src/tcp/tcb.ts';
import { opened, segment, short } from './opened.ts';
import { textSays } from './text-model.ts';

/** States by the smallest receive buffer with which they can be reached. */
const STATES: readonly (readonly [string, number])[] = [
  ['CLOSED', 0],
  ['LISTEN', 0],
  ['SYN-SENT', 0],
  ['SYN-RECEIVED(passive)', 0],
  ['SYN-RECEIVED(simultaneous)', 0],
  ['ESTABLISHED', 0],
  ['ESTABLISHED(100 B unacked)', 0],
  ['FIN-WAIT-1', 0],
  ['FIN-WAIT-2', 0],
  ['CLOSING', 1],
  ['TIME-WAIT', 1],
  ['CLOSE-WAIT', 1],
  ['LAST-ACK', 1],
];

const NOTHING_YET = new Set(['CLOSED', 'LISTEN', 'SYN-SENT']);

const flags: fc.Arbitrary<Flag[]> = fc.oneof(
  fc.constantFrom<Flag[]>(['ACK'], ['FIN', 'ACK'], ['SYN', 'ACK'], ['RST'], ['RST', 'ACK'], ['SYN'], ['PSH', 'ACK']),
  fc.uniqueArray(fc.constantFrom<Flag>('SYN', 'FIN', 'RST', 'PSH', 'ACK'), { maxLength: 4 }),
);

/** A number near one of the edges that the text's conditions have: given as an edge and a distance from it. */
const near = fc.tuple(fc.nat({ max: 3 }), fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -12, max: 12 })));

test('one segment in any state, with any window, with and without RFC 5961: answer and state after are what the text says', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...STATES),
      fc.constantFrom(0, 1, 2, 7, 40, 64_240),
      flags,
      near,
      near,
      fc.oneof(fc.constant('window'), fc.nat({ max: 15 })),
      fc.boolean(),
      ([state, smallest], buffer, given, [seqEdge, seqOff], [ackEdge, ackOff], size, careful) => {
        const receiveBuffer = Math.max(buffer, smallest);
        const conventions = { delayedAckMs: null, challengeAcks: careful, challengeAckLimit: 1e9 };
        const r = opened(state, { receiveBuffer, conventions });
        const { snd, rcv, fin } = r.tcb;
        const window = NOTHING_YET.has(state) ? receiveBuffer : receiveWindow(r.tcb);
        const seqs = [rcv.nxt, rcv.nxt + window, rcv.irs, rcv.nxt];
        const acks = [snd.una, snd.nxt, snd.una - snd.maxWnd, snd.nxt];
        const arriving = {
          flags: given,
          seq: seqs[seqEdge]! + seqOff,
          ack: given.includes('ACK') ? acks[ackEdge]! + ackOff : 0,
          len: size === 'window' ? Math.min(window, 50) : size,
        };
        const said = textSays(
          { state, una: snd.una, nxt: snd.nxt, rcvNxt: rcv.nxt, rcvWnd: window, maxWnd: snd.maxWnd, fin, careful },
          arriving,
        );
        const sent = r.deliver(segment(arriving)).map(short);
        // The model counts with plain integers: what lies below 0 is on the wire at the other end of the space.
        const wrapped = said.sent.map((line) => line.replace(/-\d+/g, (n) => String(Number(n) + 2 ** 32)));
        expect({ sent, state: r.tcb.state }).toEqual({ sent: wrapped, state: said.state });
      },
    ),
    { numRuns: 6000 },
  );
});
