import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Flag } from '../../src/tcp/segment.ts';
import { flagNames } from '../../src/tcp/segment.ts';
import { toSequence } from '../../src/tcp/sequence.ts';
import { opened, segment } from './opened.ts';

interface Vector {
  state: string;
  sndUna: number;
  sndNxt: number;
  rcvNxt: number | null;
  rcvWnd: number | null;
  segment: { flags: Flag[]; seq: number; ack: number | null; len: number; case: string };
  response: { flags: Flag[]; seq: number; ack: number | null; len: number }[];
  stateAfter: string;
}

// Recorded from Linux 6.18 by one segment a vector; only those where the kernel and RFC 9293 §3.10.7 agree.
const { vectors } = JSON.parse(readFileSync(new URL('./state-segment-vectors.json', import.meta.url), 'utf8')) as {
  vectors: Vector[];
};

const wrapped = (n: number | null) => (n === null ? null : toSequence(n));

test('one segment in each state: replies and state after (1086 vectors)', () => {
  expect(vectors).toHaveLength(1086);
  const wrong: string[] = [];
  for (const vector of vectors) {
    // The kernel's first ACKs are quick ones, so the comparison is without delay.
    const r = opened(vector.state, { conventions: { delayedAckMs: null } });
    const { snd, rcv } = r.tcb;
    if (vector.state !== 'CLOSED' && vector.state !== 'LISTEN') {
      expect([snd.una, snd.nxt], vector.state).toEqual([vector.sndUna, vector.sndNxt]);
      if (vector.rcvNxt !== null) expect(rcv.nxt, vector.state).toBe(vector.rcvNxt);
    }
    const { flags, seq, ack, len } = vector.segment;
    const replies = r.deliver(segment({ flags, seq, ack: ack ?? 0, len }), 0);
    const got = {
      state: r.tcb.state,
      sent: replies.map((s) => ({
        flags: flagNames(s.flags)
          .filter((f) => f !== 'PSH')
          .sort(),
        seq: s.seq,
        ack: flagNames(s.flags).includes('ACK') ? s.ack : null,
        len: s.data.length,
      })),
    };
    const want = {
      state: vector.stateAfter,
      sent: vector.response.map((s) => ({
        flags: s.flags.filter((f) => f !== 'PSH').sort(),
        seq: toSequence(s.seq),
        ack: wrapped(s.ack),
        len: s.len,
      })),
    };
    if (JSON.stringify(got) !== JSON.stringify(want)) {
      wrong.push(
        `${vector.state} <- ${vector.segment.case}: ${JSON.stringify(got)} instead of ${JSON.stringify(want)}`,
      );
    }
  }
  expect(wrong.slice(0, 25).join('\n'), `${wrong.length} of ${vectors.length} differ`).toBe('');
});
