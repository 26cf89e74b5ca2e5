import { modules } from 'seqack:content';
import { describe, expect, test } from 'vitest';
import { toldLadder } from '../../../src/ui/layout/drawn-ladder.ts';
import { lessonLines } from '../../../src/ui/layout/lesson.ts';
import { lineText } from '../../../src/ui/layout/line.ts';
import { glyphsFor } from '../../../src/ui/theme.ts';

const HANDSHAKE = `
client                                            server
CLOSED                                            LISTEN
SYN-SENT     ── SYN      seq 100 ──────────────▶  SYN-RECEIVED
ESTABLISHED  ◀─ SYN,ACK  seq 200  ack 101 ──────  SYN-RECEIVED
ESTABLISHED  ── ACK      seq 101  ack 201 ─────▶  ESTABLISHED`.split('\n');

test('a ladder is told segment by segment, with the states that follow', () => {
  expect(toldLadder(HANDSHAKE)?.map(({ en }) => en)).toEqual([
    'client CLOSED, server LISTEN',
    'client to server: SYN seq 100; client SYN-SENT, server SYN-RECEIVED',
    'server to client: SYN,ACK seq 200 ack 101; client ESTABLISHED, server SYN-RECEIVED',
    'client to server: ACK seq 101 ack 201; client ESTABLISHED, server ESTABLISHED',
  ]);
  expect(toldLadder(HANDSHAKE)?.map(({ ko }) => ko)[1]).toBe(
    '클라이언트에서 서버로: SYN seq 100; 클라이언트 SYN-SENT, 서버 SYN-RECEIVED',
  );
});

test.each([
  [
    'TIME-WAIT    ── ACK      seq 152 ack 802 ──✗      LAST-ACK',
    'client sends: ACK seq 152 ack 802, lost; client TIME-WAIT, server LAST-ACK',
  ],
  ['         lost ✗ 100 bytes  seq 301 ──────────────', 'server sends: 100 bytes seq 301, lost'],
  [
    'FIN-WAIT-1   ── FIN,ACK  seq 151 ack 501 ──┐',
    'client sends: FIN,ACK seq 151 ack 501, still on its way; client FIN-WAIT-1',
  ],
  [
    '             ┌─ FIN,ACK  seq 501 ack 151 ──┼────  FIN-WAIT-1',
    'server sends: FIN,ACK seq 501 ack 151, still on its way; server FIN-WAIT-1',
  ],
  ['CLOSING      ◀┘                            └───▶  CLOSING', 'both arrive; client CLOSING, server CLOSING'],
  [
    'FIN-WAIT-2  ... 300 bytes seq 501 ack 152 ──────  CLOSE-WAIT',
    'server sends: 300 bytes seq 501 ack 152, still on its way; client FIN-WAIT-2, server CLOSE-WAIT',
  ],
  [
    'TIME-WAIT    ◀─ 300 bytes seq 501 ack 152 ...     LAST-ACK',
    'client receives late: 300 bytes seq 501 ack 152; client TIME-WAIT, server LAST-ACK',
  ],
  ['  ── 100 bytes  seq 501 ──────▶  copied on the way', 'client to server: 100 bytes seq 501; copied on the way'],
  [
    '     100 bytes  seq 501   the old copy ─────────▶  it fits: accepted',
    'client to server: 100 bytes seq 501 the old copy; it fits: accepted',
  ],
  ['  ◀─ ACK        ack 601 ─────────────────────────', 'server to client: ACK ack 601'],
  ['    │── SYN ────────▶│', 'client to server: SYN'],
])('%s', (row, told) => {
  expect(toldLadder([row])?.map(({ en }) => en)).toEqual([told]);
});

test.each([
  ['CLOSED       (restarted)                          ESTABLISHED', '(restarted); client CLOSED, server ESTABLISHED'],
  ['  -- old connection, ISN 0', 'old connection, ISN 0'],
  ['(2 MSL)', '(2 MSL)'],
  ['CLOSED', 'client CLOSED'],
])('between segments: %s', (row, told) => {
  expect(toldLadder([...HANDSHAKE, row])?.at(-1)?.en).toBe(told);
});

test('what is no ladder, or not understood, is left to others', () => {
  expect(toldLadder(['ISN = M + F(localip, localport)'])).toBeNull();
  expect(toldLadder(['client 10.0.0.1 : 50000   ◀──────▶   server 10.0.0.2 : 80'])).toBeNull();
  expect(toldLadder([...HANDSHAKE, '  └──┬──┘'])).toBeNull();
  expect(toldLadder([...HANDSHAKE, '  ── SYN ─▶ ◀─ SYN ──'])).toBeNull();
});

describe.each(modules.map((module) => [module.id, module] as const))('the drawings of %s', (_, module) => {
  test.each(['ko', 'en'] as const)('are read aloud with every word of them, in %s', (language) => {
    for (const block of module.lesson[language]) {
      if (block.kind !== 'verbatim') continue;
      const lines = lessonLines([block], 60, glyphsFor({ ascii: false, linear: true }), language);
      const told = lines.map(lineText).join(' ').replace(/\s+/g, ' ');
      if (block.lines.some((row) => /─▶|◀─ /.test(row) && !/◀─+▶/.test(row)))
        expect(toldLadder(block.lines)).not.toBeNull();
      expect(told).not.toMatch(/[\u2190-\u21FF\u2500-\u25FF✗]/);
      const words = block.lines
        .filter((row) => !/^client +server$/.test(row.trim()))
        .flatMap((row) => row.match(/[\p{L}\d][\p{L}\d,.+-]*/gu) ?? []);
      for (const word of words) if (word !== 'lost') expect(told).toContain(word);
    }
  });
});
