import type { Text } from '../language.ts';
import type { InterviewText, PointText } from './interview.ts';
import type { KeywordPair, Keywords } from './keywords.ts';
import type { Report } from './markdown-lines.ts';
import type { Block, Card, InterviewQuestion, Point } from './module.ts';
import type { ModuleText } from './module-text.ts';

/* Puts ko.md and en.md together and reports where their structures differ. Differences are reported in ko.md. */

/** An entry with an id, in one language. */
interface Entry {
  readonly id: string;
  readonly line: number;
  readonly rfc: readonly string[];
}

/** Pairs entries of the same id, in the order of en.md; an id on one side only is reported there where it is missing. */
function pairs<E extends Entry>(
  ko: readonly E[],
  en: readonly E[],
  at: { readonly ko: number; readonly en: number },
  what: Text,
  report: { readonly ko: Report; readonly en: Report },
): [E, E][] {
  const missing = (entry: E, file: string): Text => ({
    en: `The ${what.en} "${entry.id}" is missing here; ${file} has it on line ${entry.line}.`,
    ko: `${what.ko} "${entry.id}" 항목이 없습니다. ${file} ${entry.line}행에는 있습니다.`,
  });
  for (const entry of ko) if (!en.some(({ id }) => id === entry.id)) report.en(at.en, missing(entry, 'ko.md'));
  const both: [E, E][] = [];
  for (const inEnglish of en) {
    const inKorean = ko.find(({ id }) => id === inEnglish.id);
    if (inKorean === undefined) {
      report.ko(at.ko, missing(inEnglish, 'en.md'));
      continue;
    }
    both.push([inKorean, inEnglish]);
    if (inKorean.rfc.join() !== inEnglish.rfc.join()) {
      report.ko(inKorean.line, {
        en: `Other RFC sections than in en.md (line ${inEnglish.line}): expected ${inEnglish.rfc.join(', ')}`,
        ko: `en.md(${inEnglish.line}행)와 RFC 절이 다릅니다. en.md: ${inEnglish.rfc.join(', ')}`,
      });
    }
  }
  if (both.length === en.length && both.length === ko.length) {
    const astray = ko.find((entry, index) => entry.id !== en[index]?.id);
    if (astray !== undefined) {
      report.ko(astray.line, {
        en: `The ${what.en} "${astray.id}" stands in another place than in en.md; expected the same order.`,
        ko: `${what.ko} "${astray.id}"의 순서가 en.md와 다릅니다.`,
      });
    }
  }
  return both;
}

/** The texts of two lists side by side; lists of different length are reported. */
function texts(ko: readonly string[], en: readonly string[], line: number, what: Text, report: Report): Text[] {
  if (ko.length !== en.length) {
    report(line, {
      en: `${ko.length} ${what.en} here and ${en.length} in en.md; expected the same number.`,
      ko: `${what.ko}의 수가 다릅니다. 여기에는 ${ko.length}개, en.md에는 ${en.length}개입니다.`,
    });
  }
  return en.flatMap((inEnglish, index) => {
    const inKorean = ko[index];
    return inKorean === undefined ? [] : [{ ko: inKorean, en: inEnglish }];
  });
}

interface WithKeywords {
  readonly keywords: Keywords | null;
  readonly line: number;
}

/** The keywords of both languages; those that only one language has are reported. */
function pairedKeywords(
  ko: WithKeywords | undefined,
  en: WithKeywords | undefined,
  report: Report,
): KeywordPair | null {
  if (ko === undefined || en === undefined) return null;
  if (ko.keywords !== null && en.keywords !== null) return { ko: ko.keywords, en: en.keywords };
  if (ko.keywords !== null || en.keywords !== null) {
    const [has, lacks] = ko.keywords === null ? ['en.md', 'ko.md'] : ['ko.md', 'en.md'];
    report(ko.line, {
      en: `Keywords in ${has} and none in ${lacks} (line ${en.line} of en.md); expected both or neither.`,
      ko: `키워드가 ${has}에만 있고 ${lacks}에는 없습니다(en.md ${en.line}행). 두 파일에 모두 쓰거나 모두 빼세요.`,
    });
  }
  return null;
}

/** The points of two lists side by side; lists of different length are reported. */
function points(
  ko: readonly PointText[],
  en: readonly PointText[],
  line: number,
  what: Text,
  report: Report,
): readonly Point[] {
  const textOf = ({ text }: PointText): string => text;
  return texts(ko.map(textOf), en.map(textOf), line, what, report).map((text, index) => ({
    text,
    keywords: pairedKeywords(ko[index], en[index], report),
  }));
}

function pairedQuestion(ko: InterviewText, en: InterviewText, report: Report): InterviewQuestion {
  const list = (part: 'mustHave' | 'bonus' | 'traps', name: string): readonly Point[] =>
    points(ko[part], en[part], ko.line, { ko: `"${name}" 항목`, en: `items of "${name}"` }, report);
  const questions = texts(
    ko.followUps.map(({ question }) => question),
    en.followUps.map(({ question }) => question),
    ko.line,
    { ko: '꼬리 질문', en: 'follow-ups' },
    report,
  );
  return {
    id: en.id,
    question: { ko: ko.question, en: en.question },
    expected: { ko: ko.expected, en: en.expected },
    precise: { ko: ko.precise, en: en.precise },
    mustHave: list('mustHave', 'Must have'),
    bonus: list('bonus', 'Bonus'),
    traps: list('traps', 'Traps'),
    followUps: questions.map((question, index) => ({
      question,
      answer: { ko: ko.followUps[index]?.answer ?? '', en: en.followUps[index]?.answer ?? '' },
      keywords: pairedKeywords(ko.followUps[index], en.followUps[index], report),
    })),
    rfc: en.rfc,
  };
}

/** Headings, fenced blocks and tables in their order: what the lesson has to have alike in both languages. */
function skeleton(lesson: readonly Block[]): string {
  return lesson
    .filter(({ kind }) => kind === 'heading' || kind === 'verbatim' || kind === 'table')
    .map((block) => (block.kind === 'heading' ? `${'#'.repeat(block.level + 1)}` : block.kind))
    .join(' ');
}

/** The two texts of a module as one. */
export function inBothLanguages(
  ko: ModuleText,
  en: ModuleText,
  report: { readonly ko: Report; readonly en: Report },
): {
  readonly lesson: { readonly ko: readonly Block[]; readonly en: readonly Block[] };
  readonly keyPoints: readonly Text[];
  readonly cards: readonly Card[];
  readonly interview: readonly InterviewQuestion[];
} {
  if (skeleton(ko.lesson) !== skeleton(en.lesson)) {
    report.ko(ko.lessonLine, {
      en: `The lesson's headings, blocks and tables differ: here ${skeleton(ko.lesson)}; en.md ${skeleton(en.lesson)}`,
      ko: `본문의 제목, 블록, 표의 순서가 다릅니다. 여기: ${skeleton(ko.lesson)} / en.md: ${skeleton(en.lesson)}`,
    });
  }
  const points = { ko: '핵심', en: 'key points' };
  const cardLines = { ko: ko.cardsLine, en: en.cardsLine };
  const questionLines = { ko: ko.interviewLine, en: en.interviewLine };
  return {
    lesson: { ko: ko.lesson, en: en.lesson },
    keyPoints: texts(ko.keyPoints, en.keyPoints, ko.keyPointsLine, points, report.ko),
    cards: pairs(ko.cards, en.cards, cardLines, { ko: '카드', en: 'card' }, report).map(([inKorean, inEnglish]) => ({
      id: inEnglish.id,
      front: { ko: inKorean.front, en: inEnglish.front },
      back: { ko: inKorean.back, en: inEnglish.back },
      rfc: inEnglish.rfc,
    })),
    interview: pairs(ko.interview, en.interview, questionLines, { ko: '면접 질문', en: 'question' }, report).map(
      ([inKorean, inEnglish]) => pairedQuestion(inKorean, inEnglish, report.ko),
    ),
  };
}
