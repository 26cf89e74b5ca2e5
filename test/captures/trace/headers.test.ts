import { describe, expect, it } from 'vitest';
import { CaptureSurvey } from '../../../src/captures/survey/capture-survey.ts';
import { capturedTrace } from '../../../src/captures/trace/conversation-trace.ts';
import { cutTrace } from '../../../src/captures/trace/cut.ts';
import { type Flag, flagBits } from '../../../src/tcp/segment.ts';
import { oracles } from '../oracles.ts';
import { conversationsOf } from './from-file.ts';

describe.each(oracles())('the headers of $name', ({ file, segments }) => {
  it('are kept as they stand in the file, where that is asked for', () => {
    const bytes = Buffer.from(file);
    const byFrame = new Map(segments.map((segment) => [segment.n, segment]));
    for (const { summary, segments: held } of conversationsOf(file)) {
      const captured = capturedTrace(held, summary, { file: 'a.pcap', numbers: 'relative', epochMs: 0 });
      expect(captured.headers).toHaveLength(captured.trace.segments.length);
      captured.headers.forEach((header, index) => {
        const read = byFrame.get(captured.frames[index]!)!;
        const kept = Buffer.from(header!);
        expect(bytes.includes(kept)).toBe(true);
        expect(kept.length).toBe(4 * (kept[12]! >> 4));
        expect(kept.readUInt16BE(0)).toBe(Number(read.src.slice(read.src.lastIndexOf(':') + 1)));
        expect(kept.readUInt16BE(2)).toBe(Number(read.dst.slice(read.dst.lastIndexOf(':') + 1)));
        expect(kept.readUInt32BE(4)).toBe(read.seq);
        if (read.ack !== null) expect(kept.readUInt32BE(8)).toBe(read.ack);
        expect(kept[13]).toBe(flagBits(read.flags as Flag[]));
        expect(kept.readUInt16BE(14)).toBe(read.window_raw);
      });
      const last = captured.headers.length;
      expect(cutTrace(captured, 2, last).headers).toEqual(captured.headers.slice(1));
    }
  });

  it('are not kept otherwise', () => {
    const survey = new CaptureSurvey({ at: null, onSegment: ({ segment }) => expect(segment.header).toBeNull() });
    survey.push({ bytes: file, compressed: false, damage: null });
    survey.end();
  });
});
