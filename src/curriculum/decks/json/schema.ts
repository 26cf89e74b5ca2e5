import type * as v from 'valibot';
import { listOf, mayBeAbsent, parsed, REFUSED, strictMap } from '../../../documents/schema.ts';
import type { Text } from '../../../language.ts';
import { isEntryId } from '../../entry-id.ts';
import { tidyLine, tidyText, withoutMarks } from '../card-text.ts';
import { limits } from '../limits.ts';

const LONGEST_TITLE = 80;

function textOf(longest: number, wants: Text) {
  return parsed(wants, (input) => {
    const tidied = typeof input === 'string' ? tidyText(withoutMarks(input)) : '';
    return tidied === '' || tidied.length > longest ? REFUSED : tidied;
  });
}

/** A run of a cloze text: blanks at its ends are part of the sentence. */
function runOf(wants: Text) {
  return parsed(wants, (input) => (typeof input === 'string' ? withoutMarks(input) : REFUSED));
}

const id = parsed(
  {
    en: 'lower case letters, digits and hyphens, at most 64',
    ko: '영어 소문자, 숫자, 하이픈을 써서 64자 이하로 쓰세요.',
  },
  (input) => (typeof input === 'string' && isEntryId(input) ? input : REFUSED),
);

const side = textOf(limits.cardText, {
  en: `a text of 1 to ${limits.cardText} characters`,
  ko: `1~${limits.cardText}자의 글을 쓰세요.`,
});

const tag = parsed(
  {
    en: `a tag of at most ${limits.tagLength} characters, without commas`,
    ko: `${limits.tagLength}자 이하이고 쉼표가 없는 태그를 쓰세요.`,
  },
  (input) => {
    const word = typeof input === 'string' ? tidyLine(withoutMarks(input)) : '';
    return word === '' || word.length > limits.tagLength || /[,、，]|^#/.test(word) ? REFUSED : word;
  },
);

const tags = listOf(tag, 0, limits.tags, {
  en: `a list of at most ${limits.tags} tags`,
  ko: `태그 ${limits.tags}개 이하의 목록을 쓰세요.`,
});

const scenario = parsed<string | null>(
  { en: 'the name of a scenario, or null', ko: '시나리오 이름이나 null을 쓰세요.' },
  (input) => (input === null || (typeof input === 'string' && /^[\w.-]{1,100}$/.test(input)) ? input : REFUSED),
);

const cloze = strictMap(
  {
    before: mayBeAbsent(runOf({ en: 'a text', ko: '글을 쓰세요.' })),
    hidden: runOf({ en: 'the text to recall', ko: '떠올릴 말을 쓰세요.' }),
    after: mayBeAbsent(runOf({ en: 'a text', ko: '글을 쓰세요.' })),
  },
  { en: '{ "before", "hidden", "after" }', ko: '{ "before", "hidden", "after" }로 쓰세요.' },
);

const card = strictMap(
  {
    id: mayBeAbsent(id),
    front: mayBeAbsent(side),
    back: mayBeAbsent(side),
    cloze: mayBeAbsent(cloze),
    scenario: mayBeAbsent(scenario),
    tags: mayBeAbsent(tags),
  },
  {
    en: 'a card: { "front", "back" } or { "cloze" }',
    ko: '카드를 { "front", "back" }이나 { "cloze" }로 쓰세요.',
  },
);

const deck = strictMap(
  {
    id: mayBeAbsent(id),
    title: parsed(
      { en: `a name of 1 to ${LONGEST_TITLE} characters`, ko: `1~${LONGEST_TITLE}자의 이름을 쓰세요.` },
      (input) => {
        const title = typeof input === 'string' ? tidyLine(withoutMarks(input)) : '';
        return title === '' || title.length > LONGEST_TITLE ? REFUSED : title;
      },
    ),
    cards: listOf(card, 0, limits.cards, {
      en: `a list of at most ${limits.cards} cards`,
      ko: `카드 ${limits.cards}장 이하의 목록을 쓰세요.`,
    }),
  },
  { en: 'a deck: { "title", "cards" }', ko: '덱을 { "title", "cards" }로 쓰세요.' },
);

/** `{ "version": 1, "decks": [...] }` (docs/formats.md). */
export const decksSchema = strictMap(
  {
    version: parsed({ en: '1', ko: '1을 쓰세요.' }, (input) => (input === 1 ? 1 : REFUSED)),
    decks: listOf(deck, 1, 1000, { en: 'a list of 1 to 1000 decks', ko: '덱 1~1000개의 목록을 쓰세요.' }),
  },
  { en: '{ "version": 1, "decks": [ ... ] }', ko: '{ "version": 1, "decks": [ ... ] }로 쓰세요.' },
);

export type CardJson = v.InferOutput<typeof card>;
