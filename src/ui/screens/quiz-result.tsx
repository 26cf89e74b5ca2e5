import { type ReactNode, useMemo } from 'react';
import { wrongRulesOf } from '../../learning/progress/wrong-rules.ts';
import type { QuizResult } from '../../learning/sessions/quiz-result.ts';
import type { Verdict } from '../../questions/diagnosis.ts';
import { isMisconceptionId, misconception } from '../../questions/misconceptions.ts';
import { Frame, useRoom } from '../components/frame.tsx';
import { Scroll } from '../components/scroll.tsx';
import { useNavigation, useSay, useServices, useShell } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useScroll } from '../hooks/use-scroll.ts';
import type { QuizRules } from '../route.ts';
import type { Engine } from '../services.ts';
import { quizResultLines } from './quiz-result-lines.ts';
import { quizSteps } from './quiz-run.ts';
import { backLines, learnedLines, nextLine } from './session-end-lines.ts';
import { useSessionTold } from './session-told.ts';

/** How a quiz went: score, times, each mistake with what it comes from; and the way to practise what was missed. */
export function QuizResultScreen({
  engine,
  result,
  startedAt,
}: {
  readonly engine: Engine;
  readonly result: QuizResult<Verdict>;
  /** When the quiz began, ms since the epoch. */
  readonly startedAt: number;
}): ReactNode {
  const { language, words } = useShell();
  const { store, now, newSeed } = useServices();
  const say = useSay();
  const navigation = useNavigation();
  const { height } = useRoom();
  const questions = useMemo(
    () => new Map(result.mistakes.map(({ question }) => [question, engine.makeQuestion(question)])),
    [engine, result],
  );
  const counts = new Map(wrongRulesOf(store.state, now()).map(({ rule, count }) => [rule, count]));
  const { told, style } = useSessionTold(engine, startedAt, quizSteps(result.outcomes));
  const rule = told.rules.map((met) => met.rule).find(isMisconceptionId);
  const { practiseAgain } = result;
  const next =
    rule !== undefined
      ? words.sessionEnd.drill(say(misconception(rule).name), 'd')
      : practiseAgain.length > 0
        ? words.sessionEnd.missed(practiseAgain.length, 'm')
        : words.sessionEnd.home('esc');
  const lines = [
    ...quizResultLines(result, {
      ...style,
      language,
      questions,
      timesOf: (id) => counts.get(id) ?? 0,
      learned: [...learnedLines(told, style), ...backLines(told.back, style), ...nextLine(next, style)],
    }),
  ];
  const scroll = useScroll(lines.length, height);
  const keys = useKeys('quiz-result', {
    ...scroll.handlers,
    missed:
      practiseAgain.length === 0 ? undefined : () => navigation.push({ screen: 'practice', names: practiseAgain }),
    drill: rule === undefined ? undefined : () => navigation.push({ screen: 'practice', names: [rule] }),
    another: () => navigation.replace({ screen: 'quiz', rules: { ...rulesOf(result), seed: newSeed() } }),
    back: navigation.back,
  });
  return (
    <Frame title={[words.quiz.title]} keys={keys}>
      {({ width: room, height: shown }) => <Scroll lines={lines} top={scroll.top} width={room} height={shown} />}
    </Frame>
  );
}

/** Rules for a quiz like this one. */
function rulesOf({ asked, limitMs, feedback }: QuizResult<Verdict>): Omit<QuizRules, 'seed'> {
  return { count: asked, limitMs, feedback };
}
