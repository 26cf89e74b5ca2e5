import { escaped } from '../../../documents/html-escape.ts';

const FENCE = /^```([\w+-]*)$/;
/** `code`, or **strong** text that neither begins nor ends with a blank; code may stand in it. */
const RUNS = /`([^`]+)`|\*\*((?:[^\s*`]|`[^`]+`)(?:(?:[^*`]|`[^`]+`)*(?:[^\s*`]|`[^`]+`))?)\*\*/g;

/** Markdown light as a field of Anki's, on one line; `fieldText` reads it back as it was. */
export function fieldHtml(text: string): string {
  const lines = text.split('\n');
  let html = '';
  /** Whether a line end has to be written before the next line of text: after a line of text, not after a block. */
  let open = false;
  const writeLine = (line: string): void => {
    html += `${open ? '<br>' : ''}${lineHtml(line)}`;
    open = true;
  };
  for (let i = 0; i < lines.length; i++) {
    const block = blockAt(lines, i);
    if (block === null) writeLine(lines[i] ?? '');
    else if (block.html === null) for (; i <= block.last; i++) writeLine(lines[i] ?? '');
    else {
      // A block begins on a new line by itself, unless the line before it is empty.
      html += (open && lines[i - 1] === '' ? '<br>' : '') + block.html;
      open = false;
    }
    i = block?.last ?? i;
  }
  return html;
}

interface WrittenBlock {
  /** Null: there is no element for it, so its lines are written one after the other. */
  readonly html: string | null;
  /** The index of its last line. */
  readonly last: number;
}

function blockAt(lines: readonly string[], at: number): WrittenBlock | null {
  return setAt(lines, at) ?? listAt(lines, at);
}

/** A block between lines of three backticks. */
function setAt(lines: readonly string[], at: number): WrittenBlock | null {
  if (!lines[at]?.startsWith('```')) return null;
  const end = lines.findIndex((line, i) => i > at && line.startsWith('```'));
  const last = end < 0 ? lines.length - 1 : end;
  const word = FENCE.exec(lines[at] ?? '')?.[1];
  const inside = lines.slice(at + 1, last);
  if (word === undefined || lines[end] !== '```' || inside.join('').trim() === '') return { html: null, last };
  // The fields of the file hold no quotation mark.
  const named = word === '' ? '' : ` class=language-${word}`;
  return { html: `<pre><code${named}>${inside.map(plainHtml).join('<br>')}</code></pre>`, last };
}

function listAt(lines: readonly string[], at: number): WrittenBlock | null {
  let last = at - 1;
  while (/^- \S/.test(lines[last + 1] ?? '')) last++;
  if (last < at) return null;
  const items = lines.slice(at, last + 1).map((line) => `<li>${lineHtml(line.slice(2))}</li>`);
  return { html: `<ul>${items.join('')}</ul>`, last };
}

function lineHtml(line: string): string {
  let html = '';
  let at = 0;
  for (const run of line.matchAll(RUNS)) {
    const [whole, code, strong] = run;
    html += plainHtml(line.slice(at, run.index));
    html += code === undefined ? `<b>${codesHtml(strong ?? '')}</b>` : codeHtml(code);
    at = run.index + whole.length;
  }
  return keepBlanks(html + plainHtml(line.slice(at)));
}

function codesHtml(text: string): string {
  const runs = text.split(/(`[^`]+`)/);
  return runs.map((run, i) => (i % 2 === 0 ? plainHtml(run) : codeHtml(run.slice(1, -1)))).join('');
}

/** Code that begins or ends with a blank stays as it is written: elements take blanks at their ends with them. */
function codeHtml(code: string): string {
  return code.trim() === code ? `<code>${plainHtml(code)}</code>` : plainHtml(`\`${code}\``);
}

/** What Anki would take for something else than text is spelled by number. */
function plainHtml(text: string): string {
  return escaped(text)
    .replaceAll('{{', '{&#123;')
    .replace(/\[(?=sound:)/gi, '&#91;')
    .replaceAll('\u00a0', '&#160;');
}

/** HTML takes blanks in a row together, and those at the beginning of a line away. */
function keepBlanks(html: string): string {
  return html.replace(/^ | (?= )/g, '&nbsp;');
}
