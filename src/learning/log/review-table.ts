import { isReview, itemOf, type LearningEvent } from '../events/event.ts';

/** The columns of the table of answers and card grades, in order. */
export const REVIEW_COLUMNS = [
  'time',
  'kind',
  'item',
  'question',
  'correct',
  'grade',
  'took_ms',
  'hinted',
  'rules',
  'where',
  'undone',
  'id',
] as const;

/** One row, by column; null for an event that is neither an answer nor a card grade. `undone`: ids taken back. */
export function reviewRow(event: LearningEvent, undone: ReadonlySet<string>): readonly string[] | null {
  if (!isReview(event)) return null;
  const isAnswer = event.kind === 'answer';
  const row: Record<(typeof REVIEW_COLUMNS)[number], string> = {
    time: new Date(event.at).toISOString(),
    kind: event.kind,
    item: itemOf(event),
    question: isAnswer ? event.question : '',
    correct: isAnswer ? String(event.correct) : '',
    grade: event.grade === null ? '' : String(event.grade),
    took_ms: String(event.tookMs),
    hinted: isAnswer ? String(event.hinted) : '',
    rules: isAnswer ? event.rules.join(' ') : '',
    where: 'where' in event ? event.where : 'review',
    undone: String(undone.has(event.id)),
    id: event.id,
  };
  return REVIEW_COLUMNS.map((column) => row[column]);
}

/** What a spreadsheet takes for the start of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A row as RFC 4180 has it, without the line's end. Text that a spreadsheet would run as a formula gets a ' before it. */
export function csvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.replace(/[\p{Cc}\p{Cf}]/gu, '?'))
    .map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell))
    .map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}
