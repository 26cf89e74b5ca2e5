import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { ConversationSummary } from '../../../src/captures/analysis/conversation.ts';
import { columnNeeds, conversationColumns } from '../../../src/ui/layout/conversation-columns.ts';
import {
  conversationHeading,
  conversationRow,
  inOrder,
  type RowStyle,
} from '../../../src/ui/layout/conversation-rows.ts';
import { lineText } from '../../../src/ui/layout/line.ts';
import { spokenConversation, spokenConversations } from '../../../src/ui/layout/spoken-conversations.ts';
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

const glyphs = glyphsFor({ ascii: false, linear: false });

const style = (
  width: number,
  of: readonly ConversationSummary[],
  language: 'ko' | 'en' = 'en',
  digits = 3,
): RowStyle => ({
  columns: conversationColumns(width, digits, language, columnNeeds(of, language, glyphs)),
  language,
  glyphs,
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
      const text = lineText(conversationRow(worst, style(width, [worst], language, 6), false));
      expect(stringWidth(text)).toBeLessThanOrEqual(width);
      expect(text.match(/:65535/g)).toHaveLength(2);
      const heading = lineText(conversationHeading(style(width, [worst], language, 6)));
      expect(stringWidth(heading)).toBeLessThanOrEqual(width);
    }
  });

  test('has short addresses whole, and says the worst in words where there is room', () => {
    const row = (width: number) => lineText(conversationRow(summary(1), style(width, [summary(1)]), false));
    for (const width of [60, 76, 116]) expect(row(width)).toContain('10.0.0.1:50000');
    const bad = summary(1, { sides: { client: { ...side, findings: { retransmission: 3, dsack: 1 } }, server: side } });
    expect(lineText(conversationRow(bad, style(116, [bad]), false))).toContain('! 3 retransmissions +1');
    expect(lineText(conversationRow(bad, style(76, [bad]), false))).toContain('! 4');
  });
});

describe('IPv6 addresses', () => {
  const six = (number: number, patch: Partial<ConversationSummary> = {}) =>
    summary(number, {
      hosts: { client: { address: '2001:db8::1', port: 50001 }, server: { address: '2001:db8::2', port: 80 } },
      ...patch,
    });

  test.each(['ko', 'en'] as const)('have the room at 80 columns that others do not need, in %s', (language) => {
    const halfClosed = six(2, { ends: 'half-closed' });
    const lossy = six(3, { sides: { client: { ...side, findings: { retransmission: 8 } }, server: side } });
    const all = [six(1), halfClosed, lossy];
    for (const one of all) {
      const text = lineText(conversationRow(one, style(76, all, language, 1), false));
      expect(text).toContain('[2001:db8::1]:50001 → [2001:db8::2]:80');
      expect(stringWidth(text)).toBeLessThanOrEqual(76);
    }
    expect(lineText(conversationRow(halfClosed, style(76, all, language, 1), false))).not.toContain('…');
    const heading = lineText(conversationHeading(style(76, all, language, 1)));
    expect(heading).not.toContain('…');
    expect(stringWidth(heading)).toBeLessThanOrEqual(76);
  });

  test('take none from columns where all fits', () => {
    const [roomy, none] = [style(76, [summary(1)]), style(76, [])];
    expect(roomy.columns).toEqual(none.columns);
  });

  test('are cut where there is no room, and nothing else is', () => {
    const long = six(1, {
      hosts: { client: { address: LONG, port: 50001 }, server: { address: LONG, port: 80 } },
      sides: { client: { ...side, findings: { retransmission: 8 } }, server: side },
    });
    const text = lineText(conversationRow(long, style(76, [long]), false));
    expect(text.match(/…/g)).toHaveLength(2);
    expect(text).toMatch(/ 10 +2\.0 kB closed ! 8$/);
  });
});

describe('a conversation read aloud', () => {
  const long = summary(4, {
    hosts: { client: { address: LONG, port: 50001 }, server: { address: LONG, port: 80 } },
    sides: { client: { ...side, findings: { retransmission: 2, dsack: 1 } }, server: side },
  });

  test('is told whole, in a sentence', () => {
    expect(spokenConversation(long)).toEqual({
      ko: `4. [${LONG}]:50001에서 [${LONG}]:80으로, 1.234초 동안 세그먼트 10개, 데이터 2.0 kB, 종료, 재전송 2번, D-SACK 1개`,
      en: `4. [${LONG}]:50001 to [${LONG}]:80, 10 segments in 1.234 s, 2.0 kB of data, closed, 2 retransmissions, 1 D-SACK`,
    });
  });

  test('is wrapped, never cut; how many are not read is told', () => {
    const looks = { language: 'en', pointer: '>>', width: 60 } as const;
    const lines = spokenConversations([summary(3), long], { before: 2, after: 1 }, long, looks).map(lineText);
    for (const one of lines) expect(stringWidth(one)).toBeLessThanOrEqual(60);
    const squeezed = lines.join('').replaceAll(' ', '');
    expect(squeezed).toContain(`>>${spokenConversation(long).en}`.replaceAll(' ', ''));
    expect(lines[0]).toBe('2 conversations before these.');
    expect(lines[1]).toMatch(/^3\. 10\.0\.0\.1:50000 to/);
    expect(lines.at(-1)).toBe('1 conversation after these.');
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
    columnNeeds(many, 'ko', glyphs);
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
