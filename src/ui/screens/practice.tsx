import { type ReactNode, useMemo, useReducer, useState } from 'react';
import { answerDraft, type CheckedAnswer } from '../../learning/answer-draft.ts';
import { skillOf } from '../../learning/event.ts';
import {
  awaitsChoice,
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
import { chooseMixed, type MixedQuestion, whyMixed } from './practice-mix.ts';
import { drillOf, moreOf, PRACTICE_LENGTH, planPractice } from './practice-plan.ts';

type State = PracticeState<Verdict>;
type Action = PracticeAction<Verdict>;

/** How many questions 'drill it' adds: on the wrong rule that was followed, else more of the same skill. */
const DRILL = 3;

/** Questions one after the other; what was missed and why at the end. */
export function PracticeScreen({
  engine,
  names,
  unscheduled = false,
}: {
  readonly engine: Engine;
  /** Skill ids, ids of wrong rules to drill, or names of single questions; null: a mix, chosen as it goes on. */
  readonly names: readonly string[] | null;
  /** Whether the answers leave the schedule as it is. */
  readonly unscheduled?: boolean;
}): ReactNode {
  const { settings, glyphs } = useShell();
  const { store, now, newSeed } = useServices();
  const navigation = useNavigation();
  const words = useWords();
  const say = useSay();
  // A concept may name a skill that this version does not ask yet.
  const known = names?.filter(
    (name) => isMisconceptionId(name) || engine.skills.some(({ id }) => id === skillOf(name)),
  );
  const choose = (shown: string | null) =>
    chooseMixed(engine, store.state, now(), scheduleOptions(settings), shown, newSeed);
  const [first] = useState(() => (known === undefined ? choose(null) : null));
  // Why each question of the mix was chosen, told when it is asked.
  const [chosen, setChosen] = useState<readonly MixedQuestion[]>(first === null ? [] : [first]);
  const [state, dispatch] = useReducer(
    reduce as (state: State, action: Action) => State,
    null,
    (): State =>
      known === undefined
        ? start(first === null ? [] : [first.question], now(), PRACTICE_LENGTH - 1)
        : start(planPractice(known, engine, newSeed), now()),
  );
  const addChosen = (shown: string | null) => {
    const next = choose(shown);
    if (next === null) return;
    setChosen((before) => [...before, next]);
    dispatch({ type: 'chosen', question: next.question });
  };
  const name = currentQuestion(state);
  const question = useMemo((): Question | null => (name === null ? null : engine.makeQuestion(name)), [engine, name]);
  if (question === null || state.phase.kind === 'finished') {
    const left = state.questions.length > state.answers.length;
    const more = () => {
      if (known === undefined && !left) {
        if (state.toChoose === 0) dispatch({ type: 'extended', by: PRACTICE_LENGTH });
        addChosen(null);
      }
      const questions = known === undefined || left ? [] : planPractice(skillsOf(known), engine, newSeed);
      dispatch({ type: 'added', questions, now: now() });
    };
    return (
      <PracticeDone
        state={state}
        titleOf={(id) => say(engine.skills.find((skill) => skill.id === id)?.title ?? { ko: id, en: id })}
        onMore={more}
        onMissed={(missed) => dispatch({ type: 'added', questions: missed, now: now() })}
        onLeave={navigation.back}
      />
    );
  }
  const { number, of } = position(state);
  const skill = engine.skills.find(({ id }) => id === question.skill);
  const reason = chosen.find((one) => one.question === question.name);
  // Only a mix awaits choices: the skill after the one on the screen.
  const goOn = (action: Action) => {
    if (awaitsChoice(state)) addChosen(question.skill);
    dispatch(action);
  };
  const answered = (answer: CheckedAnswer) => {
    const at = now();
    const draft = answerDraft(store.state, answer, 'practice', at, scheduleOptions(settings));
    store.append(unscheduled ? { ...draft, grade: null } : draft);
    for (const [field, value] of Object.entries(answer.given)) dispatch({ type: 'typed', field, value });
    if (answer.hinted) dispatch({ type: 'hinted' });
    dispatch({ type: 'judged', verdict: answer.verdict, now: at });
  };
  return (
    <QuestionPane
      key={`${question.name} ${number}`}
      question={question}
      title={[words.practice.title, ...(skill === undefined ? [] : [say(skill.title)])]}
      status={[
        ...(unscheduled ? [span(`${words.unscheduled.practice} ${glyphs.dot} `)] : []),
        span(words.practice.of(number, of), 'muted'),
      ]}
      why={reason && whyMixed(reason.standing, skill?.after.length === 0, now(), words)}
      shownAt={state.phase.kind === 'asking' ? state.phase.shownAt : 0}
      onAnswered={answered}
      onNext={() => goOn({ type: 'next', now: now() })}
      onSkip={() => goOn({ type: 'skipped', now: now() })}
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
