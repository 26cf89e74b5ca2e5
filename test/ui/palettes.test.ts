import { describe, expect, test } from 'vitest';
import { type Palette, paletteFor } from '../../src/ui/palettes.ts';
import { contrast, difference, EYES, type Eyes, type Rgb, rgbOf } from './seen-colours.ts';

/** The darkest and the lightest that such terminals are: black and Nord, Solarized and white. */
const GROUNDS = {
  dark: [
    [0, 0, 0],
    [0x2e, 0x34, 0x40],
  ],
  light: [
    [0xee, 0xe8, 0xd5],
    [255, 255, 255],
  ],
} as const satisfies Record<string, readonly Rgb[]>;

const SIGHTS = ['standard', 'colour-blind'] as const;
const MEANINGS = ['accent', 'good', 'bad', 'warn'] as const;

function leastDifference(palette: Palette, eyes: Eyes): number {
  const pairs = MEANINGS.flatMap((one, at) => MEANINGS.slice(at + 1).map((other) => [one, other] as const));
  return Math.min(...pairs.map(([one, other]) => difference(rgbOf(palette[one]), rgbOf(palette[other]), eyes)));
}

describe.each(SIGHTS)('the %s colours', (sight) => {
  test.each(['dark', 'light'] as const)('of 256 can be read on a %s ground: 4.5, what is muted 3', (ground) => {
    const palette = paletteFor(256, ground, sight);
    for (const behind of GROUNDS[ground]) {
      for (const name of MEANINGS) expect(contrast(rgbOf(palette[name]), behind), name).toBeGreaterThanOrEqual(4.5);
      expect(contrast(rgbOf(palette.muted ?? ''), behind)).toBeGreaterThanOrEqual(3);
    }
  });

  test('of 256 can be read on any ground where it is not known: 3', () => {
    const palette = paletteFor(256, null, sight);
    for (const behind of [
      [0, 0, 0],
      [0x1e, 0x1e, 0x1e],
      [255, 255, 255],
    ] as const) {
      for (const name of [...MEANINGS, 'muted'] as const) {
        expect(contrast(rgbOf(palette[name] ?? ''), behind), name).toBeGreaterThanOrEqual(3);
      }
    }
  });

  test.each([
    ['dark', [0, 0, 0]],
    ['light', [255, 255, 255]],
  ] as const)('of 16, as they usually look, can be read on a %s ground: 3', (ground, behind) => {
    const palette = paletteFor(16, ground, sight);
    for (const name of MEANINGS) expect(contrast(rgbOf(palette[name]), behind), name).toBeGreaterThanOrEqual(3);
  });

  test.each(['dark', 'light', null] as const)('are four colours for most eyes, on %s', (ground) => {
    for (const depth of [16, 256] as const) {
      expect(leastDifference(paletteFor(depth, ground, sight), 'all')).toBeGreaterThan(20);
    }
  });
});

describe('the colours for the colour-blind', () => {
  test.each(Object.keys(EYES) as Eyes[])('differ for eyes with %s', (eyes) => {
    for (const ground of ['dark', 'light'] as const) {
      expect(leastDifference(paletteFor(256, ground, 'colour-blind'), eyes), ground).toBeGreaterThan(40);
    }
    expect(leastDifference(paletteFor(256, null, 'colour-blind'), eyes)).toBeGreaterThan(15);
    for (const ground of ['dark', 'light', null] as const) {
      const { good, bad } = paletteFor(16, ground, 'colour-blind');
      expect(difference(rgbOf(good), rgbOf(bad), eyes), String(ground)).toBeGreaterThan(40);
    }
  });

  test('are needed: the standard ones do not', () => {
    expect(leastDifference(paletteFor(256, 'dark', 'standard'), 'deuteranopia')).toBeLessThan(10);
  });
});
