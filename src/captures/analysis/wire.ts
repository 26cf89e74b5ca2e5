import type { Passing } from './passing.ts';

/** What the packet itself says: its checksum, fragments, what the snap length left of it, its size. */
export function takeWire({ segment, receiver, findings }: Passing): void {
  if (segment.checksum === 'bad') findings.push({ kind: 'bad-checksum' });
  else if (segment.checksum === 'offloaded') findings.push({ kind: 'offloaded-checksum' });
  if (segment.fragments > 1) findings.push({ kind: 'fragmented', fragments: segment.fragments });
  if (segment.cut) findings.push({ kind: 'cut', options: segment.optionsCut });
  const { mss } = receiver;
  if (mss !== null && segment.len > mss) findings.push({ kind: 'above-mss', mss });
}
