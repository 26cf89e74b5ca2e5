import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeckCard } from '../../../src/curriculum/decks/deck.ts';
import { readRegistry, writeRegistry } from '../../../src/curriculum/decks/registry.ts';
import { readNotes, shown } from './read.ts';

type Notes = Readonly<Record<string, string>>;

/** Reads notes one after the other, the registry kept between; cards of the last ones by what they show. */
function idsAfter(...versions: readonly Notes[]): Record<string, string> {
  let known = readNotes({}).known;
  let cards: readonly DeckCard[] = [];
  for (const notes of versions) {
    const read = readNotes(notes, known);
    const kept = readRegistry(writeRegistry(read.known));
    if (kept.kind !== 'whole') throw new Error(kept.kind);
    expect(kept.known).toEqual(read.known);
    known = kept.known;
    cards = read.decks.flatMap((deck) => deck.cards);
    expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
  }
  return Object.fromEntries(cards.map((card) => [shown(card), card.id]));
}

function note(...cards: readonly (readonly [string, string])[]): Notes {
  return { 'a.md': cards.map(([front, back]) => `Q: ${front}\nA: ${back}\n`).join('\n') };
}

const A = ['Why three segments to open?', 'Both ISNs are acknowledged.'] as const;
const B = ['Why four to close?', 'Each direction closes by itself.'] as const;
const C = ['What does TIME-WAIT wait for?', 'Late segments, and a lost last ACK.'] as const;
const key = ([front, back]: readonly [string, string]): string => `${front} => ${back}`;

describe('a card keeps its id', () => {
  const first = idsAfter(note(A, B, C));

  test('the same on every machine that sees it first', () => {
    expect(idsAfter(note(C, B, A))).toEqual(first);
    expect(first[key(A)]).toBe('092240e217a1');
  });

  test('when its front or its back is rewritten', () => {
    const front = ['Something else altogether', B[1]] as const;
    expect(idsAfter(note(A, B, C), note(A, front, C))[key(front)]).toBe(first[key(B)]);
    const back = [B[0], '전혀 다른 답'] as const;
    expect(idsAfter(note(A, B, C), note(A, back, C))[key(back)]).toBe(first[key(B)]);
  });

  test('when both are changed a little, others come and go, and all move', () => {
    const edited = ['Why are there four to close?', 'Each direction is closed by itself.'] as const;
    const fresh = ['What is an ISN?', 'The first sequence number.'] as const;
    const ids = idsAfter(note(A, B, C), note(fresh, C, edited));
    expect(ids[key(edited)]).toBe(first[key(B)]);
    expect(ids[key(C)]).toBe(first[key(C)]);
    expect(Object.values(first)).not.toContain(ids[key(fresh)]);
  });

  test('when the backs of two cards are exchanged: the question counts', () => {
    const ids = idsAfter(note(A, B), note([A[0], B[1]], [B[0], A[1]]));
    expect(ids[key([A[0], B[1]])]).toBe(first[key(A)]);
    expect(ids[key([B[0], A[1]])]).toBe(first[key(B)]);
  });

  test('when an edited card is changed back, another card having been written like it before', () => {
    const edited = [A[0], 'x'] as const;
    const ids = idsAfter(note(A), note(edited), note(edited, A));
    expect(ids[key(edited)]).toBe(first[key(A)]);
    expect(ids[key(A)]).not.toBe(first[key(A)]);
  });

  test('when it was away for a while: cut and pasted, or half written', () => {
    const edited = [B[0], 'Each of the two directions closes by itself.'] as const;
    const broken = { 'a.md': `${note(A)['a.md']}\nQ: ${edited[0]}\n` };
    const back = [B[0], 'Each of the two directions is closed by itself.'] as const;
    expect(idsAfter(note(A, B), note(A, edited), note(A), note(A, edited))[key(edited)]).toBe(first[key(B)]);
    expect(idsAfter(note(A, B), note(A, edited), broken, note(A, back))[key(back)]).toBe(first[key(B)]);
  });

  test('when it moves to another file of its deck, or the file is renamed while cards change', () => {
    const top = '---\nid = "own"\n---\n';
    const one = { 'a.md': `${top}${note(A, B)['a.md']}`, 'b.md': `${top}${note(C)['a.md']}` };
    const moved = { 'a.md': `${top}${note(A)['a.md']}`, 'b.md': `${top}${note(C, B)['a.md']}` };
    expect(idsAfter(one, moved)).toEqual(idsAfter(one));
    const edited = [A[0], 'Because of both ISNs.'] as const;
    const renamed = { 'c.md': `${top}${note(edited, B)['a.md']}`, 'b.md': one['b.md'] };
    expect(idsAfter(one, renamed)[key(edited)]).toBe(first[key(A)]);
  });

  test('a new card that only shares a short answer with one that has gone is a new card', () => {
    const yes = ['Does a SYN take a sequence number?', 'Yes.'] as const;
    const other = ['열린 포트에서 답이 오나?', 'Yes.'] as const;
    const ids = idsAfter(note(A, yes), note(A), note(A, other));
    expect(ids[key(other)]).toBe(idsAfter(note(other))[key(other)]);
  });
});

describe('a deck keeps its id', () => {
  /** Ids of decks and of their cards after reading one version after the other. */
  function decksAfter(...versions: readonly Notes[]): Record<string, string[]> {
    let known = readNotes({}).known;
    let decks: Record<string, string[]> = {};
    for (const notes of versions) {
      const read = readNotes(notes, known);
      known = read.known;
      decks = Object.fromEntries(read.decks.map(({ id, cards }) => [id, cards.map((card) => card.id)]));
    }
    return decks;
  }
  const text = note(A, B, C)['a.md'] ?? '';
  const other = note(['x', 'y'])['a.md'] ?? '';
  const edited = note(A, [B[0], 'Both directions.'], C)['a.md'] ?? '';
  const first = decksAfter({ 'a.md': text });

  test('when its file is renamed or moved, also with some cards edited, and from then on', () => {
    expect(decksAfter({ 'a.md': text }, { 'sub/b.md': edited })).toEqual(first);
    expect(decksAfter({ 'a.md': text }, { 'sub/b.md': edited }, { 'sub/b.md': other })).toEqual({
      a: decksAfter({ 'a.md': other }).a,
    });
  });

  test('not when the file is still there, or the cards are others', () => {
    expect(Object.keys(decksAfter({ 'a.md': text }, { 'a.md': text, 'b.md': text }))).toEqual(['a', 'b']);
    expect(Object.keys(decksAfter({ 'a.md': text }, { 'b.md': other }))).toEqual(['b']);
    expect(Object.keys(decksAfter({ 'a.md': text, 'b.md': other }, { 'b.md': text }))).toEqual(['b']);
  });

  test('a new file of the old name does not take it', () => {
    const versions: Notes[] = [{ 'a.md': text }, { 'b.md': text }, { 'a.md': other, 'b.md': text }];
    const { decks, problems } = readNotes(
      versions[2] ?? {},
      readNotes(versions[1] ?? {}, readNotes(versions[0] ?? {}).known).known,
    );
    expect(decks.map(({ id, cards }) => [id, cards[0]?.file])).toEqual([['a', 'a.md']]);
    expect(problems.map(({ file, message }) => `${file} ${message.en}`)).toEqual([
      expect.stringContaining('would be called "a"'),
    ]);
  });
});

describe('an id that is written wins', () => {
  test('whatever else changes', () => {
    const written = (front: string, back: string): Notes => ({ 'a.md': `Q: ${front}\n<!-- id: why -->\nA: ${back}\n` });
    expect(idsAfter(written('a', 'b'), written('c', 'd'))).toEqual({ 'c => d': 'why' });
    expect(idsAfter(note(['a', 'b']), written('a', 'b'))).toEqual({ 'a => b': 'why' });
    expect(idsAfter(written('a', 'b'), note(['a', 'b']))).toEqual({ 'a => b': 'why' });
  });

  test('no other card has it', () => {
    const [id = ''] = Object.values(idsAfter(note(['a', 'b'])));
    const ids = idsAfter(note(['a', 'b']), { 'a.md': `Q: a\nA: b\nQ: c\n<!-- id: ${id} -->\nA: d` });
    expect(ids['c => d']).toBe(id);
    expect(ids['a => b']).not.toBe(id);
  });
});

describe('deletions of a cloze', () => {
  const cloze = (...lines: readonly string[]): Notes => ({ 'a.md': lines.map((line) => `C: ${line}\n`).join('\n') });
  const before = idsAfter(cloze('A [SYN] and a [FIN] take one number each, a [pure ACK] none.'));
  const [syn, fin, ack] = Object.values(before);

  test.each([
    ['words around', 'Every [SYN] and every [FIN] take one number each, a [pure ACK] takes none.', [syn, fin, ack]],
    ['a hidden run', 'A [SYN segment] and a [FIN] take one number each, a [pure ACK] none.', [syn, fin, ack]],
    ['another word hidden first', '[A] SYN and a [FIN] take one number each, a [pure ACK] none.', [null, fin, ack]],
    ['one more', 'A [SYN] and a [FIN] take [one] number each, a [pure ACK] none.', [syn, fin, null, ack]],
    ['one fewer', 'A [SYN] and a FIN take one number each, a [pure ACK] none.', [syn, ack]],
    ['another order', 'A [FIN] and a [SYN] take one number each, a [pure ACK] none.', [fin, syn, ack]],
  ])('%s', (_, text, expected) => {
    const ids = Object.values(
      idsAfter(cloze('A [SYN] and a [FIN] take one number each, a [pure ACK] none.'), cloze(text)),
    );
    const old = new Set(Object.values(before));
    expect(ids.map((id) => (old.has(id) ? id : null))).toEqual(expected);
  });

  test('the same word twice stays in order, also behind new cards', () => {
    const text = 'SYN takes [one] number and FIN takes [one] number.';
    const [first, second] = Object.values(idsAfter(cloze(text)));
    const later = idsAfter(
      cloze(text),
      cloze('[one] is odd.', 'A SYN takes [one] number and a FIN takes [one] number.'),
    );
    expect(Object.values(later).slice(1)).toEqual([first, second]);
  });

  test('with a written id', () => {
    const own = (text: string): Notes => ({ 'a.md': `C: ${text}\n<!-- id: pair -->` });
    expect(Object.values(idsAfter(own('[x] y')))).toEqual(['pair']);
    expect(Object.values(idsAfter(own('[x] y'), own('[new] and [x] y')))).toEqual(['pair-2', 'pair']);
    expect(Object.values(idsAfter(own('[x] y [z]'), own('x y [z]')))).toEqual(['pair-2']);
    expect(Object.values(idsAfter(own('[x] y'), own('[all] else')))).toEqual(['pair']);
    expect(Object.values(idsAfter(own('[x] [y]'), own('[1] 가나다 [2]')))).toEqual(['pair', 'pair-2']);
  });
});

/** Cards with distinct fronts and backs of some length, none like another. */
const manyCards = fc.uniqueArray(fc.integer({ min: 1, max: 1e9 }), { minLength: 2, maxLength: 12 }).map((seeds) =>
  seeds.map((seed): readonly [string, string] => {
    const word = (n: number): string => ((seed * n) % 2_147_483_647).toString(36);
    return [`${word(7919)} ${word(104_729)} ${word(1_299_709)}?`, `${word(15_485_863)} ${word(32_452_843)}.`];
  }),
);

test('property: reordering, adding, taking away and one edit change no other card’s id, and the edited card keeps its own', () => {
  fc.assert(
    fc.property(manyCards, fc.infiniteStream(fc.nat(1_000_000)), fc.boolean(), (all, numbers, editsFront) => {
      const next = (below: number): number => numbers.next().value % below;
      const half = Math.ceil(all.length / 2);
      const before = all.slice(0, half);
      const first = idsAfter(note(...before));
      const [edited = before[0]] = before.splice(next(before.length), 1);
      if (edited === undefined) return;
      const after = [...before];
      if (after.length > 1 && next(2) === 0) after.splice(next(after.length), 1);
      const stay = [...after];
      for (const fresh of all.slice(half)) after.splice(next(after.length + 1), 0, fresh);
      const rewritten = editsFront
        ? ([`${edited[0]} now`, edited[1]] as const)
        : ([edited[0], `${next(1000)}`] as const);
      after.splice(next(after.length + 1), 0, rewritten);
      const ids = idsAfter(note(edited, ...before), note(...after));
      for (const card of stay) expect(ids[key(card)]).toBe(first[key(card)]);
      expect(ids[key(rewritten)]).toBe(first[key(edited)]);
      for (const fresh of all.slice(half)) expect(Object.values(first)).not.toContain(ids[key(fresh)]);
    }),
    { numRuns: 150 },
  );
});

test('property: edits one at a time never lose a card, however far they go', () => {
  fc.assert(
    fc.property(
      manyCards,
      fc.array(fc.tuple(fc.nat(), fc.boolean(), fc.string({ minLength: 1 })), { maxLength: 8 }),
      (cards, edits) => {
        const versions = [note(...cards)];
        let now = [...cards];
        for (const [place, isFront, typed] of edits) {
          const text = `x${typed.replaceAll(/[^a-z0-9 ]/gi, '')}`;
          now = now.map((card, i) => (i !== place % cards.length ? card : isFront ? [text, card[1]] : [card[0], text]));
          if (new Set(now.map(key)).size < now.length) return;
          versions.push(note(...now));
        }
        const first = idsAfter(note(...cards));
        const last = idsAfter(...versions);
        expect(now.map((card) => last[key([card[0].trim(), card[1].trim()])])).toEqual(
          cards.map((card) => first[key(card)]),
        );
      },
    ),
    { numRuns: 150 },
  );
});

test('thousands of cards all edited at once are matched without comparing each with each', () => {
  const many = (front: string): Notes => ({
    'a.md': Array.from({ length: 3_000 }, (_, i) => `Q: ${front} ${i * 7919}?\nA: ${i}\n`).join(''),
  });
  const before = process.cpuUsage();
  const first = Object.values(idsAfter(many('Which number is')));
  const later = Object.values(idsAfter(many('Which number is'), many('Which one is')));
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(10_000);
  expect(later.filter((id, i) => id === first[i]).length).toBe(3_000);
});
