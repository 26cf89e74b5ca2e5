/** How many colours the terminal can be asked for: the sixteen it has names for, or those of the table of 256. */
export type ColourDepth = 16 | 256;

/** What the terminal writes on; null: it did not tell. */
export type Ground = 'dark' | 'light' | null;

type Name = 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan';

export type Colour = Name | `${Name}Bright` | `ansi256(${number})`;

/** The colours there are, each with one meaning. */
export interface Palette {
  readonly accent: Colour;
  readonly good: Colour;
  readonly bad: Colour;
  readonly warn: Colour;
  /** null: the terminal's own faint text. */
  readonly muted: Colour | null;
}

type Sight = 'standard' | 'colour-blind';

const of256 = (accent: number, good: number, bad: number, warn: number, muted: number): Palette => ({
  accent: `ansi256(${accent})`,
  good: `ansi256(${good})`,
  bad: `ansi256(${bad})`,
  warn: `ansi256(${warn})`,
  muted: `ansi256(${muted})`,
});

/**
 * Chosen so that each can be read on its ground (a test holds the contrasts of WCAG: 4.5, 3 for what is muted or where the ground is
 * not known), and so that those for the colour-blind differ for eyes without red or green cones.
 */
const TABLE_256: Readonly<Record<Sight, Readonly<Record<'dark' | 'light' | 'unknown', Palette>>>> = {
  standard: {
    dark: of256(80, 114, 210, 221, 246),
    light: of256(25, 22, 124, 94, 242),
    unknown: of256(31, 28, 167, 136, 244),
  },
  'colour-blind': {
    dark: of256(195, 75, 209, 226, 246),
    light: of256(23, 25, 94, 57, 242),
    unknown: of256(30, 33, 166, 101, 244),
  },
};

/** Where only the names can be asked for, the terminal's owner decides how they look; on the usual sixteen these can be read. */
const TABLE_16: typeof TABLE_256 = {
  standard: {
    dark: { accent: 'cyan', good: 'green', bad: 'redBright', warn: 'yellowBright', muted: null },
    light: { accent: 'blue', good: 'green', bad: 'red', warn: 'magenta', muted: null },
    unknown: { accent: 'cyan', good: 'green', bad: 'red', warn: 'yellow', muted: null },
  },
  'colour-blind': {
    dark: { accent: 'cyanBright', good: 'blueBright', bad: 'yellow', warn: 'yellowBright', muted: null },
    light: { accent: 'magenta', good: 'blue', bad: 'yellow', warn: 'red', muted: null },
    unknown: { accent: 'magenta', good: 'blue', bad: 'yellow', warn: 'cyan', muted: null },
  },
};

export function paletteFor(depth: ColourDepth, ground: Ground, sight: Sight): Palette {
  const table = depth === 256 ? TABLE_256 : TABLE_16;
  return table[sight][ground ?? 'unknown'];
}
