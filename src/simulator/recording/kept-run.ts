import type { Call } from '../../trace/trace.ts';
import { Journal } from './journal.ts';
import { NoteLists } from './note-lists.ts';

/** A run as it is kept: the journal, and what entries tell by index because it is rare or the same for many. */
export class KeptRun {
  readonly journal = new Journal();
  readonly calls: Call[] = [];
  readonly errors: string[] = [];
  /** How many snapshots there are. */
  snapshots = 0;
  readonly noteLists = new NoteLists();
}
