import type { Lost } from '../../curriculum/decks/transfer.ts';
import type { Text } from '../../language.ts';
import { count, grouped } from '../../ui/text/format.ts';
import { shownPath } from './decks.ts';

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** What `seqack deck import` and `seqack deck export` print. */
export const deckTransfer = {
  fileForm: { en: 'the name of a file', ko: '파일 이름을 쓰세요.' },
  nameForm: { en: 'a name of 1 to 60 characters', ko: '1~60자의 이름을 쓰세요.' },
  folder: {
    en: 'it is a folder. A folder of Markdown notes is used where it stands: seqack deck add PATH',
    ko: '폴더입니다. Markdown 노트 폴더는 그 자리에서 쓸 수 있습니다: seqack deck add PATH',
  },
  tooLarge: {
    en: 'it is larger than 50 MB. Export fewer decks at once.',
    ko: '50 MB보다 큽니다. 덱을 나누어 내보내세요.',
  },
  package: (path: string): Text => ({
    en: `${shownPath(path)} is a package. In Anki, export "Notes in Plain Text (.txt)" and import that.`,
    ko: `${shownPath(path)} 파일은 압축된 덱 패키지입니다. Anki에서 "일반 텍스트 노트(.txt)"로 내보낸 파일을 쓰세요.`,
  }),
  reading: (path: string, bytes: number): Text => ({
    en: `Reading ${shownPath(path)} (${megabytes(bytes)}) ...`,
    ko: `${shownPath(path)} 읽는 중 (${megabytes(bytes)}) ...`,
  }),
  nothing: (path: string): Text => ({
    en: `${shownPath(path)} holds no cards; nothing was imported.`,
    ko: `${shownPath(path)}에 카드가 없어 아무것도 가져오지 않았습니다.`,
  }),
  deckTooLarge: (path: string, bytes: number): Text => ({
    en: `${shownPath(path)} would be ${megabytes(bytes)}; a deck's file may be 1 MB at most. Divide the deck where it comes from.`,
    ko: `${shownPath(path)} 파일이 ${megabytes(bytes)}가 됩니다. 덱 파일은 1 MB까지만 쓸 수 있습니다. 원본에서 덱을 나누세요.`,
  }),
  standsElsewhere: (id: string, path: string): Text => ({
    en: `There is a deck "${id}" already, in a file of yours: ${shownPath(path)}. Import it under another name: --as NAME`,
    ko: `"${id}" 덱이 이미 다른 곳에 있습니다: ${shownPath(path)}. 다른 이름으로 가져오세요: --as NAME`,
  }),
  fileExists: (path: string): Text => ({
    en: `${shownPath(path)} exists and is not overwritten. Import it under another name: --as NAME`,
    ko: `${shownPath(path)} 파일이 이미 있어 덮어쓰지 않았습니다. 다른 이름으로 가져오세요: --as NAME`,
  }),
  severalDecks: (decks: number): Text => ({
    en: `--as names one deck, and the file holds ${decks}. Leave it out: they keep their names.`,
    ko: `--as는 덱 하나에만 쓸 수 있는데 파일에 덱이 ${decks}개 있습니다. --as 없이 가져오면 원래 이름을 씁니다.`,
  }),
  imported: (
    id: string,
    { added, updated, unchanged }: { readonly added: number; readonly updated: number; readonly unchanged: number },
    path: string,
    dry: boolean,
  ): Text => ({
    en: `${id}: ${count(added, 'card', 'cards')} added, ${grouped(updated)} updated, ${grouped(unchanged)} unchanged (${shownPath(path)})${dry ? '; dry run, nothing written' : ''}`,
    ko: `${id}: 카드 ${grouped(added)}장 추가, ${grouped(updated)}장 수정, ${grouped(unchanged)}장 그대로 (${shownPath(path)})${dry ? ' - 시험 실행이라 저장하지 않음' : ''}`,
  }),
  turned: (cards: number): Text => ({
    en: `${count(cards, 'cloze card', 'cloze cards')} became question and answer: in a code block nothing can be hidden.`,
    ko: `코드 블록 안은 가릴 수 없어 빈칸 카드 ${grouped(cards)}장을 질문과 답으로 바꾸었습니다.`,
  }),
  lost: ({ pictures, sounds, hints, extras }: Lost): Text | null => {
    const parts: Text[] = [];
    const say = (n: number, one: string, many: string, ko: string): void => {
      if (n > 0) parts.push({ en: count(n, one, many), ko: `${ko} ${grouped(n)}개` });
    };
    say(pictures, 'picture', 'pictures', '그림');
    say(sounds, 'sound', 'sounds', '소리');
    say(hints, 'hint of a cloze', 'hints of clozes', '빈칸의 힌트');
    say(extras, 'extra field of a cloze note', 'extra fields of cloze notes', '빈칸 노트의 추가 필드');
    if (parts.length === 0) return null;
    const join = (language: 'en' | 'ko'): string => parts.map((part) => part[language]).join(', ');
    return {
      en: `Not taken over, as cards are text: ${join('en')}.`,
      ko: `카드는 글만 담으므로 가져오지 않은 것: ${join('ko')}`,
    };
  },
  oneAFile: (decks: number): Text => ({
    en: `Markdown is one deck a file, and these are ${decks}. Name one deck, or give --out a folder that exists.`,
    ko: `Markdown은 파일 하나에 덱 하나인데 덱이 ${decks}개입니다. 덱을 하나만 쓰거나 --out에 이미 있는 폴더를 쓰세요.`,
  }),
  outIsFolder: { en: 'it is a folder; name a file in it.', ko: '폴더입니다. 그 안의 파일 이름을 쓰세요.' },
  exported: (decks: number, cards: number, path: string): Text => ({
    en: `${count(cards, 'card', 'cards')} in ${count(decks, 'deck', 'decks')} written to ${shownPath(path)}`,
    ko: `${shownPath(path)}에 덱 ${grouped(decks)}개, 카드 ${grouped(cards)}장 저장`,
  }),
} as const;
