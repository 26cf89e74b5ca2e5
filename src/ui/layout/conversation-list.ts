import type { ConversationSummary } from '../../captures/analysis/conversation.ts';
import { conversationHeading, conversationRow, type RowStyle } from './conversation-rows.ts';
import { type Line, line, span, spread } from './line.ts';

/** Cells of the sign before the chosen row. */
export const POINTER = 2;

/** A list seen: the columns' heading, a row for each conversation, signs where there are more of them. */
export function conversationList(
  conversations: readonly ConversationSummary[],
  { before, after }: { readonly before: number; readonly after: number },
  chosen: ConversationSummary | undefined,
  style: RowStyle,
  width: number,
): Line[] {
  const { glyphs } = style;
  const rows = conversations.map((summary, at): Line => {
    const isChosen = summary === chosen;
    const pointer = span(isChosen ? `${glyphs.pointer} ` : ' '.repeat(POINTER), isChosen ? 'selected' : 'plain');
    const row = [pointer, ...conversationRow(summary, style, isChosen)];
    const isLast = at === conversations.length - 1;
    const more = at === 0 && before > 0 ? glyphs.less : isLast && after > 0 ? glyphs.more : '';
    return more === '' ? row : spread(row, line(more, 'muted'), width, glyphs.ellipsis);
  });
  return [[span(' '.repeat(POINTER)), ...conversationHeading(style)], ...rows];
}
