import { type ReactNode, useState } from 'react';
import { followedRule, type Verdict } from '../../../questions/diagnosis.ts';
import { useServices } from '../../context.ts';
import { AskPane } from './ask-pane.tsx';
import type { QuestionPaneProps } from './pane-props.ts';
import { VerdictPane } from './verdict-pane.tsx';

/** One question from its first frame to the moment the learner goes on (see QuestionPaneProps). */
export function QuestionPane({
  question,
  title,
  status,
  why,
  shownAt,
  onAnswered,
  onNext,
  onLeave,
  onSkip,
  onDrill,
  onUndo,
  setAside,
}: QuestionPaneProps): ReactNode {
  const { now } = useServices();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  if (verdict === null) {
    return (
      <AskPane
        question={question}
        title={title}
        status={status}
        why={why}
        hints
        onAnswer={({ given, verdict: judged, hinted }) => {
          const tookMs = Math.max(0, now() - shownAt);
          onAnswered({ question: question.name, given, verdict: judged, hinted, tookMs });
          setVerdict(judged);
        }}
        onSkip={onSkip}
        onUndo={onUndo}
        setAside={setAside}
        onLeave={onLeave}
      />
    );
  }
  return (
    <VerdictPane
      question={question}
      verdict={verdict}
      title={title}
      status={status}
      why={why}
      onNext={onNext}
      onDrill={verdict.correct || onDrill === undefined ? undefined : () => onDrill(followedRule(verdict))}
      onUndo={onUndo}
      setAside={setAside}
      onLeave={onLeave}
    />
  );
}
