import type { Language } from '../../language.ts';
import { type Binding, GROUPS, type Group } from '../keys/binding.ts';
import { type Line, lineCells, span } from '../layout/line.ts';
import type { Glyphs } from '../theme.ts';

/** What is printed for a key: '↑', 'esc', 'L', 'ctrl+c'. */
export function keyLabel(key: string, glyphs: Glyphs): string {
  switch (key) {
    case 'up':
      return glyphs.up;
    case 'down':
      return glyphs.down;
    case 'left':
      return glyphs.left;
    case 'right':
      return glyphs.rightArrow;
    case 'escape':
      return 'esc';
    case 'page-up':
      return 'PgUp';
    case 'page-down':
      return 'PgDn';
    case 'home':
      return 'Home';
    case 'end':
      return 'End';
    default:
      return key;
  }
}

interface Hint {
  readonly keys: string;
  readonly label: string;
}

/** The commands that lead away from a screen: their hint is always there, next to the help's. */
const LEAVING: readonly string[] = ['back', 'leave', 'close', 'cancel', 'clear-search'];

/** The footer's hints: what a screen does, then the way out and `?`. Those that do not fit are left to the help screen. */
export function hintLine(
  bindings: readonly Binding[],
  everywhere: readonly Binding[],
  language: Language,
  glyphs: Glyphs,
  width: number,
): Line {
  const { doing, last } = allHints(bindings, everywhere, language, glyphs);
  let room = width - last.reduce((sum, spans) => sum + lineCells(spans) + GAP, -GAP);
  const first: Line[] = [];
  for (const spans of doing) {
    const size = lineCells(spans) + GAP;
    if (size > room) continue;
    first.push(spans);
    room -= size;
  }
  return joined([...first, ...last]);
}

/** All the hints, for a screen reader: in as many lines as it takes, none broken, the way out and `?` in the last one. */
export function hintLines(
  bindings: readonly Binding[],
  everywhere: readonly Binding[],
  language: Language,
  glyphs: Glyphs,
  width: number,
): Line[] {
  const { doing, last } = allHints(bindings, everywhere, language, glyphs);
  const lines: Line[] = [];
  for (const spans of [...doing, joined(last)]) {
    const begun = lines.at(-1);
    if (begun === undefined || lineCells(begun) + GAP + lineCells(spans) > width) lines.push(spans);
    else lines[lines.length - 1] = joined([begun, spans]);
  }
  return lines;
}

/** What a screen does; then the way out and what works everywhere. */
function allHints(
  bindings: readonly Binding[],
  everywhere: readonly Binding[],
  language: Language,
  glyphs: Glyphs,
): { readonly doing: readonly Line[]; readonly last: readonly Line[] } {
  const leaving = bindings.filter(({ command }) => LEAVING.includes(command));
  const doing = bindings.filter((binding) => !leaving.includes(binding));
  const drawn = (some: readonly Binding[]) => hints(some, language, glyphs).map(toSpans);
  return { doing: drawn(doing), last: drawn([...leaving, ...everywhere]) };
}

function joined(hinted: readonly Line[]): Line {
  return hinted.flatMap((spans, at) => (at === 0 ? spans : [span(' '.repeat(GAP)), ...spans]));
}

const GAP = 3;

function toSpans({ keys, label }: Hint): Line {
  return [span(keys, 'accent'), span(` ${label}`, 'muted')];
}

function hints(bindings: readonly Binding[], language: Language, glyphs: Glyphs): Hint[] {
  const out: Hint[] = [];
  const groups = new Set<Group>();
  for (const { footer, keys, label } of bindings) {
    if (footer === 'hidden') continue;
    if (footer === 'shown') {
      out.push({ keys: keyLabel(keys[0], glyphs), label: label[language] });
      continue;
    }
    if (groups.has(footer)) continue;
    groups.add(footer);
    out.push({ keys: groupKeys(bindings, footer, glyphs), label: GROUPS[footer].label[language] });
  }
  return out;
}

function groupKeys(bindings: readonly Binding[], group: Group, glyphs: Glyphs): string {
  const members = bindings.filter(({ footer }) => footer === group).map(({ keys }) => keyLabel(keys[0], glyphs));
  const ends = members.length > 1 ? [members[0] ?? '', members.at(-1) ?? ''] : members;
  // Words (the ASCII names of arrows) need something between them that signs do not.
  const join = ends.every((name) => name.length > 1) && GROUPS[group].join === '' ? '/' : GROUPS[group].join;
  return ends.join(join);
}
