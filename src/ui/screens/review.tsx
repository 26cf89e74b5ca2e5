import { type ReactNode, useReducer, useRef } from 'react';
import type { Card, Module } from '../../curriculum/module.ts';
import { catalogueOf } from '../../learning/catalogue.ts';
import type { Grade, ItemId } from '../../learning/event.ts';
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
import { useNavigation, useSay, useServices, useShell, useWords } from '../context.ts';
import { type Line, span } from '../layout/line.ts';
import { scheduleOptions } from '../schedule-options.ts';
import { ReviewDone } from './review-done.tsx';

type State = ReviewState<Judged>;

/** A review: what is due, one item at a time. With `module`, all cards of that concept instead, due or not. */
export function ReviewScreen({ module }: { readonly module: Module | null }): ReactNode {
  const { settings } = useShell();
  const { store, modules, now, newSeed } = useServices();
  const navigation = useNavigation();
  const words = useWords();
  const say = useSay();
  const options = scheduleOptions(settings);
  const [state, dispatch] = useReducer(
    reduce as (state: State, action: ReviewAction<Judged>) => State,
    null,
    (): State => {
      const items =
        module === null
          ? dueItems(store.state, now(), catalogueOf(modules), options).map(({ item }) => item)
          : module.cards.map((card): ItemId => `card:${module.id}/${card.id}`);
      return startReview(
        items.filter((item) => cardOf(modules, item) !== null),
        newSeed(),
        now(),
      );
    },
  );
  /** Ids of the session's own grades in the log, the last one last. */
  const logged = useRef<string[]>([]);

  const undo =
    state.undo === null
      ? undefined
      : () => {
          const id = logged.current.pop();
          if (id !== undefined) store.undo(id);
          dispatch({ type: 'undone', now: now() });
        };
  const title = module === null ? [words.review.title] : [words.review.cardsOf, say(module.title)];
  const { phase } = state;
  if (phase.kind !== 'front' && phase.kind !== 'revealed') {
    return <ReviewDone title={title} answers={state.answers} onUndo={undo} />;
  }
  const { item } = phase;
  const found = cardOf(modules, item);
  if (found === null) return null;

  const grade = (given: Grade) => {
    const at = now();
    const tookMs = Math.max(0, at - phase.shownAt);
    logged.current.push(store.append({ kind: 'card', item, grade: given, tookMs }).id);
    const dueAt = memoryOf(store.state, item, at, options)?.dueAt ?? at;
    dispatch({ type: 'graded', grade: given, dueAt, now: at });
  };
  const left: Line = [span(words.review.left(remaining(state) + 1), 'muted')];
  return (
    <CardPane
      key={`${item} ${state.answers.length}`}
      title={title}
      status={left}
      concept={say(found.module.title)}
      card={found.card}
      intervals={phase.kind === 'revealed' ? nextIntervals(store.state, item, now(), options) : null}
      onReveal={() => dispatch({ type: 'revealed' })}
      onGrade={grade}
      onUndo={undo}
      onLeave={navigation.back}
    />
  );
}

/** The card an item stands for; null when it is a skill or a card that is no longer taught. */
function cardOf(modules: readonly Module[], item: ItemId): { readonly module: Module; readonly card: Card } | null {
  if (!item.startsWith('card:')) return null;
  const [moduleId, cardId] = item.slice('card:'.length).split('/');
  const module = modules.find(({ id }) => id === moduleId);
  const card = module?.cards.find(({ id }) => id === cardId);
  return module === undefined || card === undefined ? null : { module, card };
}
