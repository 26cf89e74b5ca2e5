import type { CapturedTrace } from '../captures/trace/captured-trace.ts';
import type { Text } from '../language.ts';
import type { Scenario } from '../simulator/scenario.ts';
import type { HostName, Trace } from '../trace/trace.ts';
import type { CaptureRun } from './capture-run.ts';

/** The part of a concept that is opened first. */
export type ModulePart = 'lesson' | 'points' | 'interview' | 'cards' | 'rfc';

/** Rules of a timed quiz. */
export interface QuizRules {
  readonly count: number;
  readonly limitMs: number;
  readonly seed: string;
  readonly feedback: 'end' | 'each';
}

/**
 * A screen and what it shows. screens.ts says which file draws each. To add a screen: a member here, a line there, a
 * context in keys/, its words in text/.
 */
export type Route =
  | { readonly screen: 'home' }
  /** The queue of what is due; with `module`, all cards of that concept, due or not. */
  | { readonly screen: 'review'; readonly module: string | null }
  /** Cards of one of the learner's own decks: those that are due, or all of them. */
  | { readonly screen: 'review-deck'; readonly deck: string; readonly what: 'due' | 'all' }
  | { readonly screen: 'learn' }
  /** One of the learner's own decks. */
  | { readonly screen: 'deck'; readonly deck: string }
  /** What is wrong with the notes of a deck; with null, of all decks. */
  | { readonly screen: 'deck-problems'; readonly deck: string | null }
  | { readonly screen: 'module'; readonly module: string; readonly part: ModulePart }
  /** The interview questions to choose from: of one concept, or of all. */
  | { readonly screen: 'interview'; readonly module: string | null }
  | { readonly screen: 'interview-question'; readonly module: string; readonly question: string }
  /** The map of the skills, from which practice of some can be started. */
  | { readonly screen: 'skills' }
  /** Questions on these, by skill id or by the name of one instance, `skill@seed`; null: a mix of what is due, weak or new. */
  /** The practice or quiz of this session id, from where it was left; home when it is no longer open. */
  | { readonly screen: 'resume'; readonly session: string }
  | {
      readonly screen: 'practice';
      readonly names: readonly string[] | null;
      /** Given: the answers leave the schedule as it is. */
      readonly unscheduled?: true;
    }
  /** Items that are not asked, to take them up again. */
  | { readonly screen: 'set-aside' }
  | { readonly screen: 'quiz-setup' }
  | { readonly screen: 'quiz'; readonly rules: QuizRules }
  | { readonly screen: 'scenarios'; readonly only: readonly string[] | null }
  | { readonly screen: 'watch'; readonly scenario: Scenario; readonly seed: string }
  /** A scenario played by hand from virtual time `ms` on; null: two hosts and nothing else. */
  | { readonly screen: 'sandbox'; readonly scenario: Scenario | null; readonly seed: string; readonly ms: number }
  /** Questions on what happened in a run, as it was seen at one end. */
  | { readonly screen: 'run-practice'; readonly trace: Trace; readonly at: HostName }
  /** A trace that is there already, such as a question's, from the moment segment number `from` is sent. */
  | { readonly screen: 'replay'; readonly trace: Trace; readonly about: Text; readonly from: number }
  /** Asks which capture to open. */
  | { readonly screen: 'capture-file' }
  /** The conversations of a capture; with `conversation`, that one is opened as soon as it has been read. */
  | {
      readonly screen: 'capture';
      readonly path: string;
      /** The end at which it was captured, where a person said so. */
      readonly at: HostName | null;
      readonly conversation: number | null;
    }
  /** One of them, by its number, from its segment number `from` on. */
  | {
      readonly screen: 'capture-conversation';
      readonly run: CaptureRun;
      readonly conversation: number;
      readonly from: number;
    }
  /** Questions on a conversation that was captured. */
  | { readonly screen: 'capture-practice'; readonly captured: CapturedTrace }
  | { readonly screen: 'progress' }
  | { readonly screen: 'settings' };
