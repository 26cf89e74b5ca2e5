import { scenarios } from 'seqack:scenarios';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/language.ts';
import { skills } from '../../../src/questions/catalogue.ts';
import { makeQuestion } from '../../../src/questions/make.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import type { Route } from '../../../src/ui/route.ts';
import { KEY, play, type Size, widest, world } from '../world.tsx';

/** Every screen of the sandbox, at every width, in both languages, for a screen reader and in ASCII. */

const BLANK: Route = { screen: 'sandbox', scenario: null, seed: 'x', ms: 0 };
/** Stands still: space stops it. A screen reader's never runs, and space does nothing there. */
const CONNECTED = [' ', '\t', 'l', '\t', 'c', 'G'];

interface Screen {
  readonly name: string;
  readonly keys: readonly string[];
  readonly en: readonly string[];
  readonly ko: readonly string[];
}

const SCREENS: readonly Screen[] = [
  {
    name: 'nothing has happened',
    keys: [' '],
    en: ['Two hosts, and nothing has happened yet', 'c connect', 'l listen', 'f forge', 'delay 20 ms, no loss'],
    ko: ['두 호스트가 있고, 아직 아무 일도 없습니다', 'c 연결', 'l 연결 대기', 'f 위조', '지연 20 ms, 유실 없음'],
  },
  {
    name: 'a connection',
    keys: CONNECTED,
    en: ['Sandbox', 'SYN,ACK', 'ESTABLISHED', 's send', 'x close', 'C crash', 'd lose next', 'h ideas', 'w save'],
    ko: ['샌드박스', 'SYN,ACK', 'ESTABLISHED', 's 보내기', 'x 닫기', 'C 다운', 'd 다음 유실', 'h 해 볼 것', 'w 저장'],
  },
  {
    name: 'something arranged for the next segment',
    keys: [...CONNECTED, 'd'],
    en: ["The client's next segment will be lost.", 'next lost'],
    ko: ['클라이언트의 다음 세그먼트는 유실됩니다.', '다음 유실'],
  },
  {
    name: 'an amount',
    keys: [...CONNECTED, 's'],
    en: ['bytes for the client to send', '500', 'enter do it'],
    ko: ['클라이언트가 보낼 바이트', '500', 'enter 실행'],
  },
  {
    name: 'an idea',
    keys: [...CONNECTED, 'h'],
    en: ['Lose a piece of data: d, then s with 6,000 bytes.', 'RFC 5681 §3.2'],
    ko: ['데이터 하나를 유실시켜 보세요', 'RFC 5681 §3.2'],
  },
  {
    name: 'a forged segment',
    keys: [...CONNECTED, 'f'],
    en: ['Forge a segment', 'poses as the client', 'client snd.nxt', 'now ', 'The server expects', 'enter send it'],
    ko: ['세그먼트 위조', '클라이언트인 척하고', 'client snd.nxt', '지금 ', '서버가 기다리는 번호', 'enter 보내기'],
  },
  {
    name: 'the network and the hosts',
    keys: [...CONNECTED, 'n', KEY.right],
    en: ['Network and hosts', 'delay, one way', '50 ms', '1 change', 'enter apply'],
    ko: ['네트워크와 호스트', '지연(편도)', '50 ms', '바꾼 것 1개', 'enter 적용'],
  },
  {
    name: 'saving',
    keys: [...CONNECTED, 'w'],
    en: ['scenario and pcap', 'file name', 'my-sandbox.yaml, my-sandbox.pcap', 'enter save'],
    ko: ['시나리오와 pcap', '파일 이름', 'my-sandbox.yaml, my-sandbox.pcap', 'enter 저장'],
  },
  {
    name: 'a segment to be predicted',
    keys: [' ', '\t', 'l', '\t', 'p', 'c', 'G'],
    en: ['What will it be?', 'The ISN of the client is', 'PSH and URG are not asked for', 'predicting'],
    ko: ['무엇을 보낼까요?', '클라이언트의 ISN은', 'PSH와 URG는 묻지 않습니다', '예측 모드'],
  },
  {
    name: 'a prediction judged',
    keys: [' ', '\t', 'l', '\t', 'p', 'c', 'G', 's\r', '1\r', '0\r', '0\r'],
    en: ['predicted 0 of 1', 'flags SYN', 'A SYN has the ISN as its number', 'enter next'],
    ko: ['예측 0/1', '플래그 SYN', 'SYN의 번호는 이 연결의 ISN인', 'enter 다음'],
  },
  {
    name: 'leaving',
    keys: [...CONNECTED, KEY.escape],
    en: ['Leave without saving?', 'Your 2 moves are in no file yet.', 'w save'],
    ko: ['저장하지 않고 나갈까요?', '직접 한 조작 2번은', 'w 저장'],
  },
];

/** What only the picture says in these words. */
const PICTURED: readonly string[] = ['SYN,ACK', 'next lost', '다음 유실'];

/** Without blanks: however it is broken into lines. */
const squeezed = (text: string) => text.replace(/\s+/g, '');

async function shown(keys: readonly string[], language: Language, size: Size, ascii = false): Promise<string> {
  const made = world({
    language,
    ascii,
    settings: { ladder: 'compact' },
    engine: { skills, scenarios, makeQuestion, simulate },
  });
  const app = await play(BLANK, made, size);
  for (const key of keys) await app.press(key);
  const frame = app.frame();
  app.close();
  return frame;
}

const SIZES = [
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

describe.each(SCREENS)('$name', (screen) => {
  describe.each(SIZES)('at $columns x $rows', (size) => {
    test.each(['en', 'ko'] as const)('in %s', async (language) => {
      const frame = await shown(screen.keys, language, size);
      for (const text of screen[language]) expect(squeezed(frame)).toContain(squeezed(text));
      expect(widest(frame)).toBeLessThanOrEqual(size.columns);
      expect(frame.split('\n')).toHaveLength(size.rows);
    });
  });

  test.each(['en', 'ko'] as const)('for a screen reader in %s', async (language) => {
    const frame = await shown(screen.keys, language, { columns: 80, rows: 24, linear: true });
    for (const text of screen[language]) {
      // What the arrows of the ladder show, sentences tell one at a time.
      if (!PICTURED.includes(text)) expect(squeezed(frame)).toContain(squeezed(text));
    }
    expect(frame).not.toMatch(/[─-▟❯]/);
    expect(widest(frame)).toBeLessThanOrEqual(80);
  });

  test.each(['en', 'ko'] as const)('in ASCII in %s', async (language) => {
    const frame = await shown(screen.keys, language, { columns: 80, rows: 24 }, true);
    expect(frame.replace(/[가-힣·]/g, '')).not.toMatch(/[^\n\x20-\x7e§…]/);
    expect(widest(frame)).toBeLessThanOrEqual(80);
  });
});
