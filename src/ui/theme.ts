import { type Colour, type ColourDepth, type Ground, paletteFor } from './palettes.ts';

/**
 * What colours and signs mean here. Few colours, each with one meaning, and never alone: a tick, a word or a marker
 * always says the same. Without colour (NO_COLOR, --no-color) Ink prints none of these and everything still reads.
 */

/** Properties of Ink's Text. */
export interface TextStyle {
  readonly color?: Colour;
  readonly dimColor?: true;
  readonly bold?: true;
  readonly underline?: true;
}

export type StyleName =
  | 'plain'
  | 'accent'
  | 'selected'
  | 'good'
  | 'bad'
  | 'warn'
  | 'muted'
  | 'strong'
  | 'code'
  | 'heading';

export type Styles = Readonly<Record<StyleName, TextStyle>>;

/** How each is drawn in a terminal of so many colours, on this ground, for these eyes. */
export function stylesFor(depth: ColourDepth, ground: Ground, colours: 'standard' | 'colour-blind'): Styles {
  const { accent, good, bad, warn, muted } = paletteFor(depth, ground, colours);
  return {
    plain: {},
    /** Where the learner is to look or write. */
    accent: { color: accent },
    /** The chosen line of a list. */
    selected: { color: accent, bold: true },
    good: { color: good },
    bad: { color: bad },
    warn: { color: warn },
    /** Rules, units, what can wait. */
    muted: muted === null ? { dimColor: true } : { color: muted },
    strong: { bold: true },
    /** Numbers, flags and states inside sentences. */
    code: { color: accent },
    heading: { bold: true, underline: true },
  };
}

/** The signs used, in a set for most terminals and one of ASCII alone for those that draw the first too wide. */
export interface Glyphs {
  readonly pointer: string;
  readonly rule: string;
  readonly bullet: string;
  readonly dot: string;
  readonly right: string;
  readonly wrong: string;
  readonly full: string;
  readonly empty: string;
  /** Shades of a heatmap, from none to most. */
  readonly shades: readonly [string, string, string, string, string];
  /** Parts of a cell filled from below, from none to all. */
  readonly levels: readonly [string, string, ...string[]];
  /** Points of a plot: one that can be relied on, one that cannot yet, and the line they are held against. */
  readonly point: string;
  readonly fewPoint: string;
  readonly line: string;
  /** What is becoming more, less, or stays. */
  readonly growing: string;
  readonly fading: string;
  readonly steady: string;
  readonly up: string;
  readonly down: string;
  readonly left: string;
  readonly rightArrow: string;
  readonly more: string;
  readonly less: string;
  readonly ellipsis: string;
  readonly vertical: string;
  readonly cursor: string;
  readonly on: string;
  readonly off: string;
  readonly clock: string;
  /** Before something only guessed. */
  readonly guess: string;
  /** How drawings in texts are shown. */
  readonly drawing: 'as-it-is' | 'ascii' | 'spoken';
}

export const UNICODE_GLYPHS: Glyphs = {
  pointer: '❯',
  rule: '─',
  bullet: '•',
  dot: '·',
  right: '✓',
  wrong: '✗',
  full: '█',
  empty: '░',
  shades: ['·', '░', '▒', '▓', '█'],
  levels: [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  point: '●',
  fewPoint: '○',
  line: '·',
  growing: '↑',
  fading: '↓',
  steady: '→',
  up: '↑',
  down: '↓',
  left: '←',
  rightArrow: '→',
  more: '▼',
  less: '▲',
  ellipsis: '…',
  vertical: '│',
  cursor: '▏',
  on: '●',
  off: '○',
  clock: '●',
  guess: '≈',
  drawing: 'as-it-is',
};

const ASCII: Glyphs = {
  pointer: '>',
  rule: '-',
  bullet: '*',
  dot: '-',
  right: '+',
  wrong: 'x',
  full: '#',
  empty: '.',
  shades: ['.', '-', '=', '%', '#'],
  levels: [' ', '_', '=', '#'],
  point: 'O',
  fewPoint: 'o',
  line: '.',
  growing: '^',
  fading: 'v',
  steady: '=',
  up: 'up',
  down: 'down',
  left: 'left',
  rightArrow: 'right',
  more: 'v',
  less: '^',
  ellipsis: '..',
  vertical: '|',
  cursor: '_',
  on: '(x)',
  off: '( )',
  clock: '*',
  guess: '~',
  drawing: 'ascii',
};

/** What the fonts of the Linux console have: lines and blocks, but few other signs. */
const CONSOLE: Glyphs = {
  ...ASCII,
  rule: '─',
  dot: '·',
  full: '█',
  empty: '░',
  shades: ['·', '░', '▒', '▓', '█'],
  up: '↑',
  down: '↓',
  left: '←',
  rightArrow: '→',
  vertical: '│',
};

/** Words for a screen reader instead of signs, and nothing for what only pictures would show. */
const SPOKEN: Glyphs = {
  ...ASCII,
  pointer: '>>',
  rule: '',
  bullet: '-',
  full: '',
  empty: '',
  levels: ['', ''],
  point: '',
  fewPoint: '',
  line: '',
  growing: '',
  fading: '',
  steady: '',
  more: '',
  less: '',
  on: '[x]',
  off: '[ ]',
  guess: '',
  drawing: 'spoken',
};

/** The set of signs for this terminal. */
export function glyphsFor({
  ascii,
  linear,
  fewSigns = false,
}: {
  readonly ascii: boolean;
  readonly linear: boolean;
  readonly fewSigns?: boolean;
}): Glyphs {
  return linear ? SPOKEN : ascii ? ASCII : fewSigns ? CONSOLE : UNICODE_GLYPHS;
}

/** What stands between the two ends of a conversation. */
export function arrowOf({ drawing }: Pick<Glyphs, 'drawing'>): string {
  return drawing === 'as-it-is' ? '→' : '->';
}

/** The sign before each point of a list: read aloud, the title of the list says what `mark` shows. */
export function listSign({ drawing, bullet }: Pick<Glyphs, 'drawing' | 'bullet'>, mark: string): string {
  return drawing === 'spoken' ? bullet : mark;
}
