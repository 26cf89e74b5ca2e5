import type { DeckCard } from '../../curriculum/decks/deck.ts';
import type { Language } from '../../language.ts';
import { type FoundCard, ownerTitle } from '../item-title.ts';
import type { Glyphs } from '../theme.ts';
import { lightLines } from './light-lines.ts';
import { BLANK, type Line, line, wrapText } from './line.ts';

/** What stands on a card: what it belongs to, its front and, once revealed, its back, at most `width` cells wide. */
export function cardFace(
  found: FoundCard,
  revealed: boolean,
  language: Language,
  width: number,
  glyphs: Glyphs,
): readonly Line[] {
  const owner = [...wrapText(ownerTitle(found)[language], width, 'muted'), BLANK];
  if (found.kind === 'deck') return [...owner, ...deckFace(found.card, revealed, width, glyphs)];
  const { front, back, rfc } = found.card;
  const shown = wrapText(front[language], width, 'strong');
  if (!revealed) return [...owner, ...shown];
  return [
    ...owner,
    ...shown,
    ...between(width, glyphs),
    ...wrapText(back[language], width),
    BLANK,
    line(rfc.join(', '), 'muted'),
  ];
}

function deckFace({ content }: DeckCard, revealed: boolean, width: number, glyphs: Glyphs): Line[] {
  if (content.kind === 'cloze') {
    const { text, start, end } = content;
    return lightLines(text, width, glyphs, 'plain', { start, end, revealed });
  }
  const front = lightLines(content.front, width, glyphs, 'strong');
  return revealed ? [...front, ...between(width, glyphs), ...lightLines(content.back, width, glyphs)] : front;
}

function between(width: number, glyphs: Glyphs): Line[] {
  return [BLANK, line(glyphs.rule.repeat(Math.min(width, 24)), 'muted'), BLANK];
}
