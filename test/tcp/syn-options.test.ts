import { describe, expect, test } from 'vitest';
import { openActive, openPassive } from '../../src/tcp/calls/open.ts';
import type { SegmentOptions } from '../../src/tcp/segment.ts';
import { rig, segment } from './opened.ts';

const offers: readonly SegmentOptions[] = [{ mss: 1000 }, { mss: 1000, sackPermitted: true }];

describe('SACK-permitted is in use where both ends send it (RFC 2018 §2)', () => {
  for (const sack of [false, true]) {
    for (const options of offers) {
      const both = sack && options.sackPermitted === true;
      const name = `we ${sack ? 'want' : 'do not want'} it, the peer ${options.sackPermitted ? 'offers' : 'does not'}`;

      test(`passive open: ${name}`, () => {
        const r = rig({ conventions: { sack } });
        openPassive(r.tcb);
        const [synAck] = r.deliver(segment({ flags: ['SYN'], options }));
        expect(synAck?.options).toEqual(both ? { mss: 1460, sackPermitted: true } : { mss: 1460 });
        expect(r.tcb.sackPermitted).toBe(both);
      });

      test(`active open: ${name}`, () => {
        const r = rig({ conventions: { sack } });
        const [syn] = r.call((tcb) => openActive(tcb, 0));
        expect(syn?.options).toEqual(sack ? { mss: 1460, sackPermitted: true } : { mss: 1460 });
        r.deliver(segment({ flags: ['SYN', 'ACK'], ack: 1, options }));
        expect(r.tcb.sackPermitted).toBe(both);
      });

      test(`simultaneous open: ${name}`, () => {
        const r = rig({ conventions: { sack } });
        r.call((tcb) => openActive(tcb, 0));
        const [synAck] = r.deliver(segment({ flags: ['SYN'], options }));
        expect(synAck?.options).toEqual(both ? { mss: 1460, sackPermitted: true } : { mss: 1460 });
        r.deliver(segment({ flags: ['SYN', 'ACK'], ack: 1, options: { mss: 1000, sackPermitted: true } }));
        expect(r.tcb.state).toBe('ESTABLISHED');
        expect(r.tcb.sackPermitted).toBe(both);
      });
    }
  }
});
