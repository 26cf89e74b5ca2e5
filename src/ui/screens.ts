import { createElement, type ReactElement } from 'react';
import type { Module } from '../curriculum/module.ts';
import type { Route } from './route.ts';
import type { Services } from './services.ts';

/**
 * To add a screen:
 * 1. route.ts: a member of Route with what the screen is to show.
 * 2. keys.ts: a context with its commands, their keys and labels; `includes` for lists, scrolling, typing, going back.
 * 3. text/en.ts and text/ko.ts: its words, in a group of its own.
 * 4. screens/<name>.tsx: a component that calls useKeys(context, handlers) once and returns one <Frame> with the result.
 *    It reads the world by the hooks of context.ts (useServices, useShell, useWords, useSay, useNavigation, useActive).
 *    A handler left undefined is a key that does not work now and is not shown.
 * 5. Here: a line that loads the file, and first the engine if the screen makes questions or runs scenarios.
 * 6. test/ui/frames.test.tsx: a line, so that its frames are checked at every width in both languages.
 *
 * A part that takes over the whole screen for a while (a question inside a review) is a component that renders its own
 * <Frame> and calls useKeys itself; the screen around it then calls neither.
 */

/**
 * Which file draws each route. A screen's file is loaded when it is first shown, with what it needs (the engine, a
 * module), so that the first frame waits for nothing else. The element is complete: the stack only holds and shows it.
 */
export async function loadScreen(route: Route, services: Services): Promise<ReactElement> {
  switch (route.screen) {
    case 'home': {
      const { HomeScreen } = await import('./screens/home.tsx');
      return createElement(HomeScreen);
    }
    case 'review': {
      const { ReviewScreen } = await import('./screens/review.tsx');
      return createElement(ReviewScreen, { module: route.module === null ? null : moduleOf(route.module, services) });
    }
    case 'learn': {
      const { LearnScreen } = await import('./screens/learn.tsx');
      return createElement(LearnScreen);
    }
    case 'module': {
      const { ModuleScreen } = await import('./screens/module.tsx');
      return createElement(ModuleScreen, { module: moduleOf(route.module, services), first: route.part });
    }
    case 'skills': {
      const [{ SkillsScreen }, engine] = await Promise.all([import('./screens/skills.tsx'), services.loadEngine()]);
      return createElement(SkillsScreen, { engine });
    }
    case 'scenarios': {
      const [{ ScenariosScreen }, engine] = await Promise.all([
        import('./screens/scenarios.tsx'),
        services.loadEngine(),
      ]);
      return createElement(ScenariosScreen, { engine, only: route.only });
    }
    case 'quiz-setup': {
      const { QuizSetupScreen } = await import('./screens/quiz-setup.tsx');
      return createElement(QuizSetupScreen);
    }
    case 'progress': {
      const [{ ProgressScreen }, engine] = await Promise.all([import('./screens/progress.tsx'), services.loadEngine()]);
      return createElement(ProgressScreen, { engine });
    }
    case 'settings': {
      const { SettingsScreen } = await import('./screens/settings.tsx');
      return createElement(SettingsScreen);
    }
  }
}

function moduleOf(id: string, { modules }: Services): Module {
  const module = modules.find((one) => one.id === id);
  if (module === undefined) throw new Error(`There is no concept named ${id}.`);
  return module;
}
