import type { ItemRecord } from '../account/account.ts';
import type { LearnerState } from '../account/state.ts';
import type { ItemId } from '../events/event.ts';

/** Why an item is not asked now. */
export type HoldKind = 'suspended' | 'buried';

/** An item set aside now. */
export interface SetAsideItem {
  readonly item: ItemId;
  readonly hold: HoldKind;
}

function kindOn({ hold }: Pick<ItemRecord, 'hold'>, today: number): HoldKind | null {
  if (hold === null) return null;
  return hold.kind === 'suspended' ? 'suspended' : hold.day === today ? 'buried' : null;
}

/** Whether the item is set aside at a time, and how; a buried one is back with the next study day. */
export function holdOf(state: LearnerState, item: ItemId, now: number): HoldKind | null {
  const record = state.items.get(item);
  return record === undefined ? null : kindOn(record, state.rulesOfFold.studyDays.dayOf(now));
}

/** All items set aside at a time, in no particular order; those no longer taught are among them. */
export function setAsideItems(state: LearnerState, now: number): SetAsideItem[] {
  const today = state.rulesOfFold.studyDays.dayOf(now);
  const items: SetAsideItem[] = [];
  for (const [item, record] of state.items) {
    const hold = kindOn(record, today);
    if (hold !== null) items.push({ item, hold });
  }
  return items;
}
