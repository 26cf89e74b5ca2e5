import type { ReactNode } from 'react';
import type { InterviewQuestion } from '../../curriculum/module.ts';
import type { InterviewState } from '../../learning/sessions/interview-session.ts';
import { Frame } from '../components/frame.tsx';
import { Scroll } from '../components/scroll.tsx';
import { useBodySize, useShell } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useScroll } from '../hooks/use-scroll.ts';
import { summaryLines } from './interview-lines.ts';

/** The end of a question: what was missed, and model answers to compare. */
export function InterviewDone({
  title,
  state,
  question,
  onAgain,
  onLeave,
}: {
  readonly title: readonly string[];
  readonly state: InterviewState;
  readonly question: InterviewQuestion;
  readonly onAgain: () => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { language, words, glyphs } = useShell();
  const { width, height } = useBodySize();
  const looks = { language, words: words.interview, glyphs, width: width - 2 };
  const lines = summaryLines(question, state.steps, state.graded, looks);
  const scroll = useScroll(lines.length, height);
  const keys = useKeys('interview-done', { ...scroll.handlers, leave: onLeave, again: onAgain, back: onLeave });
  return (
    <Frame title={title} keys={keys}>
      {({ width: room, height: shown }) => <Scroll lines={lines} top={scroll.top} width={room} height={shown} />}
    </Frame>
  );
}
