/** A heading of a note. */
export interface NoteHeading {
  /** 1 to 6. */
  readonly level: number;
  /**
   * What it asks, without a number before it; null for a heading that asks nothing. `sure` when it is marked as a
   * question (Q1., 질문 1.); else it only ends in a question mark.
   */
  readonly question: { readonly text: string; readonly sure: boolean } | null;
  readonly title: string;
}

const HEADING = /^ {0,3}(#{1,6})(?:\s+(.*))?$/;
const MARKED = /^(?:q|question|질문)\s*\d*(?:-\d+)*\s*[.):：]\s*(.*)$/i;
const NUMBERED = /^(?:q|question|질문)\s*\d+(?:-\d+)*\s+(.+)$/i;
const NUMBER = /^\d+(?:[.-]\d+)*[.)]?\s+/;

/** Reads a line as a Markdown heading; null when it is none. The title of the note (#) asks only when it is marked. */
export function readHeading(line: string): NoteHeading | null {
  const match = HEADING.exec(line);
  if (match === null) return null;
  const level = match[1]?.length ?? 1;
  const title = unmarked(
    (match[2] ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/(?:^|\s)#+$/, ''),
  );
  const asked = MARKED.exec(title)?.[1] ?? NUMBERED.exec(title)?.[1] ?? null;
  if (asked !== null) return { level, title, question: { text: unmarked(asked), sure: true } };
  const asks = level > 1 && /[?？]$/.test(title);
  return { level, title, question: asks ? { text: title.replace(NUMBER, ''), sure: false } : null };
}

/** Without ** around the whole. */
function unmarked(title: string): string {
  const trimmed = title.trim();
  const inner = /^\*\*((?:(?!\*\*).)+)\*\*$/.exec(trimmed)?.[1];
  return (inner ?? trimmed).trim();
}
