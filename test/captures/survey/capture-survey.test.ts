import { describe, expect, test } from 'vitest';
import { NotACapture } from '../../../src/captures/file/capture-tally.ts';
import { CaptureSurvey, type SurveyPiece } from '../../../src/captures/survey/capture-survey.ts';
import { ConversationSegments, type SegmentRange } from '../../../src/captures/survey/conversation-segments.ts';
import type { PlacedSegment } from '../../../src/captures/survey/placed-segment.ts';
import { oracleFile, oracles } from '../oracles.ts';
import { playedCapture } from './played-capture.ts';

const whole = (bytes: Uint8Array): SurveyPiece => ({ bytes, compressed: false, damage: null });

function surveyed(file: Uint8Array, pieceSize = file.length) {
  const segments: PlacedSegment[] = [];
  const survey = new CaptureSurvey({ at: null, onSegment: (placed) => segments.push(placed) });
  for (let at = 0; at < file.length; at += pieceSize) survey.push(whole(file.subarray(at, at + pieceSize)));
  survey.end();
  return { survey, segments };
}

describe('a survey of a recorded capture', () => {
  test.each(oracles())('$name: every segment belongs to a conversation that counts it', ({ file, segments: known }) => {
    const { survey, segments } = surveyed(file);
    expect(segments).toHaveLength(known.length);
    expect(survey.shortfall).toBeNull();
    for (const summary of survey.conversations()) {
      const own = segments.filter(({ conversation }) => conversation === summary.number);
      for (const host of ['client', 'server'] as const) {
        const sent = own.filter(({ from }) => from === host);
        expect(summary.sides[host].segments).toBe(sent.length);
        expect(summary.sides[host].bytes).toBe(sent.reduce((sum, { segment }) => sum + segment.len, 0));
      }
      expect(summary.firstFrame).toBe(own[0]?.segment.frame);
      expect(summary.lastFrame).toBe(own.at(-1)?.segment.frame);
    }
    expect(survey.lastMs).toBeCloseTo(1000 * Math.max(...known.map(({ t }) => t)), 2);
  });

  test('is the same however the file is cut', () => {
    const file = oracleFile('lost_data_rto.pcap');
    expect(surveyed(file, 100).segments).toEqual(surveyed(file).segments);
  });
});

test('no conversation lasts less than nothing where the times of a file go back', () => {
  const file = Buffer.from(oracleFile('lost_syn.pcap'));
  for (let at = 24, seconds = 2000; at < file.length; at += 16 + file.readUInt32LE(at + 8)) {
    file.writeUInt32LE(seconds--, at);
  }
  const { survey } = surveyed(file);
  for (const { firstMs, lastMs } of survey.conversations()) expect(lastMs).toBeGreaterThanOrEqual(firstMs);
  expect(survey.lastMs).toBeGreaterThanOrEqual(0);
});

describe('a file that ends too early', () => {
  const file = oracleFile('lost_data_rto.pcap');

  test('in the middle of a frame: what came before holds, and where it ended is told', () => {
    const { survey, segments } = surveyed(file.subarray(0, file.length - 10));
    expect(segments).toHaveLength(surveyed(file).segments.length - 1);
    expect(survey.shortfall).toMatchObject({ frames: segments.length, unpacked: false });
    expect(survey.shortfall?.offset).toBeLessThan(file.length);
  });

  test('because it cannot be unpacked: the damage is told, not what is missing after it', () => {
    const damage = { offset: 77, text: { ko: '손상', en: 'damaged' } };
    const survey = new CaptureSurvey({ at: null });
    survey.push({ bytes: file.subarray(0, 500), compressed: true, damage: null });
    survey.push({ bytes: new Uint8Array(0), compressed: true, damage });
    survey.end();
    expect(survey.shortfall).toMatchObject({ ...damage, unpacked: false, frames: survey.tally.frames });
    expect(survey.tally.compressed).toBe(true);
  });

  test('before its first frame: it is no capture', () => {
    const survey = new CaptureSurvey({ at: null });
    const damage = { offset: 3, text: { ko: '손상', en: 'damaged' } };
    survey.push({ bytes: new Uint8Array(0), compressed: true, damage });
    expect(() => survey.end()).toThrow(NotACapture);
    expect(() => new CaptureSurvey({ at: null }).end()).toThrow(NotACapture);
  });

  test('is over where it makes no sense: nothing more needs to be read', () => {
    const broken = file.slice();
    // The captured length of the second record.
    const first = new DataView(broken.buffer).getUint32(24 + 8, true);
    new DataView(broken.buffer).setUint32(24 + 16 + first + 8, 0xffff_ffff, true);
    const survey = new CaptureSurvey({ at: null });
    survey.push(whole(broken));
    expect(survey.isOver).toBe(true);
    survey.end();
    expect(survey.shortfall).toMatchObject({ frames: 1 });
  });
});

describe('the segments of one conversation', () => {
  const { segments } = surveyed(playedCapture(['four-way-close', 'lost-segment']));
  const own = segments.filter(({ conversation }) => conversation === 2);
  const taken = (range: Partial<SegmentRange>) => {
    const wanted = new ConversationSegments({ conversation: 2, from: 1, count: 20_000, ...range });
    for (const placed of segments) wanted.add(placed);
    return wanted;
  };

  test('are all there without bounds', () => {
    expect(taken({}).segments).toEqual(own);
    expect(taken({}).leftOut).toEqual({ before: 0, after: 0 });
  });

  test('from one on, so many, with what was left out', () => {
    const part = taken({ from: 3, count: 4 });
    expect(part.segments).toEqual(own.slice(2, 6));
    expect(part.leftOut).toEqual({ before: 2, after: own.length - 6 });
  });

  test('from behind the last are none', () => {
    expect(taken({ from: 1000 }).segments).toEqual([]);
    expect(taken({ from: 1000 }).leftOut).toEqual({ before: own.length, after: 0 });
  });
});
