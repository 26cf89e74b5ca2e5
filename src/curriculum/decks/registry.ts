import * as v from 'valibot';
import { isEntryId } from '../entry-id.ts';
import type { KnownCard } from './identity.ts';

/** The name of the file that keeps the ids of a deck folder's cards, beside them. */
export const REGISTRY_NAME = '.seqack-deck.json';

const VERSION = 1;

/** What a registry's text was. */
export type ReadRegistry =
  | { readonly kind: 'whole'; readonly known: readonly KnownCard[] }
  /** Damaged (cut off, or with the marks of a merge that was left undone): the lines that are whole. */
  | { readonly kind: 'damaged'; readonly known: readonly KnownCard[] }
  /** Of a later seqack: not to be read, and not to be written. */
  | { readonly kind: 'newer' };

const text = v.string();
const id = v.pipe(v.string(), v.check(isEntryId));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const place = { deck: id, file: text, gone: v.optional(v.literal(true)) };
const flipLine = v.object({ ...place, id, front: text, back: text });
const clozeLine = v.object({ ...place, text, runs: v.array(v.strictTuple([id, offset, offset])) });

/**
 * Writes the registry: one line a card or cloze text, so that git shows and merges what has changed. The same cards give
 * the same text.
 */
export function writeRegistry(known: readonly KnownCard[]): string {
  const lines: string[] = [];
  for (let i = 0; i < known.length; i++) {
    const card = known[i];
    if (card === undefined) continue;
    const { deck, file, content } = card;
    const gone = card.gone ? { gone: true } : {};
    if (content.kind === 'flip') {
      lines.push(JSON.stringify({ deck, file, id: card.id, front: content.front, back: content.back, ...gone }));
      continue;
    }
    const runs: [string, number, number][] = [[card.id, content.start, content.end]];
    for (let next = known[i + 1]; next !== undefined && isSameText(card, next); next = known[i + 1]) {
      if (next.content.kind === 'cloze') runs.push([next.id, next.content.start, next.content.end]);
      i++;
    }
    lines.push(JSON.stringify({ deck, file, text: content.text, runs, ...gone }));
  }
  return `{"version":${VERSION},"cards":[\n${lines.join(',\n')}\n]}\n`;
}

function isSameText(a: KnownCard, b: KnownCard): boolean {
  return (
    a.content.kind === 'cloze' &&
    b.content.kind === 'cloze' &&
    a.content.text === b.content.text &&
    a.deck === b.deck &&
    a.file === b.file &&
    a.gone === b.gone
  );
}

/** Reads a registry's text. Never throws. */
export function readRegistry(from: string): ReadRegistry {
  const whole = parse(from);
  if (isRecord(whole) && Number.isInteger(whole.version) && Number(whole.version) > VERSION) return { kind: 'newer' };
  if (isRecord(whole) && whole.version === VERSION && Array.isArray(whole.cards)) {
    const cards = whole.cards.map(cardsOf);
    const known = cards.flatMap((card) => card ?? []);
    return { kind: cards.includes(null) ? 'damaged' : 'whole', known };
  }
  if (/^\s*\{\s*"version"\s*:\s*(?:[2-9]|1\d)/.test(from)) return { kind: 'newer' };
  // A card a line: what is whole is still to be had, also of both sides of a merge.
  const known = from.split(/\r?\n/).flatMap((line) => cardsOf(parse(line.replace(/,\s*$/, ''))) ?? []);
  return { kind: 'damaged', known };
}

function cardsOf(line: unknown): KnownCard[] | null {
  if (v.is(flipLine, line)) {
    const { deck, file, front, back, gone = false } = line;
    return [{ deck, id: line.id, file, content: { kind: 'flip', front, back }, gone }];
  }
  if (!v.is(clozeLine, line)) return null;
  const { deck, file, runs, gone = false } = line;
  if (runs.some(([, start, end]) => start >= end || end > line.text.length)) return null;
  return runs.map(([of, start, end]) => ({
    deck,
    id: of,
    file,
    content: { kind: 'cloze', text: line.text, start, end },
    gone,
  }));
}

function parse(from: string): unknown {
  try {
    return JSON.parse(from);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
