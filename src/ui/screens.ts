import { createElement, type ReactElement } from 'react';
import type { Deck } from '../curriculum/decks/deck.ts';
import type { Module } from '../curriculum/module.ts';
import { cardItem, catalogueOf } from '../learning/catalogue.ts';
import type { ItemId } from '../learning/events/event.ts';
import { dueItems } from '../learning/schedule/due.ts';
import { openSessions } from '../learning/sessions/session-resume.ts';
import { inBoth } from './item-title.ts';
import type { Route } from './route.ts';
import { scheduleOptions } from './schedule-options.ts';
import { HomeScreen } from './screens/home.tsx';
import { LearnScreen } from './screens/learn.tsx';
import { ModuleScreen } from './screens/module.tsx';
import type { PracticeOf } from './screens/practice.tsx';
import { QuizSetupScreen } from './screens/quiz-setup.tsx';
import { ReviewScreen } from './screens/review.tsx';
import { ScenariosScreen } from './screens/scenarios.tsx';
import { SettingsScreen } from './screens/settings.tsx';
import { SkillMapScreen } from './screens/skill-map.tsx';
import type { Services } from './services.ts';

/**
 * To add a screen:
 * 1. route.ts: a member of Route with what the screen is to show.
 * 2. keys/: a context with its commands, their keys and labels; `includes` for lists, scrolling, typing, going back.
 * 3. text/en.ts and text/ko.ts: its words, in a group of its own.
 * 4. screens/<name>.tsx: a component that calls useKeys(context, handlers) once and returns one <Frame> with the result.
 *    It reads the world by the hooks of context.ts (useServices, useShell, useWords, useSay, useNavigation, useActive).
 *    A handler left undefined is a key that does not work now and is not shown.
 * 5. Here: a line that makes the element, after loading the engine if the screen makes questions or runs scenarios.
 * 6. test/ui/frames.test.tsx: a line, so that its frames are checked at every width in both languages.
 *
 * A part that takes over the whole screen for a while (a question inside a review) is a component that renders its own
 * <Frame> and calls useKeys itself; the screen around it then calls neither.
 */

/**
 * What draws each route. Screens of little code are part of the app; the others, those that come with the ladder or with
 * many texts, are imported when first shown, as is the engine, so that the first frame does not wait for them. The
 * element is complete: the stack only holds and shows it.
 */
export async function loadScreen(route: Route, services: Services): Promise<ReactElement> {
  switch (route.screen) {
    case 'home':
      return createElement(HomeScreen);
    case 'review': {
      if (route.module !== null) {
        const { id, title, cards } = moduleOf(route.module, services);
        const items = cards.map((card) => cardItem(id, card.id));
        return createElement(ReviewScreen, { of: { kind: 'cards', what: 'all', title, items } });
      }
      const [{ QuestionPane }, engine] = await Promise.all([
        import('./components/question/question-pane.tsx'),
        services.loadEngine(),
      ]);
      return createElement(ReviewScreen, { of: { kind: 'due', asking: { engine, Pane: QuestionPane } } });
    }
    case 'review-deck': {
      const deck = deckOf(route.deck, services);
      const { what } = route;
      const items = what === 'all' ? deck.cards.map(({ id }) => cardItem(deck.id, id)) : dueOfDeck(deck, services);
      return createElement(ReviewScreen, { of: { kind: 'cards', what, title: inBoth(deck.title), items } });
    }
    case 'learn':
      return createElement(LearnScreen);
    case 'deck': {
      const { DeckScreen } = await import('./screens/deck.tsx');
      return createElement(DeckScreen, { deck: deckOf(route.deck, services) });
    }
    case 'deck-problems': {
      const { DeckProblemsScreen } = await import('./screens/deck-problems.tsx');
      return createElement(DeckProblemsScreen, { deck: route.deck });
    }
    case 'module':
      return createElement(ModuleScreen, { module: moduleOf(route.module, services), first: route.part });
    case 'interview': {
      const { InterviewScreen } = await import('./screens/interview.tsx');
      const only = route.module === null ? services.modules : [moduleOf(route.module, services)];
      return createElement(InterviewScreen, { modules: only });
    }
    case 'interview-question': {
      const { InterviewQuestionScreen } = await import('./screens/interview-question.tsx');
      const module = moduleOf(route.module, services);
      const question = module.interview.find(({ id }) => id === route.question);
      if (question === undefined) throw new Error(`There is no interview question named ${route.question}.`);
      return createElement(InterviewQuestionScreen, { module, question });
    }
    case 'skills':
      return createElement(SkillMapScreen, { engine: await services.loadEngine() });
    case 'scenarios': {
      const engine = await services.loadEngine();
      const [name, ...others] = route.only ?? [];
      const single = name === undefined || others.length > 0 ? undefined : engine.scenarios[name];
      // With one to choose from there is nothing to choose.
      if (single !== undefined)
        return loadScreen({ screen: 'watch', scenario: single, seed: services.newSeed() }, services);
      return createElement(ScenariosScreen, { engine, only: route.only });
    }
    case 'quiz-setup':
      return createElement(QuizSetupScreen);
    case 'practice': {
      const [{ PracticeScreen }, engine] = await Promise.all([import('./screens/practice.tsx'), services.loadEngine()]);
      const scheduled = route.unscheduled !== true;
      const of: PracticeOf =
        route.names === null ? { kind: 'mix', scheduled } : { kind: 'names', names: route.names, scheduled };
      return createElement(PracticeScreen, { engine, of });
    }
    case 'quiz': {
      const [{ QuizScreen }, engine] = await Promise.all([import('./screens/quiz.tsx'), services.loadEngine()]);
      return createElement(QuizScreen, { engine, of: { kind: 'rules', rules: route.rules } });
    }
    case 'resume': {
      const { sessions } = services.store.state;
      const record = openSessions(sessions, services.now()).find(({ started }) => started.session === route.session);
      // Another program may have brought it to its end meanwhile.
      if (record === undefined) return createElement(HomeScreen);
      if (record.started.plan.of === 'practice') {
        const [{ PracticeScreen }, engine] = await Promise.all([
          import('./screens/practice.tsx'),
          services.loadEngine(),
        ]);
        return createElement(PracticeScreen, { engine, of: { kind: 'left', record } });
      }
      const [{ QuizScreen }, engine] = await Promise.all([import('./screens/quiz.tsx'), services.loadEngine()]);
      return createElement(QuizScreen, { engine, of: { kind: 'left', record } });
    }
    case 'watch': {
      const [{ WatchScreen }, engine] = await Promise.all([import('./screens/watch.tsx'), services.loadEngine()]);
      return createElement(WatchScreen, { engine, scenario: route.scenario, seed: route.seed });
    }
    case 'sandbox': {
      const { SandboxScreen } = await import('./screens/sandbox/sandbox.tsx');
      return createElement(SandboxScreen, { scenario: route.scenario, seed: route.seed, ms: route.ms });
    }
    case 'run-practice': {
      const [{ RunPracticeScreen }, engine] = await Promise.all([
        import('./screens/sandbox/run-practice.tsx'),
        services.loadEngine(),
      ]);
      return createElement(RunPracticeScreen, { engine, trace: route.trace, at: route.at });
    }
    case 'replay': {
      const { ReplayScreen } = await import('./screens/watch.tsx');
      return createElement(ReplayScreen, { trace: route.trace, about: route.about, from: route.from });
    }
    case 'capture-file': {
      const { CaptureFileScreen } = await import('./screens/capture-file.tsx');
      return createElement(CaptureFileScreen);
    }
    case 'capture': {
      const [{ CaptureScreen }, { CaptureRun }] = await Promise.all([
        import('./screens/capture.tsx'),
        import('./capture-run.ts'),
      ]);
      const run = new CaptureRun(route.path, route.at, services.openCapture, services.now);
      // A small one is there at once: no bar flashes up.
      await Promise.race([run.ended, after(PATIENCE_MS)]);
      return createElement(CaptureScreen, { run, opens: route.conversation });
    }
    case 'capture-conversation': {
      const { CaptureConversationScreen } = await import('./screens/capture-conversation.tsx');
      const { run, conversation, from } = route;
      const summary = run.view().conversations.find(({ number }) => number === conversation);
      if (summary === undefined) throw new Error(`There is no conversation ${conversation}.`);
      const reading = run.conversation(summary, from);
      await Promise.race([reading.ended, after(PATIENCE_MS)]);
      return createElement(CaptureConversationScreen, { run, reading, from });
    }
    case 'capture-practice': {
      const [{ CapturePracticeScreen }, engine] = await Promise.all([
        import('./screens/capture-practice.tsx'),
        services.loadEngine(),
      ]);
      return createElement(CapturePracticeScreen, { engine, captured: route.captured });
    }
    case 'progress': {
      const [{ ProgressScreen }, engine] = await Promise.all([import('./screens/progress.tsx'), services.loadEngine()]);
      return createElement(ProgressScreen, { engine });
    }
    case 'settings':
      return createElement(SettingsScreen);
    case 'set-aside': {
      const [{ SetAsideScreen }, engine] = await Promise.all([
        import('./screens/set-aside.tsx'),
        services.loadEngine(),
      ]);
      return createElement(SetAsideScreen, { engine });
    }
  }
}

/** How long a screen waits for a capture before it is shown without, ms. */
const PATIENCE_MS = 120;

function after(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** The deck's cards to be reviewed now, as far as the daily limits go. */
function dueOfDeck(deck: Deck, { store, settings, now }: Services): ItemId[] {
  const options = scheduleOptions(settings.get());
  return dueItems(store.state, now(), catalogueOf([], [deck]), options).map(({ item }) => item);
}

function deckOf(id: string, { decks }: Services): Deck {
  const deck = decks.decks.find((one) => one.id === id);
  if (deck === undefined) throw new Error(`There is no deck named ${id}.`);
  return deck;
}

function moduleOf(id: string, { modules }: Services): Module {
  const module = modules.find((one) => one.id === id);
  if (module === undefined) throw new Error(`There is no concept named ${id}.`);
  return module;
}
