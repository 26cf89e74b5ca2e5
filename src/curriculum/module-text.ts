import { quoted } from '../documents/problem.ts';
import { readBlocks, readPlainList } from './blocks.ts';
import { type CardText, readCards } from './cards.ts';
import { type InterviewText, readInterview } from './interview.ts';
import {
  firstWritten,
  type Line,
  linesOf,
  type Part,
  partsOutOfPlace,
  type Report,
  splitAtHeadings,
} from './markdown-lines.ts';
import type { Block } from './module.ts';

/** What ko.md or en.md holds. */
export interface ModuleText {
  readonly lesson: readonly Block[];
  readonly lessonLine: number;
  readonly keyPoints: readonly string[];
  readonly keyPointsLine: number;
  readonly cards: readonly CardText[];
  readonly cardsLine: number;
  readonly interview: readonly InterviewText[];
  readonly interviewLine: number;
}

const SECTIONS = ['Lesson', 'Key points', 'Cards', 'Interview'] as const;

/** Reads one language's file of a module; everything that is not as docs/content.md says is reported. */
export function readModuleText(text: string, report: Report): ModuleText {
  const { before, parts } = splitAtHeadings(linesOf(text, report), 1);
  const stray = firstWritten(before);
  if (stray !== null) {
    report(stray.number, { en: 'Text before "# Lesson".', ko: '"# Lesson" 앞에 글이 있습니다.' });
  }
  checkSections(parts, report);
  const section = (name: (typeof SECTIONS)[number]): { readonly body: readonly Line[]; readonly line: number } =>
    parts.find(({ title }) => title === name) ?? { body: [], line: 1 };
  const [lesson, keyPoints, cards, interview] = [
    section('Lesson'),
    section('Key points'),
    section('Cards'),
    section('Interview'),
  ];
  const read = {
    lesson: readBlocks(lesson.body, report),
    lessonLine: lesson.line,
    keyPoints: keyPoints.body.length > 0 ? readPlainList(keyPoints.body, keyPoints.line, report) : [],
    keyPointsLine: keyPoints.line,
    cards: readCards(cards.body, report),
    cardsLine: cards.line,
    interview: readInterview(interview.body, report),
    interviewLine: interview.line,
  };
  const opening = read.lesson[0];
  if (parts.some(({ title }) => title === 'Lesson') && opening?.kind !== 'paragraph') {
    report(lesson.line, { en: 'A lesson opens with a paragraph.', ko: '본문은 문단으로 시작해야 합니다.' });
  }
  return read;
}

function checkSections(parts: readonly Part[], report: Report): void {
  for (const name of SECTIONS) {
    const found = parts.find(({ title }) => title === name);
    if (found === undefined) report(1, { en: `"# ${name}" is missing.`, ko: `"# ${name}" 부분이 없습니다.` });
    else if (firstWritten(found.body) === null) {
      report(found.line, { en: `"# ${name}" is empty.`, ko: `"# ${name}" 부분이 비어 있습니다.` });
    }
  }
  for (const { title, line } of partsOutOfPlace(parts, SECTIONS)) {
    const shown = quoted(title);
    report(line, {
      en: `"# ${shown}" is not expected here; the sections are, in this order: ${SECTIONS.join(', ')}.`,
      ko: `"# ${shown}" 제목은 여기에 올 수 없습니다. 순서: ${SECTIONS.join(', ')}`,
    });
  }
}
