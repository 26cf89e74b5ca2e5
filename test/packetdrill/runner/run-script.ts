import { MalformedScript, Mismatch, type Outcome, UnsupportedHere } from './outcome.ts';
import { parseScript } from './parse-script.ts';
import { Player } from './player.ts';
import { type RunOptions, settle } from './settings.ts';

const STRICT: RunOptions = { profile: null, judgesRest: true };

/** Runs one script, given as text. A profile in `options` goes before what the script says of itself. */
export function runScript(text: string, options: Partial<RunOptions> = {}): Outcome {
  try {
    const script = parseScript(text);
    const { settings, unsupported, notes } = settle(script, { ...STRICT, ...options });
    const uses = [...script.unsupported, ...unsupported];
    if (uses.length > 0) return { kind: 'unsupported', uses };
    new Player(script, settings).play();
    return { kind: 'pass', notes };
  } catch (error) {
    if (error instanceof MalformedScript) return { kind: 'malformed', line: error.line, message: error.message };
    if (error instanceof Mismatch) {
      return { kind: 'fail', line: error.line, expected: error.expected, got: error.got };
    }
    if (error instanceof UnsupportedHere) return { kind: 'unsupported', uses: [error.use] };
    throw error;
  }
}
