import { joined, type Text } from '../../language.ts';
import { STATES } from '../../tcp/state.ts';
import { type HostName, peerOf } from '../../trace/trace.ts';
import { drawnLadder as words } from '../text/drawn-ladder.ts';

/**
 * A ladder as lessons draw it: the client at the left, the server at the right, a row for each segment, with the states
 * that they are in after it at either side. Which is told here without the drawing.
 */

/** How a segment fares in its row. */
type Course = 'arrives' | 'lost' | 'leaves' | 'late';

type Drawn =
  | { readonly kind: 'segment'; readonly course: Course; readonly from: HostName; readonly text: string }
  | { readonly kind: 'both-arrive' }
  | { readonly kind: 'remark'; readonly text: string };

/** What only a drawing says: not to be read aloud. */
const SIGN = /[\u2190-\u21FF\u2500-\u25FF✗]/;

const NAMES = /^\s*client\s+server\s*$/;

/** What stands between the left state and what is right of the arrow, by how it begins and ends. Tried in this order. */
const ARROWS: readonly { readonly shape: RegExp; readonly course: Course; readonly from: HostName }[] = [
  { shape: /^──\s+(.+?)\s+─+✗(.*)$/, course: 'lost', from: 'client' },
  { shape: /^lost ✗\s+(.+?)\s+─+(.*)$/, course: 'lost', from: 'server' },
  { shape: /^──\s+(.+?)\s+─+┐(.*)$/, course: 'leaves', from: 'client' },
  { shape: /^┌─\s+(.+?)\s+─+┼─+(.*)$/, course: 'leaves', from: 'server' },
  { shape: /^\.\.\.\s+(.+?)\s+─+(.*)$/, course: 'leaves', from: 'server' },
  { shape: /^◀─\s+(.+?)\s+\.\.\.(.*)$/, course: 'late', from: 'server' },
  { shape: /^◀─\s+(.+?)\s+─+(?![▶─])(.*)$/, course: 'arrives', from: 'server' },
  { shape: /^(?:──\s+)?([^◀─].*?)\s+─+▶(.*)$/, course: 'arrives', from: 'client' },
];
const CROSSED = /^◀┘\s+└─+▶(.*)$/;
const COMMENT = /^\s+--\s+(.*)$/;

/** Each row in words; null when it is no ladder. */
export function toldLadder(rows: readonly string[]): readonly Text[] | null {
  const told = rows
    .map(withoutLifelines)
    .filter((row) => row.trim() !== '' && !NAMES.test(row))
    .map(toldRow);
  return told.some(({ isArrow }) => isArrow) && !told.some(({ isStrange }) => isStrange)
    ? told.map(({ text }) => text)
    : null;
}

function withoutLifelines(row: string): string {
  return row.replaceAll('│', ' ');
}

interface ToldRow {
  readonly text: Text;
  readonly isArrow: boolean;
  /** A drawing that is not understood. */
  readonly isStrange: boolean;
}

function toldRow(row: string): ToldRow {
  const comment = COMMENT.exec(row)?.[1];
  if (comment !== undefined) return { text: { ko: comment, en: comment }, isArrow: false, isStrange: false };
  const left = STATES.find((state) => row.startsWith(`${state} `) || row === state) ?? null;
  const { drawn, right } = drawnIn(row.slice(left?.length ?? 0).trim());
  const rightState = STATES.find((state) => state === right) ?? null;
  const states = [
    ...(left === null ? [] : [words.state('client', left)]),
    ...(rightState === null ? [] : [words.state('server', rightState)]),
  ];
  const remark = right === '' || rightState !== null ? [] : [{ ko: right, en: right }];
  const parts = [...eventOf(drawn), ...remark, joined(states, ', ')].filter(({ en }) => en !== '');
  return {
    text: joined(parts, '; '),
    isArrow: drawn.kind !== 'remark',
    isStrange: SIGN.test(right) || (drawn.kind !== 'both-arrive' && SIGN.test(drawn.text)),
  };
}

function drawnIn(text: string): { readonly drawn: Drawn; readonly right: string } {
  for (const { shape, course, from } of ARROWS) {
    const [, label, right] = shape.exec(text) ?? [];
    if (label === undefined || right === undefined) continue;
    return { drawn: { kind: 'segment', course, from, text: label.replace(/\s+/g, ' ') }, right: right.trim() };
  }
  const crossed = CROSSED.exec(text)?.[1];
  if (crossed !== undefined) return { drawn: { kind: 'both-arrive' }, right: crossed.trim() };
  // Without an arrow: what happens at the left, and the state at the right.
  const right = STATES.find((state) => text === state || text.endsWith(` ${state}`)) ?? '';
  return { drawn: { kind: 'remark', text: text.slice(0, text.length - right.length).trim() }, right };
}

function eventOf(drawn: Drawn): readonly Text[] {
  switch (drawn.kind) {
    case 'segment':
      return [words[drawn.course](drawn.from, peerOf(drawn.from), drawn.text)];
    case 'both-arrive':
      return [words.bothArrive];
    case 'remark':
      return [{ ko: drawn.text, en: drawn.text }];
  }
}
