import type { KnownCard } from './identity.ts';
import type { DraftCard } from './read-note.ts';
import { type Bigrams, bigramsOf, similarity } from './similarity.ts';

/** Two texts this alike are one that was edited. */
const ALIKE = 0.5;
/** A card that had gone already comes back only for one that is more alike. */
const ALIKE_GONE = 0.6;
/** What stands beside a hidden run tells which run it is only when it is nearly the same. */
const BESIDE = 0.85;
/** Parts that are the same only make a card the same when the rest is not wholly different. */
const RELATED = 0.3;
/** Up to here every card is compared with every other one; beyond it, with those near it in the file. */
const MOST_PAIRS = 40_000;
const NEAR = 12;
/** Code units on each side of a cloze's hidden run that say which run of its text it is. */
const CONTEXT = 12;

/** What a card is compared by: what is asked, what is to be answered, and all of it. */
interface Sides {
  readonly kind: 'flip' | 'cloze';
  readonly front: string;
  readonly back: string;
  readonly frontPairs: Bigrams;
  readonly backPairs: Bigrams;
  readonly wholePairs: Bigrams;
  /** What stands around the hidden run of a cloze; the front of a flip card. */
  readonly contextPairs: Bigrams;
}

/**
 * Pairs cards that were edited with what the registry has them under: most alike first, then in the order of the file.
 * Only cards of the same file are compared, and those of files that are no longer there (`files` are those that are).
 */
export function matchAlike(
  drafts: readonly DraftCard[],
  known: readonly KnownCard[],
  files: ReadonlySet<string>,
): [DraftCard, KnownCard][] {
  const pairs: [DraftCard, KnownCard][] = [];
  const used = new Set<string>();
  for (const file of files) {
    const news = drafts.filter((draft) => draft.file === file);
    const olds = known.filter((card) => !used.has(card.id) && (card.file === file || !files.has(card.file)));
    if (news.length === 0 || olds.length === 0) continue;
    for (const [draft, card] of bestPairs(news, olds)) {
      pairs.push([draft, card]);
      used.add(card.id);
    }
  }
  return pairs;
}

function bestPairs(news: readonly DraftCard[], olds: readonly KnownCard[]): [DraftCard, KnownCard][] {
  const newSides = news.map(({ content }) => sidesOf(content));
  const oldSides = olds.map(({ content }) => sidesOf(content));
  const scored: { readonly i: number; readonly j: number; readonly score: number }[] = [];
  for (const [i, a] of newSides.entries()) {
    for (const j of candidates(i, news.length, olds.length)) {
      const b = oldSides[j];
      const score = b === undefined ? 0 : scoreOf(a, b, olds[j]?.gone === true);
      if (score > 0) scored.push({ i, j, score });
    }
  }
  scored.sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
  const takenNew = new Set<number>();
  const takenIds = new Set<string>();
  const pairs: [DraftCard, KnownCard][] = [];
  for (const { i, j } of scored) {
    const draft = news[i];
    const card = olds[j];
    if (draft === undefined || card === undefined || takenNew.has(i) || takenIds.has(card.id)) continue;
    takenNew.add(i);
    takenIds.add(card.id);
    pairs.push([draft, card]);
  }
  return pairs;
}

/** Places of the old cards that new card `i` is compared with. */
function* candidates(i: number, news: number, olds: number): Generator<number> {
  const all = news * olds <= MOST_PAIRS;
  const near = Math.round((i * olds) / news);
  const from = all ? 0 : Math.max(0, near - NEAR);
  const to = all ? olds : Math.min(olds, near + NEAR + 1);
  for (let j = from; j < to; j++) yield j;
}

function sidesOf(content: KnownCard['content']): Sides {
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
  if (content.kind === 'flip') {
    const front = plain(content.front);
    const back = plain(content.back);
    const frontPairs = bigramsOf(front);
    const wholePairs = bigramsOf(`${front.slice(0, 500)} ${back.slice(0, 500)}`);
    return { kind: 'flip', front, back, frontPairs, backPairs: bigramsOf(back), wholePairs, contextPairs: frontPairs };
  }
  const { text, start, end } = content;
  const front = `${plain(text.slice(0, start))}\0${plain(text.slice(end))}`;
  const back = plain(text.slice(start, end));
  const context = `${text.slice(Math.max(0, start - CONTEXT), start)}\0${text.slice(end, end + CONTEXT)}`;
  return {
    kind: 'cloze',
    front,
    back,
    frontPairs: bigramsOf(front),
    backPairs: bigramsOf(back),
    wholePairs: bigramsOf(plain(text)),
    contextPairs: bigramsOf(plain(context)),
  };
}

/** How surely two cards are one: 0 not at all; the same question counts more than the same answer, and both more than likeness. */
function scoreOf(a: Sides, b: Sides, gone: boolean): number {
  const score = presentScore(a, b, gone);
  // What is in the deck now comes before what had gone.
  return score > 0 && gone ? score / 10 : score;
}

function presentScore(a: Sides, b: Sides, gone: boolean): number {
  if (a.kind !== b.kind) return 0;
  if (a.front === b.front) return 3 + similarity(a.backPairs, b.backPairs);
  if (a.back === b.back) {
    const related = similarity(a.frontPairs, b.frontPairs);
    // A short answer ("SYN", "yes") stands on many cards.
    const needed = gone || a.kind === 'cloze' ? RELATED : 0;
    if (related >= needed) return 2 + related;
  }
  const whole = similarity(a.wholePairs, b.wholePairs);
  if (whole < (gone ? ALIKE_GONE : ALIKE)) return 0;
  if (a.kind === 'flip') return whole;
  // The runs of one text are all alike as a whole: which of them it is shows in the run and beside it.
  const run = similarity(a.backPairs, b.backPairs);
  const context = similarity(a.contextPairs, b.contextPairs);
  return run >= ALIKE || context >= BESIDE ? (whole + Math.max(run, context)) / 2 : 0;
}
