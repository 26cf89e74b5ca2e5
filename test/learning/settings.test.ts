import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { default_w as defaultWeights } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { openSettings, type SettingsFile } from '../../src/learning/settings.ts';
import { defaultSettings } from '../../src/learning/settings-schema.ts';
import { compile, run, temporaryFolder } from './child.ts';

const pathIn = (folder: string): string => join(folder, 'settings.json');
const stored = (folder: string): unknown => JSON.parse(readFileSync(pathIn(folder), 'utf8'));

/** A file that is cut short in the middle of the new text, as conf leaves it on a full disk. */
function truncating(folder: string): SettingsFile {
  return { set: (patch) => writeFileSync(pathIn(folder), JSON.stringify(patch).slice(0, 7)) };
}

describe('settings', () => {
  it('are the defaults where there is no file, and reading makes none', () => {
    const folder = temporaryFolder();
    const settings = openSettings(folder);
    expect(settings.get()).toEqual(defaultSettings);
    expect(settings.problems).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('hold at once and are kept by conf', async () => {
    const folder = join(temporaryFolder(), 'not', 'there');
    const settings = openSettings(folder);
    settings.set({ language: 'ko', speed: 2 });
    settings.set({ speed: 4, newPerDay: 3 });
    expect(settings.get()).toEqual({ ...defaultSettings, language: 'ko', speed: 4, newPerDay: 3 });
    await settings.saved();
    expect(settings.problems).toEqual([]);
    expect(stored(folder)).toEqual({ language: 'ko', speed: 4, newPerDay: 3 });
    expect(readdirSync(folder)).toEqual(['settings.json']);
    expect(openSettings(folder).get()).toEqual(settings.get());
  });

  it('keep weights, and forget them again', async () => {
    const folder = temporaryFolder();
    const weights = [...defaultWeights];
    weights[0] = 0.5;
    const settings = openSettings(folder);
    settings.set({ weights });
    await settings.saved();
    expect(settings.problems).toEqual([]);
    expect(openSettings(folder).get().weights).toEqual(weights);
    settings.set({ weights: null });
    await settings.saved();
    expect(settings.problems).toEqual([]);
    expect(openSettings(folder).get()).toEqual(defaultSettings);
  });

  it.each([
    ['too few', [1]],
    ['one of them no number', defaultWeights.map((weight, i) => (i === 3 ? null : weight))],
    ['one of them out of its range', defaultWeights.map((weight, i) => (i === 4 ? 11 : weight))],
    ['no list', 'default'],
  ])('do not take wrong weights: %s', (_, weights) => {
    const folder = temporaryFolder();
    writeFileSync(pathIn(folder), JSON.stringify({ weights, speed: 2 }));
    const settings = openSettings(folder);
    expect(settings.get()).toEqual({ ...defaultSettings, speed: 2 });
    expect(settings.problems.map(({ en }) => en)).toEqual([
      'settings.json: "weights" must be null or 21 numbers in the ranges of FSRS-6 (seqack tune makes them); null is used.',
    ]);
  });

  it('take a wrong field as its default, say so, and leave it and unknown fields in the file', async () => {
    const folder = temporaryFolder();
    const file = { speed: 3, language: 'fr', ascii: true, newPerDay: 1e9, retention: 'high', later: { a: 1 } };
    writeFileSync(pathIn(folder), JSON.stringify(file));
    const settings = openSettings(folder);
    expect(settings.get()).toEqual({ ...defaultSettings, ascii: true });
    expect(settings.problems.map(({ en }) => en)).toEqual([
      'settings.json: "language" must be "auto", "ko" or "en"; "auto" is used.',
      'settings.json: "speed" must be 0.5, 1, 2 or 4; 1 is used.',
      'settings.json: "newPerDay" must be a whole number from 0 to 200; 10 is used.',
      'settings.json: "retention" must be a number from 0.7 to 0.97; 0.9 is used.',
    ]);
    settings.set({ speed: 2 });
    await settings.saved();
    expect(stored(folder)).toEqual({ ...file, speed: 2 });
  });

  it.each(['{"speed": 2', '', '[1,2]', '"text"', 'null', '\u0000\u0000'])(
    'move a damaged file aside: %j',
    async (text) => {
      const folder = temporaryFolder();
      writeFileSync(pathIn(folder), text);
      const settings = openSettings(folder, { now: () => 1234 });
      expect(settings.get()).toEqual(defaultSettings);
      expect(settings.problems.length).toBe(1);
      expect(settings.problems[0]?.en).toContain('settings.corrupt-1234.json');
      expect(settings.problems[0]?.ko).toContain('settings.corrupt-1234.json');
      expect(readFileSync(join(folder, 'settings.corrupt-1234.json'), 'utf8')).toBe(text);
      settings.set({ ascii: true });
      await settings.saved();
      expect(stored(folder)).toEqual({ ascii: true });
      expect(readFileSync(join(folder, 'settings.corrupt-1234.json'), 'utf8')).toBe(text);
    },
  );

  it('keep the good file when the new one is cut short, and save again when there is room', async () => {
    const folder = temporaryFolder();
    writeFileSync(pathIn(folder), JSON.stringify({ language: 'ko', speed: 2 }));
    let broken = true;
    const settings = openSettings(folder, {
      openFile: async () => ({
        set: (patch) =>
          broken
            ? truncating(folder).set(patch)
            : writeFileSync(pathIn(folder), JSON.stringify({ language: 'ko', ...patch })),
      }),
    });
    settings.set({ speed: 4 });
    await settings.saved();
    expect(settings.get().speed).toBe(4);
    expect(settings.problems[0]?.en).toMatch(/^The disk is full/);
    expect(stored(folder)).toEqual({ language: 'ko', speed: 2 });
    expect(readdirSync(folder)).toEqual(['settings.json']);
    broken = false;
    settings.set({ ascii: true });
    await settings.saved();
    expect(settings.problems).toEqual([]);
    expect(stored(folder)).toEqual({ language: 'ko', speed: 4, ascii: true });
  });

  it('leave no broken first file behind', async () => {
    const folder = temporaryFolder();
    const settings = openSettings(folder, { openFile: async () => truncating(folder) });
    settings.set({ speed: 4 });
    await settings.saved();
    expect(settings.problems.length).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('come back from the copy when the program ended in the middle of a broken write', () => {
    const folder = temporaryFolder();
    writeFileSync(pathIn(folder), '{"spe');
    writeFileSync(join(folder, 'settings.before.json'), JSON.stringify({ speed: 2 }));
    const settings = openSettings(folder, { now: () => 5 });
    expect(settings.get().speed).toBe(2);
    expect(settings.problems.length).toBe(1);
    expect(stored(folder)).toEqual({ speed: 2 });
    expect(existsSync(join(folder, 'settings.corrupt-5.json'))).toBe(true);
  });

  it('hold in memory when the folder cannot be there', async () => {
    const folder = join(temporaryFolder(), 'file');
    writeFileSync(folder, '');
    const settings = openSettings(folder);
    settings.set({ numbers: 'relative' });
    await settings.saved();
    expect(settings.get().numbers).toBe('relative');
    expect(settings.problems.at(-1)?.en).toMatch(/^Could not save the setting/);
  });

  it.skipIf(process.platform === 'win32')('do not wait for a permission that never comes', async () => {
    const folder = temporaryFolder();
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    chmodSync(folder, 0o755);
    chmodSync(locked, 0o555);
    const programFolder = temporaryFolder();
    const program = await compile(
      `import { openSettings } from './src/learning/settings.ts';
       const settings = openSettings(process.argv[2]);
       const failing = openSettings(process.argv[2], { openFile: async () => ({ set() { throw new Error('was asked'); } }) });
       failing.set({ speed: 2 });
       await failing.saved();
       console.log(JSON.stringify([failing.get().speed, failing.problems, settings.problems]));`,
      programFolder,
    );
    chmodSync(programFolder, 0o755);
    const [speed, problems, before] = JSON.parse(await run(program, { args: [locked], unprivileged: true }));
    expect(speed).toBe(2);
    expect(problems.length).toBe(1);
    expect(problems[0].en).toContain('EACCES');
    expect(before).toEqual([]);
  });

  it('refuse a value the program should never set', () => {
    const settings = openSettings(temporaryFolder());
    expect(() => settings.set({ newPerDay: -1 })).toThrow(RangeError);
    expect(settings.get()).toEqual(defaultSettings);
  });
});
