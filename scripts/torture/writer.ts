/**
 * A program of its own, compiled and started by the torture: appends through the real store and prints each id once append
 * has returned. Arguments: the data folder, a name for its ids, how many (0: until it is killed), the length of the long lines.
 */
import { writeSync } from 'node:fs';
import { openStore } from '../../src/learning/log/store.ts';

const [folder = '', name = '', count = '0', length = '0'] = process.argv.slice(2);
let made = 0;
const store = openStore({ folder, now: Date.now, newId: () => `${name}-${++made}` });
const text = '가나다 abc '.repeat(Math.ceil(Number(length) / 10));
const draft = {
  kind: 'interview',
  what: 'draft',
  module: 'handshake',
  question: 'q',
  followUp: null,
  run: name,
  text,
  marks: null,
  of: { must: 1, bonus: 0, traps: 0 },
  tookMs: 1,
} as const;

const short = { kind: 'card', item: `card:a/${name}`, grade: 3, tookMs: 1, where: 'review' } as const;

while (count === '0' || made < Number(count)) {
  const isLong = text !== '' && made % 2 === 1;
  const { id } = store.append(isLong ? draft : short);
  const [problem] = store.problems;
  writeSync(1, `${id} ${problem === undefined ? '' : problem.en}\n`);
  // A snapshot may be half written when the end comes, too.
  store.rest();
}
