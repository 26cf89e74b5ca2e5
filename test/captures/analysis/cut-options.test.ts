import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConversationTable } from '../../../src/captures/analysis/conversation-table.ts';
import { CaptureReader } from '../../../src/captures/file/capture-reader.ts';
import type { CapturedSegment } from '../../../src/captures/packet/captured-segment.ts';

const WHOLE = readFileSync(new URL('../oracles/window_scaling.pcap', import.meta.url));
const FILE_HEADER = 24;
const RECORD_HEADER = 16;
/** Ethernet, IPv4 and the fixed part of TCP. */
const HEADERS = 14 + 20 + 20;

/** The capture as it would be with a snap length. */
function cutAt(snapLength: number): Uint8Array {
  const pieces: Uint8Array[] = [WHOLE.subarray(0, FILE_HEADER)];
  const view = new DataView(WHOLE.buffer, WHOLE.byteOffset, WHOLE.byteLength);
  for (let at = FILE_HEADER; at < WHOLE.length; ) {
    const captured = view.getUint32(at + 8, true);
    const record = Buffer.from(WHOLE.subarray(at, at + RECORD_HEADER + Math.min(captured, snapLength)));
    record.writeUInt32LE(Math.min(captured, snapLength), 8);
    pieces.push(record);
    at += RECORD_HEADER + captured;
  }
  return Buffer.concat(pieces);
}

function analysed(file: Uint8Array) {
  const table = new ConversationTable();
  const found: { segment: CapturedSegment; windowBytes: number | null }[] = [];
  const reader = new CaptureReader((segment) =>
    found.push({ segment, windowBytes: table.add(segment).analysis.windowBytes }),
  );
  reader.push(file);
  return { problem: reader.end(), tally: reader.tally, found };
}

const whole = analysed(WHOLE);

test('a snap length within the options leaves every segment with its numbers, and the options before the cut', () => {
  // MSS is the first option of a SYN here, and window scaling the last.
  const { found, tally, problem } = analysed(cutAt(HEADERS + 4));
  expect(problem).toBeNull();
  expect(tally.passedOver['header-cut']).toBe(0);
  expect(found).toHaveLength(whole.found.length);
  for (const [i, { segment }] of found.entries()) {
    const { seq, ack, flags, window, len, options } = whole.found[i]!.segment;
    expect(segment).toMatchObject({ seq, ack, flags, window, len, cut: true, optionsCut: true });
    expect(segment.options).toEqual(options.mss === undefined ? {} : { mss: options.mss });
  }
});

test('whose window scale may have been cut off, its windows are not known in bytes', () => {
  const { found } = analysed(cutAt(HEADERS + 4));
  for (const { segment, windowBytes } of found) {
    const isSyn = segment.options.mss !== undefined;
    if (isSyn || segment.window === 0) expect(windowBytes).toBe(segment.window);
    else expect(windowBytes).toBeNull();
  }
});

test('with all options there nothing changes, although the data is cut off', () => {
  const { found } = analysed(cutAt(HEADERS + 40));
  expect(found.map(({ windowBytes }) => windowBytes)).toEqual(whole.found.map(({ windowBytes }) => windowBytes));
  expect(found.some(({ segment }) => segment.optionsCut)).toBe(false);
  expect(found.some(({ segment }) => segment.cut)).toBe(true);
});

test('less than the fixed part of the header is passed over', () => {
  const { found, tally } = analysed(cutAt(HEADERS - 1));
  expect(found).toHaveLength(0);
  expect(tally.passedOver['header-cut']).toBe(tally.frames);
});
