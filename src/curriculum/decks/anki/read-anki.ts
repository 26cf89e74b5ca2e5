import { quoted } from '../../../documents/problem.ts';
import { tidyLine, tidyText } from '../card-text.ts';
import { DeckBuilder } from '../deck-builder.ts';
import { ProblemList } from '../problem-list.ts';
import { tagsFrom } from '../tags.ts';
import { NOTHING_LOST, type ReadDecks } from '../transfer.ts';
import { transferMessages as messages } from '../transfer-messages.ts';
import { cardOfGuid, idWith, noteId } from './card-ids.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import { readHeader } from './header.ts';
import { cardsOfNote } from './note-cards.ts';
import { guessSeparator, type Row, readRows } from './records.ts';
import { SCENARIO_TAG } from './write-anki.ts';

/** Elements that Anki itself writes; `<SEQ=100>` in a plain file is none of them. */
const LOOKS_LIKE_HTML =
  /<\/?(?:br|div|p|b|i|u|strong|em|span|ul|ol|li|img|table|sub|sup|code|pre|a|font|hr)\b[^<>]*>|&(?:nbsp|lt|gt|amp|quot);/i;
/** Notes by whose look a file without #html is judged. */
const LOOKED_AT = 100;
const LONGEST_TITLE = 80;

/**
 * Reads a text file as Anki exports and imports it (docs.ankiweb.net, Text Files). Notes without a deck go into one called
 * `name`. Never throws; notes that are no cards of text are told and left out.
 */
export function readAnki(source: string, file: string, name: string): ReadDecks {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const problems = new ProblemList();
  const header = readHeader(text.split('\n', 200), problems.report);
  const body = text.startsWith('tags:') ? `#${text}` : text;
  const separator = header.separator ?? guessSeparator(body);
  if (separator === null) return { ok: false, problems: [{ line: firstNote(body), message: messages.noSeparator }] };
  const read = readRows(body, separator);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  if (read.rows.length === 0) return { ok: false, problems: [{ line: 1, message: messages.noNotes }] };

  const isHtml =
    header.html ?? read.rows.slice(0, LOOKED_AT).some(({ fields }) => LOOKS_LIKE_HTML.test(fields.join(' ')));
  const columns = columnsOf(header, separator);
  const lost = { ...NOTHING_LOST };
  const decks = new DeckBuilder(problems);
  const cell = ({ fields }: Row, at: number | null): string => (at === null ? '' : (fields[at] ?? '').trim());
  for (const row of read.rows) {
    const notetype = cell(row, columns.notetype) || (header.notetype ?? '');
    const made = cardsOfNote({ fields: fieldsOf(row.fields, columns), isHtml, notetype }, lost);
    if (made.kind === 'none') {
      problems.report({ line: row.line, message: made.why });
      continue;
    }
    const guid = cell(row, columns.guid);
    const words = [...header.tags, ...cell(row, columns.tags).split(/\s+/)];
    const title = titleOf(cell(row, columns.deck)) ?? titleOf(header.deck ?? '') ?? name;
    const [first] = made.cards;
    if (first === undefined) continue;
    const id = noteId(guid, first.content);
    for (const { suffix, content } of made.cards) {
      const card = { id: idWith(id, suffix), file, line: row.line, content, ...ofTags(words) };
      decks.add(title, card, cardOfGuid(guid)?.deck ?? null);
    }
  }
  return { ok: true, decks: decks.finished(), problems: problems.all(), lost };
}

/** A deck's name; a number is a deck's id in one's own Anki and says nothing here. */
function titleOf(name: string): string | null {
  const title = quoted(tidyLine(name), LONGEST_TITLE);
  return title === '' || /^\d{6,}$/.test(title) ? null : title;
}

function ofTags(words: readonly string[]): { readonly scenario: string | null; readonly tags: readonly string[] } {
  const scenario = words.find((word) => word.startsWith(SCENARIO_TAG))?.slice(SCENARIO_TAG.length) ?? '';
  const tags = words
    .filter((word) => !word.startsWith(SCENARIO_TAG))
    .map((word) => tidyText(word).replace(/[,、，]/g, '-'));
  return { scenario: /^[\w.-]+$/.test(scenario) ? scenario : null, tags: tagsFrom(tags, () => {}) };
}

function firstNote(text: string): number {
  const at = text.split('\n').findIndex((line) => line !== '' && !line.startsWith('#'));
  return Math.max(0, at) + 1;
}
