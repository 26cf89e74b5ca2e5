import { type ReactNode, useMemo } from 'react';
import { skillOf } from '../../learning/event.ts';
import type { QuizResult } from '../../learning/quiz-result.ts';
import { wrongRulesOf } from '../../learning/wrong-rules.ts';
import type { Verdict } from '../../questions/diagnosis.ts';
import { Frame, useRoom } from '../components/frame.tsx';
import { Scroll } from '../components/scroll.tsx';
import { useNavigation, useSay, useServices, useShell } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useScroll } from '../hooks/use-scroll.ts';
import type { QuizRules } from '../route.ts';
import type { Engine } from '../services.ts';
import { quizResultLines } from './quiz-result-lines.ts';

/** How a quiz went: score, times, each mistake with what it comes from; and the way to practise what was missed. */
export function QuizResultScreen({
  engine,
  rules,
  result,
}: {
  readonly engine: Engine;
  readonly rules: QuizRules;
  readonly result: QuizResult<Verdict>;
}): ReactNode {
  const { language, glyphs, words } = useShell();
  const { store, now, newSeed } = useServices();
  const say = useSay();
  const navigation = useNavigation();
  const { width, height } = useRoom();
  const questions = useMemo(
    () => new Map(result.mistakes.map(({ question }) => [question, engine.makeQuestion(question)])),
    [engine, result],
  );
  const counts = new Map(wrongRulesOf(store.state, now()).map(({ rule, count }) => [rule, count]));
  const lines = quizResultLines(result, {
    width: width - 2,
    language,
    glyphs,
    words,
    questions,
    titleOf: (name) => {
      const id = skillOf(name);
      return say(engine.skills.find((skill) => skill.id === id)?.title ?? { ko: id, en: id });
    },
    timesOf: (rule) => counts.get(rule) ?? 0,
  });
  const scroll = useScroll(lines.length, height);
  const { practiseAgain } = result;
  const keys = useKeys('quiz-result', {
    ...scroll.handlers,
    missed:
      practiseAgain.length === 0 ? undefined : () => navigation.push({ screen: 'practice', names: practiseAgain }),
    another: () => navigation.replace({ screen: 'quiz', rules: { ...rules, seed: newSeed() } }),
    back: navigation.back,
  });
  return (
    <Frame title={[words.quiz.title]} keys={keys}>
      {({ width: room, height: shown }) => <Scroll lines={lines} top={scroll.top} width={room} height={shown} />}
    </Frame>
  );
}
