import { Box } from 'ink';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { SessionRecord } from '../../learning/account/account.ts';
import { answerDraft } from '../../learning/sessions/answer-draft.ts';
import { planQuiz } from '../../learning/sessions/quiz-plan.ts';
import { resultOf } from '../../learning/sessions/quiz-result.ts';
import {
  acceptsAnswer,
  currentQuestion,
  type QuizAction,
  type QuizState,
  remainingMs,
  start,
} from '../../learning/sessions/quiz-session.ts';
import type { Verdict } from '../../questions/diagnosis.ts';
import type { Question } from '../../questions/question.ts';
import type { Status } from '../components/frame.tsx';
import { AskPane, type GivenAnswer } from '../components/question/ask-pane.tsx';
import { VerdictPane } from '../components/question/verdict-pane.tsx';
import { ActiveContext, useActive, useGlyphs, useNavigation, useServices, useShell, useWords } from '../context.ts';
import { type Line, span } from '../layout/line.ts';
import type { QuizRules } from '../route.ts';
import { scheduleOptions } from '../schedule-options.ts';
import type { Engine } from '../services.ts';
import { clock } from '../text/format.ts';
import { newSession, startTime } from './practice-run.ts';
import { QuizLeave } from './quiz-leave.tsx';
import { QuizResultScreen } from './quiz-result.tsx';
import { quizAgain, useQuiz } from './quiz-run.ts';

type Action = QuizAction<Verdict>;

/** What a quiz goes over. */
export type QuizOf =
  | { readonly kind: 'rules'; readonly rules: QuizRules }
  /** One that was left. */
  | { readonly kind: 'left'; readonly record: SessionRecord };

/** A timed quiz from its first question, or from where it was left, to its result. */
export function QuizScreen({ engine, of }: { readonly engine: Engine; readonly of: QuizOf }): ReactNode {
  const { settings } = useShell();
  const { store, now, newSeed } = useServices();
  const navigation = useNavigation();
  const { quiz: words } = useWords();
  const { state, startedAt, act, keep, pause } = useQuiz(() => {
    if (of.kind === 'left') return quizAgain(of.record, engine, now());
    const { seed, count, limitMs, feedback } = of.rules;
    // The same rules ask the same questions on any machine.
    const questions = planQuiz({ seed, count, skills: engine.skills.map(({ id }) => id) });
    return {
      state: start({ seed, questions, limitMs, feedback }, now()),
      session: newSession(now(), newSeed),
      startedAt: startTime(store.state, now()),
      isLogged: false,
    };
  });
  const [leaving, setLeaving] = useState(false);
  const name = currentQuestion(state);
  const question = useMemo((): Question | null => (name === null ? null : engine.makeQuestion(name)), [engine, name]);
  const { phase } = state;
  const running = phase.kind !== 'finished';
  useDeadline(running ? remainingMs(state, now()) : null, () => act([{ type: 'tick', now: now() }]));

  const number = state.outcomes.length + (phase.kind === 'asking' ? 1 : 0);
  const status = useQuizStatus(state, words.of(number, state.rules.questions.length));
  if (question === null || phase.kind === 'finished') {
    const result = resultOf(state);
    return result === null ? null : <QuizResultScreen engine={engine} result={result} startedAt={startedAt} />;
  }
  const later = () => {
    // Before the screen below is drawn, which tells the time that is left.
    pause();
    navigation.back();
  };
  const last = state.outcomes.at(-1);
  const feedback = phase.kind === 'feedback' && last?.kind === 'answered' ? last.verdict : null;
  const leave = leaving ? (
    <QuizLeave
      answered={state.outcomes.filter(({ kind }) => kind === 'answered').length}
      of={state.rules.questions.length}
      status={status}
      onEnd={() => act([{ type: 'left', now: now() }])}
      onLater={state.outcomes.some(({ kind }) => kind === 'answered') ? later : undefined}
      onGoOn={() => setLeaving(false)}
    />
  ) : null;
  if (feedback !== null) {
    return (
      <Covered by={leave}>
        <VerdictPane
          key={`verdict ${number}`}
          question={question}
          verdict={feedback}
          title={[words.title]}
          status={status}
          onNext={() => act([{ type: 'next', now: now() }])}
          onDrill={undefined}
          onUndo={undefined}
          onLeave={() => setLeaving(true)}
        />
      </Covered>
    );
  }
  const answered = ({ given, verdict, hinted }: GivenAnswer) => {
    const at = now();
    if (phase.kind !== 'asking' || !acceptsAnswer(state, at)) {
      act([{ type: 'tick', now: at }]);
      return;
    }
    const tookMs = Math.max(0, at - phase.shownAt);
    const answer = { question: question.name, given, verdict, hinted, tookMs };
    keep();
    store.append(answerDraft(store.state, answer, 'quiz', at, scheduleOptions(settings)));
    const typed = Object.entries(given).map(([field, value]): Action => ({ type: 'typed', field, value }));
    act([...typed, { type: 'judged', verdict, now: at }]);
  };
  return (
    <Covered by={leave}>
      <AskPane
        key={`question ${number}`}
        question={question}
        title={[words.title]}
        status={status}
        hints={false}
        onAnswer={answered}
        onSkip={() => act([{ type: 'skipped', now: now() }])}
        onUndo={undefined}
        onLeave={() => setLeaving(true)}
      />
    </Covered>
  );
}

/** A pane that keeps what was typed while something else is shown in its place. */
function Covered({ by, children }: { readonly by: ReactNode; readonly children: ReactNode }): ReactNode {
  const active = useActive();
  return (
    <>
      {by}
      <ActiveContext.Provider value={active && by === null}>
        <Box display={by === null ? 'flex' : 'none'} flexDirection="column">
          {children}
        </Box>
      </ActiveContext.Provider>
    </>
  );
}

/** Runs `over` once when so many ms have passed; never when null. */
function useDeadline(leftMs: number | null, over: () => void): void {
  const latest = useRef(over);
  latest.current = over;
  useEffect(() => {
    if (leftMs === null) return;
    const timer = setTimeout(() => latest.current(), leftMs);
    return () => clearTimeout(timer);
  }, [leftMs]);
}

const ANNOUNCED = [60, 30, 10] as const;

/** The question's number and the time left: a clock that ticks; for a screen reader said three times, once each. */
function useQuizStatus(state: QuizState<Verdict>, count: string): Status {
  const { linear } = useShell();
  const { now } = useServices();
  const { quiz: words } = useWords();
  const { clock: sign } = useGlyphs();
  const [said, say] = useState<number | null>(null);
  const { startedAt, rules } = state;
  useEffect(() => {
    if (!linear) return;
    const timers = ANNOUNCED.flatMap((seconds) => {
      const ms = startedAt + rules.limitMs - seconds * 1000 - now();
      return ms > 0 ? [setTimeout(() => say(seconds), ms)] : [];
    });
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [linear, startedAt, rules.limitMs, now]);
  if (linear) return [span(said === null ? count : `${count}, ${words.secondsLeft(said)}`)];
  const line = (): Line => {
    const left = remainingMs(state, now());
    const style = left <= 10_000 ? 'bad' : left <= 60_000 ? 'warn' : 'plain';
    return [span(`${count}      `, 'muted'), span(`${sign} ${clock(left)}`, style)];
  };
  return { everyMs: TICK, line };
}

/** Twice a second, so that no second is left out. */
const TICK = 500;
