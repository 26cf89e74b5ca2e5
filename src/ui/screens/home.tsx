import { Box } from 'ink';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { Language } from '../../language.ts';
import type { SessionRecord } from '../../learning/account/account.ts';
import { catalogueOf } from '../../learning/catalogue.ts';
import { lengthOf } from '../../learning/sessions/session-resume.ts';
import { Frame } from '../components/frame.tsx';
import { Lines } from '../components/lines.tsx';
import { choosableRows, Menu, type MenuRow } from '../components/menu.tsx';
import { useActive, useNavigation, useSay, useShell, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useList } from '../hooks/use-list.ts';
import { titleOfOwner } from '../item-title.ts';
import { heatmapLines } from '../layout/heatmap.ts';
import { type Line, lineCells, span } from '../layout/line.ts';
import { masteryLines } from '../layout/mastery.ts';
import { cells } from '../layout/width.ts';
import type { Route } from '../route.ts';
import type { Words } from '../text/en.ts';
import { examLine } from './exam-line.ts';
import { type HomeModel, homeModel } from './home-model.ts';

/** What to do now and why, in five seconds; what is mastered at the bottom; the ways in. */
export function HomeScreen(): ReactNode {
  const { services, settings, language, glyphs, linear } = useShell();
  const { home: words, shell, progress: progressWords } = useWords();
  const say = useSay();
  const navigation = useNavigation();
  const active = useActive();
  const { store, now, modules, decks } = services;
  const catalogue = useMemo(() => catalogueOf(modules, decks.decks), [modules, decks]);
  // Coming back from another screen is when these can have changed; `active` says so.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store's state is read anew whenever this screen is shown
  const model = useMemo(() => {
    // Another program may have written to the log meanwhile.
    store.refresh();
    return homeModel(store.state, now(), catalogue, settings, modules);
  }, [active, store, now, catalogue, settings, modules]);
  const ways = useWaysIn(model);
  const rows = ways.map(({ label, detail, note }): MenuRow => ({ kind: 'item', key: label, label, detail, note }));
  // New items are not explained yet: while nothing comes back, the lesson is first.
  const { due } = model.progress;
  const reviewsFirst = due.now > due.fresh || (due.now > 0 && model.nextLesson === null);
  const { left } = model;
  const list = useList(choosableRows(rows), rows.length, left === null && !reviewsFirst ? 1 : 0);
  const leftId = left?.started.session ?? null;
  // What was just left is offered first, wherever the pointer stood: the rows have moved.
  const { set } = list;
  useEffect(() => {
    if (leftId !== null) set(0);
  }, [leftId, set]);
  const open = (route: Route) => () => navigation.push(route);
  const keys = useKeys('home', {
    ...list.handlers,
    open: () => {
      const way = ways[list.index];
      if (way !== undefined) navigation.push(way.route);
    },
    resume: leftId === null ? undefined : open({ screen: 'resume', session: leftId }),
    review: open({ screen: 'review', module: null }),
    learn: open({ screen: 'learn' }),
    practise: open({ screen: 'practice', names: null }),
    map: open({ screen: 'skills' }),
    quiz: open({ screen: 'quiz-setup' }),
    simulator: open({ screen: 'scenarios', only: null }),
    captures: open({ screen: 'capture-file' }),
    interview: open({ screen: 'interview', module: null }),
    'set-aside-list': model.hasSetAside ? open({ screen: 'set-aside' }) : undefined,
    leave: navigation.back,
  });
  const { streak, modules: mastered, totals, heatmap } = model.progress;
  const calendar = (width: number) => heatmapLines(heatmap, width, glyphs, progressWords.weekdays, progressWords.month);
  const choice = (of: Language) => (of === language ? span(`[${of}]`, 'selected') : span(` ${of} `, 'muted'));
  const status: Line = [...(streak > 0 ? [span(`${words.streak(streak)}   `)] : []), choice('ko'), choice('en')];
  return (
    <Frame title={[]} status={status} keys={keys} tellsAllProblems>
      {({ width, height, fill }) => {
        const room = Math.max(0, height - rows.length - 1);
        const concepts = mastered.filter(({ module }) => modules.some(({ id }) => id === module));
        // Many decks would leave no room for any bar: then the concepts have it to themselves.
        const bars = [mastered, concepts]
          .map((shown) =>
            masteryLines(
              shown.map(({ module, mastery }) => ({ name: say(titleOfOwner(module, services)), share: mastery })),
              { width, height: room },
              glyphs,
              shell.percent,
            ),
          )
          .find((lines) => lines.length <= room);
        const days = linear || totals.answered === 0 ? [] : calendar(Math.min(width, WIDEST_CALENDAR));
        const rest = room - (bars?.length ?? 0) - days.length - 2 * GAP;
        // In a tall window nothing is left at its far end: all stands together, with the days below.
        const tall = fill !== undefined && bars !== undefined && rest > 0;
        return (
          <Box flexDirection="column" justifyContent={tall ? 'flex-start' : 'space-between'} height={fill}>
            <Menu rows={rows} index={list.index} width={linear ? width : waysWidth(ways, width)} height={rows.length} />
            {bars !== undefined && (
              <Box marginTop={tall ? GAP : 0} flexShrink={0}>
                <Lines lines={bars} width={width} />
              </Box>
            )}
            {tall && days.length > 0 && (
              <Box marginTop={GAP} flexShrink={0}>
                <Lines lines={days} width={width} />
              </Box>
            )}
          </Box>
        );
      }}
    </Frame>
  );
}

/** Free lines between what stands together in a tall window. */
const GAP = 2;
/** The days of a year take no more, cells. */
const WIDEST_CALENDAR = 120;
/** Cells of a row beside its detail: margins, the pointer, the label and its gap. */
const BESIDE_DETAIL = 18;

/** Cells of the ways in: in a wide window no more than they need, so that what stands at their right edge is near them. */
function waysWidth(ways: readonly Way[], width: number): number {
  const labels = Math.max(...ways.map(({ label }) => cells(label)));
  const needed = ways.map(({ detail, note = [] }) => POINTER + labels + cells(detail) + lineCells(note) + GAPS);
  return Math.min(width, Math.max(COMFORTABLE, ...needed));
}

const POINTER = 2;
/** Free cells within a row of the menu and after it. */
const GAPS = 7;
/** The room of a window of 80 columns. */
const COMFORTABLE = 78;

interface Way {
  readonly label: string;
  readonly detail: string;
  readonly note?: Line;
  readonly route: Route;
}

function useWaysIn(model: HomeModel): readonly Way[] {
  const { progress, left, dueMs, held, exam, nextLesson, weakest, interviews } = model;
  const { settings, services, columns } = useShell();
  const { now } = services;
  const all = useWords();
  const { home: words, limits, shell } = all;
  const say = useSay();
  const { due, bestQuiz, totals } = progress;
  const waiting = held.reviews + held.fresh;
  // Nothing comes back yet: what waits is all new.
  const allFresh = due.now > 0 && due.fresh === due.now;
  const examText =
    exam === null || settings.examDate === null
      ? null
      : examLine(exam, settings.examDate, columns - BESIDE_DETAIL, all);
  return [
    ...(left === null ? [] : [wayOn(left, now(), words, shell)]),
    {
      label: words.review,
      detail: allFresh
        ? words.freshOnly(due.now, shell.about(dueMs))
        : due.now === 0
          ? words.nothingDue
          : words.due(due.now, shell.about(dueMs)),
      note: [
        ...(due.fresh > 0 && !allFresh ? [span(words.fresh(due.fresh), 'muted')] : []),
        ...(due.fresh > 0 && !allFresh && waiting > 0 ? [span(', ', 'muted')] : []),
        ...(waiting > 0 ? [span(limits.held(waiting), 'muted')] : []),
      ],
      route: { screen: 'review', module: null },
    },
    {
      label: words.learn,
      detail: nextLesson === null ? words.allRead : say(nextLesson.title),
      note: nextLesson === null ? [] : [span(words.nextInPath, 'muted')],
      route: { screen: 'learn' },
    },
    {
      label: words.practise,
      detail: weakest.length === 0 ? words.practiseAbout : words.weakest(weakest.map(({ title }) => say(title))),
      route: { screen: 'practice', names: null },
    },
    {
      label: words.quiz,
      detail: words.quizAbout(settings.quizCount, settings.quizMinutes),
      note: bestQuiz === null ? [] : [span(words.best(bestQuiz.correct, bestQuiz.asked), 'muted')],
      route: { screen: 'quiz-setup' },
    },
    {
      label: words.interview,
      detail:
        interviews.answered === 0 ? words.interviewAbout : words.interviewDone(interviews.answered, interviews.of),
      route: { screen: 'interview', module: null },
    },
    { label: words.simulator, detail: words.simulatorAbout, route: { screen: 'scenarios', only: null } },
    { label: words.captures, detail: words.capturesAbout, route: { screen: 'capture-file' } },
    {
      label: words.progress,
      detail:
        examText ??
        (totals.answered === 0
          ? words.progressAbout
          : words.answered(totals.answered, shell.percent(progress.accuracy ?? 0))),
      route: { screen: 'progress' },
    },
    { label: words.settings, detail: words.settingsAbout, route: { screen: 'settings' } },
  ];
}

/** The way back to a session that was left: how far it is, how much of its time is left, how long ago that was. */
function wayOn(left: SessionRecord, now: number, words: Words['home'], shell: Words['shell']): Way {
  const { plan, session } = left.started;
  const { answered, of } = lengthOf(left);
  return {
    label: words.goOn,
    detail:
      plan.of === 'practice'
        ? words.leftPractice(answered, of)
        : words.leftQuiz(answered, of, shell.took(Math.max(0, plan.limitMs - left.usedMs))),
    note: [span(words.ago(shell.span(now - left.lastAt)), 'muted')],
    route: { screen: 'resume', session },
  };
}
