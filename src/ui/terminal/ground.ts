import type { Ground } from '../palettes.ts';

/** The ground that COLORFGBG names ('15;0', '0;default;15'): the terminal's colours of text and ground by their numbers. */
export function groundOfEnvironment(colorfgbg: string | undefined): Ground {
  const last = colorfgbg?.split(';').at(-1) ?? '';
  if (!/^\d{1,2}$/.test(last)) return null;
  const number = Number(last);
  if (number > 15) return null;
  return number === 7 || number > 8 ? 'light' : 'dark';
}

/** The ground in a terminal's answer to OSC 11: 'rgb:1e1e/1e1e/1e1e', 'rgba:ff/ff/ff/ff'. */
export function groundOfReply(colour: string): Ground {
  const parts = /^rgba?:([0-9a-f]{1,4})\/([0-9a-f]{1,4})\/([0-9a-f]{1,4})/i.exec(colour);
  if (parts === null) return null;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((hex) => Number.parseInt(hex, 16) / (16 ** hex.length - 1));
  // What the eye takes for half as bright is a good fifth of the light.
  const light = 0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2;
  return light > 0.2 ? 'light' : 'dark';
}

/** Whether the terminal can be asked for what it is: others print the question, or parts of it. */
export function answersQuestions(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): boolean {
  const { TERM: term = '' } = env;
  if (/^(xterm|screen|tmux|rxvt|alacritty|foot|ghostty|kitty|wezterm|contour|st-|konsole|gnome|iterm)/.test(term))
    return true;
  return platform === 'win32' && (env.WT_SESSION !== undefined || env.TERM_PROGRAM === 'vscode');
}
