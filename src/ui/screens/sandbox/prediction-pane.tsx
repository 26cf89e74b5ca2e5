import { type ReactNode, useState } from 'react';
import type { Verdict } from '../../../questions/diagnosis.ts';
import type { Question } from '../../../questions/question.ts';
import type { Trace } from '../../../trace/trace.ts';
import type { Status } from '../../components/frame.tsx';
import { AskPane } from '../../components/question/ask-pane.tsx';
import { VerdictPane } from '../../components/question/verdict-pane.tsx';
import { answered, type PredictionQuestion } from './prediction-question.ts';

/** Asks for the next segment before it is shown, then tells what was right and why. Takes the whole screen. */
export function PredictionPane({
  trace,
  asked,
  title,
  status,
  onJudged,
  onShow,
  onStop,
}: {
  readonly trace: Trace;
  readonly asked: PredictionQuestion;
  readonly title: readonly string[];
  readonly status: Status;
  /** Called once, when the prediction has been made. */
  readonly onJudged: (right: boolean) => void;
  /** Goes on to the segment. */
  readonly onShow: () => void;
  /** No more predictions. */
  readonly onStop: () => void;
}): ReactNode {
  const [told, tell] = useState<{ readonly question: Question; readonly verdict: Verdict } | null>(null);
  if (told === null) {
    return (
      <AskPane
        question={asked.asking}
        title={title}
        status={status}
        hints
        marks
        onAnswer={({ given }) => {
          const made = answered(trace, asked, given);
          onJudged(made.verdict.correct);
          tell(made);
        }}
        onSkip={onShow}
        onUndo={undefined}
        onLeave={onStop}
      />
    );
  }
  return (
    <VerdictPane
      question={told.question}
      verdict={told.verdict}
      title={title}
      status={status}
      onNext={onShow}
      onDrill={undefined}
      onUndo={undefined}
      onLeave={onStop}
    />
  );
}
