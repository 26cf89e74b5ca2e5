import type { LearnerState } from '../learning/account/state.ts';
import type { ItemId } from '../learning/events/event.ts';
import { holdOf } from '../learning/schedule/holds.ts';
import { memoryOf } from '../learning/schedule/schedule.ts';
import type { Settings } from '../learning/settings.ts';
import { type Span, span } from './layout/line.ts';
import { scheduleOptions } from './schedule-options.ts';
import type { Words } from './text/en.ts';

/** When a card comes back: new, due, in how long, or that it is set aside. */
export function cardStanding(item: ItemId, state: LearnerState, now: number, settings: Settings, words: Words): Span {
  const hold = holdOf(state, item, now);
  if (hold !== null) return span(words.setAside[hold], 'muted');
  const memory = memoryOf(state, item, now, scheduleOptions(settings));
  if (memory === null) return span(words.module.newCard, 'muted');
  if (memory.dueAt <= now) return span(words.module.dueNow, 'accent');
  return span(words.module.dueIn(words.shell.span(memory.dueAt - now)), 'muted');
}
