/**
 * What a terminal sends besides keys: its answers, and what the mouse does. Taken out of the input before anything else reads it, so
 * that no part of it is ever taken for something typed. Pure: text in, text out.
 */
export interface FilterState {
  /** The beginning of what may become an answer or a report: kept until the rest comes. */
  readonly held: string;
}

export const NOTHING_HELD: FilterState = { held: '' };

export interface Filtered {
  readonly state: FilterState;
  /** What was typed, a turn of the wheel being an arrow key. */
  readonly text: string;
  /** The colour of each answer to OSC 11. */
  readonly grounds: readonly string[];
  /** Whether it said that it has the keyboard protocol of kitty. */
  readonly kitty: boolean;
  /** Whether it said what it is (DA1), which every terminal does: questions asked before that have been answered, or never will be. */
  readonly named: boolean;
}

const WHEEL_UP = 64;
const WHEEL_DOWN = 65;
const ARROW_UP = '\u001b[A';
const ARROW_DOWN = '\u001b[B';

/** An answer to an OSC, for kitty's protocol, or DA1; a report of the mouse as SGR (1006), or as X10 sends it: three bytes after it, not text. */
const SEQUENCE =
  /\u001b\](\d+);([^\u0007\u001b]*)(?:\u0007|\u001b\\)|\u001b\[\?[\d;]*([uc])|\u001b\[<(\d+);\d+;\d+[Mm]|\u001b\[M([\s\S])[\s\S]{2}/g;

/** The beginning of one at the end of the input. No answer is long; anything longer is none. */
const BEGINNING =
  /\u001b(?:\](?:\d{0,3}|\d{1,3};[^\u0007\u001b]{0,40}\u001b?)|\[(?:<[\d;]{0,14}|\?[\d;]{0,30}|M[\s\S]{0,2})?)?$/;

/** Takes out what came complete, and holds back what may be the beginning of more. */
export function filterInput({ held }: FilterState, chunk: string): Filtered {
  const all = held + chunk;
  const grounds: string[] = [];
  let kitty = false;
  let named = false;
  const text = all.replace(SEQUENCE, (_, osc?: string, reply?: string, about?: string, sgr?: string, x10?: string) => {
    if (osc === '11' && reply !== undefined) grounds.push(reply);
    if (about === 'u') kitty = true;
    if (about === 'c') named = true;
    if (osc !== undefined || about !== undefined) return '';
    const button = sgr !== undefined ? Number(sgr) : (x10?.charCodeAt(0) ?? 32) - 32;
    return button === WHEEL_UP ? ARROW_UP : button === WHEEL_DOWN ? ARROW_DOWN : '';
  });
  const begins = BEGINNING.exec(text);
  // In what is pasted nothing is a report.
  if (begins === null || isPasting(text)) return { state: NOTHING_HELD, text, grounds, kitty, named };
  return { state: { held: begins[0] }, text: text.slice(0, begins.index), grounds, kitty, named };
}

/** What is held when nothing more has come for a while: a key (Esc, Alt+]), or an answer cut short, which is nobody's text. */
export function flushFilter({ held }: FilterState): string {
  return isBegun({ held }) ? '' : held;
}

/** Whether what is held is no key any more, and its rest is sure to come. */
export function isBegun({ held }: FilterState): boolean {
  return /^\u001b(?:\]\d+;|\[[<M?])/.test(held);
}

function isPasting(text: string): boolean {
  return text.lastIndexOf('\u001b[200~') > text.lastIndexOf('\u001b[201~');
}
