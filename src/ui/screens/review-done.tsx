import { Box } from 'ink';
import type { ReactNode } from 'react';
import { catalogueOf } from '../../learning/catalogue.ts';
import { dueNow } from '../../learning/due.ts';
import { setAsideItems } from '../../learning/holds.ts';
import { progressOf } from '../../learning/progress.ts';
import type { ReviewAnswer } from '../../learning/review-session.ts';
import { Frame } from '../components/frame.tsx';
import { Lines } from '../components/lines.tsx';
import { useBodySize, useNavigation, useServices, useShell, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { BLANK, type Line, line, span, wrapText } from '../layout/line.ts';
import { padStart } from '../layout/width.ts';
import { scheduleOptions } from '../schedule-options.ts';

/** The end of a review: what was done, and what comes back when. */
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
  const { settings } = useShell();
  const { store, modules, decks, now } = useServices();
  const navigation = useNavigation();
  const { review: words, limits, unscheduled, shell } = useWords();
  const { width: body } = useBodySize();
  const keys = useKeys('review-done', {
    leave: navigation.home,
    undo: onUndo,
    'set-aside-list':
      setAsideItems(store.state, now()).length === 0 ? undefined : () => navigation.push({ screen: 'set-aside' }),
    back: navigation.back,
  });
  const catalogue = catalogueOf(modules, decks.decks);
  const options = scheduleOptions(settings);
  const { due } = progressOf(store.state, now(), catalogue, options);
  const { held } = dueNow(store.state, now(), catalogue, options);
  const uncounted = answers.filter(({ grade }) => grade === null).length;
  const took = answers.reduce((sum, { tookMs }) => sum + tookMs, 0);
  const counted = ([1, 2, 3, 4] as const).map((grade) => ({
    grade,
    count: answers.filter((answer) => answer.grade === grade).length,
  }));
  const done: Line[] = [
    line(words.done(answers.length, shell.span(took)), 'strong'),
    BLANK,
    ...counted.map(({ grade, count }) => [
      span(padStart(String(count), 5), 'accent'),
      span(`  ${words.grades[grade]}`),
    ]),
    ...(uncounted === 0 ? [] : [[span(padStart(String(uncounted), 5), 'accent'), span(`  ${unscheduled.practice}`)]]),
  ];
  const [today = 0, tomorrow = 0, ...later] = due.nextDays;
  const heldLines = (count: number): Line[] =>
    count === 0 ? [] : [BLANK, ...wrapText(limits.heldLong(count), body - 2, 'warn')];
  const next: Line[] = [
    BLANK,
    line(words.comesBack, 'strong'),
    BLANK,
    [span(padStart(String(today), 5), 'accent'), span(`  ${words.laterToday}`)],
    [span(padStart(String(tomorrow), 5), 'accent'), span(`  ${words.tomorrow}`)],
    [span(padStart(String(later.reduce((sum, n) => sum + n, 0)), 5), 'accent'), span(`  ${words.thisWeek}`)],
    ...heldLines(held.reviews + held.fresh),
  ];
  return (
    <Frame title={title} status={notice === null ? [] : [span(notice, 'accent')]} keys={keys}>
      {({ width }) => (
        <Box flexDirection="column">
          <Lines lines={[...(answers.length === 0 ? [line(words.nothing, 'strong')] : done), ...next]} width={width} />
        </Box>
      )}
    </Frame>
  );
}
