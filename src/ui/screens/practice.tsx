import { type ReactNode, useMemo, useReducer } from 'react';
import { answerDraft, type CheckedAnswer } from '../../learning/answer-draft.ts';
import { skillOf } from '../../learning/event.ts';
import {
  currentQuestion,
  type PracticeAction,
  type PracticeState,
  position,
  reduce,
  start,
} from '../../learning/practice-session.ts';
import type { Verdict } from '../../questions/diagnosis.ts';
import { isMisconceptionId } from '../../questions/misconceptions.ts';
import type { Question } from '../../questions/question.ts';
import { QuestionPane } from '../components/question/question-pane.tsx';
import { useNavigation, useSay, useServices, useShell, useWords } from '../context.ts';
import { span } from '../layout/line.ts';
import { scheduleOptions } from '../schedule-options.ts';
import type { Engine } from '../services.ts';
import { PracticeDone } from './practice-done.tsx';
import { drillOf, moreOf, planPractice } from './practice-plan.ts';

type State = PracticeState<Verdict>;
type Action = PracticeAction<Verdict>;

/** How many questions 'drill it' adds: on the wrong rule that was followed, else more of the same skill. */
const DRILL = 3;

/** Questions one after the other; what was missed and why at the end. */
export function PracticeScreen({
  engine,
  names,
}: {
  readonly engine: Engine;
  /** Skill ids, ids of wrong rules to drill, or names of single questions. */
  readonly names: readonly string[];
}): ReactNode {
  const { settings } = useShell();
  const { store, now, newSeed } = useServices();
  const navigation = useNavigation();
  const { practice: words } = useWords();
  const say = useSay();
  // A concept may name a skill that this version does not ask yet.
  const known = names.filter((name) => isMisconceptionId(name) || engine.skills.some(({ id }) => id === skillOf(name)));
  const [state, dispatch] = useReducer(
    reduce as (state: State, action: Action) => State,
    null,
    (): State => start(planPractice(known, engine, newSeed), now()),
  );
  const name = currentQuestion(state);
  const question = useMemo((): Question | null => (name === null ? null : engine.makeQuestion(name)), [engine, name]);
  if (question === null || state.phase.kind === 'finished') {
    return (
      <PracticeDone
        state={state}
        titleOf={(id) => say(engine.skills.find((skill) => skill.id === id)?.title ?? { ko: id, en: id })}
        onMore={() => {
          const left = state.questions.length > state.answers.length;
          dispatch({
            type: 'added',
            questions: left ? [] : planPractice(skillsOf(known), engine, newSeed),
            now: now(),
          });
        }}
        onMissed={(missed) => dispatch({ type: 'added', questions: missed, now: now() })}
        onLeave={navigation.back}
      />
    );
  }
  const { number, of } = position(state);
  const skill = engine.skills.find(({ id }) => id === question.skill);
  const answered = (answer: CheckedAnswer) => {
    const at = now();
    store.append(answerDraft(store.state, answer, 'practice', at, scheduleOptions(settings)));
    for (const [field, value] of Object.entries(answer.given)) dispatch({ type: 'typed', field, value });
    if (answer.hinted) dispatch({ type: 'hinted' });
    dispatch({ type: 'judged', verdict: answer.verdict, now: at });
  };
  return (
    <QuestionPane
      key={`${question.name} ${number}`}
      question={question}
      title={[words.title, ...(skill === undefined ? [] : [say(skill.title)])]}
      status={[span(words.of(number, of), 'muted')]}
      shownAt={state.phase.kind === 'asking' ? state.phase.shownAt : 0}
      onAnswered={answered}
      onNext={() => dispatch({ type: 'next', now: now() })}
      onSkip={() => dispatch({ type: 'skipped', now: now() })}
      onDrill={(rule) => {
        const drill = rule === null ? [] : drillOf(rule, DRILL, engine, newSeed);
        const questions = drill.length > 0 ? drill : moreOf(skillOf(question.name), DRILL, newSeed);
        dispatch({ type: 'added', questions, now: now() });
        dispatch({ type: 'next', now: now() });
      }}
      onLeave={() => (state.answers.length === 0 ? navigation.back() : dispatch({ type: 'left' }))}
    />
  );
}

/** What to go on with: the same skills, those of single questions too. */
function skillsOf(names: readonly string[]): string[] {
  return [...new Set(names.map(skillOf))];
}
