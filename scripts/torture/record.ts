import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isReview, type LearningEvent, type ReviewEvent } from '../../src/learning/events/event.ts';
import { parseEvent } from '../../src/learning/events/event-schema.ts';
import { LOG_NAME } from '../../src/learning/log/log-files.ts';

/** The log as it lies on the disk, each line read by the program's own parser. */
export interface RecordOnDisk {
  readonly events: readonly LearningEvent[];
  /** Numbers, from 1, of whole lines that are no events. */
  readonly damaged: readonly number[];
  /** Whether the file ends in a piece of a line that is no event. */
  readonly torn: boolean;
}

/** Reads the log of a data folder; empty when there is none. */
export function recordOnDisk(folder: string): RecordOnDisk {
  const path = join(folder, LOG_NAME);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const events: LearningEvent[] = [];
  const damaged: number[] = [];
  let torn = false;
  for (const [at, text] of lines.entries()) {
    if (text === '') continue;
    const event = parseEvent(text);
    if (typeof event !== 'string') events.push(event);
    else if (at === lines.length - 1) torn = true;
    else damaged.push(at + 1);
  }
  return { events, damaged, torn };
}

/** The answers and card grades among the events, in the order of the file. */
export function reviewsIn({ events }: RecordOnDisk): ReviewEvent[] {
  return events.filter(isReview);
}
