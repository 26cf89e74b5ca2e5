import type { ConversationSummary } from '../../captures/analysis/conversation.ts';
import type { SocketAddress } from '../../captures/packet/flow.ts';
import { troubleScore } from '../../captures/survey/trouble.ts';
import type { Language } from '../../language.ts';
import { socketText } from '../../trace/ip-address.ts';
import { captureColumns } from '../text/capture-screens.ts';
import { endingWord, lengthText, sizeText } from '../text/captures.ts';
import { grouped } from '../text/format.ts';
import { arrowOf, type Glyphs } from '../theme.ts';
import { bytesOf, type ConversationColumns, segmentsOf, troubleCount, troubleWords } from './conversation-columns.ts';
import { type Line, span } from './line.ts';
import { cells, padEnd, padStart, truncate } from './width.ts';

/** What a list of conversations is in the order of. */
export type ConversationOrder = 'number' | 'trouble' | 'bytes';

export const ORDERS: readonly ConversationOrder[] = ['number', 'trouble', 'bytes'];

/** The conversations in another order; equals stay in the order of the capture. */
export function inOrder(
  conversations: readonly ConversationSummary[],
  order: ConversationOrder,
): readonly ConversationSummary[] {
  if (order === 'number') return conversations;
  const weigh = order === 'bytes' ? bytesOf : troubleScore;
  // Numbers alone sort many times faster than objects by a function: a weight and a place in one.
  const count = conversations.length;
  const keys = Float64Array.from(conversations, (summary, place) => {
    return place - count * Math.min(weigh(summary), HEAVIEST);
  });
  return [...keys.sort()].flatMap((key) => conversations[((key % count) + count) % count] ?? []);
}

/** Times the number of conversations, it is still an exact number: some 60 GB, beyond which all weigh the same. */
const HEAVIEST = 2 ** 36 - 1;

export interface RowStyle {
  readonly columns: ConversationColumns;
  readonly language: Language;
  readonly glyphs: Glyphs;
  /** Cells for the numbers of conversations. */
  readonly digits: number;
}

/** What stands above the rows. */
export function conversationHeading({ columns, language, glyphs, digits }: RowStyle): Line {
  const { ellipsis } = glyphs;
  const say = (name: keyof typeof captureColumns) => captureColumns[name][language];
  const orShorter = (name: 'segments' | 'trouble', shorter: 'few' | 'mark') =>
    cells(say(name)) > columns[name] ? say(shorter) : say(name);
  const parts = [
    ' '.repeat(digits),
    padEnd(say('ends'), columns.ends, ellipsis),
    padStart(orShorter('segments', 'few'), columns.segments, ellipsis),
    ...(columns.bytes > 0 ? [padStart(say('bytes'), columns.bytes, ellipsis)] : []),
    ...(columns.length > 0 ? [padStart(say('length'), columns.length, ellipsis)] : []),
    padEnd(say('ending'), columns.ending, ellipsis),
    padEnd(orShorter('trouble', 'mark'), columns.trouble, ellipsis),
  ];
  return [span(parts.join(' '), 'muted')];
}

/** One conversation in one line. */
export function conversationRow(summary: ConversationSummary, style: RowStyle, chosen: boolean): Line {
  const { columns, language, glyphs, digits } = style;
  const { ellipsis } = glyphs;
  const { begins, ends, firstMs, lastMs } = summary;
  const trouble = columns.inWords ? troubleWords(summary, language) : troubleCount(summary);
  const before = [
    padStart(String(summary.number), digits, ellipsis),
    padEnd(endsWithin(summary, columns.ends, glyphs), columns.ends, ellipsis),
  ];
  const after = [
    padStart(grouped(segmentsOf(summary)), columns.segments, ellipsis),
    ...(columns.bytes > 0 ? [padStart(sizeText(bytesOf(summary)), columns.bytes, ellipsis)] : []),
    ...(columns.length > 0 ? [padStart(lengthText(lastMs - firstMs)[language], columns.length, ellipsis)] : []),
    padEnd(endingWord(begins, ends)[language], columns.ending, ellipsis),
  ];
  return [
    span(`${before.join(' ')} `, chosen ? 'selected' : 'plain'),
    span(`${after.join(' ')} `),
    span(truncate(trouble, columns.trouble, ellipsis), 'warn'),
  ];
}

/** Both ends in `room` cells: an address that is too long loses its end, never its port. */
function endsWithin({ hosts }: ConversationSummary, room: number, glyphs: Glyphs): string {
  const { ellipsis } = glyphs;
  const arrow = ` ${arrowOf(glyphs)} `;
  const [left, right] = [socketText(hosts.client), socketText(hosts.server)];
  const over = cells(left) + cells(arrow) + cells(right) - room;
  if (over <= 0) return left + arrow + right;
  const half = Math.floor((room - cells(arrow)) / 2);
  const spare = Math.max(0, half - Math.min(cells(left), cells(right)));
  const within = (socket: SocketAddress) => shortened(socket, half + spare, ellipsis);
  return within(hosts.client) + arrow + within(hosts.server);
}

function shortened(socket: SocketAddress, room: number, ellipsis: string): string {
  const whole = socketText(socket);
  if (cells(whole) <= room) return whole;
  const port = `:${socket.port}`;
  return truncate(socket.address + ellipsis, Math.max(1, room - port.length), ellipsis) + port;
}
