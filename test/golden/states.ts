import type { Route } from '../../src/ui/route.ts';
import type { GoldenStates } from './golden-state.ts';
import { capture, captureConversation, captureFile, capturePractice } from './states/captures.ts';
import { home, resume, settings } from './states/home.ts';
import { interview, interviewQuestion } from './states/interviews.ts';
import { replay, scenarioList, watch } from './states/ladders.ts';
import { learn, module, progress, setAside, skillMap } from './states/learning.ts';
import { practiceStates, quizSetup, quizStates } from './states/questions.ts';
import { deck, deckProblems, review, reviewDeck } from './states/reviewing.ts';
import { runPractice, sandbox } from './states/sandbox.ts';

/** Every screen with the states that have golden frames: a screen without any is a compile error here. */
export const STATES: Readonly<Record<Route['screen'], GoldenStates>> = {
  home,
  review,
  'review-deck': reviewDeck,
  learn,
  deck,
  'deck-problems': deckProblems,
  module,
  interview,
  'interview-question': interviewQuestion,
  skills: skillMap,
  resume,
  practice: practiceStates,
  'set-aside': setAside,
  'quiz-setup': quizSetup,
  quiz: quizStates,
  scenarios: scenarioList,
  watch,
  sandbox,
  'run-practice': runPractice,
  replay,
  'capture-file': captureFile,
  capture,
  'capture-conversation': captureConversation,
  'capture-practice': capturePractice,
  progress,
  settings,
};
