import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built program, as a user's `seqack` runs it. */
export const PROGRAM = fileURLToPath(new URL('../../dist/seqack.js', import.meta.url));

/** Compiled code is kept from test to test, and out of the home of whoever runs them. */
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/seqack/home', import.meta.url));

/** The environment of a user who has set nothing: English, colours, folders of its own below `data`. */
export function cleanEnvironment(data: string): Record<string, string> {
  const { PATH = '', HOME = data } = process.env;
  return {
    PATH,
    HOME,
    LANG: 'en_US.UTF-8',
    XDG_DATA_HOME: join(data, 'data'),
    XDG_CONFIG_HOME: join(data, 'config'),
    XDG_CACHE_HOME: CACHE,
  };
}
