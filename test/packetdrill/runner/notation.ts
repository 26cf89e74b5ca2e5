import { ACK, ECT_0, ECT_1, type Segment, type SegmentOptions, URG } from '../../../src/tcp/segment.ts';
import type { Numbers } from './numbers.ts';
import { FLAG_LETTERS } from './parse-packet.ts';

/** A segment the endpoint sent, in packetdrill's notation and the script's numbers. */
export function notation(segment: Segment, numbers: Numbers): string {
  const letters = FLAG_LETTERS.filter(([, bit]) => (segment.flags & bit) !== 0).map(([letter]) => letter);
  const bare = (segment.flags & ACK) === 0 && segment.seq === 0;
  const seq = bare ? 0 : numbers.written(segment.seq);
  const { length } = segment.data;
  const parts = [
    segment.ecn === 0 ? [] : [`[${segment.ecn === ECT_0 ? 'ect0' : segment.ecn === ECT_1 ? 'ect1' : 'ce'}]`],
    [letters.join('') || '-', `${seq}:${(seq + length) % 2 ** 32}(${length})`],
    segment.flags & ACK ? [`ack ${segment.ack}`] : [],
    [`win ${segment.window}`],
    segment.flags & URG ? [`urg ${segment.urgent}`] : [],
    optionsNotation(segment.options, numbers),
  ];
  return `> ${parts.flat().join(' ')}`;
}

function optionsNotation(options: SegmentOptions, numbers: Numbers): string[] {
  const { mss, sackPermitted, timestamps, windowScale, sack } = options;
  const parts = [
    mss === undefined ? [] : [`mss ${mss}`],
    sackPermitted === undefined ? [] : ['sackOK'],
    timestamps === undefined ? [] : [`TS val ${numbers.writtenTimestamp(timestamps[0])} ecr ${timestamps[1]}`],
    windowScale === undefined ? [] : [`wscale ${windowScale}`],
    sack === undefined ? [] : [`sack ${sack.map(([left, right]) => `${left}:${right}`).join(' ')}`],
  ].flat();
  return parts.length === 0 ? [] : [`<${parts.join(',')}>`];
}
