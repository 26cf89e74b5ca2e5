import type { Deck } from './deck.ts';
import { deckIdOf, ownDeckId, titleOf } from './deck-id.ts';
import type { DeckProblem } from './deck-problem.ts';
import { contentKey, identify, type KnownCard } from './identity.ts';
import { limits } from './limits.ts';
import { messages } from './messages.ts';
import { type DeckFile, type DraftCard, type ReadNote, readNote } from './read-note.ts';
import { renamedDecks, type UnnamedFile } from './renamed-decks.ts';

/** What the program itself has, beside which users' decks stand. */
export interface DeckSurroundings {
  /** Ids that no deck of a user may have: those of the modules. */
  readonly reserved: ReadonlySet<string>;
  /** Names of scenarios a card may link. */
  readonly scenarios: readonly string[];
}

/** The decks of one folder. */
export interface ReadDecks {
  /** In the order of their files; only those that hold cards. */
  readonly decks: readonly Deck[];
  /** In the order of files and lines. */
  readonly problems: readonly DeckProblem[];
  /** The registry as it is to be kept from now on. */
  readonly known: readonly KnownCard[];
}

interface Draft {
  readonly id: string;
  readonly title: string;
  /** The first file of the deck. */
  readonly file: string;
  /** Whether its file names it itself: then other files may add to it. */
  readonly named: boolean;
  readonly cards: DraftCard[];
}

/**
 * Reads the decks of one folder: a deck for each file, or for all files that give the same id. Cards keep the ids under
 * which `known` has them. Pure: the same files and registry give the same decks on every machine.
 */
export function readDecks(
  files: readonly DeckFile[],
  { reserved, scenarios }: DeckSurroundings,
  known: readonly KnownCard[] = [],
): ReadDecks {
  const problems: DeckProblem[] = [];
  const notes = [...files]
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map(({ path, text }) => ({ path, ...readNote({ path, text }, scenarios) }));
  problems.push(...notes.flatMap((note) => note.problems));
  const withCards = notes.filter(({ cards }) => cards.length > 0);
  const before = idsBefore(withCards, new Set(files.map(({ path }) => path)), reserved, known);
  const drafts = new Map<string, Draft>();
  for (const { path, frontmatter, heading, cards } of withCards) {
    const named = frontmatter.id !== null;
    const id = before.get(path) ?? ownDeckId(frontmatter.id ?? deckIdOf(path), reserved);
    const draft = drafts.get(id);
    if (draft === undefined) {
      const title = frontmatter.title ?? heading ?? titleOf(path);
      drafts.set(id, { id, title, file: path, named, cards: [...cards] });
    } else if (draft.named && named) {
      draft.cards.push(...cards);
    } else {
      problems.push({ severity: 'error', file: path, line: 1, message: messages.deckTwice(id, draft.file) });
    }
  }
  const kept: KnownCard[] = known.filter(({ deck }) => !drafts.has(deck));
  const decks = [...drafts.values()].map(({ id, title, cards }): Deck => {
    const distinct = withoutDoubles(cards, problems);
    const ofDeck = known.filter(({ deck }) => deck === id);
    const identified = identify(id, distinct, ofDeck);
    kept.push(...identified.known);
    return { id, title, cards: identified.cards };
  });
  return { decks, problems: tidy(problems), known: kept };
}

/** Ids that decks of renamed files keep. */
function idsBefore(
  notes: readonly (ReadNote & { readonly path: string })[],
  paths: ReadonlySet<string>,
  reserved: ReadonlySet<string>,
  known: readonly KnownCard[],
): ReadonlyMap<string, string> {
  const written = new Set<string>();
  const unnamed: UnnamedFile[] = [];
  for (const { path, frontmatter, cards } of notes) {
    if (frontmatter.id === null) unnamed.push({ path, id: ownDeckId(deckIdOf(path), reserved), cards });
    else written.add(ownDeckId(frontmatter.id, reserved));
  }
  const own = known.filter(({ deck }) => !reserved.has(deck));
  return renamedDecks(unnamed, paths, written, own);
}

/** Leaves out cards that come twice, ids that come twice, and what is beyond the limit; each is told. */
function withoutDoubles(cards: readonly DraftCard[], problems: DeckProblem[]): DraftCard[] {
  const byContent = new Map<string, DraftCard>();
  const byId = new Map<string, DraftCard>();
  const distinct: DraftCard[] = [];
  for (const card of cards) {
    const { file, line, explicit } = card;
    const tell = (severity: DeckProblem['severity'], message: DeckProblem['message']): void =>
      void problems.push({ severity, file, line, message });
    if (distinct.length === limits.cards) {
      tell('error', messages.tooManyCards);
      break;
    }
    const key = contentKey(card.content);
    const same = byContent.get(key);
    if (same !== undefined) {
      tell('warning', messages.cardTwice(same.file, same.line));
      continue;
    }
    const holder = explicit === null ? undefined : byId.get(explicit);
    if (explicit !== null && holder !== undefined && (holder.file !== file || holder.line !== line)) {
      tell('error', messages.idTwice(explicit, holder.line));
      continue;
    }
    byContent.set(key, card);
    if (explicit !== null) byId.set(explicit, card);
    distinct.push(card);
  }
  return distinct;
}

/** In the order of files and lines, none twice, and of one file no more than anyone reads. */
function tidy(problems: readonly DeckProblem[]): DeckProblem[] {
  const seen = new Set<string>();
  const byFile = new Map<string, DeckProblem[]>();
  for (const problem of problems) {
    const key = `${problem.file}\0${problem.line}\0${problem.message.en}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const ofFile = byFile.get(problem.file) ?? [];
    byFile.set(problem.file, ofFile);
    ofFile.push(problem);
  }
  return [...byFile.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, ofFile]) => {
      const sorted = ofFile.sort((a, b) => a.line - b.line);
      const next = sorted[limits.problems];
      if (next === undefined) return sorted;
      const rest = sorted.slice(limits.problems);
      const severity = rest.some((problem) => problem.severity === 'error') ? 'error' : 'warning';
      return [...sorted.slice(0, limits.problems), { ...next, severity, message: messages.more(rest.length) }];
    });
}
