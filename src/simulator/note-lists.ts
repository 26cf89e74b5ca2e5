import type { Note } from '../tcp/note.ts';

interface Entry {
  readonly list: readonly Note[];
  readonly longer: Map<Note, Entry>;
}

/** Gives equal lists of notes out as one: a trace has a list for each arrival, and most arrivals are alike. */
export class NoteLists {
  readonly #empty: Entry = { list: [], longer: new Map() };

  /** The list with these notes in this order. */
  of(notes: readonly Note[]): readonly Note[] {
    let entry = this.#empty;
    for (const note of notes) {
      const known = entry.longer.get(note);
      const next = known ?? { list: [...entry.list, note], longer: new Map() };
      if (known === undefined) entry.longer.set(note, next);
      entry = next;
    }
    return entry.list;
  }
}
