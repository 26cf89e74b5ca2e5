import { CLOSES, OPENS } from '../card-text.ts';
import { CODE_SPAN } from '../light-text.ts';
import { closes, OPENING_FENCE } from '../note-lines.ts';

/** What may stand in a text: as people write it in Q: and A:, or with brackets round what is to be recalled. */
export type Escaping = 'flip' | 'cloze';

/**
 * A card's text as lines of a Markdown file, so that the decks' reader gives the same text again: what it would take for
 * a mark has a backslash before it, and a line that the next one would be joined to ends in two blanks.
 */
export function writtenLines(text: string, escaping: Escaping): string[] {
  const lines = text.split('\n');
  const fences = fenced(lines);
  return lines.map((line, i) => {
    if (fences[i]) return line;
    const next = lines[i + 1] ?? '';
    const goesOn = next.trim() !== '' && !fences[i + 1] && !STANDS_ALONE.test(next);
    const escaped = escapedLine(line, escaping);
    return line !== '' && (goesOn || escaped.endsWith('\\')) ? `${escaped}  ` : escaped;
  });
}

/** Items and rows of tables begin on a new line by themselves. */
const STANDS_ALONE = /^\s*(?:- |\d{1,9}\. |\|)/;

/** Whether each line is in a fenced block, its fences too. A fence that nothing closes is a line like others. */
function fenced(lines: readonly string[]): readonly boolean[] {
  const inside: boolean[] = lines.map(() => false);
  for (let i = 0; i < lines.length; i++) {
    const opening = OPENING_FENCE.exec(lines[i] ?? '');
    const mark = opening?.[1] ?? opening?.[2];
    if (mark === undefined) continue;
    const end = lines.findIndex((line, at) => at > i && closes(line, mark));
    if (end < 0) continue;
    inside.fill(true, i, end + 1);
    i = end;
  }
  return inside;
}

const RULE = /^\s*([-*_])(?:\s*\1){2,}\s*$/;
const NOTE = /^(\s*(?:[-*+]\s+)?(?:scenario|시나리오|tags|태그)\s*)[:：]/i;
const CARD_MARK = /^([QAC])[:：]/;
/** Headings, quotations, and items of other forms than ours. */
const BLOCK_MARK = /^(\s*)(?=#{1,6}(?:\s|$)|>|[*+]\s)/;
const FENCE = /^((?:\s|>|[-*+]\s|\d{1,9}[.)]\s)*)(?=```|~~~)/;
const OTHER_NUMBER = /^(\s*\d{1,9})\)(?=\s)/;

function escapedLine(line: string, escaping: Escaping): string {
  let begun = inlineEscaped(line, escaping);
  if (RULE.test(line)) begun = begun.replace(/^(\s*)/, '$1\\');
  const colon = (whole: string): string => `${whole.slice(0, -1)}\\${whole.slice(-1)}`;
  return begun
    .replace(NOTE, colon)
    .replace(CARD_MARK, colon)
    .replace(BLOCK_MARK, '$1\\')
    .replace(FENCE, '$1\\')
    .replace(OTHER_NUMBER, '$1\\)');
}

const RUNS = new RegExp(`(${CODE_SPAN})`);

/** A backslash or a link, also one that the brackets round what is to be recalled would make, or a footnote. */
const UNSAFE_IN_CLOZE_CODE = new RegExp(`\\\\|[\\]${CLOSES}]\\(|${OPENS}\\^`);

function inlineEscaped(line: string, escaping: Escaping): string {
  const hasLink = escaping === 'cloze' || /\]\(/.test(line);
  return line
    .split(RUNS)
    .map((run, i) => {
      const isCode = i % 2 === 1;
      // In code there is no backslash against a comment, and in a cloze text none against what is unsafe there.
      const isSafe = !run.includes('<!--') && !(escaping === 'cloze' && UNSAFE_IN_CLOZE_CODE.test(run));
      if (isCode && isSafe) return escaping === 'cloze' ? run.replace(/[[\]]/g, '\\$&') : run;
      const signs = run
        .replace(/\\(?=[!-/:-@[-`{-~：\ufdd0\ufdd1]|$)/g, '\\\\')
        .replace(/<!--/g, '<\\!--')
        .replace(/<(?=br ?\/?>)/gi, '\\<')
        .replace(/`/g, isCode ? '\\`' : '`');
      return hasLink ? signs.replace(/[[\]]/g, '\\$&').replace(/\]\(/g, ']\\(') : signs;
    })
    .join('');
}
