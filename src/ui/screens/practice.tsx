import { type ReactNode, useMemo, useState } from 'react';
import type { SessionRecord } from '../../learning/account/account.ts';
import { skillOf } from '../../learning/events/event.ts';
import { answerDraft, type CheckedAnswer, judgedByRules } from '../../learning/sessions/answer-draft.ts';
import type { JudgedByRules } from '../../learning/sessions/judged.ts';
import {
  awaitsChoice,
  currentQuestion,
  type PracticeAction,
  position,
  start,
} from '../../learning/sessions/practice-session.ts';
import { practiceLeft } from '../../learning/sessions/session-resume.ts';
import { isMisconceptionId } from '../../questions/misconceptions.ts';
import type { Question } from '../../questions/question.ts';
import { QuestionPane } from '../components/question/question-pane.tsx';
import { useNavigation, useSay, useServices, useShell, useWords } from '../context.ts';
import { span } from '../layout/line.ts';
import { scheduleOptions } from '../schedule-options.ts';
import type { Engine } from '../services.ts';
import { PracticeDone } from './practice-done.tsx';
import { chooseMixed, type MixedQuestion, whyMixed } from './practice-mix.ts';
import { drillOf, isAskedBy, moreOf, PRACTICE_LENGTH, planPractice } from './practice-plan.ts';
import { type BegunPractice, newSession, type State, startTime, usePractice } from './practice-run.ts';

/** How many questions 'drill it' adds: on the wrong rule that was followed, else more of the same skill. */
const DRILL = 3;

/** What a practice goes over; `scheduled` says whether its answers may reach the schedule. */
export type PracticeOf =
  /** Skill ids, ids of wrong rules to drill, or names of single questions. */
  | { readonly kind: 'names'; readonly names: readonly string[]; readonly scheduled: boolean }
  /** Chosen as it goes on. */
  | { readonly kind: 'mix'; readonly scheduled: boolean }
  /** One that was left. */
  | { readonly kind: 'left'; readonly record: SessionRecord };

/** Questions one after the other; what was missed and why at the end. */
export function PracticeScreen({ engine, of }: { readonly engine: Engine; readonly of: PracticeOf }): ReactNode {
  const { settings, glyphs } = useShell();
  const { store, now, newSeed } = useServices();
  const navigation = useNavigation();
  const words = useWords();
  const say = useSay();
  const known = namesOf(of, engine);
  const choose = (shown: string | null) =>
    chooseMixed(engine, store.state, now(), scheduleOptions(settings), shown, newSeed);
  // Why each question of the mix was chosen, told when it is asked.
  const [chosen, setChosen] = useState<readonly MixedQuestion[]>([]);
  const { state, startedAt, scheduled, act, keep } = usePractice(() => {
    if (of.kind === 'left') {
      const again = practiceAgain(of.record, engine, now());
      // It was left between an answer and the choice of the next question.
      const next = awaitsChoice(again.state) && again.state.phase.kind === 'finished' ? choose(null) : null;
      if (next === null) return again;
      setChosen([next]);
      const state = withChoice(again.state, next.question, now());
      const { toChoose } = state;
      store.append({ kind: 'session', session: again.session, what: 'added', questions: [next.question], toChoose });
      return { ...again, state };
    }
    const first = known === null ? choose(null) : null;
    if (first !== null) setChosen([first]);
    return {
      state:
        known === null
          ? start(first === null ? [] : [first.question], now(), PRACTICE_LENGTH - 1)
          : start(planPractice(known, engine, newSeed), now()),
      session: newSession(now(), newSeed),
      startedAt: startTime(store.state, now()),
      isLogged: false,
      scheduled: of.scheduled,
    };
  });
  const addChosen = (shown: string | null) => {
    const next = choose(shown);
    if (next === null) return;
    setChosen((before) => [...before, next]);
    act({ type: 'chosen', question: next.question });
  };
  const name = currentQuestion(state);
  const question = useMemo((): Question | null => (name === null ? null : engine.makeQuestion(name)), [engine, name]);
  if (question === null || state.phase.kind === 'finished') {
    const left = state.questions.length > state.answers.length;
    const more = () => {
      if (known === null && !left) {
        if (state.toChoose === 0) act({ type: 'extended', by: PRACTICE_LENGTH });
        addChosen(null);
      }
      const questions = known === null || left ? [] : planPractice(skillsOf(known), engine, newSeed);
      act({ type: 'added', questions, now: now() });
    };
    return (
      <PracticeDone
        state={state}
        engine={engine}
        onMore={more}
        startedAt={startedAt}
        onDrill={(rule) => act({ type: 'added', questions: drillOf(rule, DRILL, engine, newSeed), now: now() })}
        onMissed={(missed) => act({ type: 'added', questions: missed, now: now() })}
        onLeave={navigation.back}
      />
    );
  }
  const { number, of: all } = position(state);
  const skill = engine.skills.find(({ id }) => id === question.skill);
  const reason = chosen.find((one) => one.question === question.name);
  // Only a mix awaits choices: the skill after the one on the screen.
  const goOn = (action: PracticeAction<JudgedByRules>) => {
    if (awaitsChoice(state)) addChosen(question.skill);
    act(action);
  };
  const answered = (answer: CheckedAnswer) => {
    const at = now();
    keep();
    const draft = answerDraft(store.state, answer, 'practice', at, scheduleOptions(settings));
    store.append(scheduled ? draft : { ...draft, grade: null });
    for (const [field, value] of Object.entries(answer.given)) act({ type: 'typed', field, value });
    if (answer.hinted) act({ type: 'hinted' });
    act({ type: 'judged', verdict: judgedByRules(answer.verdict), now: at });
  };
  return (
    <QuestionPane
      key={`${question.name} ${number}`}
      question={question}
      title={[words.practice.title, ...(skill === undefined ? [] : [say(skill.title)])]}
      status={[
        ...(scheduled ? [] : [span(`${words.unscheduled.practice} ${glyphs.dot} `)]),
        span(words.practice.of(number, all), 'muted'),
      ]}
      why={reason && whyMixed(reason.standing, skill?.after.length === 0, now(), words)}
      shownAt={state.phase.kind === 'asking' ? state.phase.shownAt : 0}
      onAnswered={answered}
      onNext={() => goOn({ type: 'next', now: now() })}
      onSkip={() => goOn({ type: 'skipped', now: now() })}
      onDrill={(rule) => {
        const drill = rule === null ? [] : drillOf(rule, DRILL, engine, newSeed);
        const questions = drill.length > 0 ? drill : moreOf(skillOf(question.name), DRILL, newSeed);
        act({ type: 'added', questions, now: now() });
        act({ type: 'next', now: now() });
      }}
      onLeave={() => (state.answers.length === 0 ? navigation.back() : act({ type: 'left' }))}
    />
  );
}

/** The names a practice is on; null for a mix. */
function namesOf(of: PracticeOf, { skills }: Engine): readonly string[] | null {
  if (of.kind === 'mix') return null;
  if (of.kind === 'names') {
    // A concept may name a skill that this version does not ask yet.
    return of.names.filter((name) => isMisconceptionId(name) || skills.some(({ id }) => id === skillOf(name)));
  }
  const { plan } = of.record.started;
  return plan.of === 'practice' && plan.toChoose > 0 ? null : practiceLeft(of.record, isAskedBy(skills)).questions;
}

/** The practice with the next question chosen, and on the screen. */
function withChoice({ questions, toChoose, answers }: State, question: string, now: number): State {
  return start([...questions, question], now, toChoose - 1, answers);
}

/** A practice from where it was left. */
function practiceAgain(record: SessionRecord, { skills }: Engine, now: number): BegunPractice {
  const { plan, session, at } = record.started;
  const { questions, toChoose, answers } = practiceLeft(record, isAskedBy(skills));
  return {
    state: start(questions, now, toChoose, answers),
    session,
    startedAt: at,
    isLogged: true,
    scheduled: plan.of === 'practice' && plan.scheduled,
  };
}

/** What to go on with: the same skills, those of single questions too. */
function skillsOf(names: readonly string[]): string[] {
  return [...new Set(names.map(skillOf))];
}
