import type { ProfileName } from '../../../src/tcp/conventions.ts';
import { MalformedScript, Mismatch, type Outcome } from './outcome.ts';
import { parseScript } from './parse-script.ts';
import { Player } from './player.ts';
import { settle } from './settings.ts';

/** Runs one script, given as text. `profile`, if given, goes before what the script says of itself. */
export function runScript(text: string, profile: ProfileName | null = null): Outcome {
  try {
    const script = parseScript(text);
    const { settings, unsupported, notes } = settle(script, profile);
    const uses = [...script.unsupported, ...unsupported];
    if (uses.length > 0) return { kind: 'unsupported', uses };
    new Player(script, settings).play();
    return { kind: 'pass', notes };
  } catch (error) {
    if (error instanceof MalformedScript) return { kind: 'malformed', line: error.line, message: error.message };
    if (error instanceof Mismatch) {
      return { kind: 'fail', line: error.line, expected: error.expected, got: error.got };
    }
    throw error;
  }
}
