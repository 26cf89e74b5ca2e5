import { Box } from 'ink';
import { type ReactNode, useState } from 'react';
import { wrongRulesOf } from '../../../learning/progress/wrong-rules.ts';
import type { Verdict } from '../../../questions/diagnosis.ts';
import type { Question } from '../../../questions/question.ts';
import { useNavigation, useServices, useShell, useWords } from '../../context.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { useScroll } from '../../hooks/use-scroll.ts';
import { READING_WIDTH } from '../../layout/lesson.ts';
import { Frame, type Status, useRoom } from '../frame.tsx';
import { Lines } from '../lines.tsx';
import { Scroll } from '../scroll.tsx';
import { nameLines } from './name-rule.ts';
import type { SetAside } from './pane-props.ts';
import { answeredLadder, ladderTop } from './question-ladder.ts';
import { answeredLines } from './verdict-lines.ts';

/** A question answered: the ladder with its values, what was right and wrong, and why. Takes the whole screen. */
export function VerdictPane({
  question,
  verdict,
  title,
  status,
  why = [],
  onNext,
  onDrill,
  onUndo,
  setAside,
  onLeave,
}: {
  readonly question: Question;
  readonly verdict: Verdict;
  readonly title: readonly string[];
  readonly status: Status;
  /** As in QuestionPaneProps. */
  readonly why?: readonly string[] | undefined;
  readonly onNext: () => void;
  /** More questions like this one. */
  readonly onDrill: (() => void) | undefined;
  readonly onUndo: (() => void) | undefined;
  /** As in QuestionPaneProps. */
  readonly setAside?: SetAside | undefined;
  readonly onLeave: () => void;
}): ReactNode {
  const { language, glyphs, linear } = useShell();
  const services = useServices();
  const { question: words } = useWords();
  const navigation = useNavigation();
  const body = useRoom();
  const [numbers, setNumbers] = useState<'absolute' | 'relative'>('absolute');
  const [wide, setWide] = useState(false);
  const ascii = glyphs.drawing !== 'as-it-is';

  const counts = new Map(wrongRulesOf(services.store.state, services.now()).map(({ rule, count }) => [rule, count]));
  const { width } = body;
  const lines = answeredLines(question, verdict, (rule) => counts.get(rule) ?? 0, {
    width: Math.min(width - 2, READING_WIDTH),
    language,
    glyphs,
    words,
  });
  const ladder = answeredLadder(question, { width, language, numbers, ascii, linear });
  // Verdict and explanation get what they need, the ladder what is left, but never less than a few lines.
  const wanted = Math.max(LEAST_LADDER, body.height - 2 - lines.length);
  const ladderHeight = wide ? 0 : Math.min(ladder.lines.length, wanted, Math.floor(body.height / 2));
  const header = ladder.lines.length === 0 ? [] : [ladder.header];
  const top = ladderTop(ladder.lines.length, ladderHeight, ladder.focusLine, 0);
  const textHeight = linear ? body.height : Math.max(1, body.height - (wide ? 1 : ladderHeight + header.length + 1));
  const scroll = useScroll(lines.length, textHeight);
  const hidden = lines.length > textHeight || wide;
  // A question on bare numbers has no conversation to play.
  const isPlayable = question.trace.segments.length > 0;
  const keys = useKeys('verdict', {
    ...scroll.handlers,
    next: onNext,
    watch: isPlayable
      ? () =>
          navigation.push({
            screen: 'replay',
            trace: question.trace,
            about: question.prompt,
            from: Math.min(...question.view.focus),
          })
      : undefined,
    drill: onDrill,
    numbers: () => setNumbers(numbers === 'absolute' ? 'relative' : 'absolute'),
    explanation: linear || !hidden ? undefined : () => setWide(!wide),
    undo: onUndo,
    bury: setAside?.onBury,
    'set-aside': setAside?.onSuspend,
    back: onLeave,
  });
  return (
    <Frame title={title} status={status} keys={keys}>
      {({ width: room }) => {
        const rule = nameLines(question.name, why, room, { glyphs, linear });
        return (
          <Box flexDirection="column">
            <Lines
              lines={
                linear
                  ? ladder.lines
                  : wide
                    ? rule
                    : [...header, ...ladder.lines.slice(top, top + ladderHeight), ...rule]
              }
              width={room}
            />
            <Scroll lines={lines} top={scroll.top} width={room} height={textHeight} />
          </Box>
        );
      }}
    </Frame>
  );
}

const LEAST_LADDER = 5;
