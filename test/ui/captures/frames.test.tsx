import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/language.ts';
import { skills } from '../../../src/questions/catalogue.ts';
import { makeQuestion } from '../../../src/questions/make.ts';
import { WIDEST_LADDER } from '../../../src/ui/layout/ladder-width.ts';
import type { Route } from '../../../src/ui/route.ts';
import { playedCapture } from '../../captures/survey/played-capture.ts';
import { KEY, play, type Size, widest, world } from '../world.tsx';
import { recorded } from './files.ts';

/** Every screen of captures, at every width, in both languages, for a screen reader and in ASCII. */

const CAPTURES = {
  'lost.pcap': recorded('lost_data_rto.pcap'),
  'six.pcap': recorded('ipv6.pcap'),
  'many.pcap': playedCapture(['four-way-close', 'lost-segment', 'handshake', 'closed-port', 'zero-window'], {
    ipv6: true,
  }),
};

const capture = (path: string): Route => ({ screen: 'capture', path, at: null, conversation: null });

interface Screen {
  readonly name: string;
  readonly route: Route;
  readonly keys: readonly string[];
  readonly en: readonly string[];
  readonly ko: readonly string[];
}

const SCREENS: readonly Screen[] = [
  {
    name: 'asking for a file',
    route: { screen: 'capture-file' },
    keys: [],
    en: ['Open a capture', 'pcap or pcapng', 'esc back'],
    ko: ['캡처 열기', 'pcapng', 'esc 뒤로'],
  },
  {
    name: 'a file that is not there',
    route: { screen: 'capture-file' },
    keys: ['nothing.pcap', KEY.enter],
    en: ['nothing.pcap', 'no nothing.pcap'],
    ko: ['nothing.pcap 파일이 없습니다.'],
  },
  {
    name: 'the list',
    route: capture('lost.pcap'),
    keys: [],
    en: ['Capture', 'lost.pcap', '12 TCP segments', '10.9.0.1:40000', 'enter open', '2 retransmissions'],
    ko: ['캡처', 'lost.pcap', 'TCP 세그먼트 12개', '10.9.0.1:40000', 'enter 열기', '재전송 2번'],
  },
  {
    name: 'a list of several, in IPv6',
    route: capture('many.pcap'),
    keys: [KEY.down, 's'],
    en: ['5 conversations', ':80', 'by trouble', 's sort', '2001:db8::1'],
    ko: ['대화 5개', ':80', '특이점 많은 순', 's 정렬 바꾸기', '2001:db8::1'],
  },
  {
    name: 'a conversation',
    route: capture('lost.pcap'),
    keys: [KEY.enter, 'n'],
    en: ['conversation 1', 'PSH,ACK', 'frame 7', 'enter ask me', 'RFC 6298'],
    ko: ['대화 1', 'PSH,ACK', '7/12', '프레임 7', 'enter 문제 풀기', 'RFC 6298'],
  },
  {
    name: 'a conversation in IPv6',
    route: capture('six.pcap'),
    keys: [KEY.enter],
    en: ['SYN', '15', 'scale 10'],
    ko: ['SYN', '1/15', 'scale 10'],
  },
  {
    name: 'a question on it',
    route: capture('lost.pcap'),
    keys: [KEY.enter, KEY.enter],
    // Which keys there are depends on the kind of question.
    en: ['Questions on a capture', '1 of ', '@cap-'],
    ko: ['캡처 문제', '문제 중 1', '@cap-'],
  },
  {
    name: 'a capture that is none',
    route: capture('none.pcap'),
    keys: [],
    en: ['no none.pcap', 'esc back'],
    ko: ['none.pcap 파일이 없습니다.', 'esc 뒤로'],
  },
];

/** Without blanks: however it is broken into lines. */
const squeezed = (text: string) => text.replace(/\s+/g, '');

async function shown({ route, keys }: Screen, language: Language, size: Size, ascii = false): Promise<string> {
  const made = world({ language, captures: CAPTURES, ascii, engine: { skills, makeQuestion } });
  const app = await play(route, made, size);
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
      const frame = await shown(screen, language, size);
      for (const text of screen[language]) expect(squeezed(frame)).toContain(squeezed(text));
      expect(widest(frame)).toBeLessThanOrEqual(size.columns);
      expect(frame.split('\n')).toHaveLength(size.rows);
    });
  });

  test.each(['en', 'ko'] as const)('for a screen reader in %s', async (language) => {
    const frame = await shown(screen, language, { columns: 80, rows: 24, linear: true });
    for (const text of screen[language]) expect(squeezed(frame)).toContain(squeezed(text));
    expect(frame).not.toMatch(/[─-▟❯]/);
    expect(widest(frame)).toBeLessThanOrEqual(80);
  });

  test.each(['en', 'ko'] as const)('in ASCII in %s', async (language) => {
    const frame = await shown(screen, language, { columns: 80, rows: 24 }, true);
    expect(frame.replace(/[가-힣·]/g, '')).not.toMatch(/[^\n\x20-\x7e§…]/);
    expect(widest(frame)).toBeLessThanOrEqual(80);
  });
});

test.each(['en', 'ko'] as const)(
  'a list read aloud cuts no address and lines up no columns, in %s',
  async (language) => {
    const made = world({ language, captures: CAPTURES, ascii: false, engine: { skills, makeQuestion } });
    const app = await play(capture('many.pcap'), made, { columns: 60, rows: 20, linear: true });
    const frame = await app.press(KEY.down);
    app.close();
    for (const port of [50001, 50002, 50003, 50004, 50005]) expect(frame).toContain(`[2001:db8::1]:${port}`);
    expect(frame).toContain('>> 2. [2001:db8::1]:50002');
    const list = frame.slice(frame.indexOf('1. '), frame.lastIndexOf('[2001:db8::1]:50002 ->'));
    expect(list).toContain('>> 2.');
    expect(list).not.toMatch(/\.\.:|\S {2,}\S/);
  },
);

test('in a wide terminal the lifelines of a conversation stay near enough to be read across', async () => {
  const made = world({ language: 'en', captures: CAPTURES, ascii: false, engine: { skills, makeQuestion } });
  const app = await play(capture('lost.pcap'), made, { columns: 200, rows: 60 });
  const frame = await app.press(KEY.enter);
  app.close();
  const arrows = frame.split('\n').filter((text) => /│[─◀].*│/.test(text));
  expect(arrows.length).toBeGreaterThan(8);
  for (const text of arrows) expect(text.lastIndexOf('│') - text.indexOf('│')).toBeLessThan(WIDEST_LADDER);
});
