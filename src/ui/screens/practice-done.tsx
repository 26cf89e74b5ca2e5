import type { ReactNode } from 'react';
import { skillOf } from '../../learning/events/event.ts';
import { isOver, summary } from '../../learning/sessions/practice-session.ts';
import { practiceSteps } from '../../learning/sessions/session-steps.ts';
import { isMisconceptionId, type MisconceptionId } from '../../questions/misconceptions.ts';
import { Frame, useRoom } from '../components/frame.tsx';
import { Scroll } from '../components/scroll.tsx';
import { useShell } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useScroll } from '../hooks/use-scroll.ts';
import { BLANK, type Line, line, span, wrapText } from '../layout/line.ts';
import type { Engine } from '../services.ts';
import { listSign } from '../theme.ts';
import type { State } from './practice-run.ts';
import { backLines, learnedLines, listed, nextLine, ruleLines } from './session-end-lines.ts';
import { useSessionTold } from './session-told.ts';

/** The end of a practice: how it went, what was learned, what was missed and by which wrong rules, what comes back. */
export function PracticeDone({
  state,
  engine,
  startedAt,
  onMore,
  onMissed,
  onDrill,
  onLeave,
}: {
  readonly state: State;
  readonly engine: Engine;
  /** When the practice began, ms since the epoch. */
  readonly startedAt: number;
  readonly onMore: () => void;
  readonly onMissed: (questions: readonly string[]) => void;
  readonly onDrill: (rule: MisconceptionId) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { words, glyphs } = useShell();
  const { height } = useRoom();
  const { practice, sessionEnd, shell } = words;
  const { answered, correct, missed } = summary(state);
  const { told, style } = useSessionTold(engine, startedAt, practiceSteps(state.answers));
  const toDrill = told.rules.find(({ corrected }) => !corrected)?.rule;
  const drill = toDrill !== undefined && isMisconceptionId(toDrill) ? toDrill : null;
  const left = state.questions.length + state.toChoose - answered;
  const next =
    drill !== null
      ? sessionEnd.drill(style.ruleName(drill) ?? '', 'd')
      : missed.length > 0
        ? sessionEnd.missed(missed.length, 'm')
        : isOver(state)
          ? sessionEnd.more('enter')
          : sessionEnd.goOn(left, 'enter');
  const head =
    answered === 0 ? practice.none : `${practice.done(answered, correct)} ${sessionEnd.took(shell.took(told.tookMs))}`;
  const lines: Line[] = [
    ...wrapText(head, style.width, 'strong'),
    ...(answered > 0 && missed.length === 0 ? [line(`${glyphs.right} ${practice.all}`, 'good')] : []),
    ...learnedLines(told, style),
    ...(missed.length === 0 ? [] : [BLANK, line(practice.missed, 'strong')]),
    ...missed.flatMap((name) =>
      listed(
        [span(`${listSign(glyphs, glyphs.wrong)} `, 'bad'), span(style.titleOf(skillOf(name)))],
        line(name, 'muted'),
        style,
      ),
    ),
    ...ruleLines(told.rules, style),
    ...backLines(told.back, style),
    ...nextLine(next, style),
  ];
  const scroll = useScroll(lines.length, height);
  const keys = useKeys('practice-done', {
    ...scroll.handlers,
    more: onMore,
    missed: missed.length === 0 ? undefined : () => onMissed(missed),
    drill: drill === null ? undefined : () => onDrill(drill),
    back: onLeave,
  });
  return (
    <Frame title={[practice.title]} keys={keys}>
      {({ width: room, height: shown }) => <Scroll lines={lines} top={scroll.top} width={room} height={shown} />}
    </Frame>
  );
}
