import { type Line, line, wrap } from './line.ts';

/** Lines of a row after its first stand so far in. */
const INDENT = 2;

/** What stands where there is nothing. */
const NONE = '-';

/**
 * A table read aloud, a row at a time: 'state: LISTEN; event: SYN; sends: SYN,ACK'. Nobody hears in which column a text stands.
 * Cells without anything are passed over.
 */
export function spokenTable(header: readonly string[], rows: readonly (readonly string[])[], width: number): Line[] {
  return rows.flatMap((row) => {
    const told = row.flatMap((cell, at) => {
      const heading = header[at] ?? '';
      if (cell === '' || cell === NONE) return [];
      return [heading === '' ? cell : `${heading}: ${cell}`];
    });
    return wrap(line(told.join('; ')), width, INDENT);
  });
}
