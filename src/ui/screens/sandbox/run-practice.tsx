import { type ReactNode, useState } from 'react';
import type { CapturedTrace } from '../../../captures/trace/captured-trace.ts';
import { simulatedCaptures } from '../../../captures/trace/simulated-captures.ts';
import type { Question } from '../../../questions/question.ts';
import type { HostName, Trace } from '../../../trace/trace.ts';
import type { Engine } from '../../services.ts';
import { askWords as words } from '../../text/sandbox.ts';
import { AskedPractice } from '../asked-practice.tsx';
import { drillOn, questionsOn } from '../capture-practice-plan.ts';

/** Questions on what happened in a run, as a capture at one end shows it: each has an answer that the segments settle. */
export function RunPracticeScreen({
  engine,
  trace,
  at,
}: {
  readonly engine: Engine;
  readonly trace: Trace;
  readonly at: HostName;
}): ReactNode {
  const [conversations] = useState(() => simulatedCaptures(trace, at, 'absolute'));
  return (
    <AskedPractice
      engine={engine}
      asked={{
        title: words.title,
        questions: (count, newSeed, known) =>
          inTurn(conversations, count, known, (one, missing, asked) => questionsOn(one, missing, newSeed, asked)),
        drill: (plan, newSeed, known) =>
          inTurn(conversations, plan.count, known, (one, count, asked) =>
            drillOn(one, { ...plan, count }, newSeed, asked),
          ),
        nothing: words.nothing,
      }}
    />
  );
}

/** Up to `count` questions, from one conversation after the other until there are enough. */
function inTurn(
  conversations: readonly CapturedTrace[],
  count: number,
  known: Iterable<Question>,
  ask: (one: CapturedTrace, missing: number, asked: readonly Question[]) => readonly Question[],
): Question[] {
  const before = [...known];
  const made: Question[] = [];
  for (const one of conversations) {
    if (made.length < count) made.push(...ask(one, count - made.length, [...before, ...made]));
  }
  return made;
}
