import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import envPaths from 'env-paths';

/** The environment variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

const NAME = 'seqack';

/** XDG Base Directory: the variable counts only when it is an absolute path. */
function xdgFolder(base: string | undefined, home: string | undefined, usual: string): string {
  return join(base !== undefined && isAbsolute(base) ? base : join(home || homedir(), usual), NAME);
}

const usesXdg = process.platform !== 'darwin' && process.platform !== 'win32';

/** Where progress is kept: the folder given with --data, else the platform's data folder. */
export function dataFolder(flag: string | undefined, env: Environment): string {
  if (flag !== undefined) return resolve(flag);
  return usesXdg ? xdgFolder(env.XDG_DATA_HOME, env.HOME, '.local/share') : envPaths(NAME, { suffix: '' }).data;
}

/** Where settings are kept: the folder given with --data, else the platform's config folder. */
export function configFolder(flag: string | undefined, env: Environment): string {
  if (flag !== undefined) return resolve(flag);
  return usesXdg ? xdgFolder(env.XDG_CONFIG_HOME, env.HOME, '.config') : envPaths(NAME, { suffix: '' }).config;
}
