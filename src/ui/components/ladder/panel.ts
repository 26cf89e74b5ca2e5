import type { State } from '../../../tcp/state.ts';
import { purposeWith } from '../../../trace/timer-purpose.ts';
import type { Snapshot } from '../../../trace/trace.ts';
import { type Line, lineCells, type Span, span } from '../../layout/line.ts';
import { cells, padEnd, padStart } from '../../layout/width.ts';
import type { Words } from '../../text/en.ts';

/** One side of the connection as the panel shows it. */
export interface PanelHost {
  readonly name: string;
  readonly snapshot: Snapshot | null;
}

export interface PanelStyle {
  readonly width: number;
  readonly numbers: 'absolute' | 'relative';
  /** Digits of the largest number the trace has, so that the columns stand still. */
  readonly digits: number;
  /** Virtual time, ms: timers are shown by what is left of them. */
  readonly nowMs: number;
  readonly words: Words['watch'];
}

/** Lines the panel takes: what each side has in a row, and a row for what does not fit there. */
export const PANEL_HEIGHT = 5;
/** From this width on everything fits into one row a side. */
const ONE_ROW = 110;

export function panelHeight(width: number): number {
  return width >= ONE_ROW ? 3 : PANEL_HEIGHT;
}

/** The variables of both sides: a line of names, then each side's numbers, timers and data held. */
export function panelLines(hosts: readonly PanelHost[], style: PanelStyle): Line[] {
  const { width } = style;
  const nameWidth = Math.max(...hosts.map(({ name }) => cells(name)));
  const rows = hosts.map(({ snapshot }) => valuesOf(snapshot, style));
  const columns = COLUMNS.map((name) => ({
    name,
    size: Math.max(cells(name), ...LEAST[name](style), ...rows.map((row) => cells(row[name]))),
  }));
  const shown: typeof columns = [];
  const rest: typeof columns = [];
  let used = nameWidth + 1 + STATE_WIDTH;
  for (const column of columns) {
    if (used + 1 + column.size <= width && rest.length === 0) {
      shown.push(column);
      used += 1 + column.size;
    } else rest.push(column);
  }
  // What room is left sets the columns apart.
  const gap = Math.min(3, 1 + Math.floor((width - used) / (shown.length + 1)));
  const table = (first: string, state: Span, cell: (name: Column) => string, look: Span['style']): Line => [
    span(`${padEnd(first, nameWidth)} `, look === 'muted' ? 'muted' : 'strong'),
    state,
    ...shown.map(({ name, size }) => span(' '.repeat(gap) + padStart(cell(name), size), look)),
  ];
  const head = table('', span(' '.repeat(STATE_WIDTH)), (name) => name, 'muted');
  const oneRow = width >= ONE_ROW;
  const body = hosts.flatMap(({ name, snapshot }, at): Line[] => {
    const values = rows[at] ?? valuesOf(null, style);
    const line = table(name, span(padEnd(stateOf(snapshot), STATE_WIDTH), 'code'), (column) => values[column], 'plain');
    // The RTO explains the timer beside it; the windows come after.
    const others = rest.map(({ name: column }) => `${column} ${values[column]}`).reverse();
    const room = oneRow ? width - used - gap * shown.length - 3 : width - nameWidth - 1;
    const details = detailsOf(snapshot, style, others, room);
    return oneRow ? [[...line, span('   '), ...details]] : [line, [span(' '.repeat(nameWidth + 1)), ...details]];
  });
  return [head, ...body];
}

const COLUMNS = ['snd.una', 'snd.nxt', 'rcv.nxt', 'snd.wnd', 'rcv.wnd', 'RTO'] as const;
type Column = (typeof COLUMNS)[number];

const LEAST: Readonly<Record<Column, (style: PanelStyle) => readonly number[]>> = {
  'snd.una': ({ digits }) => [digits],
  'snd.nxt': ({ digits }) => [digits],
  'rcv.nxt': ({ digits }) => [digits],
  'snd.wnd': () => [],
  'rcv.wnd': () => [],
  RTO: ({ words }) => [cells(words.seconds(1000))],
};

/** 'SYN-RECEIVED' and 'ESTABLISHED' are the longest. */
const STATE_WIDTH = 12;

function stateOf(snapshot: Snapshot | null): State {
  return snapshot?.state ?? 'CLOSED';
}

function valuesOf(snapshot: Snapshot | null, { numbers, words }: PanelStyle): Readonly<Record<Column, string>> {
  const none = '-';
  if (snapshot === null || snapshot.state === 'CLOSED' || snapshot.state === 'LISTEN') {
    return { 'snd.una': none, 'snd.nxt': none, 'rcv.nxt': none, 'snd.wnd': none, 'rcv.wnd': none, RTO: none };
  }
  const from = (value: number, base: number) => String(numbers === 'absolute' ? value : (value - base) >>> 0);
  // Before the peer's SYN nothing is known of its numbers and its window.
  const alone = snapshot.state === 'SYN-SENT';
  return {
    'snd.una': from(snapshot.sndUna, snapshot.iss),
    'snd.nxt': from(snapshot.sndNxt, snapshot.iss),
    'rcv.nxt': alone ? none : from(snapshot.rcvNxt, snapshot.irs),
    'snd.wnd': alone ? none : String(snapshot.sndWnd),
    'rcv.wnd': alone ? none : String(snapshot.rcvWnd),
    RTO: words.seconds(snapshot.rtoMs),
  };
}

/** Running timers and held data first: they say what will happen; then the variables that found no column. */
function detailsOf(snapshot: Snapshot | null, style: PanelStyle, rest: readonly string[], room: number): Line {
  const { words, nowMs, numbers } = style;
  if (snapshot === null || snapshot.state === 'CLOSED' || snapshot.state === 'LISTEN') return [];
  const from = (value: number) => String(numbers === 'absolute' ? value : (value - snapshot.irs) >>> 0);
  const timers = snapshot.timers.map(({ name, expiresMs }) =>
    words.timer(words.timers[purposeWith(name, snapshot)], words.seconds(Math.max(0, expiresMs - nowMs))),
  );
  const held = snapshot.held.map(([start, end]) => `${from(start)}-${from((end - 1) >>> 0)}`);
  if (snapshot.heldFin !== null) held.push(`FIN ${from(snapshot.heldFin)}`);
  const parts: Span[][] = [
    ...(held.length > 0 ? [[span(words.holds(held.join(', ')), 'warn')]] : []),
    ...timers.map((text) => [span(text, 'accent')]),
    ...rest.map((text) => [span(text, 'muted')]),
  ];
  const out: Span[] = [];
  for (const part of parts) {
    const gap = out.length === 0 ? [] : [span('  ')];
    if (lineCells([...out, ...gap, ...part]) > room && out.length > 0) break;
    out.push(...gap, ...part);
  }
  return out;
}
