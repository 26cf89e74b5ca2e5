import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { Settings } from '../../learning/settings.ts';
import { dateOf, dayOfDate } from '../../learning/study-day.ts';
import { Frame } from '../components/frame.tsx';
import { Lines } from '../components/lines.tsx';
import { choosableRows, Menu, type MenuRow } from '../components/menu.tsx';
import { useBodySize, useNavigation, useShell, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useList } from '../hooks/use-list.ts';
import { stepAround, stepNumber } from '../layout/choice.ts';
import { BLANK, span, wrapText } from '../layout/line.ts';
import type { Words } from '../text/en.ts';

/** What a learner chooses here; weights are made by `seqack tune`. */
type Choice = Exclude<keyof Settings, 'weights'>;

const ORDER: readonly Choice[] = [
  'language',
  'ascii',
  'numbers',
  'speed',
  'newPerDay',
  'reviewsPerDay',
  'perDay',
  'examDate',
  'retention',
  'quizCount',
  'quizMinutes',
  'quizFeedback',
];

/** Lines kept for what the chosen setting does, a free one before them. */
const ABOUT_HEIGHT = 4;

/** All settings, changed where they stand; each change holds at once. */
export function SettingsScreen(): ReactNode {
  const { settings, changeSettings, services } = useShell();
  const words = useWords();
  const { studyDays } = services.store.state.rulesOfFold;
  const navigation = useNavigation();
  const { height } = useBodySize();
  const rows = ORDER.map(
    (name): MenuRow => ({
      kind: 'item',
      key: name,
      label: words.settings.names[name],
      note: [span('< ', 'muted'), span(valueText(settings, name, words), 'accent'), span(' >', 'muted')],
    }),
  );
  const list = useList(choosableRows(rows), height - ABOUT_HEIGHT);
  const name = ORDER[list.index];
  const changeOf = (by: 1 | -1): Partial<Settings> => {
    if (name === undefined) return {};
    if (name !== 'examDate') return changed(settings, name, by);
    return { examDate: steppedDate(settings.examDate, by, studyDays.dayOf(services.now())) };
  };
  const change = (by: 1 | -1) => (name === undefined ? undefined : () => changeSettings(changeOf(by)));
  const keys = useKeys('settings', {
    ...list.handlers,
    decrease: change(-1),
    increase: change(1),
    'next-value': change(1),
    back: navigation.back,
  });
  return (
    <Frame title={[words.settings.title]} keys={keys}>
      {({ width, height: room, fill }) => (
        <Box flexDirection="column" justifyContent="space-between" height={fill}>
          <Menu rows={rows} index={list.index} width={Math.min(width, 72)} height={room - ABOUT_HEIGHT} />
          <Lines
            lines={[BLANK, ...(name === undefined ? [] : wrapText(words.settings.about[name], width, 'muted'))].slice(
              0,
              ABOUT_HEIGHT,
            )}
            width={width}
          />
        </Box>
      )}
    </Frame>
  );
}

export const QUIZ_COUNTS = [5, 10, 15, 20, 30, 40, 50, 100];
export const QUIZ_MINUTES = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60];
const NEW_PER_DAY = [0, 5, 10, 15, 20, 30, 50, 100];
const REVIEWS_PER_DAY = [0, 20, 30, 50, 75, 100, 150, 200, 300, 500, 9999];
const PER_DAY = [10, 15, 20, 30, 40, 50, 75, 100, 150, 200, 300, Number.POSITIVE_INFINITY];
const RETENTIONS = [0.8, 0.85, 0.9, 0.93, 0.95];
const SPEEDS: readonly Settings['speed'][] = [0.5, 1, 2, 4];

/** The setting with its next or previous value. */
export function changed(settings: Settings, name: Exclude<Choice, 'examDate'>, by: 1 | -1): Partial<Settings> {
  switch (name) {
    case 'language':
      return { language: stepAround(['auto', 'ko', 'en'] as const, settings.language, by) };
    case 'numbers':
      return { numbers: stepAround(['absolute', 'relative'] as const, settings.numbers, by) };
    case 'ascii':
      return { ascii: !settings.ascii };
    case 'speed':
      return { speed: stepAround(SPEEDS, settings.speed, by) };
    case 'newPerDay':
      return { newPerDay: stepNumber(NEW_PER_DAY, settings.newPerDay, by) };
    case 'reviewsPerDay':
      return { reviewsPerDay: stepNumber(REVIEWS_PER_DAY, settings.reviewsPerDay, by) };
    case 'perDay': {
      const next = stepNumber(PER_DAY, settings.perDay ?? Number.POSITIVE_INFINITY, by);
      return { perDay: Number.isFinite(next) ? next : null };
    }
    case 'retention':
      return { retention: stepNumber(RETENTIONS, settings.retention, by) };
    case 'quizCount':
      return { quizCount: stepNumber(QUIZ_COUNTS, settings.quizCount, by) };
    case 'quizMinutes':
      return { quizMinutes: stepNumber(QUIZ_MINUTES, settings.quizMinutes, by) };
    case 'quizFeedback':
      return { quizFeedback: stepAround(['end', 'each'] as const, settings.quizFeedback, by) };
  }
}

/** Days from today at which a date is first set. */
const FIRST_DATE = 14;

/** The date a day later or earlier, never before tomorrow (`today` is a study day); none before that, and after none one in two weeks. */
export function steppedDate(date: string | null, by: 1 | -1, today: number): string | null {
  const day = date === null ? null : dayOfDate(date);
  if (day === null) return by > 0 ? dateOf(today + FIRST_DATE) : null;
  // A date that has gone by is of no use to step from.
  const next = Math.max(day, today) + by;
  return next <= today ? null : dateOf(next);
}

function valueText(settings: Settings, name: Choice, { settings: words, shell }: Words): string {
  switch (name) {
    case 'language':
      return words.languages[settings.language];
    case 'numbers':
      return words.numbers[settings.numbers];
    case 'ascii':
      return settings.ascii ? shell.on : shell.off;
    case 'speed':
      return words.speed(settings.speed);
    case 'newPerDay':
      return shell.number(settings.newPerDay);
    case 'reviewsPerDay':
      return shell.number(settings.reviewsPerDay);
    case 'perDay':
      return settings.perDay === null ? words.noLimit : shell.number(settings.perDay);
    case 'examDate':
      return settings.examDate ?? shell.none;
    case 'retention':
      return shell.percent(settings.retention);
    case 'quizCount':
      return shell.questions(settings.quizCount);
    case 'quizMinutes':
      return shell.minutes(settings.quizMinutes);
    case 'quizFeedback':
      return words.feedback[settings.quizFeedback];
  }
}
