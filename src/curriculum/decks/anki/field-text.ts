import { decodeHTML } from 'entities';
import { Parser } from 'htmlparser2';

/** What a field holds that a card of text cannot. */
export interface Lost {
  pictures: number;
  sounds: number;
}

/** Elements that stand on lines of their own; with an empty line around them. */
const BLOCKS = new Set(
  'address article aside blockquote center dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header li main nav ol section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const PARAGRAPHS = new Set(['p', 'hr', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table']);
const UNSEEN = new Set(['script', 'style', 'template', 'title', 'head', 'noscript', 'object', 'iframe', 'textarea']);
const PICTURES = new Set(['img', 'svg', 'picture', 'video', 'canvas', 'embed', 'object', 'iframe']);
const MARKS: ReadonlyMap<string, string> = new Map([
  ['b', '**'],
  ['strong', '**'],
  ['code', '`'],
  ['kbd', '`'],
  ['tt', '`'],
]);
const SOUND = /\[sound:[^\]\n]*\]/gi;

/** A name an element can have; `<SEQ=100>` is a text that someone forgot to escape. */
const ELEMENT = /^[a-z][a-z0-9:-]*$/;

/**
 * A field of Anki's (HTML) as Markdown light: paragraphs, `- ` items, `**strong**`, `code`, fenced blocks. Never throws;
 * pictures and sounds are counted in `lost`.
 */
export function fieldText(html: string, lost: Lost): string {
  const silent = withoutSounds(html, lost);
  // Most fields are words only.
  if (!/[<&]/.test(silent)) return silent.replace(/[ \t\n\r\f]+/g, ' ');
  const page = new Page();
  /** How many unseen elements are open; nothing inside them counts. */
  let unseen = 0;
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        if (PICTURES.has(name) && unseen === 0) lost.pictures++;
        if (UNSEEN.has(name) || name === 'svg') unseen++;
        else if (unseen > 0) return;
        else if (!ELEMENT.test(name)) page.text(silent.slice(parser.startIndex, parser.endIndex + 1));
        else page.open(name, attributes);
      },
      ontext(text) {
        if (unseen === 0) page.text(text);
      },
      onclosetag(name, implied) {
        if (UNSEEN.has(name) || name === 'svg') unseen = Math.max(0, unseen - 1);
        else if (unseen > 0) return;
        else if (ELEMENT.test(name)) page.close(name);
        else if (!implied) page.text(silent.slice(parser.startIndex, parser.endIndex + 1));
      },
    },
    // Entities stay until blanks are taken together: `&#32;` and `&nbsp;` are there to be kept.
    { decodeEntities: false, lowerCaseAttributeNames: true },
  );
  parser.end(silent);
  return page.finished();
}

/** The text of a field that is not HTML, without Anki's marks for sounds. */
export function withoutSounds(field: string, lost: Lost): string {
  return field.replace(SOUND, () => {
    lost.sounds++;
    return '';
  });
}

function decoded(raw: string): string {
  return decodeHTML(raw.replaceAll('&nbsp;', ' '));
}

/** The text as it grows. */
class Page {
  private out = '';
  /** Whether the last character is a blank that swallows those after it. */
  private loose = false;
  /** Numbers of the open lists' next items; 0 for bullets. */
  private readonly lists: number[] = [];
  /** Where the open runs of strong text and code begin. */
  private readonly runs: { readonly name: string; readonly at: number }[] = [];
  /** Set text, its fence's word, how many of its elements are open. */
  private set = { open: 0, word: '', text: '' };
  private cells = 0;

  text(raw: string): void {
    if (this.set.open > 0) {
      // The line end right after <pre> is no line of it.
      this.set.text += decoded(this.set.text === '' ? raw.replace(/^\r?\n/, '') : raw);
      return;
    }
    let run = raw.replace(/[ \t\n\r\f]+/g, ' ');
    if (run.startsWith(' ') && (this.loose || this.atStart())) run = run.slice(1);
    if (run === '') return;
    this.loose = run.endsWith(' ');
    this.out += decoded(run);
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'pre') this.set = this.set.open > 0 ? { ...this.set, open: this.set.open + 1 } : this.freshSet();
    else if (this.set.open > 0) this.openInSet(name, attributes);
    else if (name === 'br') this.breakLine();
    else if (MARKS.has(name)) this.runs.push({ name, at: this.out.length });
    else if (name === 'td' || name === 'th') this.openCell();
    else {
      this.edge(name);
      if (name === 'tr') this.cells = 0;
      if (name === 'ul') this.lists.push(0);
      if (name === 'ol') this.lists.push(1);
      if (name === 'li') this.openItem();
    }
  }

  close(name: string): void {
    if (name === 'pre') {
      if (this.set.open === 1) this.closeSet();
      this.set.open = Math.max(0, this.set.open - 1);
    } else if (this.set.open > 0 || name === 'br') return;
    else if (MARKS.has(name)) this.closeRun(name);
    else {
      if (name === 'ul' || name === 'ol') this.lists.pop();
      this.edge(name);
    }
  }

  finished(): string {
    if (this.set.open > 0) this.closeSet();
    return this.out;
  }

  private freshSet() {
    this.edge('div');
    return { open: 1, word: '', text: '' };
  }

  private openInSet(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'br') this.set.text += '\n';
    if (name === 'code') this.set.word = /(?:^| )language-([\w+-]+)/.exec(attributes.class ?? '')?.[1] ?? '';
  }

  private closeSet(): void {
    const lines = this.set.text.replace(/\r\n?/g, '\n').trimEnd();
    if (lines.trim() === '') return;
    // A line of three backticks would end the block.
    this.out += `\`\`\`${this.set.word}\n${lines.replace(/^```/gm, ' ```')}\n\`\`\`\n`;
    this.loose = false;
  }

  private openItem(): void {
    const next = this.lists.at(-1) ?? 0;
    this.out += `${'  '.repeat(Math.max(0, this.lists.length - 1))}${next === 0 ? '-' : `${next}.`} `;
    if (next > 0) this.lists[this.lists.length - 1] = next + 1;
    this.loose = true;
  }

  private openCell(): void {
    if (this.cells > 0) this.out += ' | ';
    this.cells++;
    this.loose = true;
  }

  private closeRun(name: string): void {
    const last = this.runs.findLastIndex((run) => run.name === name);
    const run = this.runs[last];
    if (run === undefined) return;
    this.runs.splice(last);
    const mark = MARKS.get(name) ?? '';
    const inner = this.out.slice(run.at);
    const core = inner.trim();
    if (core === '' || core.includes(mark) || core.includes('\n')) return;
    const at = inner.indexOf(core);
    this.out = `${this.out.slice(0, run.at)}${inner.slice(0, at)}${mark}${core}${mark}${inner.slice(at + core.length)}`;
  }

  private breakLine(): void {
    this.out += '\n';
    this.loose = false;
  }

  /** Before and after an element of its own lines; an empty line beside paragraphs, but not inside a list's item. */
  private edge(name: string): void {
    if (!BLOCKS.has(name) && !PARAGRAPHS.has(name)) return;
    if (this.out !== '' && !this.atStart()) this.breakLine();
    if (PARAGRAPHS.has(name) && this.lists.length === 0 && this.out !== '' && !this.out.endsWith('\n\n'))
      this.breakLine();
    this.loose = false;
  }

  /** Whether nothing stands on the line yet but the mark of an item. */
  private atStart(): boolean {
    return /(?:^|\n) *(?:- |\d+\. )?$/.test(this.out.slice(-40));
  }
}
