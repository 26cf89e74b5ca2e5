import { hasControlCharacters, type Read } from '../documents/problem.ts';
import { type Expecting, listOf, parsed, REFUSED, strictMap } from '../documents/schema.ts';
import { readYaml } from '../documents/yaml-document.ts';
import type { Text } from '../language.ts';
import { isEntryId } from './entry-id.ts';
import { isRfcSection, SECTION_WANTED } from './rfc-section.ts';

/** What module.yaml holds. */
export interface ModuleFile {
  readonly id: string;
  readonly order: number;
  readonly title: Text;
  readonly summary: Text;
  readonly minutes: number;
  readonly scenarios: readonly [string, ...string[]];
  readonly skills: readonly string[];
  readonly requires: readonly string[];
  readonly rfc: readonly { readonly section: string; readonly about: Text }[];
  /** Lines of module.yaml, for problems that only show beside other files. */
  readonly lines: {
    readonly id: number;
    readonly order: number;
    readonly scenarios: number;
    readonly requires: number;
  };
}

const ID_WANTED: Text = { en: 'lower case letters, digits and hyphens.', ko: '영어 소문자, 숫자, 하이픈으로 쓰세요.' };

function words(wants: Text, fits: (word: string) => boolean): Expecting<string> {
  return parsed(wants, (input) => (typeof input === 'string' && fits(input) ? input : REFUSED));
}

const id = words(ID_WANTED, isEntryId);
const skillId = words({ en: 'a skill id such as ack.in-order.', ko: 'ack.in-order 같은 스킬 id를 쓰세요.' }, (word) =>
  /^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/.test(word),
);
const section = words(SECTION_WANTED, isRfcSection);

function line(max: number): Expecting<string> {
  return words(
    { en: `one line of at most ${max} characters.`, ko: `${max}자 이하의 한 줄로 쓰세요.` },
    (text) => text.trim() !== '' && text.length <= max && !hasControlCharacters(text),
  );
}

function bothLanguages(max: number) {
  return strictMap(
    { ko: line(max), en: line(max) },
    { en: 'both languages: { ko: .., en: .. }.', ko: '두 언어로 쓰세요: { ko: .., en: .. }' },
  );
}

function whole(max: number): Expecting<number> {
  return parsed({ en: `a whole number from 1 to ${max}.`, ko: `1~${max} 사이의 정수를 쓰세요.` }, (input) =>
    typeof input === 'number' && Number.isInteger(input) && input >= 1 && input <= max ? input : REFUSED,
  );
}

function ids(of: Expecting<string>, min: number, what: Text) {
  return listOf(of, min, 40, what);
}

const moduleSchema = strictMap(
  {
    id,
    order: whole(999),
    title: bothLanguages(80),
    summary: bothLanguages(200),
    minutes: whole(60),
    scenarios: ids(id, 1, { en: 'a list of at least one scenario.', ko: '시나리오를 하나 이상 목록으로 쓰세요.' }),
    skills: ids(skillId, 0, { en: 'a list of skill ids; [] for none.', ko: '스킬 id 목록을 쓰세요. 없으면 []' }),
    requires: ids(id, 0, { en: 'a list of module ids; [] for none.', ko: '모듈 id 목록을 쓰세요. 없으면 []' }),
    rfc: listOf(
      strictMap(
        { section, about: bothLanguages(100) },
        { en: 'a map with section and about.', ko: 'section과 about을 담은 맵을 쓰세요.' },
      ),
      1,
      40,
      { en: 'a list of at least one RFC section.', ko: 'RFC 절을 하나 이상 목록으로 쓰세요.' },
    ),
  },
  { en: 'a map as docs/content.md describes it.', ko: 'docs/content.md에 적힌 맵을 쓰세요.' },
);

/** Reads module.yaml. */
export function readModuleFile(text: string): Read<ModuleFile> {
  const read = readYaml(text, moduleSchema, { en: 'the module', ko: '모듈' });
  if (!read.ok) return read;
  const { value, lineOf } = read.value;
  const [first, ...others] = value.scenarios;
  if (first === undefined) throw new RangeError('the schema lets no empty list of scenarios through');
  const lines = {
    id: lineOf(['id']),
    order: lineOf(['order']),
    scenarios: lineOf(['scenarios']),
    requires: lineOf(['requires']),
  };
  return { ok: true, value: { ...value, scenarios: [first, ...others], lines } };
}
