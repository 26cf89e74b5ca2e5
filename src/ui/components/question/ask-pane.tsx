import { Box, useCursor } from 'ink';
import { type ReactNode, useMemo, useReducer, useRef, useState } from 'react';
import type { Verdict } from '../../../questions/diagnosis.ts';
import type { Question } from '../../../questions/question.ts';
import { useActive, useShell, useWords } from '../../context.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import type { Typing } from '../../input/dispatcher.ts';
import type { EditAction } from '../../input/edit.ts';
import { figureLines, spokenFigure } from '../../layout/figure.ts';
import { READING_WIDTH } from '../../layout/lesson.ts';
import { type Line, line, span, wrap } from '../../layout/line.ts';
import { Frame, type Status } from '../frame.tsx';
import { Lines } from '../lines.tsx';
import { type AnsweringAction, givenOf, reduceAnswering, startAnswering, submit } from './answering.ts';
import { askWindow, LEAST_LADDER, type Reach, within } from './ask-window.ts';
import { type EntryAction, entryAccepts } from './entry.ts';
import { blockWindow, type EntryBlock, entryBlock } from './entry-lines.ts';
import { nameLines } from './name-rule.ts';
import type { SetAside } from './pane-props.ts';
import { askingLadder, askingRows } from './question-ladder.ts';

/** An answer that can be judged, as the learner gave it. */
export interface GivenAnswer {
  readonly given: Readonly<Record<string, string>>;
  readonly verdict: Verdict;
  readonly hinted: boolean;
}

const CONTEXTS = {
  number: 'ask-number',
  flags: 'ask-flags',
  state: 'ask-state',
  choice: 'ask-choice',
  order: 'ask-order',
} as const;

/** The fields keep at least this many lines. */
const LEAST_BLOCK = 3;

/** One question being asked: its ladder with blanks, the question, and the place to answer. Takes the whole screen. */
export function AskPane({
  question,
  title,
  status,
  why = [],
  hints,
  marks = false,
  onAnswer,
  onSkip,
  onUndo,
  setAside,
  onLeave,
}: {
  readonly question: Question;
  readonly title: readonly string[];
  readonly status: Status;
  /** As in QuestionPaneProps. */
  readonly why?: readonly string[] | undefined;
  /** Whether hints may be asked for. */
  readonly hints: boolean;
  /** Whether the ladder shows calls and timers: they may be what a question asks about. */
  readonly marks?: boolean;
  readonly onAnswer: (answer: GivenAnswer) => void;
  readonly onSkip: (() => void) | undefined;
  /** Takes back the grade before this question; undefined where there is none. */
  readonly onUndo: (() => void) | undefined;
  /** As in QuestionPaneProps. */
  readonly setAside?: SetAside | undefined;
  readonly onLeave: () => void;
}): ReactNode {
  const { language, glyphs, linear } = useShell();
  const { question: words } = useWords();
  const [state, dispatch] = useReducer(
    (before: ReturnType<typeof startAnswering>, action: AnsweringAction) => reduceAnswering(question, before, action),
    question,
    startAnswering,
  );
  const [moved, setMoved] = useState(0);
  const reach = useRef<Reach>({ up: 0, down: 0 });
  const ascii = glyphs.drawing !== 'as-it-is';
  const rows = useMemo(() => askingRows(question, marks), [question, marks]);
  const { fields } = question;
  const { focus, message, entries } = state;
  const field = fields[focus];
  const entry = entries[focus];

  const act = (action: EntryAction) => () => dispatch({ type: 'entry', action });
  const edit = (type: Exclude<EditAction['type'], 'insert' | 'set'>) => act({ type: 'edit', edit: { type } });
  const typing: Typing | null =
    field === undefined || entry === undefined
      ? null
      : {
          accepts: (character) => entryAccepts(field, entry)(character, ''),
          insert: (text) => dispatch({ type: 'entry', action: { type: 'insert', text } }),
        };
  const enter = () => {
    const made = submit(question, state);
    if (made.kind === 'field') dispatch({ type: 'focus', field: made.field, message: made.message });
    else onAnswer({ given: made.given, verdict: made.verdict, hinted: state.hints > 0 });
  };
  const several = fields.length > 1;
  const keys = useKeys(
    CONTEXTS[entry?.kind ?? 'number'],
    {
      submit: enter,
      'next-field': several ? () => dispatch({ type: 'next-field' }) : undefined,
      'previous-field': several ? () => dispatch({ type: 'previous-field' }) : undefined,
      hint: hints && state.hints < question.hints.length ? () => dispatch({ type: 'hint' }) : undefined,
      skip: onSkip,
      undo: onUndo,
      bury: setAside?.onBury,
      'set-aside': setAside?.onSuspend,
      'scroll-up': () => setMoved(within(reach.current, moved - SCROLL)),
      'scroll-down': () => setMoved(within(reach.current, moved + SCROLL)),
      up: act({ type: 'move', by: -1 }),
      down: act({ type: 'move', by: 1 }),
      toggle: act({ type: 'toggle' }),
      erase: entry?.kind === 'number' ? edit('erase') : act({ type: 'erase' }),
      'erase-next': edit('erase-next'),
      'erase-all': edit('erase-all'),
      'cursor-left': edit('cursor-left'),
      'cursor-right': edit('cursor-right'),
      'cursor-start': edit('cursor-start'),
      'cursor-end': edit('cursor-end'),
      back: onLeave,
    },
    typing,
  );

  const typed = givenOf(question, state);
  const content = (width: number, height: number) => {
    const reading = Math.min(width, READING_WIDTH);
    const asked = [
      ...question.figures.flatMap((figure) =>
        linear ? spokenFigure(figure, language, reading) : figureLines(figure, language).map((text) => line(text)),
      ),
      ...wrap(line(question.prompt[language], 'strong'), reading),
    ];
    const conventions = question.conventions.flatMap((text) => wrap(line(text[language], 'muted'), reading));
    const given = question.hints
      .slice(0, state.hints)
      .map((hint, at) =>
        wrap([span(`${words.hint(at + 1, question.hints.length)} `, 'accent'), span(hint[language])], reading),
      );
    const problem = message === null ? [] : wrap(line(message[language], 'warn'), reading);
    const ladder = askingLadder(question, rows, typed, focus, { width, language, numbers: 'absolute', ascii, linear });
    const header = ladder.lines.length === 0 ? [] : [ladder.header];
    const least = Math.min(ladder.lines.length, LEAST_LADDER);
    const whole = entryBlock(fields, entries, focus, { width, language, glyphs });
    const focused = whole.focus.last - whole.focus.first + 1;
    const around = header.length + 1 + asked.length + problem.length;
    // Where the window has no room for all of them, the last hint stands alone.
    const room = height - around - Math.max(LEAST_BLOCK, focused) - least;
    const hintLines = given.flat().length > room ? given.slice(-1).flat() : given.flat();
    const notes: Line[] = [...hintLines, ...problem];
    const fixed = around + hintLines.length;
    const block = blockWindow(whole, Math.max(LEAST_BLOCK, focused, height - fixed - least));
    const parts = {
      header: linear ? [] : header,
      ladder: ladder.lines,
      focusLine: ladder.focusLine,
      text: [...nameLines(question.name, why, width, { glyphs, linear }), ...asked, ...conventions],
      more: line(words.more, 'accent'),
    };
    const above = askWindow(parts, Math.max(1, height - block.lines.length - notes.length), moved);
    reach.current = above.reach;
    return { above: above.lines, block, notes };
  };

  return (
    <Frame title={title} status={status} keys={keys}>
      {({ width, height }) => {
        const { above, block, notes } = content(width, linear ? LINEAR_HEIGHT : height);
        return (
          <Box flexDirection="column">
            <Lines lines={above} width={width} />
            <EntryLines block={block} width={width} y={above.length} />
            <Lines lines={notes} width={width} />
          </Box>
        );
      }}
    </Frame>
  );
}

/** Lines that PgUp and PgDn move by. */
const SCROLL = 4;
/** A screen reader is given everything. */
const LINEAR_HEIGHT = 1000;

/** Title and rule above the body, one cell beside it. */
const BODY_TOP = 2;
const BODY_LEFT = 1;

/** The fields, with the terminal's own cursor where a number is typed. */
function EntryLines({
  block,
  width,
  y,
}: {
  readonly block: EntryBlock;
  readonly width: number;
  readonly y: number;
}): ReactNode {
  const active = useActive();
  const { linear } = useShell();
  const { setCursorPosition } = useCursor();
  const { cursor, lines } = block;
  setCursorPosition(
    active && !linear && cursor !== null ? { x: BODY_LEFT + cursor.column, y: BODY_TOP + y + cursor.line } : undefined,
  );
  return <Lines lines={lines} width={width} />;
}
