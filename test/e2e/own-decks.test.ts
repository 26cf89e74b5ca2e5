import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { LearningEvent } from '../../src/learning/events/event.ts';
import { test } from './learner.ts';
import { cleanEnvironment, PROGRAM } from './program.ts';
import { KEYS } from './terminal.ts';

/** A study note in the style of those who prepare for an interview. */
const NOTE = `# 네트워크 정리

### Q1. SYN을 받은 서버는 무엇을 기억하는가?
- 상대가 고른 **첫 번호**(IRS)
- 자기가 고른 첫 번호(ISS)
  - 둘 다 \`ACK\`가 올 때까지 확정된 것이 아니다

시나리오: handshake

[reference] https://www.rfc-editor.org/rfc/rfc9293

---

### Q2. 창이 0이면 보내는 쪽은 어떻게 하는가?
- 하나씩 찔러 보며 창이 열리기를 기다린다
`;

/** A command without a screen, in the learner's folder. */
function run(data: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, '--data', data, ...args], {
    env: cleanEnvironment(data),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function cards(log: readonly LearningEvent[]): string[] {
  return log.flatMap((event) => (event.kind === 'card' ? [event.item] : []));
}

test('a Korean note is added, learned from, edited, and its cards are still the same ones', async ({ learner }) => {
  const folder = join(learner.data, 'my notes');
  const file = join(folder, 'network.md');
  mkdirSync(folder);
  writeFileSync(file, NOTE);
  expect(run(learner.data, 'deck', 'add', folder)).toMatchObject({ status: 0, stderr: '' });

  const app = await learner.open(['--lang', 'ko', 'learn']);
  await app.waitFor('내 덱');
  app.type('G');
  await app.waitFor(/❯ +네트워크 정리/);
  app.type(KEYS.enter);
  await app.waitFor(/SYN을 받은 서버는 무엇을 기억하는가\? +새 카드/);
  app.type('r');
  await app.waitFor((screen) => screen.includes('머릿속으로') && screen.includes('2개 남음'));
  expect(app.screen()).not.toContain('IRS');

  // The scenario the card links, and back to the same card.
  app.type('w');
  await app.waitFor('재생');
  app.type(KEYS.escape);
  await app.waitFor('머릿속으로');
  expect(app.screen()).toContain('SYN을 받은 서버는 무엇을 기억하는가?');

  app.type(' ');
  const back = await app.waitFor('3 알맞음');
  expect(back).toContain('• 상대가 고른 첫 번호(IRS)');
  expect(back).toContain('  • 둘 다 ACK가 올 때까지');
  expect(back).not.toContain('reference');
  app.type('4');
  await app.waitFor('1개 남음');
  app.type(KEYS.ctrlC);
  await app.exited;
  const [item] = cards(learner.log());
  expect(item).toMatch(/^card:network\/[a-z0-9-]+$/);
  expect(readFileSync(join(folder, '.seqack-deck.json'), 'utf8')).toContain(item?.split('/')[1]);

  // Another card above it, and its answer in other words.
  const edited = NOTE.replace('### Q1', '### Q0. 포트 번호는 몇 비트인가?\n- 16비트\n\n### Q1').replace(
    '상대가 고른 **첫 번호**(IRS)',
    '상대방의 첫 순서 번호인 IRS',
  );
  writeFileSync(file, edited);
  const again = await learner.open(['--lang', 'ko', 'review', '--deck', 'network']);
  await again.waitFor('2개 남음');
  again.type(KEYS.ctrlC);
  await again.exited;
  const deck = await learner.open(['--lang', 'ko', 'learn']);
  deck.type('G', KEYS.enter);
  const standing = await deck.waitFor('c 모든 카드');
  expect(standing).toContain('카드 3장');
  expect(standing).toMatch(/포트 번호는 몇 비트인가\? +새 카드/);
  expect(standing).toMatch(/SYN을 받은 서버는 무엇을 기억하는가\? +\d+일 뒤 복습/);
  // Gone through again, it does not count, and shows the new words.
  deck.type('c', ' ', '3', ' ');
  expect(await deck.waitFor('상대방의 첫 순서 번호인 IRS')).toContain('일정에 반영 안 함');
  deck.type('3');
  await deck.waitFor('창이 0이면');
  expect(cards(learner.log()).filter((one) => one === item)).toHaveLength(2);

  const { stdout } = run(learner.data, '--lang', 'ko', 'due', '--plain');
  expect(stdout).toContain('네트워크 정리');
  expect(stdout).toContain('창이 0이면 보내는 쪽은 어떻게 하는가?');
  const { modules } = JSON.parse(run(learner.data, 'stats', '--json').stdout);
  expect(modules.at(-1)).toMatchObject({ module: 'network', items: 3, seen: 2 });
});

test('problems of notes and a folder that is gone are a line at home', async ({ learner }) => {
  const decks = join(learner.data, 'decks');
  mkdirSync(decks);
  writeFileSync(join(decks, 'bad.md'), 'Q: No answer\n\nQ: One?\nA: One.\n');
  const app = await learner.open(['--lang', 'en']);
  expect(app.screen()).toContain('1 problem in your decks: seqack deck check ');
  app.type('l');
  await app.waitFor('Your decks');
  app.type('G', KEYS.enter);
  await app.waitFor('bad.md:1: ');
  app.type(KEYS.ctrlC);
  await app.exited;
  writeFileSync(join(decks, 'bad.md'), 'Q: One?\nA: One.\n');
  writeFileSync(join(decks, 'added.json'), JSON.stringify({ version: 1, paths: ['/no/such/folder'] }));
  const later = await learner.open(['--lang', 'en']);
  expect(later.screen()).toContain('/no/such/folder');
});

test('review --deck tells a name that is none', ({ learner }) => {
  const { status, stderr } = run(learner.data, '--lang', 'en', 'review', '--deck', 'x');
  expect(status).toBe(2);
  expect(stderr).toBe('seqack: There is no deck "x". See: seqack deck list\n');
});
