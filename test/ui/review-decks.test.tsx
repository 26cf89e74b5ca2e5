import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/simulator/simulate.ts';
import { OWN_DECKS } from './own-decks.ts';
import { KEY, play, world } from './world.tsx';

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
