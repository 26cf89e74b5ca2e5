import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawState, MODES } from './draw-state.tsx';
import { frameFaults } from './frame-faults.ts';
import { type Drawn, goldenFile, textOf } from './golden-file.ts';
import type { GoldenState, Size } from './golden-state.ts';
import { STATES } from './states.ts';

/*
 * Golden frames: every screen, in the states worth a frame, as a terminal shows it. A change of what is seen is a change of a
 * file here, to be read before it is kept: `UPDATE_GOLDEN=1 npx vitest run --config test/vitest.config.ts test/golden`.
 */

const SIZES: readonly Size[] = [
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

const FRAMES = new URL('frames/', import.meta.url);

export const ALL_STATES: readonly GoldenState[] = Object.values(STATES).flat();

/** Two dozen frames take a second or so; a machine that does much else takes longer. */
const PATIENCE_MS = 120_000;

/** The tests of every `of`-th state from number `part` on: the frames are drawn by as many workers. */
export function checkGoldens(part: number, of: number): void {
  test.each(ALL_STATES.filter((_, at) => at % of === part))(
    '$name',
    async (state) => {
      const frames = await drawAll(state);
      const file = new URL(`${state.name}.txt`, FRAMES);
      const text = goldenFile(frames);
      if (process.env.UPDATE_GOLDEN === '1') {
        mkdirSync(FRAMES, { recursive: true });
        writeFileSync(file, text);
      }
      const faults = frames.flatMap((frame) => frameFaults(state, frame).map((fault) => `${placeOf(frame)}: ${fault}`));
      expect([...faults, ...colourFaults(frames)]).toEqual([]);
      expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
    },
    PATIENCE_MS,
  );
}

async function drawAll(state: GoldenState): Promise<Drawn[]> {
  const frames: Drawn[] = [];
  for (const size of state.sizes ?? SIZES) {
    for (const language of ['ko', 'en'] as const) {
      for (const mode of MODES) {
        if (state.isBare === true && mode === 'screen reader') continue;
        frames.push({ size, language, mode, seen: await drawState(state, size, language, mode) });
      }
    }
  }
  return frames;
}

/** Whoever sees no colours reads the same. */
function colourFaults(frames: readonly Drawn[]): string[] {
  const coloured = frames.filter(({ mode }) => mode === 'colour');
  return coloured.flatMap((frame) => {
    const plain = frames.find(
      ({ size, language, mode }) => size === frame.size && language === frame.language && mode === 'no colour',
    );
    const [one, other] = [frame, plain].map((drawn) => (drawn === undefined ? '' : textOf(drawn.seen).join('\n')));
    return one === other ? [] : [`${placeOf(frame)}: other text without colour:\n${other}`];
  });
}

function placeOf({ size, language, mode }: Drawn): string {
  return `${size.columns}x${size.rows} ${language}, ${mode}`;
}
