import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runScript } from './run-script.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.pkt'))
  .map((name) => readFileSync(`${folder}${name}`, 'utf8'));

describe('whatever a script says', () => {
  it('it comes to an end and to an outcome', () => {
    const damaged = fc
      .tuple(
        fc.constantFrom(...scripts),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.string({ maxLength: 6 }),
        fc.nat(12),
      )
      .map(([text, at, put, gone]) => {
        const from = Math.floor(at * text.length);
        return text.slice(0, from) + put + text.slice(from + gone);
      });
    fc.assert(
      fc.property(damaged, (text) => {
        expect(['pass', 'fail', 'unsupported', 'malformed']).toContain(runScript(text).kind);
      }),
      { numRuns: 400 },
    );
  });
});
