import { scenarios } from 'seqack:scenarios';
import { describe, expect, test } from 'vitest';
import { NO_DECKS } from '../../src/learning/decks/no-decks.ts';
import type { OwnDecks } from '../../src/learning/decks/own-decks.ts';
import { skills } from '../../src/questions/catalogue.ts';
import { makeQuestion } from '../../src/questions/make.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { Route } from '../../src/ui/route.ts';
import { OWN_DECKS } from './own-decks.ts';
import { frameOf, type Size, widest, world } from './world.tsx';

const SCREENS: readonly { readonly route: Route; readonly en: readonly string[]; readonly ko: readonly string[] }[] = [
  { route: { screen: 'home' }, en: ['Review', 'Timed quiz', 'Settings'], ko: ['복습', '시험', '설정'] },
  {
    route: { screen: 'learn' },
    en: ['1. The 3-way handshake', '6 min', 'Your decks', 'seqack deck add PATH'],
    ko: ['1. 3-way 핸드셰이크', '6분', '내 덱', 'seqack deck add PATH'],
  },
  {
    route: { screen: 'module', module: 'handshake', part: 'lesson' },
    en: ['[Lesson]', 'Three steps', 'done reading', 'esc back'],
    ko: ['[설명]', '세 번의 악수', '다 읽음', 'esc 뒤로'],
  },
  {
    route: { screen: 'module', module: 'close', part: 'points' },
    en: ['[Key points]', '1.  A SYN takes one number.'],
    ko: ['[핵심]', '1.  SYN은 번호 하나를 차지합니다.'],
  },
  {
    route: { screen: 'module', module: 'handshake', part: 'interview' },
    en: ['question 1 of 1', 'Why three steps?', 'Answer aloud'],
    ko: ['질문 1/1', '왜 세 단계입니까?', '소리 내어'],
  },
  {
    route: { screen: 'module', module: 'handshake', part: 'cards' },
    en: ['Front of one', 'new'],
    ko: ['one 카드의 앞면', '새 카드'],
  },
  { route: { screen: 'module', module: 'handshake', part: 'rfc' }, en: ['RFC 9293 §3.5'], ko: ['연결 수립'] },
  { route: { screen: 'review', module: null }, en: ['7 left', 'Front of one'], ko: ['7개 남음', 'one 카드의 앞면'] },
  { route: { screen: 'review', module: 'handshake' }, en: ['Cards', '2 left'], ko: ['카드', '2개 남음'] },
  {
    route: { screen: 'interview', module: null },
    en: ['Interview', 'The 3-way handshake', 'Why three steps?', 'Write an answer'],
    ko: ['면접', '3-way 핸드셰이크', '왜 세 단계입니까?', '면접에서 말하듯이 답을 쓰고'],
  },
  {
    route: { screen: 'interview-question', module: 'handshake', question: 'why-three' },
    en: ['Why three steps?', 'Answer as in the interview', 'ctrl+d done', 'esc leave'],
    ko: ['왜 세 단계입니까?', '면접에서 말하듯이', 'ctrl+d 다 썼음', 'esc 나가기'],
  },
  {
    route: { screen: 'skills' },
    en: ['Step 1 (0 of 1 known)', 'Flags of the handshake', 'locked', 'Builds on: nothing', 'x practise a mix'],
    ko: ['1단계 (1개 중 0개 익힘)', '핸드셰이크의 플래그', '잠김', '바탕이 되는 유형: 없음', 'x 섞어서 연습'],
  },
  {
    route: { screen: 'scenarios', only: null },
    en: ['The 3-way handshake', 'A closed port', 'Sandbox: play both sides by hand', 'What to look at in'],
    ko: ['닫힌 포트', '샌드박스', '무엇을 볼지 알려 주는'],
  },
  { route: { screen: 'quiz-setup' }, en: ['10 questions', '5 minutes', '30.0 s'], ko: ['10문제', '5분', '30.0초'] },
  {
    route: { screen: 'progress' },
    en: ['Overview', 'Questions answered', 'none yet'],
    ko: ['한눈에', '답한 문제', '아직 없음'],
  },
  {
    route: { screen: 'settings' },
    en: ['Language and display', 'as the system', 'Background', 'Mouse wheel', 'Simulator and ladders', 'to scale'],
    ko: ['언어와 화면', '시스템 설정', '배경', '마우스 휠', '시뮬레이터와 래더', '시간 비례'],
  },
  { route: { screen: 'set-aside' }, en: ['Set aside', 'Nothing is set aside.'], ko: ['따로 둔 항목이 없습니다.'] },
  {
    route: { screen: 'review-deck', deck: 'notes', what: 'due' },
    en: ['Review', '네트워크 노트', '2 left', '먼저 닫는 쪽은 왜 기다리나?', 'watch it'],
    ko: ['복습', '네트워크 노트', '2개 남음', '먼저 닫는 쪽은 왜 기다리나?', 'w 시뮬레이터'],
  },
  {
    route: { screen: 'deck', deck: 'notes' },
    en: ['Your decks', '2 cards', '[...]씩', 'notes.md:7', 'all cards'],
    ko: ['내 덱', '카드 2장', '[...]씩', 'notes.md:7', '모든 카드'],
  },
  {
    route: { screen: 'deck-problems', deck: null },
    en: ['Problems in your notes', 'notes.md:18:', 'Q: without A:.'],
    ko: ['노트에서 고칠 곳', 'notes.md:18:'],
  },
];

/** Screens of decks are shown with some; the others as a learner without any sees them. */
function decksOf({ screen }: Route): OwnDecks {
  return screen.includes('deck') ? OWN_DECKS : NO_DECKS;
}

const SIZES = [
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

test.each(['en', 'ko'] as const)(
  'a screen reader is told every key of the footer, however narrow, in %s',
  async (language) => {
    const route: Route = { screen: 'module', module: 'handshake', part: 'lesson' };
    const wide =
      (await frameOf(route, world({ language }), { columns: 200, rows: 40 })).split('\n').at(-1)?.trim() ?? '';
    const told = await frameOf(route, world({ language }), { columns: 60, rows: 20, linear: true });
    const hints = wide.split('   ');
    expect(hints.length).toBeGreaterThan(5);
    // Without an end to the page there is nothing to move in.
    const spoken = hints.filter((hint) => !/ (move|이동)$/.test(hint));
    for (const hint of spoken) expect(told.replace(/\s+/g, ' ')).toContain(hint.replace(/^\S+ /, ''));
  },
);

describe.each(SCREENS)('$route.screen', ({ route, ...expected }) => {
  describe.each(SIZES)('at $columns x $rows', (size) => {
    test.each(['en', 'ko'] as const)('in %s', async (language) => {
      const frame = await frameOf(route, world({ language, decks: decksOf(route) }), size);
      for (const text of expected[language]) expect(frame).toContain(text);
      expect(widest(frame)).toBeLessThanOrEqual(size.columns);
      expect(frame.split('\n')).toHaveLength(size.rows);
    });
  });

  test.each(['en', 'ko'] as const)('for a screen reader in %s', async (language) => {
    const frame = await frameOf(route, world({ language, decks: decksOf(route) }), {
      columns: 80,
      rows: 24,
      linear: true,
    });
    for (const text of expected[language]) expect(frame).toContain(text);
    expect(frame).not.toMatch(/[─-▟❯]/);
    expect(widest(frame)).toBeLessThanOrEqual(80);
  });

  test.each(['en', 'ko'] as const)('in ASCII in %s', async (language) => {
    const frame = await frameOf(route, world({ language, ascii: true, decks: decksOf(route) }), {
      columns: 80,
      rows: 24,
    });
    expect(frame.replace(/[가-힣·]/g, '')).not.toMatch(/[^\n\x20-\x7e§…]/);
    expect(widest(frame)).toBeLessThanOrEqual(80);
  });
});

/** Screens that lay out what they draw by the width, beside those above. */
const [scenario] = Object.values(scenarios);
const [skill] = skills;
if (scenario === undefined || skill === undefined) throw new Error('nothing to show');
const DRAWN: readonly Route[] = [
  { screen: 'watch', scenario, seed: '1' },
  { screen: 'sandbox', scenario: null, seed: 'x', ms: 0 },
  { screen: 'practice', names: [skill.id] },
];

/** A screen that is not seen is kept as it was left, and drawn out of sight; no width may stop the program. */
describe.each([...SCREENS.map(({ route }) => route), ...DRAWN])('$screen', (route) => {
  const shown = (size: Size) =>
    frameOf(route, world({ decks: decksOf(route), engine: { skills, simulate, makeQuestion } }), size);

  test.each([
    { columns: 1, rows: 70 },
    { columns: 1, rows: 1 },
    { columns: 2, rows: 2 },
    { columns: 70, rows: 1 },
  ])('in a window of $columns x $rows', async (size) => {
    const frame = await shown(size);
    expect(widest(frame)).toBeLessThanOrEqual(size.columns);
    expect(frame.replace(/\s/g, '')).toMatch(/^s/);
  });

  test.each([1, 2, 20])('for a screen reader in a window of %d columns', async (columns) => {
    expect((await shown({ columns, rows: 5, linear: true })).replace(/\s/g, '')).toMatch(/^seqack/);
  });
});
