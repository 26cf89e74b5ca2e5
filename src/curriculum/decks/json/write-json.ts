import { clozeOf, tidyLine, tidyText, withMarks, withoutMarks } from '../card-text.ts';
import type { Deck, DeckCard } from '../deck.ts';

/** Decks as JSON (docs/formats.md), a card a line. The same decks give the same bytes. */
export function* writeDecksJson(decks: readonly Deck[]): Generator<string> {
  yield '{"version":1,"decks":[';
  for (const [d, { id, title, cards }] of decks.entries()) {
    yield `${d === 0 ? '' : ','}\n{"id":${JSON.stringify(id)},"title":${JSON.stringify(tidyLine(title))},"cards":[`;
    for (const [c, card] of cards.entries()) yield `${c === 0 ? '' : ','}\n${JSON.stringify(cardJson(card))}`;
    yield cards.length === 0 ? ']}' : '\n]}';
  }
  yield decks.length === 0 ? ']}\n' : '\n]}\n';
}

function cardJson({ id, content, scenario, tags }: DeckCard): object {
  return { id, ...sidesJson(content), scenario, tags };
}

function sidesJson(content: DeckCard['content']): object {
  if (content.kind === 'flip') {
    return { front: tidyText(withoutMarks(content.front)), back: tidyText(withoutMarks(content.back)) };
  }
  const { text, start, end } = clozeOf(withMarks(content)) ?? content;
  return { cloze: { before: text.slice(0, start), hidden: text.slice(start, end), after: text.slice(end) } };
}
