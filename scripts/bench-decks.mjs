/** The part of the bench about starting with decks of one's own: 1,000 cards in 10 notes, read before and just edited. */
import { appendFileSync, mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NOTES = 10;
const CARDS = 100;
const START_RUNS = 15;
const GOAL_MS = 60;

/** A study note with so many cards that have little in common. */
function note(n) {
  const card = (i) =>
    `### Q${i + 1}. 세그먼트 ${n * CARDS + i}번은 왜 ${(i * 7919) % 1000} ms 뒤에 다시 나가는가?\n` +
    `- 타이머 ${(i * 31) % 97}이 먼저 끝나서 **다시** 보낸다\n- \`RTO ${i * 3}\`은 ${n}배가 된다\n`;
  return `# 노트 ${n}\n\n${Array.from({ length: CARDS }, (_, i) => card(i)).join('\n')}`;
}

function writeNotes(folder) {
  mkdirSync(join(folder, 'decks'), { recursive: true });
  for (let n = 0; n < NOTES; n++) writeFileSync(join(folder, 'decks', `note-${n}.md`), note(n));
  return Array.from({ length: NOTES }, (_, n) => join(folder, 'decks', `note-${n}.md`));
}

export async function benchDecks({ data, timeToFrame, median, report }) {
  const folder = (name) => mkdtempSync(join(data, `${name}-`));
  const [without, read, edited] = [folder('without'), folder('read'), folder('edited')];
  const past = new Date(Date.now() - 60_000);
  for (const file of writeNotes(read)) utimesSync(file, past, past);
  const [first] = writeNotes(edited);
  const start = async (name) => (await timeToFrame(['--data', name])).ms;
  // The first start writes ids, the next one that comes a while later keeps what it read.
  await start(read);
  await start(edited);
  await new Promise((resolve) => setTimeout(resolve, 2500));
  await start(read);
  await start(without);
  const times = { without: [], read: [], edited: [] };
  for (let i = 0; i < START_RUNS; i++) {
    times.without.push(await start(without));
    times.read.push(await start(read));
    appendFileSync(first, `\n### Q${CARDS + i + 1}. 새 질문 ${i}은 무엇인가?\n- 답 ${i}\n`);
    times.edited.push(await start(edited));
  }
  const base = median(times.without);
  report('first whole frame, no decks', `${base.toFixed(0)} ms`);
  const more = (ms) => `${ms.toFixed(0)} ms more`;
  const added = median(times.read) - base;
  report(`  with ${NOTES * CARDS} cards in ${NOTES} notes`, more(added), `${GOAL_MS} ms`, added < GOAL_MS);
  report('  with one of the notes just edited', more(median(times.edited) - base));
}
