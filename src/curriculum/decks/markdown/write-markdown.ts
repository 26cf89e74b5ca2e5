import { CLOSES, OPENS, tidyLine, withMarks, withoutMarks } from '../card-text.ts';
import type { Deck, DeckCard } from '../deck.ts';
import { writtenLines } from './written-lines.ts';

/** A deck as a Markdown file that the decks' reader gives back: cards as hashcards writes them, each with its id. */
export function deckMarkdown({ id, title, cards }: Deck): string {
  const head = `---\nname = ${tomlString(tidyLine(title))}\nid = "${id}"\n---\n`;
  return head + cards.map((card) => `\n${cardMarkdown(card)}`).join('');
}

/** TOML's strings have JSON's escapes. The mark of a comment would be taken out of the file. */
function tomlString(text: string): string {
  return JSON.stringify(text).replaceAll('<!--', '<\\u0021--');
}

/** One card, its last line ended. */
export function cardMarkdown({ id, content, scenario, tags }: DeckCard): string {
  const lines = content.kind === 'flip' ? flipLines(content) : clozeLines(content);
  if (scenario !== null) lines.push(`scenario: ${scenario}`);
  if (tags.length > 0) lines.push(`tags: ${tagList(tags)}`);
  return `${[...lines, `<!-- id: ${id} -->`].join('\n')}\n`;
}

function flipLines({ front, back }: Extract<DeckCard['content'], { kind: 'flip' }>): string[] {
  return [...begun('Q:', writtenLines(front, 'flip')), ...begun('A:', writtenLines(back, 'flip'))];
}

/** The run to be recalled is in brackets; the marks of the text stand for them until all others are escaped. */
function clozeLines(content: Extract<DeckCard['content'], { kind: 'cloze' }>): string[] {
  const lines = writtenLines(withMarks(content), 'cloze').map((line) =>
    line
      // `[^a]` would be a footnote, `[a](b)` a link.
      .replace(`${OPENS}^`, `${OPENS}\\^`)
      .replace(`${CLOSES}(`, `${CLOSES}\\(`)
      .replace(OPENS, '[')
      .replace(CLOSES, ']'),
  );
  return begun('C:', lines.map(withoutMarks));
}

/** A list, a table or a fenced block begins on a line of its own. */
function begun(mark: string, lines: readonly string[]): string[] {
  const [first = '', ...others] = lines;
  const isBlock = /^\s*(?:- |\d{1,9}\. |\||(?:[-*+>]\s*|\d+[.)]\s*)*(?:```|~~~))/.test(first);
  return isBlock ? [mark, ...lines] : [`${mark} ${first}`, ...others];
}

/** Blanks part tags only where no comma does. */
function tagList(tags: readonly string[]): string {
  const words = tags.map((tag) => tag.replaceAll('<!--', '<!-')).map((tag) => (tag.startsWith('#') ? `#${tag}` : tag));
  return words.length === 1 && /\s/.test(words[0] ?? '') ? `${words[0]},` : words.join(', ');
}
