import type { Text } from '../../language.ts';
import type { Beginning, Ending } from './conversation.ts';
import type { Vantage } from './segment-analysis.ts';

/** How a conversation begins in the capture, in a few words. */
export const BEGINNING_WORDS: Readonly<Record<Beginning, Text>> = {
  handshake: { ko: '핸드셰이크', en: 'handshake' },
  unanswered: { ko: '응답 없는 SYN', en: 'SYN not answered' },
  'part-of-handshake': { ko: '핸드셰이크 일부', en: 'part of a handshake' },
  middle: { ko: '중간부터', en: 'in the middle' },
};

/** How it ends. */
export const ENDING_WORDS: Readonly<Record<Ending, Text>> = {
  closed: { ko: '양쪽 FIN으로 종료', en: 'closed by both' },
  'half-closed': { ko: '한쪽만 닫음', en: 'half closed' },
  reset: { ko: 'RST로 종료', en: 'reset' },
  open: { ko: '열린 채 끝남', en: 'still open' },
};

/** Where the capture was taken. */
export const VANTAGE_WORDS: Readonly<Record<Vantage, Text>> = {
  client: { ko: '클라이언트에서 캡처', en: 'captured at the client' },
  server: { ko: '서버에서 캡처', en: 'captured at the server' },
  unknown: { ko: '캡처 위치 알 수 없음', en: 'where it was captured is unknown' },
};

/** The same as one sentence with its reason. */
export const VANTAGE_SENTENCES: Readonly<Record<Vantage, Text>> = {
  client: {
    ko: '클라이언트의 응답은 곧바로, 서버의 응답은 왕복 시간 뒤에 나타나므로 클라이언트에서 캡처한 것입니다.',
    en: 'The client answers at once and the server only a round trip later, so it was captured at the client.',
  },
  server: {
    ko: '서버의 응답은 곧바로, 클라이언트의 응답은 왕복 시간 뒤에 나타나므로 서버에서 캡처한 것입니다.',
    en: 'The server answers at once and the client only a round trip later, so it was captured at the server.',
  },
  unknown: {
    ko: '응답 시간만으로는 어느 쪽에서 캡처했는지 알 수 없습니다. 그래서 지나간 세그먼트가 도착했다고 보지 않습니다.',
    en: 'The times of the answers do not tell at which end it was captured, so what passes is not taken to have arrived.',
  },
};
