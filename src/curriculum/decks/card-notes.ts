import { isEntryId } from '../entry-id.ts';
import type { ReportDeck } from './deck-problem.ts';
import { messages } from './messages.ts';
import type { NoteLine } from './note-lines.ts';
import { tagsFrom } from './tags.ts';

/** What a card says about itself on lines of their own. */
export interface CardNotes {
  /** Its explicit id, or null. */
  readonly id: string | null;
  /** The scenario it names and on which line, or null. */
  readonly scenario: { readonly name: string; readonly line: number } | null;
  readonly tags: readonly string[];
}

const COMMENT = /^<!--\s*(id|scenario|tags|시나리오|태그)\s*[:：](.*)-->$/i;
/** Outside a comment a scenario is one word: a sentence after `scenario:` is part of the card. */
const SCENARIO = /^\s*(?:[-*+]\s+)?(?:scenario|시나리오)\s*[:：]\s*`?([\w.-]+)`?\s*$/i;
const TAGS = /^\s*(?:tags|태그)\s*[:：]\s*(\S.*)$/i;

/** Takes the lines `scenario:`, `tags:` and the comment `<!-- id: .. -->` out of a card's lines. */
export function takeNotes(
  lines: readonly NoteLine[],
  report: ReportDeck,
): { readonly notes: CardNotes; readonly rest: readonly NoteLine[] } {
  let id: string | null = null;
  let scenario: CardNotes['scenario'] = null;
  const tags: string[] = [];
  const rest: NoteLine[] = [];
  for (const line of lines) {
    const note = noteOf(line);
    if (note === null) {
      if (line.kind !== 'comment') rest.push(line);
    } else if (note.about === 'scenario') {
      scenario = { name: note.value, line: line.number };
    } else if (note.about === 'tags') {
      tags.push(...tagsFrom(note.value, () => report('warning', line.number, messages.tooManyTags)));
    } else if (!isEntryId(note.value)) {
      report('warning', line.number, messages.badId(note.value));
    } else if (id !== null) {
      report('warning', line.number, messages.twoIds);
    } else {
      id = note.value;
    }
  }
  return { notes: { id, scenario, tags }, rest };
}

function noteOf({
  kind,
  text,
}: NoteLine): { readonly about: 'id' | 'scenario' | 'tags'; readonly value: string } | null {
  if (kind === 'verbatim') return null;
  if (kind === 'comment') {
    const [, about = '', written = ''] = COMMENT.exec(text) ?? [];
    const value = written.trim();
    if (/^id$/i.test(about)) return { about: 'id', value };
    if (/^(?:scenario|시나리오)$/i.test(about)) return { about: 'scenario', value };
    return about === '' ? null : { about: 'tags', value };
  }
  const scenario = SCENARIO.exec(text)?.[1];
  if (scenario !== undefined) return { about: 'scenario', value: scenario };
  const tags = TAGS.exec(text)?.[1];
  return tags === undefined ? null : { about: 'tags', value: tags };
}
