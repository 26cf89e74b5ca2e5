import { homedir } from 'node:os';

/** A path with `~` for the user's folder, as in a shell. */
export function inHome(typed: string): string {
  return typed.replace(/^~(?=[\\/]|$)/, homedir());
}
