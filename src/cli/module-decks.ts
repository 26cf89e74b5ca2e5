import { modules } from 'seqack:content';
import type { Deck } from '../curriculum/decks/deck.ts';
import { nearestWord } from '../documents/nearest.ts';
import type { Language } from '../language.ts';
import { usage } from './failure.ts';
import { errors } from './text/errors.ts';

/** The cards of our own modules as decks in one language; `all` names every module. Throws a usage Failure for others. */
export function moduleDecks(named: readonly string[], language: Language): Deck[] {
  const known = modules.map(({ id }) => id);
  const ids = [...new Set(named.flatMap((name) => (name === 'all' ? known : [name])))];
  return ids.map((id): Deck => {
    const module = modules.find((candidate) => candidate.id === id);
    if (module === undefined) throw usage(errors.unknownModule(id, nearestWord(id, known), [...known, 'all']));
    return {
      id,
      title: module.title[language],
      cards: module.cards.map(({ id: card, front, back, rfc }) => ({
        id: card,
        file: `${id}.md`,
        line: 1,
        content: {
          kind: 'flip',
          front: front[language],
          back: [back[language], rfc.join(', ')].filter(Boolean).join('\n\n'),
        },
        scenario: module.scenarios[0],
        tags: [id],
      })),
    };
  });
}
