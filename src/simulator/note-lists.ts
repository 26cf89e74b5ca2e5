import type { Note } from '../tcp/note.ts';

interface Entry {
  readonly number: number;
  readonly longer: Map<Note, Entry>;
}

/** Numbers lists of notes, equal ones alike: a trace has a list for each arrival, and most arrivals are alike. */
export class NoteLists {
  readonly #lists: (readonly Note[])[] = [[]];
  readonly #empty: Entry = { number: 0, longer: new Map() };

  /** The number of the list with these notes in this order; 0 of the empty one. */
  numberOf(notes: readonly Note[]): number {
    let entry = this.#empty;
    for (const note of notes) {
      const known = entry.longer.get(note);
      const next = known ?? { number: this.#lists.push([...this.at(entry.number), note]) - 1, longer: new Map() };
      if (known === undefined) entry.longer.set(note, next);
      entry = next;
    }
    return entry.number;
  }

  /** The list with a number: one object, however often it is asked for. */
  at(number: number): readonly Note[] {
    return this.#lists[number] ?? [];
  }
}
