/** Colours as eyes have them: contrast by WCAG 2, sight without red or green cones by Machado and others (2009), distances in CIELAB. */

export type Rgb = readonly [number, number, number];
export type Eyes = keyof typeof EYES;

type Matrix = readonly [Rgb, Rgb, Rgb];

export const EYES = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
} as const satisfies Record<string, Matrix>;

const STEPS = [0, 95, 135, 175, 215, 255] as const;

/** The usual colours of the sixteen names, as the Linux console has them. */
const NAMED: Readonly<Record<string, Rgb>> = {
  red: [170, 0, 0],
  green: [0, 170, 0],
  yellow: [170, 85, 0],
  blue: [0, 0, 170],
  magenta: [170, 0, 170],
  cyan: [0, 170, 170],
  redBright: [255, 85, 85],
  greenBright: [85, 255, 85],
  yellowBright: [255, 255, 85],
  blueBright: [85, 85, 255],
  magentaBright: [255, 85, 255],
  cyanBright: [85, 255, 255],
};

/** The colour of a name or of a number from 16 to 255. */
export function rgbOf(colour: string): Rgb {
  const named = NAMED[colour];
  if (named !== undefined) return named;
  const number = Number(/^ansi256\((\d+)\)$/.exec(colour)?.[1]);
  if (number >= 232) return [8 + 10 * (number - 232), 8 + 10 * (number - 232), 8 + 10 * (number - 232)];
  const step = (at: number) => STEPS[Math.floor((number - 16) / at) % 6] ?? Number.NaN;
  return [step(36), step(6), step(1)];
}

function linear(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** WCAG 2: 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function lab([red, green, blue]: Rgb, eyes: Eyes): Rgb {
  const light: Rgb = [linear(red), linear(green), linear(blue)];
  const seen = (row: Rgb) => Math.min(1, Math.max(0, row[0] * light[0] + row[1] * light[1] + row[2] * light[2]));
  const [r, g, b] = [seen(EYES[eyes][0]), seen(EYES[eyes][1]), seen(EYES[eyes][2])];
  const bent = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = bent((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = bent(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = bent((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Delta E (1976): some 2 can just be told apart side by side; 20 are different colours. */
export function difference(one: Rgb, other: Rgb, eyes: Eyes): number {
  const [a, b] = [lab(one, eyes), lab(other, eyes)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
