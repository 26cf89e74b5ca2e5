import { quoted } from '../../documents/problem.ts';
import type { Text } from '../../language.ts';
import { limits } from './limits.ts';

/** What is told about a user's note: what is wrong, and what to do. */
export const messages = {
  questionAlone: {
    en: 'Q: without A:. Write its answer on a line that starts with A:.',
    ko: 'Q:에 답이 없습니다. 다음 줄에 A:로 시작하는 답을 쓰세요.',
  },
  answerAlone: {
    en: 'A: without Q:. Write the question on a line that starts with Q: above it.',
    ko: 'A: 앞에 질문이 없습니다. 윗줄에 Q:로 시작하는 질문을 쓰세요.',
  },
  secondAnswer: {
    en: 'A second A: for the same Q:. Join the two answers, or start another question.',
    ko: '한 질문에 A:가 두 번 나옵니다. 답을 하나로 합치거나 새 질문을 시작하세요.',
  },
  emptyFront: { en: 'The question of this card is empty.', ko: '카드의 질문이 비어 있습니다.' },
  emptyBack: { en: 'The answer of this card is empty.', ko: '카드의 답이 비어 있습니다.' },
  headingUnanswered: {
    en: 'A question without an answer below it; it is no card yet.',
    ko: '질문 아래에 답이 없어 아직 카드가 아닙니다.',
  },
  noDeletion: {
    en: 'C: without anything to recall. Put what is to be recalled in [square brackets].',
    ko: 'C:에 가릴 부분이 없습니다. 떠올릴 말을 [대괄호]로 감싸세요.',
  },
  unclosed: {
    en: 'A [ without its ]. Close it, or write \\[ for a plain bracket.',
    ko: '[에 짝이 되는 ]가 없습니다. 닫거나, 글자 그대로 쓰려면 \\[로 쓰세요.',
  },
  emptyDeletion: {
    en: 'Empty brackets in a C: card. Write what is to be recalled, or \\[ \\] for plain brackets.',
    ko: 'C: 카드에 빈 대괄호가 있습니다. 떠올릴 말을 쓰거나, 글자 그대로 쓰려면 \\[ \\]로 쓰세요.',
  },
  cardTooLong: {
    en: `A card of more than 20,000 characters. Divide it, or end it with a line ---.`,
    ko: `카드 하나가 20,000자를 넘습니다. 나누거나 --- 줄로 끝내세요.`,
  },
  clozeTooLong: {
    en: `A C: card of more than 5,000 characters or ${limits.deletions} brackets. Divide it, or end it with a line ---.`,
    ko: `C: 카드 하나가 5,000자 또는 대괄호 ${limits.deletions}개를 넘습니다. 나누거나 --- 줄로 끝내세요.`,
  },
  unknownScenario: (name: string, meant: string | null): Text => ({
    en: `There is no scenario "${quoted(name)}"; the card stays without one. ${meant === null ? 'All names: seqack simulate --help' : `Did you mean ${meant}?`}`,
    ko: `"${quoted(name)}" 시나리오가 없어 카드에 연결하지 않았습니다. ${meant === null ? '이름 목록: seqack simulate --help' : `혹시 ${meant}인가요?`}`,
  }),
  badId: (id: string): Text => ({
    en: `"${quoted(id)}" is no id, so it is not used. Write lower case letters, digits and single hyphens, at most 64.`,
    ko: `"${quoted(id)}" 값은 id로 쓸 수 없어 무시했습니다. 영어 소문자와 숫자, 하이픈 하나씩으로 64자 이하로 쓰세요.`,
  }),
  idTwice: (id: string, line: number): Text => ({
    en: `The id "${id}" is already that of the card on line ${line}. Give this card another one.`,
    ko: `id "${id}" 값은 ${line}번째 줄의 카드가 이미 쓰고 있습니다. 다른 id를 쓰세요.`,
  }),
  twoIds: {
    en: 'A second id in one card; the first one counts. An id stands below the line its card starts on.',
    ko: '한 카드에 id가 두 번 나와 첫 번째 것만 씁니다. id는 카드가 시작하는 줄 아래에 쓰세요.',
  },
  cardTwice: (file: string, line: number): Text => ({
    en: `The same card as on line ${line} of ${quoted(file, 100)}; it is asked only once.`,
    ko: `${quoted(file, 100)} ${line}번째 줄과 같은 카드라 한 번만 출제합니다.`,
  }),
  tooManyCards: {
    en: `More than 10,000 cards in one deck; this one and those after it are left out. Divide the deck.`,
    ko: `덱 하나에 카드가 10,000장을 넘어 여기서부터 읽지 않았습니다. 덱을 나누세요.`,
  },
  tooManyTags: {
    en: `More than ${limits.tags} tags on one card, or one of more than ${limits.tagLength} characters; what is beyond is left out.`,
    ko: `태그는 카드마다 ${limits.tags}개, 하나에 ${limits.tagLength}자까지만 씁니다. 나머지는 뺐습니다.`,
  },
  notUtf8: {
    en: 'Not UTF-8 text from here on. Save the file as UTF-8.',
    ko: '여기부터 UTF-8 텍스트가 아닙니다. 파일을 UTF-8로 저장하세요.',
  },
  tooLarge: {
    en: 'The file is larger than 1 MB. Divide it.',
    ko: '파일이 1 MB보다 큽니다. 파일을 나누세요.',
  },
  controlCharacters: {
    en: 'Control characters in this line; they are left out. Delete them.',
    ko: '이 줄에 제어 문자가 있어 빼고 읽었습니다. 지우세요.',
  },
  openFence: {
    en: 'A code block that is not closed: nothing below it is read as a card. Close it.',
    ko: '코드 블록이 닫히지 않아 그 아래는 카드로 읽지 않았습니다. 블록을 닫으세요.',
  },
  badFrontmatter: {
    en: 'The lines between --- at the top are neither TOML nor YAML; they are not used.',
    ko: '맨 위 --- 사이의 내용이 TOML도 YAML도 아니어서 쓰지 않았습니다.',
  },
  badFrontmatterId: (id: string): Text => ({
    en: `The deck's id "${quoted(id)}" is no id, so the file's name is used. Write lower case letters, digits and single hyphens, at most 64.`,
    ko: `덱 id "${quoted(id)}" 값은 쓸 수 없어 파일 이름을 씁니다. 영어 소문자와 숫자, 하이픈 하나씩으로 64자 이하로 쓰세요.`,
  }),
  deckTwice: (id: string, other: string): Text => ({
    en: `Its deck would be called "${id}" like the one of ${quoted(other, 100)}, so it is left out. Give it an id of its own at the top of the file.`,
    ko: `덱 이름이 ${quoted(other, 100)} 파일의 덱과 같아("${id}") 뺐습니다. 파일 맨 위에 다른 id를 쓰세요.`,
  }),
  more: (count: number): Text => ({
    en: `${count} more problems in this file.`,
    ko: `이 파일에 문제가 ${count}개 더 있습니다.`,
  }),
} as const satisfies Readonly<Record<string, Text | ((...values: never[]) => Text)>>;
