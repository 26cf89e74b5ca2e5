import type { Language, Text } from '../../../language.ts';
import { HOST_NAMES, type HostName } from '../../../trace/trace.ts';
import { keyLabel } from '../../components/key-hints.ts';
import { bindingsOf } from '../../keys/keymap.ts';
import { type Line, lineCells, type Span, span, spread, wrapText } from '../../layout/line.ts';
import { pendingShort, pendingText, sandboxWords as words } from '../../text/sandbox.ts';
import type { Glyphs } from '../../theme.ts';
import type { Moment } from './moment.ts';
import { isPossible, SIDE_COMMANDS, type SideCommand } from './possible.ts';

export interface CommandStyle {
  readonly width: number;
  readonly language: Language;
  readonly glyphs: Glyphs;
  /** For a screen reader. */
  readonly linear: boolean;
}

/** What can be done with the sandbox as a whole. */
export const SESSION_COMMANDS = ['network', 'predict', 'hint', 'save', 'ask'] as const;
export type SessionCommand = (typeof SESSION_COMMANDS)[number];

/** The most commands a side ever has at once: those of an established connection. */
const MOST: readonly SideCommand[] = SIDE_COMMANDS.filter((name) => name !== 'connect' && name !== 'listen');

/** Lines the commands take whatever can be done now, so that the ladder above them stands still. */
export function commandHeight(style: CommandStyle): number {
  return hintLines([...MOST, ...SESSION_COMMANDS], true, style).length;
}

/** What the chosen side can do now, by its keys, and after that what is of no side. */
export function commandLines(
  side: HostName,
  moment: Moment,
  others: readonly SessionCommand[],
  style: CommandStyle,
): Line[] {
  const host = moment.hosts[side];
  return hintLines([...SIDE_COMMANDS.filter((name) => isPossible(name, host)), ...others], host.reads, style);
}

function hintLines(names: readonly (SideCommand | SessionCommand)[], reads: boolean, style: CommandStyle): Line[] {
  const lines: Span[][] = [[]];
  for (const hint of names.map((name) => commandHint(name, reads, style))) {
    const last = lines.at(-1) ?? [];
    const gap = last.length === 0 ? 0 : GAP;
    if (last.length > 0 && lineCells(last) + gap + lineCells(hint) > style.width) lines.push([...hint]);
    else last.push(...(gap === 0 ? [] : [span(' '.repeat(gap))]), ...hint);
  }
  return lines;
}

const GAP = 2;

/** Shorter than on the help screen: they stand side by side. */
const SHORT: Readonly<Partial<Record<SideCommand | SessionCommand, Text>>> = {
  read: words.readSome,
  drop: words.loseNext,
  delay: words.delayNext,
  duplicate: words.doubleNext,
  hint: words.ideas,
};

function commandHint(name: SideCommand | SessionCommand, reads: boolean, { language, glyphs }: CommandStyle): Line {
  const binding = bindingsOf('sandbox').find(({ command }) => command === name);
  const short = name === 'reading' ? (reads ? words.stopReading : words.resumeReading) : SHORT[name];
  const label = short ?? binding?.label;
  return [span(keyLabel(binding?.keys[0] ?? '', glyphs), 'accent'), span(` ${label?.[language] ?? ''}`, 'muted')];
}

/** Whose commands the keys give, and what has been arranged for the next segments. `path` is the network in words. */
export function sideLines(side: HostName, moment: Moment, path: string, style: CommandStyle): Line[] {
  const { language, glyphs, width, linear } = style;
  const { hosts } = moment;
  if (linear) {
    const notes = HOST_NAMES.flatMap((host) =>
      hosts[host].pending.map((effect) => pendingText(host, effect)[language]),
    );
    return [
      ...wrapText(`${words.acting(side)[language]}. ${words.path[language]}: ${path}.`, width),
      ...notes.flatMap((note) => wrapText(`${note}.`, width)),
    ];
  }
  const sides = (isTold: (host: HostName) => boolean): Line =>
    HOST_NAMES.flatMap((host) => {
      const { reads, listens, snapshot, pending } = hosts[host];
      const notes = [
        ...pending.map((effect) => pendingShort(effect)[language]),
        ...(reads ? [] : [words.readingStopped[language]]),
        ...(listens && (snapshot?.state ?? 'CLOSED') === 'CLOSED' ? [words.listens[language]] : []),
      ];
      const name = words.hosts[host][language];
      return [
        span(host === side ? `[${name}]` : ` ${name} `, host === side ? 'selected' : 'muted'),
        span(notes.length === 0 ? ' ' : ` ${isTold(host) ? notes.join(', ') : glyphs.ellipsis} `, 'warn'),
      ];
    });
  // Where both have much to tell, the other side tells it when it is chosen.
  const whole = sides(() => true);
  const left = lineCells(whole) <= width ? whole : sides((host) => host === side);
  const right: Line = [span(path, 'muted')];
  // What is done to segments matters more than the network, which its form tells, too.
  return [lineCells(left) + 1 + lineCells(right) <= width ? spread(left, right, width, glyphs.ellipsis) : left];
}
