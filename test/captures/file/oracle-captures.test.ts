import { expect, test } from 'vitest';
import { socketsOf } from '../../../src/captures/packet/flow.ts';
import { flagNames } from '../../../src/tcp/segment.ts';
import { type OracleSegment, oracles } from '../oracles.ts';
import { readCapture } from '../read-capture.ts';

/*
 * Recorded kernel conversations: what tshark reads in each frame, we read.
 */

const text = ({ address, port }: { address: string; port: number }) => `${address}:${port}`;

test.each(oracles())('every field is as tshark reads it: $name', ({ file, segments }) => {
  const read = readCapture(file);
  expect(read.problem).toBeNull();
  expect(read.segments).toHaveLength(segments.length);
  const ours = read.segments.map((segment): OracleSegment => {
    const { source, destination } = socketsOf(segment.flow);
    const { mss, windowScale, sackPermitted, timestamps, sack } = segment.options;
    return {
      n: segment.frame,
      t: segment.ms / 1000,
      src: text(source),
      dst: text(destination),
      seq: segment.seq,
      ack: segment.flags & 0x10 ? segment.ack : null,
      len: segment.len,
      flags: [...flagNames(segment.flags)],
      window_raw: segment.window,
      options: {
        ...(mss === undefined ? {} : { mss }),
        ...(windowScale === undefined ? {} : { wscale: windowScale }),
        ...(sackPermitted === undefined ? {} : { sack_permitted: true }),
        ...(timestamps === undefined ? {} : { ts: [...timestamps] }),
        ...(sack === undefined ? {} : { sack: sack.map((block) => [...block]) }),
      },
      checksum: segment.checksum,
    };
  });
  expect(ours).toEqual(
    segments.map((segment, i) => {
      const { n, t, src, dst, seq, ack, len, flags, window_raw, options = {}, checksum } = segment;
      const fields = { n, t: expect.closeTo(t, 6), src, dst, seq, ack, len, flags, window_raw, options };
      // tshark does not know sums left to the network card.
      const offloaded = checksum === 'bad' && read.segments[i]?.checksum === 'offloaded';
      return { ...fields, checksum: offloaded ? 'offloaded' : checksum };
    }),
  );
  const left = read.segments.filter(({ checksum }) => checksum === 'offloaded').length;
  expect(left).toBe(segments.filter(({ checksum }) => checksum === 'bad').length);
});
