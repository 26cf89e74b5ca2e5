import { Box } from 'ink';
import { type ReactNode, useEffect, useReducer } from 'react';
import type { Text } from '../../language.ts';
import { bodySize, problemsOf, useActive, useServices, useShell } from '../context.ts';
import { withoutTyped } from '../hooks/use-keys.ts';
import type { ActiveKeys } from '../input/dispatcher.ts';
import { bindingsOf } from '../keys/keymap.ts';
import { type Line, line, lineCells, span, spread } from '../layout/line.ts';
import { hintLine, hintLines } from './key-hints.ts';
import { Lines, OneLine } from './lines.tsx';

export interface FrameProps {
  /** Where the learner is, from the general to the particular; the product's name comes before it. */
  readonly title: readonly string[];
  /** On the right of the title: a count, a clock. */
  readonly status?: Status | undefined;
  readonly keys: ActiveKeys;
  /** Also what has been wrong since the start; other screens only tell what is new. */
  readonly tellsAllProblems?: boolean;
  readonly children: (room: Room) => ReactNode;
}

/** What stands there; a live one is made anew every so often, and only its own line is drawn again. */
export type Status = Line | LiveStatus;

export interface LiveStatus {
  readonly everyMs: number;
  readonly line: () => Line;
}

/** The room for the body, in cells. */
export interface Room {
  readonly width: number;
  /** Lines that can be shown; as good as endless for a screen reader. */
  readonly height: number;
  /** For a Box that is to fill the room; undefined where there is nothing to fill. */
  readonly fill: number | undefined;
}

/** The problem told at the foot of a screen: the latest that was not told before. */
function useProblem(tellsAll: boolean): Text | undefined {
  const { oldProblems } = useShell();
  const told = new Set(tellsAll ? [] : oldProblems.map(({ en }) => en));
  return problemsOf(useServices()).findLast(({ en }) => !told.has(en));
}

/** The room a Frame gives its body, for what has to be known before it is drawn. */
export function useRoom(tellsAllProblems = false): Room {
  const { columns, rows, linear } = useShell();
  const problem = useProblem(tellsAllProblems);
  const size = bodySize(columns, rows, linear);
  const height = problem === undefined || linear ? size.height : size.height - 1;
  return { width: size.width, height, fill: linear ? undefined : height };
}

/**
 * The whole screen: title and status, a rule, the body, a rule, the keys that work now. Fills the terminal and is never
 * wider. For a screen reader the same in one column without rules.
 */
export function Frame({ title, status = [], keys, tellsAllProblems = false, children }: FrameProps): ReactNode {
  const { columns, rows, linear, language, glyphs } = useShell();
  const problem = useProblem(tellsAllProblems);
  const room = useRoom(tellsAllProblems);
  const parts = ['seqack', ...title];
  const taken = new Set(keys.bindings.flatMap((binding) => binding.keys));
  const everywhere = bindingsOf('everywhere').filter(({ keys: [first] }) => !taken.has(first));
  const typed = keys.typing === null ? everywhere : everywhere.flatMap((one) => withoutTyped(one, keys.typing));
  const rule = line(glyphs.rule.repeat(columns), 'muted');
  const warning = problem === undefined ? null : line(`! ${problem[language]}`, 'warn');
  const inset = (spans: Line) => [span(' '), ...spans];

  if (linear) {
    return (
      <Box flexDirection="column">
        <OneLine spans={headingOf(parts, glyphs.dot)} width={columns} />
        {!isLive(status) && status.length > 0 && <OneLine spans={status} width={columns} />}
        {warning !== null && <OneLine spans={warning} width={columns} />}
        {children(room)}
        <Lines lines={hintLines(keys.bindings, typed, language, glyphs, columns)} width={columns} />
      </Box>
    );
  }
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <TitleLine parts={parts} status={status} />
      <OneLine spans={rule} width={columns} />
      <Box flexDirection="column" height={room.height} width={columns} paddingX={1} overflow="hidden">
        {children(room)}
      </Box>
      {warning !== null && <OneLine spans={inset(warning)} width={columns - 1} />}
      <OneLine spans={rule} width={columns} />
      <OneLine spans={inset(hintLine(keys.bindings, typed, language, glyphs, columns - 2))} width={columns} />
    </Box>
  );
}

function headingOf(parts: readonly string[], dot: string): Line {
  return parts.flatMap((part, at) => (at === 0 ? [span(part, 'strong')] : [span(` ${dot} `, 'muted'), span(part)]));
}

/** Where there is no room for the whole title, the most general goes first: the particular is what has to be read. */
function headingIn(parts: readonly string[], room: number, dot: string): Line {
  const whole = headingOf(parts, dot);
  return parts.length < 2 || lineCells(whole) <= room ? whole : headingIn(parts.slice(1), room, dot);
}

function isLive(status: Status): status is LiveStatus {
  return 'everyMs' in status;
}

/** A live status ticks here, so that a tick draws this line and nothing else. */
function TitleLine({ parts, status }: { readonly parts: readonly string[]; readonly status: Status }): ReactNode {
  const { columns, glyphs } = useShell();
  const active = useActive();
  const [, redraw] = useReducer((ticks: number) => ticks + 1, 0);
  const everyMs = isLive(status) && active ? status.everyMs : null;
  useEffect(() => {
    if (everyMs === null) return;
    const timer = setInterval(redraw, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  const right = isLive(status) ? status.line() : status;
  const room = columns - 2 - (right.length === 0 ? 0 : lineCells(right) + 1);
  const title = spread(headingIn(parts, room, glyphs.dot), right, columns - 2, glyphs.ellipsis);
  return <OneLine spans={[span(' '), ...title]} width={columns} />;
}
