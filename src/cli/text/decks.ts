import type { DeckProblem } from '../../curriculum/decks/deck-problem.ts';
import { quoted } from '../../documents/problem.ts';
import type { Text } from '../../language.ts';
import { count, grouped } from '../../ui/text/format.ts';

/** A path as it may be shown. */
export function shownPath(path: string): string {
  return quoted(path, 300);
}

/** A path as it may be typed in a command line. */
function typedPath(path: string): string {
  return /[\s'"]/.test(path) ? `"${shownPath(path)}"` : shownPath(path);
}

/** `file:line: what is wrong`, as editors and compilers write it; warnings say that they are. */
export function problemLine({ severity, line, message }: DeckProblem, path: string): Text {
  const place = `${shownPath(path)}:${line}:`;
  return severity === 'error'
    ? { en: `${place} ${message.en}`, ko: `${place} ${message.ko}` }
    : { en: `${place} warning: ${message.en}`, ko: `${place} 주의: ${message.ko}` };
}

function cardsInDecks(cards: number, decks: number): Text {
  return {
    en: `${count(cards, 'card', 'cards')} in ${count(decks, 'deck', 'decks')}`,
    ko: `덱 ${grouped(decks)}개, 카드 ${grouped(cards)}장`,
  };
}

/** Nothing that was read is written as a card: says how one is, for whoever has no docs/ at hand. */
const NO_CARDS: Text = {
  en: 'No cards. One is a heading "### Q1. question" with its answer below it, Q: and A:, or C: with a [blank]. More: docs/decks.md',
  ko: '카드가 없습니다. "### Q1. 질문" 아래에 답을 쓰거나, Q:와 A:, C:와 [빈칸]으로 씁니다. 자세히: docs/decks.md',
};

/** What the commands under `seqack deck` print. */
export const decks = {
  checked: (cards: number, found: number, problems: number, warnings: number): Text => {
    if (cards === 0 && problems === 0) return NO_CARDS;
    const sum = cardsInDecks(cards, found);
    if (problems === 0) return { en: `${sum.en}; no problems`, ko: `${sum.ko}, 문제 없음` };
    const mild: Text =
      warnings === 0
        ? { en: '', ko: '' }
        : warnings === problems
          ? { en: ', all warnings', ko: '(모두 주의)' }
          : {
              en: `, ${warnings} of them ${warnings === 1 ? 'a warning' : 'warnings'}`,
              ko: `(그중 주의 ${warnings}개)`,
            };
    return {
      en: `${sum.en}; ${count(problems, 'problem', 'problems')}${mild.en}`,
      ko: `${sum.ko}, 문제 ${grouped(problems)}개${mild.ko}`,
    };
  },
  added: (cards: number, ids: readonly string[], path: string): Text => {
    const sum = cardsInDecks(cards, ids.length);
    return {
      en: `Added ${shownPath(path)}: ${sum.en} (${ids.join(', ')}).`,
      ko: `${shownPath(path)} 추가: ${sum.ko} (${ids.join(', ')})`,
    };
  },
  alreadyAdded: (path: string): Text => ({
    en: `${shownPath(path)} is there already.`,
    ko: `${shownPath(path)}에 있는 덱은 이미 추가되어 있습니다.`,
  }),
  noCards: (path: string): Text => ({
    en: `${shownPath(path)} holds no cards. How to write them: docs/decks.md; what is wrong: seqack deck check ${typedPath(path)}`,
    ko: `${shownPath(path)}에 카드가 없습니다. 쓰는 법은 docs/decks.md를, 문제는 seqack deck check ${typedPath(path)} 명령으로 확인하세요.`,
  }),
  taken: (id: string, file: string, other: string): Text => ({
    en: `There is a deck "${id}" already (${shownPath(other)}). Give ${shownPath(file)} an id of its own (docs/decks.md).`,
    ko: `"${id}" 덱이 이미 있습니다(${shownPath(other)}). ${shownPath(file)} 맨 위에 다른 id를 쓰세요(docs/decks.md 참고).`,
  }),
  removed: (path: string, ids: readonly string[]): Text => ({
    en: `${shownPath(path)} is no longer read${ids.length === 0 ? '' : ` (${ids.join(', ')})`}. Its files and your record stay as they are.`,
    ko: `이제 ${shownPath(path)}의 덱을 읽지 않습니다${ids.length === 0 ? '' : ` (${ids.join(', ')})`}. 파일과 학습 기록은 그대로 남습니다.`,
  }),
  unknown: (name: string, meant: string | null): Text => ({
    en: `There is no deck "${quoted(name)}". ${meant === null ? 'See: seqack deck list' : `Did you mean ${meant}?`}`,
    ko: `"${quoted(name)}" 덱은 없습니다. ${meant === null ? '참고: seqack deck list' : `혹시 ${meant}인가요?`}`,
  }),
  standsInData: (id: string, file: string): Text => ({
    en: `The deck ${id} was not added by a path but stands in the data folder. Move or delete its file: ${shownPath(file)}`,
    ko: `${id} 덱은 경로로 추가한 것이 아니라 데이터 폴더에 있습니다. 파일을 옮기거나 지우세요: ${shownPath(file)}`,
  }),
  oneOfSeveral: (id: string, path: string): Text => ({
    en: `The deck ${id} is one of several in what was added. All of them: seqack deck remove ${typedPath(path)}`,
    ko: `${id} 덱은 함께 추가된 여러 덱 가운데 하나입니다. 모두 빼려면: seqack deck remove ${typedPath(path)}`,
  }),
  listUnsaved: (code: string): Text => ({
    en: `The list of added decks could not be saved (${code}); it is as it was. Check that the data folder can be written.`,
    ko: `추가한 덱 목록을 저장하지 못했습니다(${code}). 목록은 그대로입니다. 데이터 폴더에 쓸 수 있는지 확인하세요.`,
  }),
  none: (folder: string): Text => ({
    en: `No decks of your own yet. Put Markdown files into ${shownPath(folder)}, or: seqack deck add PATH`,
    ko: `아직 내 덱이 없습니다. ${shownPath(folder)}에 Markdown 파일을 넣거나: seqack deck add PATH`,
  }),
  cards: (n: number): Text => ({ en: count(n, 'card', 'cards'), ko: `${grouped(n)}장` }),
  problemsIn: (problems: number, path: string): Text => ({
    en: `${count(problems, 'problem', 'problems')} in its notes. See: seqack deck check ${typedPath(path)}`,
    ko: `노트에 문제가 ${grouped(problems)}개 있습니다. 참고: seqack deck check ${typedPath(path)}`,
  }),
  unreadable: (path: string, reason: Text): Text => ({
    en: `${shownPath(path)} cannot be read: ${reason.en}`,
    ko: `${shownPath(path)} 경로를 읽을 수 없습니다. ${reason.ko}`,
  }),
  neither: { en: 'it is neither a file nor a folder.', ko: '파일도 폴더도 아닙니다.' },
  missing: { en: 'there is no such file or folder.', ko: '그런 파일이나 폴더가 없습니다.' },
} as const satisfies Readonly<Record<string, Text | ((...values: never[]) => Text)>>;
