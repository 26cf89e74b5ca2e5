import { quoted } from '../../documents/problem.ts';
import type { Text } from '../../language.ts';
import { limits } from './limits.ts';

/** Errors of syntax by the names the parser has for them. */
const JSON_ERRORS: ReadonlyMap<string, Text> = new Map([
  ['InvalidSymbol', { en: 'a word without quotation marks', ko: '따옴표 없는 낱말이 있습니다' }],
  ['InvalidNumberFormat', { en: 'a number is misspelled', ko: '숫자를 잘못 썼습니다' }],
  ['PropertyNameExpected', { en: 'expected a name in quotation marks', ko: '따옴표로 감싼 항목 이름이 와야 합니다' }],
  [
    'ValueExpected',
    { en: 'expected a value; there may be a comma too many', ko: '값이 와야 합니다. 쉼표가 남아 있을 수 있습니다' },
  ],
  ['ColonExpected', { en: 'expected a colon after a name', ko: '항목 이름 뒤에 콜론이 와야 합니다' }],
  ['CommaExpected', { en: 'expected a comma before this', ko: '이 앞에 쉼표가 와야 합니다' }],
  ['CloseBraceExpected', { en: 'a { is not closed', ko: '{가 닫히지 않았습니다' }],
  ['CloseBracketExpected', { en: 'a [ is not closed', ko: '[가 닫히지 않았습니다' }],
  ['EndOfFileExpected', { en: 'something follows after the end', ko: '끝난 뒤에 다른 내용이 있습니다' }],
  ['InvalidCommentToken', { en: 'comments are no part of JSON', ko: 'JSON에는 주석을 쓸 수 없습니다' }],
  ['UnexpectedEndOfString', { en: 'a text is not closed by a quotation mark', ko: '글이 따옴표로 닫히지 않았습니다' }],
  ['InvalidUnicode', { en: 'a misspelled \\u escape', ko: '\\u 이스케이프를 잘못 썼습니다' }],
  ['InvalidEscapeCharacter', { en: 'an unknown escape in a text', ko: '알 수 없는 이스케이프가 있습니다' }],
  [
    'InvalidCharacter',
    { en: 'a line end or another control character in a text', ko: '글 안에 줄바꿈이나 제어 문자가 있습니다' },
  ],
]);

/** What is told about a file of decks from elsewhere: what is wrong, and what to do. */
export const transferMessages = {
  badSeparator: (value: string): Text => ({
    en: `"${quoted(value)}" is no separator; expected Tab, Comma, Semicolon, Space, Pipe, Colon or one character.`,
    ko: `"${quoted(value)}" 값은 구분자로 쓸 수 없습니다. Tab, Comma, Semicolon, Space, Pipe, Colon이나 문자 하나를 쓰세요.`,
  }),
  badHtml: (value: string): Text => ({
    en: `#html is "${quoted(value)}"; expected true or false.`,
    ko: `#html 값이 "${quoted(value)}"입니다. true나 false를 쓰세요.`,
  }),
  badColumn: (key: string, value: string): Text => ({
    en: `${quoted(key)} is "${quoted(value)}"; expected the number of a column, from 1.`,
    ko: `${quoted(key)} 값이 "${quoted(value)}"입니다. 1부터 세는 열 번호를 쓰세요.`,
  }),
  openQuote: {
    en: 'A " begins a field here and is never closed. Close it, or double it ("") to have it in the text.',
    ko: '여기에서 "로 시작한 필드가 끝까지 닫히지 않습니다. 닫거나, 글자로 쓰려면 ""로 쓰세요.',
  },
  noSeparator: {
    en: 'No separator was found that gives two fields a line. Name it in the first line, such as #separator:Tab.',
    ko: '한 줄을 두 필드로 나누는 구분자를 찾지 못했습니다. 첫 줄에 #separator:Tab처럼 적으세요.',
  },
  noNotes: { en: 'There is no note in this file.', ko: '파일에 노트가 없습니다.' },
  oneField: {
    en: 'Only one field, so this is no card. Is the separator right?',
    ko: '필드가 하나뿐이라 카드가 되지 않습니다. 구분자가 맞는지 확인하세요.',
  },
  emptyNote: {
    en: 'All fields are empty, or hold only pictures and sounds; this note is left out.',
    ko: '모든 필드가 비어 있거나 그림과 소리뿐이라 이 노트를 뺐습니다.',
  },
  emptyFront: {
    en: 'The front is empty, or only a picture or sound; this note is left out.',
    ko: '앞면이 비어 있거나 그림이나 소리뿐이라 이 노트를 뺐습니다.',
  },
  emptyBack: {
    en: 'The back is empty, or only a picture or sound; this note is left out.',
    ko: '뒷면이 비어 있거나 그림이나 소리뿐이라 이 노트를 뺐습니다.',
  },
  nothingToRecall: {
    en: 'A cloze note whose deletions are empty; it is left out.',
    ko: '가린 부분이 비어 있는 빈칸 노트라서 뺐습니다.',
  },
  fieldTooLong: {
    en: 'A field of more than 200,000 characters; this note is left out.',
    ko: '필드 하나가 200,000자를 넘어 이 노트를 뺐습니다.',
  },
  cardTooLong: {
    en: `A card of more than ${limits.cardText} characters; it is left out.`,
    ko: `카드가 ${limits.cardText}자를 넘어 뺐습니다.`,
  },
  tooManyCards: (deck: string): Text => ({
    en: `More than ${limits.cards} cards in the deck "${quoted(deck)}"; those from here on are left out. Divide the deck.`,
    ko: `"${quoted(deck)}" 덱의 카드가 ${limits.cards}장을 넘어 여기서부터 뺐습니다. 덱을 나누세요.`,
  }),
  cardTwice: (id: string, line: number): Text => ({
    en: `The same card as on line ${line} (id "${quoted(id)}"); it is taken only once.`,
    ko: `${line}번째 줄과 같은 카드(id "${quoted(id)}")라서 한 번만 넣었습니다.`,
  }),
  notWritable: {
    en: 'A card that cannot be kept in a Markdown file as it is; it is left out.',
    ko: 'Markdown 파일에 그대로 담을 수 없는 카드라서 뺐습니다.',
  },
  badJson: (code: string): Text => {
    const said = JSON_ERRORS.get(code) ?? {
      en: 'it breaks off or is misspelled',
      ko: '중간에 끊겼거나 잘못 쓴 곳이 있습니다',
    };
    return { en: `Not valid JSON: ${said.en}.`, ko: `JSON 문법 오류: ${said.ko}.` };
  },
  newerJson: (version: number): Text => ({
    en: `Version ${version} of this format; this seqack reads version 1. Update seqack.`,
    ko: `이 형식의 버전은 ${version}인데, 이 seqack은 버전 1만 읽습니다. seqack을 업데이트하세요.`,
  }),
  jsonNoSides: (label: Text): Text => ({
    en: `${label.en}: expected "front" and "back", or "cloze" alone.`,
    ko: `${label.ko}: "front"와 "back"을 쓰거나 "cloze"만 쓰세요.`,
  }),
  jsonNothingHidden: (label: Text): Text => ({
    en: `${label.en}: nothing is hidden, or the run crosses the edge of a code block.`,
    ko: `${label.ko}: 가린 말이 없거나 코드 블록의 경계에 걸쳐 있습니다.`,
  }),
  jsonClozeLong: (label: Text): Text => ({
    en: `${label.en}: longer than ${limits.clozeText} characters.`,
    ko: `${label.ko}: ${limits.clozeText}자를 넘습니다.`,
  }),
  jsonScenario:
    (name: string, meant: string | null) =>
    (label: Text): Text => ({
      en: `${label.en}: there is no scenario "${quoted(name)}". ${meant === null ? 'All names: seqack simulate --help' : `Did you mean ${meant}?`}`,
      ko: `${label.ko}: "${quoted(name)}" 시나리오는 없습니다. ${meant === null ? '이름 목록: seqack simulate --help' : `혹시 ${meant}인가요?`}`,
    }),
  jsonTwice:
    (id: string, other: string) =>
    (label: Text): Text => ({
      en: `${label.en}: the id "${quoted(id)}" is already that of ${other}.`,
      ko: `${label.ko}: id "${quoted(id)}" 값은 ${other}에서 이미 쓰고 있습니다.`,
    }),
  more: (count: number): Text => ({
    en: `${count} more problems of this kind and others.`,
    ko: `문제가 ${count}개 더 있습니다.`,
  }),
} as const;
