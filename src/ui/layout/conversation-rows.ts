import type { ConversationSummary } from '../../captures/analysis/conversation.ts';
import type { SocketAddress } from '../../captures/packet/flow.ts';
import { troubleScore, troublesOf } from '../../captures/survey/trouble.ts';
import type { Language } from '../../language.ts';
import { socketText } from '../../trace/ip-address.ts';
import { captureColumns } from '../text/capture-screens.ts';
import { endingWord, findings, lengthText, sizeText } from '../text/captures.ts';
import { grouped } from '../text/format.ts';
import type { Glyphs } from '../theme.ts';
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

function bytesOf({ sides }: ConversationSummary): number {
  return sides.client.bytes + sides.server.bytes;
}

export interface RowStyle {
  /** Cells of a row, without its pointer. */
  readonly width: number;
  readonly language: Language;
  readonly glyphs: Glyphs;
  /** Cells for the numbers of conversations. */
  readonly digits: number;
}

/** The columns that there is room for; a width of 0 leaves one out. */
interface Columns {
  readonly ends: number;
  readonly segments: number;
  readonly bytes: number;
  readonly length: number;
  readonly ending: number;
  readonly trouble: number;
}

/** Below this the narrowest columns do, and the data is left out. */
const NARROW = 70;

const [SEGMENTS, BYTES, LENGTH, ENDING] = [8, 7, 12, 11];

function columnsOf({ width, digits }: RowStyle): Columns {
  const bytes = width >= NARROW ? BYTES : 0;
  const length = width >= 90 ? LENGTH : 0;
  const trouble = width >= 108 ? 24 : width >= NARROW ? 7 : 6;
  const segments = width >= NARROW ? SEGMENTS : SEGMENTS - 2;
  const ending = width >= NARROW ? ENDING : ENDING - 2;
  const others = [digits, segments, bytes, length, ending, trouble].filter((one) => one > 0);
  const ends = width - others.reduce((sum, one) => sum + one + 1, 0);
  return { ends: Math.max(16, ends), segments, bytes, length, ending, trouble };
}

/** What stands above the rows. */
export function conversationHeading(style: RowStyle): Line {
  const { ellipsis } = style.glyphs;
  const columns = columnsOf(style);
  const say = (name: keyof typeof captureColumns) => captureColumns[name][style.language];
  const parts = [
    ' '.repeat(style.digits),
    padEnd(say('ends'), columns.ends, ellipsis),
    padStart(say(style.width < NARROW ? 'few' : 'segments'), columns.segments, ellipsis),
    ...(columns.bytes > 0 ? [padStart(say('bytes'), columns.bytes, ellipsis)] : []),
    ...(columns.length > 0 ? [padStart(say('length'), columns.length, ellipsis)] : []),
    padEnd(say('ending'), columns.ending, ellipsis),
    padEnd(say(style.width < NARROW ? 'mark' : 'trouble'), columns.trouble, ellipsis),
  ];
  return [span(parts.join(' '), 'muted')];
}

/** One conversation in one line. */
export function conversationRow(summary: ConversationSummary, style: RowStyle, chosen: boolean): Line {
  const { language, glyphs } = style;
  const { ellipsis } = glyphs;
  const columns = columnsOf(style);
  const { sides, begins, ends, firstMs, lastMs } = summary;
  const troubles = troublesOf(summary);
  const [worst] = troubles;
  const all = troubles.reduce((sum, { count }) => sum + count, 0);
  const trouble =
    worst === undefined
      ? ''
      : columns.trouble < 12
        ? `! ${all > 999 ? '999+' : all}`
        : `! ${findings[worst.kind](worst.count)[language]}${troubles.length > 1 ? ` +${troubles.length - 1}` : ''}`;
  const before = [
    padStart(String(summary.number), style.digits, ellipsis),
    padEnd(endsWithin(summary, columns.ends, glyphs), columns.ends, ellipsis),
  ];
  const after = [
    padStart(grouped(sides.client.segments + sides.server.segments), columns.segments, ellipsis),
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
function endsWithin({ hosts }: ConversationSummary, room: number, { drawing, ellipsis }: Glyphs): string {
  const arrow = drawing === 'as-it-is' ? ' → ' : ' -> ';
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
