import { type ComponentType, type ReactNode, useMemo, useReducer, useRef, useState } from 'react';
import type { Text } from '../../language.ts';
import { catalogueOf } from '../../learning/catalogue.ts';
import { type EventDraft, type Grade, type ItemId, itemOf, type UndoableEvent } from '../../learning/events/event.ts';
import { dueItems } from '../../learning/schedule/due.ts';
import { holdOf } from '../../learning/schedule/holds.ts';
import { interleave } from '../../learning/schedule/interleave.ts';
import { leechOf } from '../../learning/schedule/leech.ts';
import { memoryOf, nextIntervals } from '../../learning/schedule/schedule.ts';
import { newestCounting } from '../../learning/schedule/take-back.ts';
import { answerDraft, type CheckedAnswer } from '../../learning/sessions/answer-draft.ts';
import type { Judged } from '../../learning/sessions/judged.ts';
import {
  LEARN_AHEAD_MS,
  type ReviewAction,
  type ReviewState,
  reduce,
  remaining,
  start as startReview,
} from '../../learning/sessions/review-session.ts';
import { CardPane, type CardSide } from '../components/card-pane.tsx';
import type { QuestionPaneProps, SetAside } from '../components/question/pane-props.ts';
import { useNavigation, useSay, useServices, useShell, useWords } from '../context.ts';
import { cardOf, type FoundCard, itemTitle, type Teachers } from '../item-title.ts';
import { type Line, span } from '../layout/line.ts';
import type { Route } from '../route.ts';
import { scheduleOptions } from '../schedule-options.ts';
import type { Engine } from '../services.ts';
import { LeechPane } from './leech-pane.tsx';
import { ReviewDone } from './review-done.tsx';
import { TakeBackPane } from './take-back-pane.tsx';

type State = ReviewState<Judged>;

/** What it takes to ask questions. */
export interface Asking {
  readonly engine: Engine;
  readonly Pane: ComponentType<QuestionPaneProps>;
}

/** What a review goes over. */
export type ReviewOf =
  /** All that is due: cards, and skills by a fresh question each. */
  | { readonly kind: 'due'; readonly asking: Asking }
  /** Cards of one concept or deck, due or not; what is not due leaves the schedule as it is. */
  | {
      readonly kind: 'cards';
      readonly what: 'due' | 'all';
      readonly title: Text;
      readonly items: readonly ItemId[];
    };

/** One item at a time until nothing is left; each grade is in the log before the next item is shown. */
export function ReviewScreen({ of }: { readonly of: ReviewOf }): ReactNode {
  const { settings, glyphs } = useShell();
  const services = useServices();
  const { store, modules, decks, now, newSeed } = services;
  const navigation = useNavigation();
  const words = useWords();
  const say = useSay();
  const options = scheduleOptions(settings);
  const catalogue = useMemo(() => catalogueOf(modules, decks.decks), [modules, decks]);
  const isTaught = useMemo(() => taughtBy(of, services), [of, services]);
  const [state, dispatch] = useReducer(
    reduce as (state: State, action: ReviewAction<Judged>) => State,
    null,
    (): State => {
      const seed = newSeed();
      const items =
        of.kind === 'cards'
          ? of.items
          : interleave(dueItems(store.state, now(), catalogue, options), seed).map(({ item }) => item);
      return startReview(items.filter(isTaught), seed, now());
    },
  );
  /** Ids of what this session has logged, the last one last: the grades and settings aside that undo takes back. */
  const logged = useRef<string[]>([]);
  const [undone, setUndone] = useState(0);
  /** What was just done, told in one line until the next step. */
  const [notice, setNotice] = useState<string | null>(null);
  const [takingBack, setTakingBack] = useState<UndoableEvent | null>(null);
  const { phase } = state;

  const log = (draft: EventDraft) => {
    logged.current.push(store.append(draft).id);
  };
  const dueAtOf = (item: ItemId, at: number) => memoryOf(store.state, item, at, options)?.dueAt ?? at;
  const isDue = (item: ItemId, at: number) =>
    holdOf(store.state, item, at) === null && dueAtOf(item, at) <= at + LEARN_AHEAD_MS;
  const step = (action: ReviewAction<Judged>, tells: string | null = null) => {
    setNotice(tells);
    dispatch(action);
  };

  const undoOwn = () => {
    const id = logged.current.pop();
    if (id !== undefined) store.undo(id);
    setUndone(undone + 1);
    step({ type: 'undone', now: now() });
  };
  // Before this session has anything to take back, it is what was done before it.
  const earlier = state.undo === null ? newestCounting(store.state) : null;
  const undo = state.undo !== null ? undoOwn : earlier !== null ? () => setTakingBack(earlier) : undefined;
  const takeBack = (event: UndoableEvent) => {
    const at = now();
    store.undo(event.id);
    setTakingBack(null);
    setUndone(undone + 1);
    setNotice(words.takeBack.did);
    const item = itemOf(event);
    if (isTaught(item) && isDue(item, at)) dispatch({ type: 'shown-again', item, now: at });
  };
  const setAside = (item: ItemId, what: 'buried' | 'suspended') => () => {
    log({ kind: 'item', item, what });
    step({ type: 'set-aside', now: now() }, words.setAside.did[what]);
  };
  const setAsideOf = (item: ItemId): SetAside => ({
    onBury: setAside(item, 'buried'),
    onSuspend: setAside(item, 'suspended'),
  });

  const asking = of.kind === 'due' ? of.asking : null;
  const questionNamed = phase.kind === 'question' || phase.kind === 'judged' ? phase.question : null;
  const question = useMemo(
    () => (questionNamed === null || asking === null ? null : asking.engine.makeQuestion(questionNamed)),
    [questionNamed, asking],
  );
  const titleOf = (item: ItemId) => say(itemTitle(item, services, asking?.engine.skills ?? []));

  const title =
    of.kind === 'due'
      ? [words.review.title]
      : [of.what === 'due' ? words.review.title : words.review.cardsOf, say(of.title)];
  const statusWith = (what: string | null): Line => [
    ...(notice === null ? [] : [span(notice, 'accent'), span(` ${glyphs.dot} `, 'muted')]),
    ...(what === null ? [] : [span(what), span(` ${glyphs.dot} `, 'muted')]),
    span(words.review.left(remaining(state) + 1), 'muted'),
  ];

  if (takingBack !== null) {
    return (
      <TakeBackPane
        title={title}
        event={takingBack}
        item={titleOf(itemOf(takingBack))}
        onTakeBack={() => takeBack(takingBack)}
        onKeep={() => setTakingBack(null)}
      />
    );
  }
  if (phase.kind === 'leech') {
    const { item, lapses } = phase;
    return (
      <LeechPane
        key={`${item} ${lapses}`}
        title={title}
        status={statusWith(null)}
        item={item}
        name={titleOf(item)}
        lapses={lapses}
        onSuspend={setAside(item, 'suspended')}
        onGoOn={() => step({ type: 'next', now: now() })}
        onUndo={undo}
        onLeave={navigation.back}
      />
    );
  }
  const card = 'item' in phase ? cardOf(services, phase.item) : null;
  if ((phase.kind === 'front' || phase.kind === 'revealed') && card !== null) {
    const { item, shownAt } = phase;
    const counts = of.kind === 'due' || isDue(item, shownAt);
    const side = (): CardSide => {
      if (phase.kind === 'front') return { kind: 'front' };
      if (!counts) return { kind: 'practice-back' };
      return { kind: 'back', intervals: nextIntervals(store.state, item, now(), options) };
    };
    return (
      <CardPane
        key={`${item} ${state.answers.length} ${undone}`}
        title={title}
        status={statusWith(of.kind === 'due' ? null : counts ? words.unscheduled.counts : words.unscheduled.practice)}
        card={card}
        side={side()}
        onReveal={() => dispatch({ type: 'revealed' })}
        onGrade={(grade: Grade) => {
          const at = now();
          log({ kind: 'card', item, grade, tookMs: Math.max(0, at - shownAt), where: counts ? 'review' : 'practice' });
          const leech = counts ? leechOf(store.state, item) : null;
          step({ type: 'graded', grade: counts ? grade : null, dueAt: dueAtOf(item, at), leech, now: at });
        }}
        onUndo={undo}
        setAside={setAsideOf(item)}
        onResume={
          holdOf(store.state, item, now()) === null
            ? undefined
            : () => {
                log({ kind: 'item', item, what: 'resumed' });
                step({ type: 'resumed', now: now() }, words.setAside.did.resumed);
              }
        }
        onWatch={watchOf(card, navigation.push)}
        onLeave={navigation.back}
      />
    );
  }
  if (asking !== null && question !== null && 'item' in phase) {
    const { item } = phase;
    return (
      <asking.Pane
        key={`${question.name} ${undone}`}
        question={question}
        title={title}
        status={statusWith(null)}
        shownAt={'shownAt' in phase ? phase.shownAt : now()}
        onAnswered={(answer: CheckedAnswer) => {
          const at = now();
          const draft = answerDraft(store.state, answer, 'review', at, options);
          log(draft);
          const grade = draft.grade ?? (draft.correct ? 3 : 1);
          const leech = leechOf(store.state, item);
          step({ type: 'judged', verdict: answer.verdict, grade, dueAt: dueAtOf(item, at), leech, now: at });
        }}
        onNext={() => step({ type: 'next', now: now() })}
        onLeave={navigation.back}
        onUndo={undo}
        setAside={setAsideOf(item)}
      />
    );
  }
  return <ReviewDone title={title} answers={state.answers} notice={notice} onUndo={undo} />;
}

/** Shows the scenario a card of a deck links. */
function watchOf(found: FoundCard, push: (route: Route) => void): (() => void) | undefined {
  const scenario = found.kind === 'deck' ? found.card.scenario : null;
  return scenario === null ? undefined : () => push({ screen: 'scenarios', only: [scenario] });
}

/** Whether this session can ask an item: this version of the program still teaches it, and it is of the session's kind. */
function taughtBy(of: ReviewOf, teachers: Teachers): (item: ItemId) => boolean {
  if (of.kind === 'cards') {
    const items = new Set(of.items);
    return (item) => items.has(item);
  }
  const { skills } = of.asking.engine;
  return (item) => cardOf(teachers, item) !== null || skills.some(({ id }) => `skill:${id}` === item);
}
