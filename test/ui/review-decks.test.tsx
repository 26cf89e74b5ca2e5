import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/simulator/simulate.ts';
import { OWN_DECKS, ownDecks } from './own-decks.ts';
import { KEY, NOON, play, world } from './world.tsx';

describe('reviewing a deck of one’s own', () => {
  test('a card in the style of a note: front, back in light Markdown, grade in the log under its item', async () => {
    const made = world({ language: 'ko', decks: OWN_DECKS });
    const app = await play({ screen: 'review-deck', deck: 'notes', what: 'due' }, made);
    expect(app.frame()).toContain('먼저 닫는 쪽은 왜 기다리나?');
    expect(app.frame()).toContain('네트워크 노트');
    expect(app.frame()).not.toContain('마지막 ACK');
    const back = await app.press(' ');
    expect(back).toContain('• 마지막 ACK가 사라질 수 있다');
    expect(back).toContain('  • 그래서 2MSL을 기다린다');
    await app.press('3');
    const [id] = OWN_DECKS.decks.find((deck) => deck.id === 'notes')!.cards.map((card) => card.id);
    expect(made.events).toMatchObject([{ kind: 'card', item: `card:notes/${id}`, grade: 3, where: 'review' }]);
    app.close();
  });

  test('a cloze: a gap first, then the run between brackets', async () => {
    const app = await play(
      { screen: 'review-deck', deck: 'notes', what: 'all' },
      world({ language: 'ko', decks: OWN_DECKS }),
    );
    await app.press(' ');
    expect(await app.press('3')).toContain('SYN과 FIN은 번호를 [...]씩 차지한다.');
    expect(await app.press(' ')).toContain('SYN과 FIN은 번호를 [하나]씩 차지한다.');
    app.close();
  });

  test('code blocks keep their blanks', async () => {
    const app = await play({ screen: 'review-deck', deck: 'flow', what: 'due' }, world({ decks: OWN_DECKS }));
    const back = await app.press(' ');
    expect(back).toContain('if (window === 0)\n');
    expect(back).toMatch(/^ {5}probe\(later\)/m);
    expect(back).not.toContain('```');
    app.close();
  });

  test('an answer below a long question comes into view, and can be scrolled', async () => {
    const question = Array.from({ length: 12 }, (_, i) => `Line ${i} of the question.`).join('\n\n');
    const answer = Array.from({ length: 30 }, (_, i) => `- answer ${i}`).join('\n');
    const decks = ownDecks({ 'long.md': `Q: ${question}\nA: ${answer}\n` });
    const app = await play({ screen: 'review-deck', deck: 'long', what: 'due' }, world({ decks }));
    expect(app.frame()).toContain('Line 0 of');
    expect(await app.press(' ')).toContain('answer 0');
    expect(await app.press('\u001B[6~')).toContain('answer 28');
    expect(app.frame()).toContain('↑↓ move');
    expect(await app.press('1')).toContain('Line 0 of');
    app.close();
  });

  test('w shows the scenario the card links, and comes back to the same card', async () => {
    const made = world({ decks: OWN_DECKS, engine: { simulate } });
    const app = await play({ screen: 'review-deck', deck: 'notes', what: 'due' }, made);
    await app.press(' ');
    expect(await app.press('w')).toContain('The 3-way handshake');
    expect(await app.press(KEY.escape)).toContain('마지막 ACK');
    // The next card links nothing.
    await app.press('3');
    expect(app.frame()).not.toContain('w watch it');
    app.close();
  });

  test('own cards come in the review of everything, after what is in the middle of being learned', async () => {
    const made = world({ language: 'ko', decks: OWN_DECKS, modules: [] });
    const app = await play({ screen: 'review', module: null }, made);
    expect(app.frame()).toContain('3개 남음');
    app.close();
  });

  test('a card that is gone is not asked, and its history is left alone', async () => {
    const drafts = [{ kind: 'card', item: 'card:notes/gone', grade: 1, tookMs: 1000, where: 'review', at: 0 }] as const;
    const made = world({ language: 'ko', decks: OWN_DECKS, modules: [], drafts });
    const app = await play({ screen: 'review', module: null }, made);
    expect(app.frame()).toContain('3개 남음');
    app.close();
  });
});

describe('at home', () => {
  test('decks have bars beside the concepts, and give way when they are many', async () => {
    const few = await play({ screen: 'home' }, world({ decks: OWN_DECKS }));
    expect(few.frame()).toContain('네트워크 노트 ');
    few.close();
    const notes = Array.from({ length: 40 }, (_, i) => [`note ${i}.md`, 'Q: One?\nA: One.\n'] as const);
    const many = await play({ screen: 'home' }, world({ decks: ownDecks(Object.fromEntries(notes)) }));
    expect(many.frame()).toMatch(/The 3-way handshake +░/);
    expect(many.frame()).not.toContain('Note 1');
    many.close();
  });

  test('what is wrong with notes is a line, with the command that tells more', async () => {
    const app = await play({ screen: 'home' }, world({ decks: OWN_DECKS }));
    expect(app.frame()).toContain('! 1 problem in your decks: seqack deck check /home/me/notes');
    expect(await app.press('l')).not.toContain('! 1 problem');
    app.close();
  });
});

describe('the screen of a deck', () => {
  test('from Learn: what is due, the cards, their standing, the problems', async () => {
    const made = world({ decks: OWN_DECKS });
    const app = await play({ screen: 'learn' }, made);
    expect(app.frame()).toContain('Your decks');
    expect(app.frame()).toMatch(/네트워크 노트 +2 cards · 2 due/);
    await app.press('G');
    expect(await app.press(KEY.enter)).toContain('/home/me/notes/notes.md:18: ');
    await app.press(KEY.escape);
    await app.press(KEY.up);
    const deck = await app.press(KEY.enter);
    expect(deck).toMatch(/먼저 닫는 쪽은 왜 기다리나\? +new/);
    expect(deck).toContain('SYN과 FIN은 번호를 [...]씩 차지한다.');
    expect(deck).toContain('e problems');
    expect(await app.press('r')).toContain('2 left');
    await app.press(' ');
    await app.press('4');
    expect(await app.press(KEY.escape)).toMatch(/먼저 닫는 쪽은 왜 기다리나\? +due in/);
    expect(app.frame()).toContain('1 due');
    app.close();
  });

  test('all cards: what is not due leaves the schedule as it is', async () => {
    const made = world({ decks: OWN_DECKS });
    const app = await play({ screen: 'deck', deck: 'flow' }, made);
    await app.press('c');
    await app.press(' ');
    await app.press('4');
    await app.press(KEY.escape);
    expect(await app.press('c')).toContain('does not count');
    await app.press(' ');
    await app.press('1');
    expect(made.events.map((event) => (event.kind === 'card' ? event.where : null))).toEqual(['review', 'practice']);
    app.close();
  });
});

test('a card of a deck forgotten again and again: no lesson to read, but it can be suspended', async () => {
  const DAY = 86_400_000;
  const [card] = OWN_DECKS.decks.find(({ id }) => id === 'flow')!.cards;
  const item = `card:flow/${card!.id}` as const;
  const drafts = [{ kind: 'card', item, grade: 4, tookMs: 1000, where: 'review', at: NOON - 400 * DAY } as const];
  const lapses = Array.from({ length: 7 }, (_, i) => {
    const at = NOON - (380 - i * 30) * DAY;
    return [
      { kind: 'card', item, grade: 1, tookMs: 1000, where: 'review', at } as const,
      { kind: 'card', item, grade: 3, tookMs: 1000, where: 'review', at: at + 700_000 } as const,
    ];
  }).flat();
  const made = world({ decks: OWN_DECKS, drafts: [...drafts, ...lapses] });
  const app = await play({ screen: 'review-deck', deck: 'flow', what: 'due' }, made);
  await app.press(' ');
  const leech = await app.press('1');
  expect(leech).toContain('Forgotten 8 times');
  expect(leech).toContain('What stops a sender whose peer has no room?');
  expect(leech).not.toContain('Read the lesson');
  await app.press('!');
  expect(made.events.at(-1)).toMatchObject({ kind: 'item', item, what: 'suspended' });
  app.close();
});
