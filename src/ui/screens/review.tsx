import { type ComponentType, type ReactNode, useMemo, useReducer, useRef, useState } from 'react';
import type { Card, Module } from '../../curriculum/module.ts';
import { answerDraft, type CheckedAnswer } from '../../learning/answer-draft.ts';
import { catalogueOf } from '../../learning/catalogue.ts';
import type { EventDraft, Grade, ItemId } from '../../learning/event.ts';
import type { Judged } from '../../learning/judged.ts';
import {
  type ReviewAction,
  type ReviewState,
  reduce,
  remaining,
  start as startReview,
} from '../../learning/review-session.ts';
import { dueItems, memoryOf, nextIntervals } from '../../learning/schedule.ts';
import { CardPane } from '../components/card-pane.tsx';
import type { QuestionPaneProps } from '../components/question/pane-props.ts';
import { useNavigation, useSay, useServices, useShell, useWords } from '../context.ts';
import { type Line, span } from '../layout/line.ts';
import { scheduleOptions } from '../schedule-options.ts';
import type { Engine } from '../services.ts';
import { ReviewDone } from './review-done.tsx';

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
  /** The cards of one concept, due or not. */
  | { readonly kind: 'cards'; readonly module: Module };

/** One item at a time until nothing is left; each grade is in the log before the next item is shown. */
export function ReviewScreen({ of }: { readonly of: ReviewOf }): ReactNode {
  const { settings } = useShell();
  const { store, modules, now, newSeed } = useServices();
  const navigation = useNavigation();
  const words = useWords();
  const say = useSay();
  const options = scheduleOptions(settings);
  const [state, dispatch] = useReducer(
    reduce as (state: State, action: ReviewAction<Judged>) => State,
    null,
    (): State =>
      startReview(itemsOf(of, dueItems(store.state, now(), catalogueOf(modules), options), modules), newSeed(), now()),
  );
  /** Ids of the session's own grades in the log, the last one last. */
  const logged = useRef<string[]>([]);
  const [undone, setUndone] = useState(0);
  const { phase } = state;

  const log = (draft: EventDraft) => {
    logged.current.push(store.append(draft).id);
  };
  const dueAtOf = (item: ItemId, at: number) => memoryOf(store.state, item, at, options)?.dueAt ?? at;
  const undo =
    state.undo === null
      ? undefined
      : () => {
          const id = logged.current.pop();
          if (id !== undefined) store.undo(id);
          setUndone(undone + 1);
          dispatch({ type: 'undone', now: now() });
        };
  const asking = of.kind === 'due' ? of.asking : null;
  const questionName = phase.kind === 'question' || phase.kind === 'judged' ? phase.question : null;
  const question = useMemo(
    () => (questionName === null || asking === null ? null : asking.engine.makeQuestion(questionName)),
    [questionName, asking],
  );

  const title = of.kind === 'due' ? [words.review.title] : [words.review.cardsOf, say(of.module.title)];
  const status: Line = [span(words.review.left(remaining(state) + 1), 'muted')];
  const card = 'item' in phase ? cardOf(modules, phase.item) : null;

  if ((phase.kind === 'front' || phase.kind === 'revealed') && card !== null) {
    const { item, shownAt } = phase;
    return (
      <CardPane
        key={`${item} ${state.answers.length} ${undone}`}
        title={title}
        status={status}
        concept={say(card.module.title)}
        card={card.card}
        intervals={phase.kind === 'revealed' ? nextIntervals(store.state, item, now(), options) : null}
        onReveal={() => dispatch({ type: 'revealed' })}
        onGrade={(grade: Grade) => {
          const at = now();
          log({ kind: 'card', item, grade, tookMs: Math.max(0, at - shownAt), where: 'review' });
          dispatch({ type: 'graded', grade, dueAt: dueAtOf(item, at), now: at });
        }}
        onUndo={undo}
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
        status={status}
        shownAt={'shownAt' in phase ? phase.shownAt : now()}
        onAnswered={(answer: CheckedAnswer) => {
          const at = now();
          const draft = answerDraft(store.state, answer, 'review', at, options);
          log(draft);
          const grade = draft.grade ?? (draft.correct ? 3 : 1);
          dispatch({ type: 'judged', verdict: answer.verdict, grade, dueAt: dueAtOf(item, at), now: at });
        }}
        onNext={() => dispatch({ type: 'next', now: now() })}
        onLeave={navigation.back}
        onUndo={undo}
      />
    );
  }
  return <ReviewDone title={title} answers={state.answers} onUndo={undo} />;
}

/** The items to go over, of those this version of the program still teaches. */
function itemsOf(of: ReviewOf, due: readonly { readonly item: ItemId }[], modules: readonly Module[]): ItemId[] {
  if (of.kind === 'cards') return of.module.cards.map((card): ItemId => `card:${of.module.id}/${card.id}`);
  const skills = new Set(of.asking.engine.skills.map(({ id }): string => `skill:${id}`));
  return due.map(({ item }) => item).filter((item) => skills.has(item) || cardOf(modules, item) !== null);
}

/** The card an item stands for; null when it is a skill or a card that is no longer taught. */
function cardOf(modules: readonly Module[], item: ItemId): { readonly module: Module; readonly card: Card } | null {
  if (!item.startsWith('card:')) return null;
  const [moduleId, cardId] = item.slice('card:'.length).split('/');
  const module = modules.find(({ id }) => id === moduleId);
  const card = module?.cards.find(({ id }) => id === cardId);
  return module === undefined || card === undefined ? null : { module, card };
}
