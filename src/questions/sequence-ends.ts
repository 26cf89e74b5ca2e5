import type { Text } from '../language.ts';
import { seqAdd } from '../tcp/sequence.ts';
import type { HostName, Trace, TracedSegment } from '../trace/trace.ts';
import { sum } from './words.ts';

/** What a segment takes of the sequence space: data bytes, and one each for SYN and FIN (RFC 9293 §3.4). */
function parts(segment: TracedSegment): readonly number[] {
  const control = segment.flags.filter((flag) => flag === 'SYN' || flag === 'FIN').map(() => 1);
  return segment.len > 0 ? [segment.len, ...control] : control;
}

/** How many numbers a segment takes. */
export function numbersTaken(segment: TracedSegment): number {
  return parts(segment).reduce((total, part) => total + part, 0);
}

/** The number after the last one a segment takes: its seq when it takes none. */
export function endOf(segment: TracedSegment): number {
  return parts(segment).reduce(seqAdd, segment.seq);
}

/** The first segment of a host that ends right before a number, or null: what that number follows. */
export function segmentEndingAt(trace: Trace, host: HostName, number: number): TracedSegment | null {
  return (
    trace.segments.find(
      (segment) =>
        segment.from === host && segment.origin === 'tcp' && numbersTaken(segment) > 0 && endOf(segment) === number,
    ) ?? null
  );
}

/** Why `endOf` is what it is, as a clause: '데이터(seq=…, 20바이트) 다음은 … = …', 'the data (seq …, 20 bytes) ends before … = …'. */
export function endWords(segment: TracedSegment): Text {
  const total = sum(segment.seq, ...parts(segment));
  const size = { ko: `${segment.len}바이트`, en: segment.len === 1 ? '1 byte' : `${segment.len} bytes` };
  if (segment.flags.includes('SYN')) {
    return {
      ko: `SYN(seq=${segment.seq})이 번호를 하나 차지하므로 그다음은 ${total}`,
      en: `its SYN (seq ${segment.seq}) takes one number, so the next is ${total}`,
    };
  }
  if (!segment.flags.includes('FIN')) {
    return {
      ko: `데이터(seq=${segment.seq}, ${size.ko})의 다음 번호는 ${total}`,
      en: `after its data (seq ${segment.seq}, ${size.en}) comes ${total}`,
    };
  }
  return segment.len === 0
    ? {
        ko: `FIN(seq=${segment.seq})이 번호를 하나 차지하므로 그다음은 ${total}`,
        en: `its FIN (seq ${segment.seq}) takes one number, so the next is ${total}`,
      }
    : {
        ko: `FIN 세그먼트(seq=${segment.seq})의 데이터 ${size.ko}와 FIN 하나가 번호를 차지하므로 그다음은 ${total}`,
        en: `its FIN segment (seq ${segment.seq}) takes ${size.en} and one for the FIN, so the next is ${total}`,
      };
}
