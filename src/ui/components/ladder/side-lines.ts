import type { Snapshot } from '../../../trace/trace.ts';
import { bar } from '../../layout/bar.ts';
import { type Line, line, lineCells, type Span, span, spread, wrap } from '../../layout/line.ts';
import { cells, padEnd } from '../../layout/width.ts';
import type { Words } from '../../text/en.ts';
import type { LadderViewWords } from '../../text/ladder-view.ts';
import type { Glyphs, StyleName } from '../../theme.ts';
import type { Side } from './side.ts';

/** What the figures of one end are drawn with. */
export interface SideStyle {
  readonly width: number;
  readonly numbers: 'absolute' | 'relative';
  readonly glyphs: Glyphs;
  readonly words: LadderViewWords;
  readonly timers: Words['watch']['timers'];
}

type Connection = Extract<Side, { kind: 'connection' }>;

/** A line of figures; the ones of a lower rank give way first. */
interface Ranked {
  readonly rank: number;
  readonly spans: Line;
}

/**
 * The figures of one end in at most `height` lines: its state, what it has in flight of what it may send, what it has
 * received, its timers; then, where there is room, the variables behind them.
 */
export function sideLines(name: string, side: Side, height: number, style: SideStyle): Line[] {
  const head: Line = [span(name, 'strong'), span(' '), span(side.state, 'code')];
  if (side.kind === 'none') return [head];
  const rto = line(`RTO ${style.words.seconds(side.snapshot.rtoMs)}`, 'muted');
  const lines: Ranked[] = [
    { rank: 0, spans: spread(head, rto, style.width) },
    ...sendingLines(side, style),
    ...receivingLines(side, style),
    ...timerLines(side, style),
  ];
  const kept = lines
    .map((one, at) => ({ ...one, at }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .slice(0, height);
  return kept.sort((a, b) => a.at - b.at).map(({ spans }) => spans);
}

function relative(value: number, base: number, { numbers }: SideStyle): string {
  return String(numbers === 'absolute' ? value : (value - base) >>> 0);
}

/** In flight of what is allowed; then both windows on the same scale, and the numbers. */
function sendingLines(side: Connection, style: SideStyle): Ranked[] {
  const { snapshot, inFlight, limit } = side;
  const una = relative(snapshot.sndUna, snapshot.iss, style);
  const nxt = relative(snapshot.sndNxt, snapshot.iss, style);
  return [
    ...(limit === null ? [] : limitLines(snapshot, inFlight, limit, style)),
    {
      rank: 3,
      spans: pairs([
        ['snd.una', una],
        ['nxt', nxt],
      ]),
    },
  ];
}

function limitLines(
  { cwnd, sndWnd }: Snapshot,
  inFlight: number,
  { bytes, by }: NonNullable<Connection['limit']>,
  style: SideStyle,
): Ranked[] {
  const { words } = style;
  const most = Math.max(cwnd, inFlight, Math.min(sndWnd, 2 * cwnd), 1);
  const share = inFlight / Math.max(bytes, inFlight, 1);
  return [
    { rank: 1, spans: figure(words.inFlight, share, words.ofLimit(inFlight, bytes, by), style) },
    { rank: 5, spans: figure('cwnd', cwnd / most, words.ofWindows(cwnd), style) },
    { rank: 5, spans: figure('snd.wnd', sndWnd / most, words.ofWindows(sndWnd), style) },
  ];
}

/** The strip of what was received: up to RCV.NXT, gaps, and what is held above them. */
function receivingLines(side: Connection, style: SideStyle): Ranked[] {
  if (!side.knowsPeer) return [];
  const { snapshot, strip } = side;
  const { words } = style;
  const said = [
    ...strip.map(({ kind, bytes }) => (kind === 'gap' ? words.gap(bytes) : words.held(bytes))),
    ...(snapshot.heldFin === null ? [] : [words.heldFin]),
  ];
  const text = said.length === 0 ? words.allInOrder : said.join(', ');
  const lines = withStrip(words.received, side, text, said.length === 0 ? 'muted' : 'warn', style);
  const nxt = relative(snapshot.rcvNxt, snapshot.irs, style);
  const held = snapshot.held.map(
    ([start, end]) => `${relative(start, snapshot.irs, style)}-${relative((end - 1) >>> 0, snapshot.irs, style)}`,
  );
  if (snapshot.heldFin !== null) held.push(`FIN ${relative(snapshot.heldFin, snapshot.irs, style)}`);
  return [
    ...lines,
    {
      rank: 4,
      spans: pairs([
        ['rcv.nxt', nxt],
        ['wnd', String(snapshot.rcvWnd)],
      ]),
    },
    ...(held.length === 0
      ? []
      : wrap(line(words.holds(held.join(', ')), 'muted'), style.width, 2).map((spans) => ({ rank: 4, spans }))),
  ];
}

/** The strip and its words in one line, or in two where they do not fit beside each other. */
function withStrip(name: string, side: Connection, text: string, look: StyleName, style: SideStyle): Ranked[] {
  const label = `${padEnd(name, labelWidth(style))} `;
  const room = style.width - cells(label) - cells(text) - 1;
  const parts = side.strip.length;
  if (room >= Math.max(6, 2 * parts + 2)) {
    return [
      {
        rank: 2,
        spans: [
          span(label, 'muted'),
          ...strip(side, Math.min(room, barWidth(style)), style),
          span(' '),
          span(text, look),
        ],
      },
    ];
  }
  const drawn = strip(side, style.width - cells(label), style);
  return [
    { rank: 2, spans: [span(label, 'muted'), ...drawn] },
    ...wrap(line(text, look), style.width - 2).map((spans) => ({ rank: 2, spans: [span('  '), ...spans] })),
  ];
}

/** Columns of what was received in order, at the beginning of a strip. */
const IN_ORDER = 3;

function strip({ strip: parts }: Connection, width: number, { glyphs }: SideStyle): Span[] {
  const [none, , held] = [glyphs.dot, glyphs.shades[1], glyphs.shades[3]];
  const whole = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const start = span(glyphs.full.repeat(parts.length === 0 ? width : IN_ORDER), 'good');
  const room = Math.max(parts.length, width - IN_ORDER);
  let used = 0;
  let bytes = 0;
  const drawn = parts.map((part, at): Span => {
    bytes += part.bytes;
    const end = Math.max(used + 1, Math.min(room - (parts.length - 1 - at), Math.round((bytes / whole) * room)));
    const size = end - used;
    used = end;
    return part.kind === 'gap' ? span(none.repeat(size), 'warn') : span(held.repeat(size), 'accent');
  });
  return [start, ...drawn];
}

function timerLines(side: Connection, style: SideStyle): Ranked[] {
  const { words, timers } = style;
  return side.countdowns.map(({ name, leftMs, wholeMs }) => ({
    rank: 1.5,
    spans: figure(timers[name], leftMs / wholeMs, words.seconds(leftMs), style),
  }));
}

/** A name, a bar and words: 'in flight ███░░░ 500 of 1000'. The bar gives way to the words. */
function figure(name: string, share: number, text: string, style: SideStyle): Line {
  const label = `${padEnd(name, Math.max(labelWidth(style), cells(name)))} `;
  const room = Math.min(barWidth(style), style.width - cells(label) - cells(text) - 1);
  const drawn = room >= 3 ? [...bar(share, room, style.glyphs), span(' ')] : [];
  return [span(label, 'muted'), ...drawn, span(text)];
}

function labelWidth({ words }: SideStyle): number {
  return Math.max(cells(words.inFlight), cells(words.received), 7);
}

function barWidth({ width }: SideStyle): number {
  return Math.max(6, Math.min(16, Math.floor(width * 0.36)));
}

function pairs(values: readonly (readonly [string, string])[]): Line {
  return values.flatMap(([name, value], at) => [span(`${at === 0 ? '' : '  '}${name} `, 'muted'), span(value)]);
}

/** The figures of one end in a sentence, for a screen reader. */
export function sideSentence(name: string, side: Side, style: SideStyle): Line {
  const { words, timers } = style;
  if (side.kind === 'none') return line(`${name} ${side.state}`);
  const { snapshot, strip: parts } = side;
  const said = [
    words.side.sending(side.inFlight, side.limit?.bytes ?? null),
    ...(side.knowsPeer ? [words.side.receiving(relative(snapshot.rcvNxt, snapshot.irs, style))] : []),
    ...parts.map(({ kind, bytes }) => (kind === 'gap' ? words.gap(bytes) : words.held(bytes))),
    ...(snapshot.heldFin === null ? [] : [words.heldFin]),
    ...side.countdowns.map((one) => words.side.timer(timers[one.name], words.seconds(one.leftMs))),
  ];
  return line(`${name} ${side.state}: ${said.join(', ')}`);
}

/** Two columns of lines side by side, each cut to its own width. */
export function sideBySide(left: readonly Line[], right: readonly Line[], width: number, gap: number): Line[] {
  const half = Math.floor((width - gap) / 2);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
    const one = left[at] ?? [];
    return [...one, span(' '.repeat(Math.max(0, half - lineCells(one)) + gap)), ...(right[at] ?? [])];
  });
}
