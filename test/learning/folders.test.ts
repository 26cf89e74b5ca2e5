import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configFolder, dataFolder } from '../../src/learning/folders.ts';

describe('folders', () => {
  it('are both the one given with --data, whatever the environment says', () => {
    const env = { HOME: '/home/kim', XDG_DATA_HOME: '/data', XDG_CONFIG_HOME: '/config' };
    expect(dataFolder('notes', env)).toBe(resolve('notes'));
    expect(configFolder('/elsewhere', env)).toBe(resolve('/elsewhere'));
  });

  it.skipIf(process.platform !== 'linux')('follow XDG, and only absolute paths in it', () => {
    const home = { HOME: '/home/kim' };
    expect(dataFolder(undefined, home)).toBe('/home/kim/.local/share/seqack');
    expect(configFolder(undefined, home)).toBe('/home/kim/.config/seqack');
    expect(dataFolder(undefined, { ...home, XDG_DATA_HOME: '/data' })).toBe('/data/seqack');
    expect(configFolder(undefined, { ...home, XDG_CONFIG_HOME: '/config' })).toBe('/config/seqack');
    expect(dataFolder(undefined, { ...home, XDG_DATA_HOME: 'data' })).toBe('/home/kim/.local/share/seqack');
    expect(configFolder(undefined, { ...home, XDG_CONFIG_HOME: '' })).toBe('/home/kim/.config/seqack');
    expect(dataFolder(undefined, {})).toBe(join(homedir(), '.local/share/seqack'));
  });

  it('are absolute on every platform', () => {
    expect(isAbsolute(dataFolder(undefined, process.env))).toBe(true);
    expect(isAbsolute(configFolder(undefined, process.env))).toBe(true);
  });
});
