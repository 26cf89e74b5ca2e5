import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { ConversationSummary } from '../../../src/captures/analysis/conversation.ts';
import {
  conversationHeading,
  conversationRow,
  inOrder,
  type RowStyle,
} from '../../../src/ui/layout/conversation-rows.ts';
import { lineText } from '../../../src/ui/layout/line.ts';
import { lengthText, sizeText } from '../../../src/ui/text/captures.ts';
import { glyphsFor } from '../../../src/ui/theme.ts';

const side = { segments: 5, bytes: 1000, findings: {}, state: null, mss: null, windowScale: null };
const LONG = '2001:db8:1111:2222:3333:4444:5555:6666';

function summary(number: number, patch: Partial<ConversationSummary> = {}): ConversationSummary {
  return {
    number,
    hosts: { client: { address: '10.0.0.1', port: 50000 }, server: { address: '10.0.0.2', port: 80 } },
    clientIsGuess: false,
    sides: { client: side, server: side },
    begins: 'handshake',
    ends: 'closed',
    endedBy: 'client',
    vantage: 'client',
    firstMs: 0,
    lastMs: 1234,
    firstFrame: 1,
    lastFrame: 10,
    rtt: { client: null, server: null },
    ...patch,
  };
}

const style = (width: number, language: 'ko' | 'en' = 'en', digits = 3): RowStyle => ({
  width,
  language,
  glyphs: glyphsFor({ ascii: false, linear: false }),
  digits,
});

describe('a row of the list', () => {
  const worst = summary(123_456, {
    hosts: { client: { address: LONG, port: 65535 }, server: { address: LONG, port: 65535 } },
    sides: {
      client: { ...side, segments: 123_456_789, bytes: 4e12, findings: { retransmission: 1_000_000, dsack: 3 } },
      server: { ...side, findings: { 'acks-unseen': 100_000 } },
    },
    ends: 'half-closed',
    lastMs: 40_000_000,
  });

  test.each([56, 76, 116])('is never wider than its %i cells, and both ports are in it', (width) => {
    for (const language of ['ko', 'en'] as const) {
      const text = lineText(conversationRow(worst, style(width, language, 6), false));
      expect(stringWidth(text)).toBeLessThanOrEqual(width);
      expect(text.match(/:65535/g)).toHaveLength(2);
      const heading = lineText(conversationHeading(style(width, language, 6)));
      expect(stringWidth(heading)).toBeLessThanOrEqual(width);
    }
  });

  test('has short addresses whole, and says the worst in words where there is room', () => {
    const row = (width: number) => lineText(conversationRow(summary(1), style(width), false));
    for (const width of [60, 76, 116]) expect(row(width)).toContain('10.0.0.1:50000');
    const bad = summary(1, { sides: { client: { ...side, findings: { retransmission: 3, dsack: 1 } }, server: side } });
    expect(lineText(conversationRow(bad, style(116), false))).toContain('! 3 retransmissions +1');
    expect(lineText(conversationRow(bad, style(76), false))).toContain('! 4');
  });
});

describe('the order of the list', () => {
  const quiet = summary(1);
  const lossy = summary(2, { sides: { client: { ...side, findings: { retransmission: 2 } }, server: side } });
  const large = summary(3, { sides: { client: { ...side, bytes: 9000 }, server: side } });
  const all = [quiet, lossy, large];

  test('is that of the capture, by trouble or by data; equals keep theirs', () => {
    const numbers = (order: Parameters<typeof inOrder>[1]) => inOrder(all, order).map(({ number }) => number);
    expect(numbers('number')).toEqual([1, 2, 3]);
    expect(numbers('trouble')).toEqual([2, 1, 3]);
    expect(numbers('bytes')).toEqual([3, 1, 2]);
  });

  test('more data than can be told apart by weight and place comes first, in the order of the capture', () => {
    const huge = [1, 2, 3].map((number) =>
      summary(number, { sides: { client: { ...side, bytes: number === 1 ? 7 : number * 2 ** 50 }, server: side } }),
    );
    expect(inOrder(huge, 'bytes').map(({ number }) => number)).toEqual([2, 3, 1]);
    expect(inOrder([], 'bytes')).toEqual([]);
  });

  test('is the one that sorting by a function gives', () => {
    const any = fc.record({ bytes: fc.nat(), lost: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 200 }), (drawn) => {
        const conversations = drawn.map(({ bytes, lost }, at) =>
          summary(at + 1, { sides: { client: { ...side, bytes, findings: { retransmission: lost } }, server: side } }),
        );
        const weightOf = {
          bytes: (at: number) => drawn[at - 1]?.bytes ?? 0,
          trouble: (at: number) => drawn[at - 1]?.lost ?? 0,
        };
        for (const order of ['bytes', 'trouble'] as const) {
          const numbers = conversations.map(({ number }) => number);
          const expected = numbers.sort((a, b) => weightOf[order](b) - weightOf[order](a));
          expect(inOrder(conversations, order).map(({ number }) => number)).toEqual(expected);
        }
      }),
    );
  });

  test('of 100,000 conversations is there in no time to speak of', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => summary(at + 1));
    const before = performance.now();
    inOrder(many, 'trouble');
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [9949, '9.9 kB'],
  [9960, '10 kB'],
  [999_499, '999 kB'],
  [999_600, '1.0 MB'],
  [3_400_000_000, '3.4 GB'],
])('%i bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});

test.each([
  [0, '0.000 ms', '0.000 ms'],
  [0.42, '0.420 ms', '0.420 ms'],
  [20.456, '20.5 ms', '20.5 ms'],
  [12_345.6, '12.346 s', '12.346초'],
  [62_000, '1 min 02 s', '1분 02초'],
  [7_380_000, '2 h 03 min', '2시간 03분'],
])('%f ms are %s', (ms, en, ko) => {
  expect(lengthText(ms)).toEqual({ ko, en });
});
