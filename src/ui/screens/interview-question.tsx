import { type ReactNode, useLayoutEffect, useMemo, useReducer, useRef } from 'react';
import type { InterviewQuestion, Module } from '../../curriculum/module.ts';
import { leftRun } from '../../learning/sessions/interview-record.ts';
import {
  currentStep,
  draftOf,
  gradedOf,
  type InterviewAction,
  type InterviewState,
  reduceInterview,
  startInterview,
} from '../../learning/sessions/interview-session.ts';
import { type InterviewStep, stepsOf } from '../../learning/sessions/interview-steps.ts';
import { useNavigation, useSay, useServices, useWords } from '../context.ts';
import { type Line, span } from '../layout/line.ts';
import { InterviewAnswer } from './interview-answer.tsx';
import { InterviewCheck } from './interview-check.tsx';
import { InterviewDone } from './interview-done.tsx';

/** One question with its follow-ups, each answered in writing and graded by its learner; then a summary. */
export function InterviewQuestionScreen({
  module,
  question,
}: {
  readonly module: Module;
  readonly question: InterviewQuestion;
}): ReactNode {
  const { store, now, newSeed } = useServices();
  const { interview: words } = useWords();
  const navigation = useNavigation();
  const say = useSay();
  const steps = useMemo(() => stepsOf(question), [question]);
  const fresh = (): InterviewState => {
    // Two goings may never share their id: a seed alone is short.
    const run = `${now()}-${newSeed()}`;
    return startInterview({ module: module.id, question: question.id, run }, steps, now());
  };
  const [state, dispatch] = useReducer(reduce, null, () => {
    const key = { module: module.id, question: question.id };
    const left = leftRun(store.state, key, steps, now());
    return left === null ? fresh() : startInterview({ ...key, run: left.run }, steps, now(), left);
  });
  const wentOn = useRef(state.graded.length > 0 || state.phase.kind === 'checking' || textOf(state) !== '');

  // What is on the screen now, for the moment it is taken away: by leaving, by Ctrl+C, by a closed terminal.
  const written = useRef(textOf(state));
  const latest = useRef(state);
  latest.current = state;
  const kept = useRef(signOf(state, textOf(state)));
  const keep = useMemo(
    () => () => {
      const sign = signOf(latest.current, written.current);
      const draft = draftOf(latest.current, written.current, now());
      if (draft === null || sign === kept.current) return;
      kept.current = sign;
      store.append(draft);
    },
    [store, now],
  );
  // Not a passive effect: it has to run before the program ends.
  useLayoutEffect(() => keep, [keep]);

  // At once, not when this screen is gone: the one below tells what was begun.
  const leave = () => {
    keep();
    navigation.back();
  };
  const step = currentStep(state);
  const title = [words.title, say(module.title)];
  const { phase } = state;
  if (phase.kind === 'summary' || step === null) {
    const again = () => {
      wentOn.current = false;
      restart();
    };
    return <InterviewDone title={title} state={state} question={question} onAgain={again} onLeave={leave} />;
  }
  const status: Line = [span(placeOf(step, steps, words), 'muted')];
  function restart() {
    const next = fresh();
    written.current = '';
    kept.current = signOf(next, '');
    dispatch({ type: 'restarted', state: next });
  }
  if (phase.kind === 'writing') {
    return (
      <InterviewAnswer
        key={`${state.run.run} ${state.graded.length}`}
        title={title}
        status={status}
        step={step}
        initial={phase.text}
        wentOn={wentOn.current}
        onChange={(text) => {
          written.current = text;
        }}
        onRest={keep}
        onDone={(text) => {
          keep();
          wentOn.current = false;
          dispatch({ type: 'written', text, now: now() });
        }}
        onStartOver={
          state.graded.length === 0
            ? undefined
            : () => {
                keep();
                wentOn.current = false;
                restart();
              }
        }
        onLeave={leave}
      />
    );
  }
  return (
    <InterviewCheck
      key={`${state.run.run} ${state.graded.length}`}
      title={title}
      status={status}
      step={step}
      text={phase.text}
      marks={phase.marks}
      onToggle={(list, place) => dispatch({ type: 'toggled', list, place })}
      onRewrite={() => dispatch({ type: 'rewrite', now: now() })}
      onGraded={() => {
        const draft = gradedOf(state);
        if (draft !== null) store.append(draft);
        // The next field is empty, and so it is logged.
        const after = reduceInterview(state, { type: 'graded', now: now() });
        written.current = '';
        kept.current = signOf(after, '');
        dispatch({ type: 'graded', now: now() });
      }}
      onLeave={leave}
    />
  );
}

type Action = InterviewAction | { readonly type: 'restarted'; readonly state: InterviewState };

function reduce(state: InterviewState, action: Action): InterviewState {
  return action.type === 'restarted' ? action.state : reduceInterview(state, action);
}

function textOf({ phase }: InterviewState): string {
  return phase.kind === 'summary' ? '' : phase.text;
}

/** Differs when there is something to log that is not in the log. */
function signOf({ run, graded, phase }: InterviewState, text: string): string {
  const marks = phase.kind === 'checking' ? phase.marks : null;
  return JSON.stringify([run.run, graded.length, text, marks]);
}

function placeOf(
  { followUp }: InterviewStep,
  steps: readonly InterviewStep[],
  words: { readonly main: string; readonly followUp: (n: number, of: number) => string },
): string {
  return followUp === null ? words.main : words.followUp(followUp + 1, steps.length - 1);
}
