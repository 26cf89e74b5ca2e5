import { createHash } from 'node:crypto';
import type { DeckCard } from './deck.ts';
import { matchAlike } from './match-alike.ts';
import type { DraftCard } from './read-note.ts';

/** A card as the registry last saw it. */
export interface KnownCard {
  readonly deck: string;
  readonly id: string;
  readonly file: string;
  readonly content: DeckCard['content'];
  /** Whether it was no longer in the deck when that was read last. */
  readonly gone: boolean;
}

/** Cards that have gone are remembered, so that one that comes back is the same; the latest so many of a deck. */
const MOST_GONE = 2000;

/** The same for two cards that ask the same: blanks do not count. */
export function contentKey(content: DeckCard['content']): string {
  const parts =
    content.kind === 'flip'
      ? [content.front, content.back]
      : [
          content.text.slice(0, content.start),
          content.text.slice(content.start, content.end),
          content.text.slice(content.end),
        ];
  return [content.kind, ...parts.map((part) => part.replace(/\s+/g, ' ').trim())].join('\0');
}

/**
 * Gives every card of a deck its id: the one written in it, else the one the registry has it under (the same content,
 * else the same or a similar card of its file), else a new one made of its content. `known` are the registry's cards of
 * this deck; what it is to keep of them comes back.
 */
export function identify(
  deck: string,
  drafts: readonly DraftCard[],
  known: readonly KnownCard[],
): { readonly cards: readonly DeckCard[]; readonly known: readonly KnownCard[] } {
  const ids = new Map<DraftCard, string>();
  const groups = groupsOf(drafts);
  const ofGroups = knownOfGroups(groups, known);
  for (const [id, group] of groups) {
    for (const [draft, given] of idsOfGroup(id, group, ofGroups.get(id) ?? [], groups)) ids.set(draft, given);
  }
  const written = new Set(ids.values());
  const unwritten = drafts.filter(({ explicit }) => explicit === null);
  const pool = known.filter(({ id }) => !written.has(id) && !groups.has(id));
  for (const [draft, card] of matched(unwritten, pool)) ids.set(draft, card.id);
  const taken = new Set([...known.map(({ id }) => id), ...groups.keys(), ...written]);
  const cards = drafts.map((draft): DeckCard => {
    const { explicit: _, ...card } = draft;
    const id = ids.get(draft) ?? newId(draft.content, taken);
    taken.add(id);
    return { id, ...card };
  });
  return { cards, known: nextKnown(deck, cards, known) };
}

/** Cards with an id written in them, by it. Only the cards of one C: share one. */
function groupsOf(drafts: readonly DraftCard[]): Map<string, DraftCard[]> {
  const groups = new Map<string, DraftCard[]>();
  for (const draft of drafts) {
    if (draft.explicit === null) continue;
    const group = groups.get(draft.explicit);
    if (group === undefined) groups.set(draft.explicit, [draft]);
    else group.push(draft);
  }
  return groups;
}

/** The registry's cards of each group, by its id: that very id, or that id with a number behind it. */
function knownOfGroups(groups: ReadonlyMap<string, unknown>, known: readonly KnownCard[]): Map<string, KnownCard[]> {
  const ofGroups = new Map<string, KnownCard[]>();
  for (const card of known) {
    const group = groups.has(card.id) ? card.id : card.id.replace(/-\d+$/, '');
    if (!groups.has(group)) continue;
    const own = ofGroups.get(group);
    if (own === undefined) ofGroups.set(group, [card]);
    else own.push(card);
  }
  return ofGroups;
}

/** The first card of a group has the written id itself, others that id with -2, -3 and so on. */
function idsOfGroup(
  id: string,
  group: readonly DraftCard[],
  own: readonly KnownCard[],
  groups: ReadonlyMap<string, unknown>,
): Map<DraftCard, string> {
  const ids = new Map(matched(group, own).map(([draft, card]) => [draft, card.id]));
  const used = new Set(ids.values());
  // The written id says that they are the same cards, however much they were changed.
  const left = own.filter((card) => !card.gone && !used.has(card.id));
  const avoided = new Set(own.map((card) => card.id));
  for (const draft of group) {
    if (ids.has(draft)) continue;
    const given =
      group.length === 1
        ? id
        : (left.shift()?.id ?? nextOfGroup(id, (other) => avoided.has(other) || groups.has(other), used, own));
    avoided.add(given);
    used.add(given);
    ids.set(draft, given);
  }
  return ids;
}

function nextOfGroup(
  id: string,
  isAvoided: (id: string) => boolean,
  used: ReadonlySet<string>,
  own: readonly KnownCard[],
): string {
  const isFree = !used.has(id) && !own.some((card) => card.id === id);
  if (isFree) return id;
  let n = 2;
  while (isAvoided(`${id}-${n}`)) n++;
  return `${id}-${n}`;
}

/** Pairs of cards and what the registry has them under; nothing of either is in two pairs. */
function matched(drafts: readonly DraftCard[], known: readonly KnownCard[]): [DraftCard, KnownCard][] {
  const byKey = new Map<string, KnownCard[]>();
  for (const card of known) {
    const key = contentKey(card.content);
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [card]);
    else same.push(card);
  }
  const pairs: [DraftCard, KnownCard][] = [];
  const used = new Set<string>();
  const pair = (draft: DraftCard, card: KnownCard): void => {
    pairs.push([draft, card]);
    used.add(card.id);
  };
  const left: DraftCard[] = [];
  for (const draft of drafts) {
    const same = (byKey.get(contentKey(draft.content)) ?? []).filter(({ id }) => !used.has(id));
    const card =
      same.find(({ file, gone }) => file === draft.file && !gone) ?? same.find(({ gone }) => !gone) ?? same[0];
    if (card === undefined) left.push(draft);
    else pair(draft, card);
  }
  const unused = known.filter(({ id }) => !used.has(id));
  for (const [draft, card] of matchAlike(left, unused, new Set(drafts.map(({ file }) => file)))) pair(draft, card);
  return pairs;
}

/** The same on every machine that sees the card for the first time; not one of `taken`. */
function newId(content: DeckCard['content'], taken: ReadonlySet<string>): string {
  const key = contentKey(content);
  for (let n = 0; ; n++) {
    const id = createHash('sha256')
      .update(n === 0 ? key : `${key}\0${n}`)
      .digest('hex')
      .slice(0, 12);
    if (!taken.has(id)) return id;
  }
}

/** The cards as they are now, then those that have gone, the latest last. */
function nextKnown(deck: string, cards: readonly DeckCard[], known: readonly KnownCard[]): KnownCard[] {
  const ids = new Set(cards.map(({ id }) => id));
  const gone: KnownCard[] = [];
  for (const card of [...known.filter((one) => one.gone), ...known.filter((one) => !one.gone)]) {
    if (ids.has(card.id)) continue;
    ids.add(card.id);
    gone.push({ ...card, gone: true });
  }
  const present = cards.map(({ id, file, content }): KnownCard => ({ deck, id, file, content, gone: false }));
  return [...present, ...gone.slice(-MOST_GONE)];
}
