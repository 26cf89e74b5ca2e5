import type { ErrorCode } from 'yaml';
import type { Text } from '../language.ts';

const KNOWN: Readonly<Partial<Record<ErrorCode, Text>>> = {
  BAD_ALIAS: { en: 'an alias names no anchor before it', ko: '별칭(*)이 가리키는 앵커(&)가 앞에 없습니다' },
  BAD_COLLECTION_TYPE: { en: 'a tag does not fit its collection', ko: '태그가 컬렉션의 종류와 맞지 않습니다' },
  BAD_DQ_ESCAPE: { en: 'unknown escape in a double-quoted text', ko: '큰따옴표 안에 알 수 없는 이스케이프가 있습니다' },
  BAD_INDENT: {
    en: 'wrong indentation, or a bracket left open; align the keys of one map',
    ko: '들여쓰기가 맞지 않거나 괄호가 닫히지 않았습니다. 같은 맵의 키를 나란히 맞추세요',
  },
  BAD_SCALAR_START: {
    en: 'a text cannot start with this character; put it in quotes',
    ko: '이 문자로는 값을 시작할 수 없습니다. 따옴표로 감싸세요',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    en: 'a second ": " on one line; put the text in quotes',
    ko: '한 줄에 ": "가 두 번 나옵니다. 글을 따옴표로 감싸세요',
  },
  BLOCK_IN_FLOW: {
    en: 'indented lists cannot stand inside { } or [ ]',
    ko: '{ }나 [ ] 안에는 들여쓴 목록을 쓸 수 없습니다',
  },
  DUPLICATE_KEY: { en: 'the same key twice in one map', ko: '한 맵에 같은 키가 두 번 있습니다' },
  MISSING_CHAR: {
    en: 'a closing quote or bracket, a comma or a space is missing',
    ko: '닫는 따옴표나 괄호, 쉼표, 공백 가운데 하나가 빠졌습니다',
  },
  MULTILINE_IMPLICIT_KEY: {
    en: 'a key must stand on one line; is a ":" missing?',
    ko: '키는 한 줄에 써야 합니다. ":"이 빠지지 않았나요?',
  },
  MULTIPLE_DOCS: {
    en: 'only one document a file; take "---" away',
    ko: '파일 하나에 문서 하나만 쓸 수 있습니다. "---"를 지우세요',
  },
  NON_STRING_KEY: { en: 'a key must be a plain word', ko: '키는 단순한 글자여야 합니다' },
  RESOURCE_EXHAUSTION: { en: 'nested too deeply', ko: '너무 깊이 중첩되어 있습니다' },
  TAB_AS_INDENT: { en: 'a tab as indentation; use spaces', ko: '들여쓰기에 탭이 있습니다. 공백을 쓰세요' },
  TAG_RESOLVE_FAILED: { en: 'an unknown tag', ko: '알 수 없는 태그입니다' },
};

const OTHER: Text = { en: 'this line cannot be read', ko: '이 줄을 읽을 수 없습니다' };

/** What a YAML syntax error means to the author of the file. */
export function yamlErrorMessage(code: ErrorCode): Text {
  const said = KNOWN[code] ?? OTHER;
  return { en: `Not valid YAML: ${ended(said.en)}`, ko: `YAML 문법 오류: ${ended(said.ko)}` };
}

/** A question ends itself. */
function ended(said: string): string {
  return said.endsWith('?') ? said : `${said}.`;
}
