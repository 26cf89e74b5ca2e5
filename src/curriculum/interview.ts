import { quoted } from '../documents/problem.ts';
import { readPlainList, readPlainText } from './blocks.ts';
import { checkEntryIds } from './entry-id.ts';
import { plainInlines, readInlines } from './inline.ts';
import { type Keywords, readKeywords } from './keywords.ts';
import { firstWritten, type Line, type Part, partsOutOfPlace, type Report, splitAtHeadings } from './markdown-lines.ts';
import { takeRfcLine } from './rfc-section.ts';

/** A point in one language; `keywords` is null where none are given. */
export interface PointText {
  readonly text: string;
  readonly keywords: Keywords | null;
  readonly line: number;
}

export interface FollowUpText {
  readonly question: string;
  readonly answer: string;
  readonly keywords: Keywords | null;
  readonly line: number;
}

/** An interview question in one language. */
export interface InterviewText {
  readonly id: string;
  readonly line: number;
  readonly question: string;
  readonly expected: string;
  readonly precise: string;
  readonly mustHave: readonly PointText[];
  readonly bonus: readonly PointText[];
  readonly traps: readonly PointText[];
  readonly followUps: readonly FollowUpText[];
  readonly rfc: readonly string[];
}

const PARTS = ['Expected', 'Precise', 'Must have', 'Bonus', 'Traps', 'Follow-ups'] as const;
type PartName = (typeof PARTS)[number];

/** Reads the Interview section: `## id`, the question, a line `RFC:`, and the parts under `###` headings. */
export function readInterview(lines: readonly Line[], report: Report): InterviewText[] {
  const { before, parts } = splitAtHeadings(lines, 2);
  const stray = firstWritten(before);
  if (stray !== null) {
    report(stray.number, {
      en: 'Text before the first question; expected ## question-id.',
      ko: '첫 질문 앞에 글이 있습니다. ## question-id로 시작하세요.',
    });
  }
  checkEntryIds(parts, report);
  return parts.map((part) => readQuestion(part, report));
}

function readQuestion(part: Part, report: Report): InterviewText {
  const { sections, rest } = takeRfcLine(part.body, part.line, report);
  const { before, parts } = splitAtHeadings(rest, 3);
  checkParts(parts, part.line, report);
  const named = (name: PartName): Part | null => parts.find(({ title }) => title === name) ?? null;
  const prose = (name: PartName): string => {
    const found = named(name);
    if (found === null) return '';
    const text = readPlainText(found.body, report);
    if (text === '') report(found.line, { en: `"${name}" is empty.`, ko: `"${name}" 부분이 비어 있습니다.` });
    return text;
  };
  const list = (name: PartName): PointText[] => {
    const found = named(name);
    return found === null ? [] : readPoints(found, report);
  };
  const question = readPlainText(before, report);
  if (question === '') report(part.line, { en: 'The question itself is missing.', ko: '질문이 없습니다.' });
  return {
    id: part.title,
    line: part.line,
    question,
    expected: prose('Expected'),
    precise: prose('Precise'),
    mustHave: list('Must have'),
    bonus: list('Bonus'),
    traps: list('Traps'),
    followUps: readFollowUps(named('Follow-ups'), report),
    rfc: sections,
  };
}

const KEYWORDS = 'Keywords:';

/** The items of the list of a part, each with the keywords that end it. */
function readPoints(part: Part, report: Report): PointText[] {
  const lines = part.body.filter(({ text }) => text.startsWith('- ')).map(({ number }) => number);
  return readPlainList(part.body, part.line, report).map((item, index) => {
    const line = lines[index] ?? part.line;
    const [text = '', ...words] = item.split(` ${KEYWORDS} `);
    const keywords = words.length === 0 ? null : readKeywords(words.join(' '), (message) => report(line, message));
    if (text.includes(KEYWORDS)) {
      report(line, {
        en: `"${KEYWORDS}" ends a point: its text comes before, its words after it.`,
        ko: `"${KEYWORDS}" 앞에는 항목의 글이, 뒤에는 낱말이 있어야 합니다.`,
      });
    }
    return { text, keywords, line };
  });
}

/** All parts but Bonus are needed, each once, in their order. */
function checkParts(parts: readonly Part[], line: number, report: Report): void {
  const titles = parts.map(({ title }) => title);
  for (const name of PARTS) {
    if (name === 'Bonus' || titles.includes(name)) continue;
    report(line, { en: `"### ${name}" is missing in this question.`, ko: `이 질문에 "### ${name}" 부분이 없습니다.` });
  }
  for (const { title, line: at } of partsOutOfPlace(parts, PARTS)) {
    const listed = PARTS.join(', ');
    const shown = quoted(title);
    report(at, {
      en: `"### ${shown}" is not expected here; the parts are, in this order: ${listed}.`,
      ko: `"### ${shown}" 제목은 여기에 올 수 없습니다. 순서: ${listed}`,
    });
  }
}

function readFollowUps(part: Part | null, report: Report): FollowUpText[] {
  if (part === null) return [];
  const said: { kind: 'Q' | 'A'; line: number; text: string; keywords: Keywords | null }[] = [];
  for (const { number, text } of part.body) {
    if (text.trim() === '') continue;
    if (text.startsWith(KEYWORDS)) {
      const answer = said.at(-1);
      if (answer?.kind === 'A' && answer.keywords === null) {
        answer.keywords = readKeywords(text.slice(KEYWORDS.length), (message) => report(number, message));
      } else {
        report(number, {
          en: `Expected one "${KEYWORDS}" line after an "A: " line.`,
          ko: `"${KEYWORDS}" 줄은 "A: " 줄 뒤에 하나만 쓰세요.`,
        });
      }
      continue;
    }
    const kind = text.startsWith('Q: ') ? 'Q' : text.startsWith('A: ') ? 'A' : null;
    const last = said.at(-1);
    if (kind !== null) said.push({ kind, line: number, text: text.slice(3), keywords: null });
    else if (last !== undefined) last.text += ` ${text.trim()}`;
    else report(number, { en: 'Expected a line that starts with "Q: ".', ko: '"Q: "로 시작하는 줄이 필요합니다.' });
  }
  const plain = (entry: { line: number; text: string }): string =>
    plainInlines(readInlines(entry.text, (message) => report(entry.line, message)));
  const followUps: FollowUpText[] = [];
  for (let i = 0; i < said.length; i += 2) {
    const [question, answer] = [said[i], said[i + 1]];
    if (question?.kind === 'Q' && answer?.kind === 'A') {
      const { keywords } = answer;
      followUps.push({ question: plain(question), answer: plain(answer), keywords, line: question.line });
      continue;
    }
    report(question?.line ?? part.line, {
      en: 'Expected a "Q: " line followed by its "A: " line.',
      ko: '"Q: " 줄 다음에 "A: " 줄이 와야 합니다.',
    });
    break;
  }
  if (said.length === 0)
    report(part.line, {
      en: 'No follow-up here; expected "Q: " and "A: " lines.',
      ko: '꼬리 질문이 없습니다. "Q: "와 "A: " 줄을 쓰세요.',
    });
  return followUps;
}
