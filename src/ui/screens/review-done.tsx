import { type ReactNode, useEffect, useState } from 'react';
import { stateBefore } from '../../learning/account/state-before.ts';
import { catalogueOf } from '../../learning/catalogue.ts';
import { dueNow } from '../../learning/schedule/due.ts';
import { setAsideItems } from '../../learning/schedule/holds.ts';
import type { ReviewAnswer } from '../../learning/sessions/review-session.ts';
import { reviewSteps } from '../../learning/sessions/session-steps.ts';
import { sessionSummary } from '../../learning/sessions/session-summary.ts';
import { Frame, useRoom } from '../components/frame.tsx';
import { Scroll } from '../components/scroll.tsx';
import { useNavigation, useSay, useServices, useShell } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useScroll } from '../hooks/use-scroll.ts';
import { titleOfOwner } from '../item-title.ts';
import { type Line, line, span, wrapText } from '../layout/line.ts';
import { padStart } from '../layout/width.ts';
import { scheduleOptions } from '../schedule-options.ts';
import { backLines, gainLines, nextLine, ruleLines, type SessionEndStyle } from './session-end-lines.ts';

/** The end of a review: what was done, what is known better for it, by which wrong rules, and what comes back when. */
export function ReviewDone({
  title,
  answers,
  notice,
  onUndo,
}: {
  readonly title: readonly string[];
  readonly answers: readonly ReviewAnswer[];
  /** What was just done, such as an item put off; null when there is nothing to tell. */
  readonly notice: string | null;
  readonly onUndo: (() => void) | undefined;
}): ReactNode {
  const { words, glyphs, settings } = useShell();
  const services = useServices();
  const { store, modules, decks, now } = services;
  const navigation = useNavigation();
  const say = useSay();
  const { width, height } = useRoom();
  const { review, sessionEnd, shell } = words;
  const { steps, since } = reviewSteps(store.state, answers.length);
  const ruleName = useRuleNames(steps.some(({ rules }) => rules.length > 0));
  const told = sessionSummary(stateBefore(store.state, since), store.state, steps, now(), {
    catalogue: catalogueOf(modules, decks.decks),
    skills: [],
    options: scheduleOptions(settings),
  });
  const style: SessionEndStyle = { width: width - 2, words, glyphs, titleOf: (id) => id, ruleName };
  const ownerOf = (id: string): string => say(titleOfOwner(id, services));
  const grades: Line = ([1, 2, 3, 4] as const).flatMap((grade) => {
    const count = answers.filter((answer) => answer.grade === grade).length;
    return [span(padStart(String(count), 4), 'accent'), span(` ${review.grades[grade]}`)];
  });
  const uncounted = answers.filter(({ grade }) => grade === null).length;
  const catalogue = catalogueOf(modules, decks.decks);
  const options = scheduleOptions(settings);
  const { held } = dueNow(store.state, now(), catalogue, options);
  const heldBack = held.reviews + held.fresh;
  const took = answers.reduce((sum, { tookMs }) => sum + tookMs, 0);
  const lines: Line[] = [
    ...(answers.length === 0
      ? [line(review.nothing, 'strong')]
      : [...wrapText(review.done(answers.length, shell.span(took)), style.width, 'strong'), grades]),
    ...(uncounted === 0
      ? []
      : [[span(padStart(String(uncounted), 4), 'accent'), span(` ${words.unscheduled.practice}`)]]),
    ...gainLines(told, ownerOf, style),
    ...ruleLines(told.rules, style),
    ...backLines(told.back, style),
    ...(heldBack === 0 ? [] : wrapText(words.limits.heldLong(heldBack), style.width, 'warn')),
    ...nextLine(
      told.back.now > 0 ? sessionEnd.review(told.back.now, 'enter', 'r') : sessionEnd.practise('enter', 'p', 'l'),
      style,
    ),
  ];
  const scroll = useScroll(lines.length, height);
  const keys = useKeys('review-done', {
    ...scroll.handlers,
    leave: navigation.home,
    undo: onUndo,
    'set-aside-list':
      setAsideItems(store.state, now()).length === 0 ? undefined : () => navigation.push({ screen: 'set-aside' }),
    back: navigation.back,
  });
  return (
    <Frame title={title} status={notice === null ? [] : [span(notice, 'accent')]} keys={keys}>
      {({ width: room, height: shown }) => <Scroll lines={lines} top={scroll.top} width={room} height={shown} />}
    </Frame>
  );
}

/** What wrong rules are called. Their texts come with the questions, which a review of cards alone does not load. */
function useRuleNames(wanted: boolean): (rule: string) => string | null {
  const say = useSay();
  const [rules, setRules] = useState<typeof import('../../questions/misconceptions.ts') | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let shown = true;
    import('../../questions/misconceptions.ts').then(
      (loaded) => {
        if (shown) setRules(loaded);
      },
      // Without the names the rules are left out; the rest of the summary stands.
      () => {},
    );
    return () => {
      shown = false;
    };
  }, [wanted]);
  return (rule) => (rules?.isMisconceptionId(rule) === true ? say(rules.misconception(rule).name) : null);
}
