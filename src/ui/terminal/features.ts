import type { ColourDepth } from '../palettes.ts';

/** What the environment tells of the terminal. */
export interface TerminalFeatures {
  readonly depth: ColourDepth;
  /** A font of few signs: the Linux console. */
  readonly fewSigns: boolean;
  /** There may be no alternate screen, and then what is drawn stays behind: the Linux console, GNU screen as it is set up. */
  readonly keepsFrames: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function featuresOf(env: Environment, platform: NodeJS.Platform): TerminalFeatures {
  const isConsole = env.TERM === 'linux';
  return { depth: depthOf(env, platform), fewSigns: isConsole, keepsFrames: isConsole || env.STY !== undefined };
}

/** As Ink's colour library judges it, which makes names of numbers where there are only sixteen. */
function depthOf(
  { FORCE_COLOR, COLORTERM, TERM = '', TERM_PROGRAM }: Environment,
  platform: NodeJS.Platform,
): ColourDepth {
  if (FORCE_COLOR !== undefined && /^\d$/.test(FORCE_COLOR)) return Number(FORCE_COLOR) > 1 ? 256 : 16;
  if (platform === 'win32') return 256;
  if (COLORTERM === 'truecolor' || COLORTERM === '24bit' || /-(256|direct|truecolor)/.test(TERM)) return 256;
  if (/^(xterm-(kitty|ghostty)|wezterm|alacritty|foot)/.test(TERM)) return 256;
  return TERM_PROGRAM === 'iTerm.app' || TERM_PROGRAM === 'Apple_Terminal' ? 256 : 16;
}
