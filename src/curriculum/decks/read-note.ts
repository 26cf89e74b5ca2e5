import { nearestWord } from '../../documents/nearest.ts';
import { quoted } from '../../documents/problem.ts';
import { takeNotes } from './card-notes.ts';
import { readCloze } from './cloze.ts';
import type { DeckCard } from './deck.ts';
import type { DeckProblem, ReportDeck } from './deck-problem.ts';
import { type Frontmatter, takeFrontmatter } from './frontmatter.ts';
import { lightLines, lightText } from './light-text.ts';
import { limits } from './limits.ts';
import { messages } from './messages.ts';
import { readHeading } from './note-headings.ts';
import { type NoteLine, noteLines } from './note-lines.ts';
import { type CardLines, splitCards } from './split-cards.ts';

/** A Markdown file of a deck folder; `path` inside the folder, with '/'. */
export interface DeckFile {
  readonly path: string;
  readonly text: string;
}

/** A card as it stands in a note, before it has its id. `explicit`: the id written in it; cards of one C: share it. */
export type DraftCard = Omit<DeckCard, 'id'> & { readonly explicit: string | null };

/** What a note holds. */
export interface ReadNote {
  readonly frontmatter: Frontmatter;
  /** Of the note's first heading; null without one. */
  readonly heading: string | null;
  readonly cards: readonly DraftCard[];
  readonly problems: readonly DeckProblem[];
}

/** Reads the cards of one file. Never throws on any text. */
export function readNote({ path, text }: DeckFile, scenarios: readonly string[]): ReadNote {
  const problems: DeckProblem[] = [];
  const report: ReportDeck = (severity, line, message) => void problems.push({ severity, file: path, line, message });
  const { frontmatter, rest } = takeFrontmatter(noteLines(text, report), report);
  const cards = splitCards(rest, report).flatMap((card) => readCard(card, path, frontmatter.tags, scenarios, report));
  return { frontmatter, heading: firstHeading(rest), cards, problems };
}

function firstHeading(lines: readonly NoteLine[]): string | null {
  for (const { kind, text } of lines) {
    const heading = kind === 'text' ? readHeading(text) : null;
    if (heading?.level === 1) return quoted(heading.title.replace(/[`*]/g, ''), 80);
  }
  return null;
}

function readCard(
  card: CardLines,
  file: string,
  deckTags: readonly string[],
  scenarios: readonly string[],
  report: ReportDeck,
): DraftCard[] {
  const { notes, rest } = takeNotes(card.kind === 'flip' ? [...card.front, ...card.back] : card.body, report);
  const contents = card.kind === 'flip' ? flipOf(card, rest, report) : clozesOf(card.line, rest, report);
  if (contents.length === 0) return [];
  let scenario: string | null = null;
  if (notes.scenario !== null) {
    const { name, line } = notes.scenario;
    if (scenarios.includes(name)) scenario = name;
    else report('warning', line, messages.unknownScenario(name, nearestWord(name, scenarios)));
  }
  const tags = [...new Set([...deckTags, ...notes.tags])].slice(0, limits.tags);
  return contents.map((content) => ({ explicit: notes.id, file, line: card.line, content, scenario, tags }));
}

function flipOf(
  { form, line, front: frontLines, back: backLines }: Extract<CardLines, { kind: 'flip' }>,
  rest: readonly NoteLine[],
  report: ReportDeck,
): DeckCard['content'][] {
  const kept = new Set(rest);
  const front = lightText(lightLines(frontLines.filter((one) => kept.has(one))));
  const back = lightText(lightLines(backLines.filter((one) => kept.has(one))));
  if (back === '' && form === 'asking') report('warning', line, messages.headingUnanswered);
  else if (front === '') report('error', line, messages.emptyFront);
  else if (back === '') report('error', line, messages.emptyBack);
  else if (Math.max(front.length, back.length) > limits.cardText) report('error', line, messages.cardTooLong);
  else return [{ kind: 'flip', front, back }];
  return [];
}

function clozesOf(line: number, rest: readonly NoteLine[], report: ReportDeck): DeckCard['content'][] {
  const read = readCloze(lightLines(rest));
  switch (read.kind) {
    case 'none':
      report('error', line, messages.noDeletion);
      return [];
    case 'unclosed':
      report('error', line, messages.unclosed);
      return [];
    case 'empty':
      report('error', line, messages.emptyDeletion);
      return [];
    case 'long':
      report('error', line, messages.clozeTooLong);
      return [];
    case 'cloze': {
      const { text, deletions } = read;
      return deletions.map(({ start, end }) => ({ kind: 'cloze', text, start, end }));
    }
  }
}
