import { describe, expect, test } from 'vitest';
import { socketsOf } from '../../../src/captures/packet/flow.ts';
import { fieldsOf, missingTools } from '../../oracles/judges.ts';
import { oracleFile } from '../oracles.ts';
import { readCapture } from '../read-capture.ts';
import { variants } from '../variants.ts';

const FIELDS = ['frame.number', 'frame.time_relative', 'tcp.srcport', 'tcp.dstport', 'tcp.seq_raw', 'tcp.ack_raw'];
const MORE = ['tcp.len', 'tcp.flags', 'tcp.window_size_value', 'tcp.checksum.status', 'ip.src', 'ipv6.src'];

/**
 * Frames without a time get that of the one before here, and none from tshark; and where a clock counts more than 10^10 units
 * a second, a product of tshark 4.0.17 overflows: its times go back. Where the first is a journal entry, it counts from that.
 */
const UNTIMED = /simple packet blocks|resolution 12|journal/;

/** tshark 4.0.17 says that the length was perhaps left to the network card, and reads none of the segment. */
const LEFT_OUT = 'IPv6 without a length, left to the network card';

/* What our own writer makes is what we take it for: an independent reader says the same of it. */
describe.skipIf(missingTools.length > 0)('tshark reads the variants alike', () => {
  test.concurrent.each(variants(oracleFile).filter(({ name }) => name !== LEFT_OUT))(
    '$name',
    async ({ name, file }) => {
      const rows = await fieldsOf({ file, runOfFrame: [] }, [...FIELDS, ...MORE]);
      const theirs = rows
        .filter(([, , , , seq]) => seq !== '')
        .map(([frame, time, from, to, seq, ack, len, flags, window, , ipv4, ipv6]) => [
          Number(frame),
          UNTIMED.test(name) ? 0 : Math.round(Number(time) * 1e9),
          ...[from, to, seq, ack, len].map(Number),
          Number(flags) & 0xff,
          Number(window),
          ipv4 || ipv6,
        ]);
      const ours = readCapture(file).segments.map((segment) => {
        const { source, destination } = socketsOf(segment.flow);
        const numbers = [segment.seq, segment.ack, segment.len, segment.flags, segment.window];
        return [
          segment.frame,
          UNTIMED.test(name) ? 0 : Math.round(segment.ms * 1e6),
          source.port,
          destination.port,
          ...numbers,
          source.address,
        ];
      });
      expect(ours).toEqual(theirs);
    },
  );
});
