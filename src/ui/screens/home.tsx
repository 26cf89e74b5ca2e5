import { Box } from 'ink';
import { type ReactNode, useMemo } from 'react';
import type { Language } from '../../language.ts';
import { catalogueOf } from '../../learning/catalogue.ts';
import { Frame } from '../components/frame.tsx';
import { choosableRows, Menu, type MenuRow } from '../components/menu.tsx';
import { useActive, useNavigation, useSay, useShell, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useList } from '../hooks/use-list.ts';
import { type Line, span } from '../layout/line.ts';
import type { Route } from '../route.ts';
import { homeModel } from './home-model.ts';

/** What to do now and why, in five seconds; what is mastered at the bottom; the ways in. */
export function HomeScreen(): ReactNode {
  const { services, settings, language } = useShell();
  const { home: words, shell } = useWords();
  const say = useSay();
  const navigation = useNavigation();
  const active = useActive();
  const { store, now, modules } = services;
  const catalogue = useMemo(() => catalogueOf(modules), [modules]);
  // Coming back from another screen is when these can have changed; `active` says so.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store's state is read anew whenever this screen is shown
  const model = useMemo(
    () => homeModel(store.state, now(), catalogue, settings, modules),
    [active, store, now, catalogue, settings, modules],
  );
  const { due, dueMs, nextLesson } = model;

  const ways: readonly {
    readonly label: string;
    readonly detail: string;
    readonly note?: Line;
    readonly route: Route;
  }[] = [
    {
      label: words.review,
      detail: due === 0 ? words.nothingDue : words.due(due, shell.about(dueMs)),
      route: { screen: 'review', module: null },
    },
    {
      label: words.learn,
      detail: nextLesson === null ? words.allRead : say(nextLesson.title),
      note: nextLesson === null ? [] : [span(words.nextInPath, 'muted')],
      route: { screen: 'learn' },
    },
    { label: words.practise, detail: words.practiseAbout, route: { screen: 'skills' } },
    {
      label: words.quiz,
      detail: words.quizAbout(settings.quizCount, settings.quizMinutes),
      route: { screen: 'quiz-setup' },
    },
    { label: words.simulator, detail: words.simulatorAbout, route: { screen: 'scenarios', only: null } },
    { label: words.progress, detail: words.progressAbout, route: { screen: 'progress' } },
    { label: words.settings, detail: words.settingsAbout, route: { screen: 'settings' } },
  ];
  const rows = ways.map(({ label, detail, note }): MenuRow => ({ kind: 'item', key: label, label, detail, note }));
  const list = useList(choosableRows(rows), rows.length, model.isFirstTime || due === 0 ? 1 : 0);
  const open = (route: Route) => () => navigation.push(route);
  const keys = useKeys('home', {
    ...list.handlers,
    open: () => {
      const way = ways[list.index];
      if (way !== undefined) navigation.push(way.route);
    },
    review: open({ screen: 'review', module: null }),
    learn: open({ screen: 'learn' }),
    practise: open({ screen: 'skills' }),
    quiz: open({ screen: 'quiz-setup' }),
    simulator: open({ screen: 'scenarios', only: null }),
    leave: navigation.back,
  });
  const choice = (of: Language) => (of === language ? span(`[${of}]`, 'selected') : span(` ${of} `, 'muted'));
  return (
    <Frame title={[]} status={[choice('ko'), choice('en')]} keys={keys} tellsAllProblems>
      {({ width, height }) => (
        <Box flexDirection="column" justifyContent="space-between" height={height}>
          <Menu rows={rows} index={list.index} width={width} height={Math.min(height, rows.length)} />
        </Box>
      )}
    </Frame>
  );
}
