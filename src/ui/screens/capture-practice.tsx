import type { ReactNode } from 'react';
import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import type { Engine } from '../services.ts';
import { captureScreens as words } from '../text/capture-screens.ts';
import { AskedPractice } from './asked-practice.tsx';
import { drillOn, questionsOn } from './capture-practice-plan.ts';

/** Questions on a captured conversation. */
export function CapturePracticeScreen({
  engine,
  captured,
}: {
  readonly engine: Engine;
  readonly captured: CapturedTrace;
}): ReactNode {
  return (
    <AskedPractice
      engine={engine}
      asked={{
        title: words.questions,
        questions: (count, newSeed, known) => questionsOn(captured, count, newSeed, known),
        drill: (plan, newSeed, known) => drillOn(captured, plan, newSeed, known),
        nothing: words.noQuestion,
      }}
    />
  );
}
