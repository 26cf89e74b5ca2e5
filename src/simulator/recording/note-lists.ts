import type { Note } from '../../tcp/note.ts';

interface Entry {
  readonly index: number;
  readonly longer: Map<Note, Entry>;
}

/** Numbers lists of notes, equal ones alike: a trace has a list for each arrival, and most arrivals are alike. */
export class NoteLists {
  /** By their numbers. */
  readonly lists: (readonly Note[])[] = [[]];
  readonly #empty: Entry = { index: 0, longer: new Map() };

  /** The number of the list with these notes in this order; 0 if there are none. */
  indexOf(notes: readonly Note[]): number {
    let entry = this.#empty;
    for (const note of notes) {
      const known = entry.longer.get(note);
      entry = known ?? this.#longer(entry, note);
    }
    return entry.index;
  }

  #longer({ index, longer }: Entry, note: Note): Entry {
    const entry = { index: this.lists.length, longer: new Map() };
    this.lists.push([...(this.lists[index] ?? []), note]);
    longer.set(note, entry);
    return entry;
  }
}
