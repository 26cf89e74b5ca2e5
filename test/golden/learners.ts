import { modules } from 'seqack:content';
import type { EventDraft, Grade, ItemId } from '../../src/learning/events/event.ts';
import { skills } from '../../src/questions/catalogue.ts';
import { halfYear } from '../ui/learned.ts';
import { NOON, type WorldOptions } from '../ui/world.tsx';

/** Learners as the screens meet them, with the program's own modules and skills. */

type Dated = EventDraft & { readonly at: number };

export const DAY = 86_400_000;

const ITEMS: readonly ItemId[] = [
  ...modules.slice(0, 5).flatMap(({ id, cards }) => cards.slice(0, 4).map((card): ItemId => `card:${id}/${card.id}`)),
  ...skills.slice(0, 30).map(({ id }): ItemId => `skill:${id}`),
];

let made: readonly Dated[] | undefined;

/** Somebody who has learned for half a year. */
export function learned(): WorldOptions {
  made ??= halfYear(ITEMS);
  return { drafts: made, settings: { examDate: '2026-12-12' } };
}

/** Somebody who sees nothing new for now and has one card that is due. */
export function oneCardDue(): WorldOptions {
  return { drafts: [graded(NOON - 90 * DAY, 4, CARD)], settings: { newPerDay: 0 } };
}

const CARD: ItemId = 'card:handshake/syn-ack-number';

/** Somebody to whom nothing new is shown and nothing comes back. */
export const NOTHING_DUE: WorldOptions = { settings: { newPerDay: 0 } };

/** Somebody who has forgotten a card seven times; it is due. */
export const FORGETFUL: WorldOptions = {
  drafts: [
    graded(NOON - 400 * DAY, 4, CARD),
    ...Array.from({ length: 7 }, (_, n) => NOON - (380 - n * 30) * DAY).flatMap((at) => [
      graded(at, 1, CARD),
      graded(at + 700_000, 3, CARD),
    ]),
  ],
  settings: { newPerDay: 0 },
};

/** Somebody who graded a card yesterday, which is not due. */
export const GRADED_YESTERDAY: WorldOptions = {
  drafts: [graded(NOON - DAY, 4, CARD)],
  settings: { newPerDay: 0 },
};

/** Somebody who has set two items aside. */
export const SET_ASIDE: WorldOptions = {
  drafts: [
    { kind: 'item', item: CARD, what: 'suspended', at: NOON - 2 * DAY },
    { kind: 'item', item: 'skill:sack.blocks', what: 'buried', at: NOON - 3_600_000 },
  ],
};

/** Somebody whose practice was cut off after its first question. */
export const CUT_OFF: WorldOptions = {
  drafts: [
    {
      kind: 'session',
      session: 'cut-off',
      what: 'started',
      plan: { of: 'practice', questions: ['ack.in-order@1', 'seq.next@1'], toChoose: 0, scheduled: true },
      at: NOON - 7_200_000,
    },
    {
      kind: 'answer',
      question: 'ack.in-order@1',
      correct: true,
      given: {},
      rules: [],
      hinted: false,
      tookMs: 9000,
      where: 'practice',
      grade: 3,
      at: NOON - 7_199_000,
    },
  ],
};

function graded(at: number, grade: Grade, item: ItemId): Dated {
  return { kind: 'card', item, grade, tookMs: 4000, where: 'review', at };
}
