import { type ReactNode, useReducer, useRef, useState } from 'react';
import type { Text } from '../../language.ts';
import { answerDraft, type CheckedAnswer, judgedByRules } from '../../learning/sessions/answer-draft.ts';
import type { JudgedByRules } from '../../learning/sessions/judged.ts';
import {
  currentQuestion,
  type PracticeAction,
  position,
  reduce,
  start,
} from '../../learning/sessions/practice-session.ts';
import { type MisconceptionId, misconception } from '../../questions/misconceptions.ts';
import type { Question } from '../../questions/question.ts';
import { Frame } from '../components/frame.tsx';
import { Lines } from '../components/lines.tsx';
import { QuestionPane } from '../components/question/question-pane.tsx';
import { useNavigation, useSay, useServices, useShell } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { span, wrapText } from '../layout/line.ts';
import { scheduleOptions } from '../schedule-options.ts';
import type { Engine } from '../services.ts';
import { captureScreens as words } from '../text/capture-screens.ts';
import type { DrillPlan } from './capture-practice-plan.ts';
import { PracticeDone } from './practice-done.tsx';
import { drillOf, moreOf, PRACTICE_LENGTH } from './practice-plan.ts';
import { type State, startTime } from './practice-run.ts';

/** How many questions 'drill it' adds. */
const DRILL = 3;

/** One conversation, as something to be asked about. */
export interface Asked {
  /** What the questions are on. */
  readonly title: Text;
  /** Up to `count` questions on it, none of `known` and none twice. */
  readonly questions: (count: number, newSeed: () => string, known: Iterable<Question>) => Question[];
  /** The same of these skills: those that tell a wrong rule from the right one where there is a rule. */
  readonly drill: (plan: DrillPlan, newSeed: () => string, known: Iterable<Question>) => Question[];
  /** Why there is nothing to ask. */
  readonly nothing: Text;
}

/**
 * Questions on one conversation. Answers are logged as those of any practice, but no session is: its questions cannot be
 * made again without the conversation.
 */
export function AskedPractice({ engine, asked }: { readonly engine: Engine; readonly asked: Asked }): ReactNode {
  const { settings } = useShell();
  const { store, now, newSeed } = useServices();
  const navigation = useNavigation();
  const say = useSay();
  const [begun] = useState(() => {
    const questions = asked.questions(PRACTICE_LENGTH, newSeed, []);
    const names = questions.map(({ name }) => name);
    return { questions, state: start<JudgedByRules>(names, now()), startedAt: startTime(store.state, now()) };
  });
  const made = useRef(new Map(begun.questions.map((question) => [question.name, question])));
  const [state, act] = useReducer(
    (before: State, action: PracticeAction<JudgedByRules>) => reduce(before, action),
    begun.state,
  );
  if (begun.questions.length === 0) return <NothingToAsk asked={asked} onBack={navigation.back} />;

  const questionOf = (name: string): Question => made.current.get(name) ?? engine.makeQuestion(name);
  const more = () => {
    const fresh = asked.questions(PRACTICE_LENGTH, newSeed, made.current.values());
    for (const question of fresh) made.current.set(question.name, question);
    return fresh.map(({ name }) => name);
  };
  const add = (questions: readonly string[]) => act({ type: 'added', questions, now: now() });
  /** On this conversation as far as it has what they need, else on simulated ones. */
  const drill = (rule: MisconceptionId | null, skill: string | null): string[] => {
    const trained = [...(skill === null ? [] : [skill]), ...(rule === null ? [] : misconception(rule).drill)];
    const skills = [...new Set(trained)].flatMap((id) => engine.skills.find((one) => one.id === id) ?? []);
    const here = asked.drill({ skills, rule, count: DRILL }, newSeed, made.current.values());
    for (const question of here) made.current.set(question.name, question);
    const missing = DRILL - here.length;
    const simulated = missing === 0 || rule === null ? [] : drillOf(rule, missing, engine, newSeed);
    const names = [...here.map((question) => question.name), ...simulated];
    return names.length > 0 || skill === null ? names : moreOf(skill, DRILL, newSeed);
  };
  const name = currentQuestion(state);
  if (name === null) {
    const left = state.questions.length > state.answers.length;
    return (
      <PracticeDone
        state={state}
        engine={engine}
        startedAt={begun.startedAt}
        onMore={() => add(left ? [] : more())}
        onMissed={add}
        onDrill={(rule) => add(drill(rule, null))}
        onLeave={navigation.back}
      />
    );
  }
  const question = questionOf(name);
  const { number, of } = position(state);
  const skill = engine.skills.find(({ id }) => id === question.skill);
  const answered = (answer: CheckedAnswer) => {
    const at = now();
    store.append(answerDraft(store.state, answer, 'practice', at, scheduleOptions(settings)));
    for (const [field, value] of Object.entries(answer.given)) act({ type: 'typed', field, value });
    if (answer.hinted) act({ type: 'hinted' });
    act({ type: 'judged', verdict: judgedByRules(answer.verdict), now: at });
  };
  return (
    <QuestionPane
      key={`${name} ${number}`}
      question={question}
      title={[say(asked.title), ...(skill === undefined ? [] : [say(skill.title)])]}
      status={[span(say(words.questionOf(number, of)), 'muted')]}
      shownAt={state.phase.kind === 'asking' ? state.phase.shownAt : 0}
      onAnswered={answered}
      onNext={() => act({ type: 'next', now: now() })}
      onSkip={() => act({ type: 'skipped', now: now() })}
      onDrill={(rule) => {
        add(drill(rule, question.skill));
        act({ type: 'next', now: now() });
      }}
      onLeave={() => (state.answers.length === 0 ? navigation.back() : act({ type: 'left' }))}
    />
  );
}

function NothingToAsk({ asked, onBack }: { readonly asked: Asked; readonly onBack: () => void }): ReactNode {
  const say = useSay();
  const keys = useKeys('notice', { back: onBack });
  return (
    <Frame title={[say(asked.title)]} keys={keys}>
      {({ width }) => <Lines lines={wrapText(say(asked.nothing), width)} width={width} />}
    </Frame>
  );
}
