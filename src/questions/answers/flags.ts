import { type Flag, flagBits, flagNames } from '../../tcp/segment.ts';
import { normalized, type Reading, read, unreadable } from './reading.ts';

/** Names, their letters, and tcpdump's '.' for ACK. */
const SPELLINGS: Readonly<Record<string, Flag>> = {
  SYN: 'SYN',
  S: 'SYN',
  FIN: 'FIN',
  F: 'FIN',
  RST: 'RST',
  R: 'RST',
  PSH: 'PSH',
  P: 'PSH',
  URG: 'URG',
  U: 'URG',
  ACK: 'ACK',
  A: 'ACK',
  '.': 'ACK',
};

const TOKEN = /SYN|FIN|RST|PSH|URG|ACK|[SFRPUA.]/gy;

/**
 * A set of flags in any order and most spellings: 'SYN,ACK', 'syn+ack', 'SYN-ACK', 'SYNACK', 'SA', 'S.' (tcpdump),
 * '[S.]'. The result is in the order of the RFC's figures, each flag once. 'none' is the empty set.
 */
export function readFlags(text: string): Reading<readonly Flag[]> {
  const letters = normalized(text).replace(/[,+/|&<>[\]\s-]/g, '');
  if (letters === 'NONE' || letters === '없음') return read([]);
  const names: Flag[] = [];
  TOKEN.lastIndex = 0;
  let end = 0;
  for (let match = TOKEN.exec(letters); match !== null; match = TOKEN.exec(letters)) {
    const name = SPELLINGS[match[0]];
    if (name !== undefined) names.push(name);
    end = TOKEN.lastIndex;
  }
  if (letters === '' || end < letters.length) {
    return unreadable(
      '플래그로 읽을 수 없습니다. SYN, ACK, FIN, RST, PSH, URG 가운데서 고르세요. 예: SYN,ACK',
      'Those are not flags. Use SYN, ACK, FIN, RST, PSH and URG, such as SYN,ACK.',
    );
  }
  return read(flagNames(flagBits(names)));
}
