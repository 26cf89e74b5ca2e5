import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openActive, openPassive } from '../../../src/tcp/calls/open.ts';
import { send } from '../../../src/tcp/calls/send.ts';
import { ACK, optionsLength, type SegmentOptions, SYN } from '../../../src/tcp/segment.ts';
import { timeout } from '../../../src/tcp/timeouts.ts';
import { optionBytes } from '../../../src/tcp/wire/option-bytes.ts';
import { type Rig, rig, segment } from '../opened.ts';

interface Wants {
  readonly sack: boolean;
  readonly windowScaling: boolean;
  readonly timestamps: boolean;
}

const bits = [false, true];
const ALL_WANTS: readonly Wants[] = bits.flatMap((sack) =>
  bits.flatMap((windowScaling) => bits.map((timestamps) => ({ sack, windowScaling, timestamps }))),
);

const named = (wants: Wants) =>
  Object.entries(wants)
    .flatMap(([name, on]) => (on ? [name] : []))
    .join('+') || 'nothing';

const both = (a: Wants, b: Wants): Wants => ({
  sack: a.sack && b.sack,
  windowScaling: a.windowScaling && b.windowScaling,
  timestamps: a.timestamps && b.timestamps,
});

const PEER_TSVAL = 777;

/** What a SYN of the peer carries, with shift 5 and its clock at 777. */
const peerOffers = (wants: Wants): SegmentOptions => ({
  mss: 1000,
  ...(wants.sack && { sackPermitted: true }),
  ...(wants.windowScaling && { windowScale: 5 }),
  ...(wants.timestamps && { timestamps: [PEER_TSVAL, 0] }),
});

/** What a SYN of ours is to carry at time 40: the buffer of 300,000 bytes takes shift 3. */
const ourOptions = (wants: Wants, tsecr: number): SegmentOptions => ({
  mss: 1460,
  ...(wants.sack && { sackPermitted: true }),
  ...(wants.windowScaling && { windowScale: 3 }),
  ...(wants.timestamps && { timestamps: [40, tsecr] }),
});

const us = (wants: Wants): Rig => rig({ conventions: wants, receiveBuffer: 300_000 });

function expectInUse({ tcb }: Rig, used: Wants): void {
  expect(tcb.sackPermitted).toBe(used.sack);
  expect([tcb.snd.shift, tcb.rcv.shift]).toEqual(used.windowScaling ? [5, 3] : [0, 0]);
  expect(tcb.timestamps?.recent ?? null).toBe(used.timestamps ? PEER_TSVAL : null);
  expect(tcb.snd.mss).toBe(used.timestamps ? 988 : 1000);
}

describe('in use is what both SYNs offer (RFC 2018 §2, RFC 7323 §2.2 and §3.2)', () => {
  for (const wants of ALL_WANTS) {
    for (const offers of ALL_WANTS) {
      const used = both(wants, offers);
      const name = `we want ${named(wants)}, the peer offers ${named(offers)}`;

      test(`passive: ${name}`, () => {
        const r = us(wants);
        openPassive(r.tcb);
        const [synAck] = r.deliver(segment({ flags: ['SYN'], options: peerOffers(offers) }), 40);
        expect(synAck?.flags).toBe(SYN | ACK);
        expect(synAck?.options).toEqual(ourOptions(used, PEER_TSVAL));
        expectInUse(r, used);
      });

      test(`active: ${name}`, () => {
        const r = us(wants);
        const [syn] = r.call((tcb) => openActive(tcb, 40), 40);
        expect(syn?.options).toEqual(ourOptions(wants, 0));
        r.deliver(segment({ flags: ['SYN', 'ACK'], ack: 1, options: peerOffers(offers) }), 40);
        expect(r.tcb.state).toBe('ESTABLISHED');
        expectInUse(r, used);
      });

      test(`simultaneous: ${name}`, () => {
        const r = us(wants);
        r.call((tcb) => openActive(tcb, 40), 40);
        const [synAck] = r.deliver(segment({ flags: ['SYN'], options: peerOffers(offers) }), 40);
        expect(synAck?.options).toEqual(ourOptions(used, PEER_TSVAL));
        expectInUse(r, used);
        // The SYN inside the peer's SYN,ACK is the same SYN: another offer in it settles nothing anew.
        const other = { mss: 99, windowScale: 9, sackPermitted: true, timestamps: [PEER_TSVAL, 40] } as const;
        r.deliver(segment({ flags: ['SYN', 'ACK'], ack: 1, options: other }), 40);
        expect(r.tcb.state).toBe('ESTABLISHED');
        expectInUse(r, used);
      });
    }
  }
});

describe('a SYN that comes or goes again', () => {
  const everything: Wants = { sack: true, windowScaling: true, timestamps: true };

  test('carries the same options; only the clock goes on', () => {
    const r = us(everything);
    r.call((tcb) => openActive(tcb, 40), 40);
    const [again] = r.call((tcb) => timeout(tcb, 'retransmission', 1040), 1040);
    expect(again?.options).toEqual({ ...ourOptions(everything, 0), timestamps: [1040, 0] });
  });

  test('so does the SYN,ACK', () => {
    const r = us(everything);
    openPassive(r.tcb);
    r.deliver(segment({ flags: ['SYN'], options: peerOffers(everything) }), 40);
    const [again] = r.call((tcb) => timeout(tcb, 'retransmission', 1040), 1040);
    expect(again?.options).toEqual({ ...ourOptions(everything, 0), timestamps: [1040, PEER_TSVAL] });
  });

  test('another offer in it does not count', () => {
    const r = us(everything);
    openPassive(r.tcb);
    r.deliver(segment({ flags: ['SYN'], options: peerOffers(everything) }), 40);
    r.deliver(segment({ flags: ['SYN'], options: { mss: 500 } }), 50);
    expectInUse(r, everything);
  });

  test('after LISTEN was entered again the next SYN settles everything anew', () => {
    const r = us(everything);
    openPassive(r.tcb);
    r.deliver(segment({ flags: ['SYN'], options: peerOffers(everything) }), 40);
    r.deliver(segment({ flags: ['RST'], seq: 1 }), 50);
    expect(r.tcb.state).toBe('LISTEN');
    const [synAck] = r.deliver(segment({ flags: ['SYN'], options: { mss: 1000 } }), 60);
    expect(synAck?.options).toEqual({ mss: 1460 });
    expectInUse(r, { sack: false, windowScaling: false, timestamps: false });
  });
});

describe('MSS (RFC 9293 §3.7.1)', () => {
  const mssOf = (options: SegmentOptions, given: Parameters<typeof rig>[0]) => {
    const r = rig(given);
    openPassive(r.tcb);
    r.deliver(segment({ flags: ['SYN'], options }));
    return r.tcb.snd.mss;
  };

  test('without the option a peer is sent 536 bytes over IPv4, 1220 over IPv6 (MUST-15)', () => {
    expect(mssOf({}, {})).toBe(536);
    expect(mssOf({}, { ipVersion: 6 })).toBe(1220);
    expect(mssOf({ timestamps: [1, 0] }, { conventions: { timestamps: true } })).toBe(524);
  });

  test('the smaller of the two counts (MUST-16)', () => {
    expect(mssOf({ mss: 1000 }, { mss: 1460 })).toBe(1000);
    expect(mssOf({ mss: 1460 }, { mss: 1000 })).toBe(1000);
  });

  test('timestamps take 12 bytes of every segment (MUST-67); at least one byte is left', () => {
    const given = { conventions: { timestamps: true } };
    expect(mssOf({ mss: 1000, timestamps: [1, 0] }, given)).toBe(988);
    expect(mssOf({ mss: 5, timestamps: [1, 0] }, given)).toBe(1);
  });

  test('on SYNs alone (MUST-65), always (MAY-3)', () => {
    const r = rig({ mss: 536 });
    const [syn] = r.call((tcb) => openActive(tcb, 0));
    expect(syn?.options).toEqual({ mss: 536 });
    const [ack] = r.deliver(segment({ flags: ['SYN', 'ACK'], ack: 1, options: {} }));
    expect(ack?.options).toEqual({});
  });

  test('data and options together never exceed the peer’s MSS', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 13, max: 9000 }),
        fc.integer({ min: 13, max: 9000 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 20_000 }),
        (peers, ours, timestamps, bytes) => {
          const r = rig({ conventions: { timestamps }, mss: ours });
          openPassive(r.tcb);
          r.deliver(segment({ flags: ['SYN'], options: { mss: peers, timestamps: [1, 0] } }));
          r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 65535, options: { timestamps: [1, 0] } }));
          const sent = r.call((tcb) => send(tcb, new Uint8Array(bytes), 0));
          expect(sent.length).toBeGreaterThan(0);
          for (const { data, options } of sent) expect(data.length + optionsLength(options)).toBeLessThanOrEqual(peers);
        },
      ),
      { numRuns: 200 },
    );
  });
});

test('optionsLength is the length of what is encoded', () => {
  const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const number = fc.nat(0xffffffff);
  fc.assert(
    fc.property(
      fc.record(
        {
          mss: some(fc.nat(0xffff)),
          windowScale: some(fc.nat(14)),
          sackPermitted: some(fc.constant(true as const)),
          timestamps: some(fc.tuple(number, number)),
          sack: some(fc.array(fc.tuple(number, number), { maxLength: 2 })),
        },
        { requiredKeys: [] },
      ),
      (given) => {
        const options = Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined)) as SegmentOptions;
        fc.pre(optionsLength(options) <= 40);
        expect(optionsLength(options)).toBe(optionBytes(options).length);
      },
    ),
  );
});
