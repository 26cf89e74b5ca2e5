import type { CaptureChunk } from '../captures/disk/capture-chunk.ts';
import type { Module } from '../curriculum/module.ts';
import type { Language } from '../language.ts';
import type { OwnDecks } from '../learning/decks/own-decks.ts';
import type { LearningStore } from '../learning/log/store.ts';
import type { SettingsStore } from '../learning/settings.ts';
import type { Question } from '../questions/question.ts';
import type { Skill } from '../questions/skill.ts';
import type { Scenario } from '../simulator/scenario.ts';
import type { HostName, Trace } from '../trace/trace.ts';
import type { FolderEntry } from './input/path-completion.ts';
import type { QuizRules } from './route.ts';

/** What makes questions and runs scenarios. Its own load, so that the first frame does not wait for the simulator. */
export interface Engine {
  readonly skills: readonly Skill[];
  readonly scenarios: Readonly<Record<string, Scenario>>;
  /** The question of a name `skill@seed`. Throws an Error with a sentence for people when there is none. */
  readonly makeQuestion: (name: string) => Question;
  readonly simulate: (scenario: Scenario, seed: string) => Trace;
}

/** Everything the screens use of the world. The command line puts it together; tests put in their own. */
export interface Services {
  /** The language to begin with: --lang, else the setting, else the locale. */
  readonly language: Language;
  /** What the setting 'auto' means here: the language of the locale. */
  readonly localeLanguage: Language;
  readonly store: LearningStore;
  readonly settings: SettingsStore;
  readonly modules: readonly Module[];
  /** The learner's own. */
  readonly decks: OwnDecks;
  readonly loadEngine: () => Promise<Engine>;
  /**
   * A capture file piece by piece, unpacked, until `signal` says that it is enough. Ends with an Error that has a `text` for
   * people where there is none to read.
   */
  readonly openCapture: (path: string, signal: AbortSignal) => AsyncIterable<CaptureChunk>;
  /** What a folder holds, to finish a path that is typed; '' is the current one, and nothing where it cannot be read. */
  readonly listFolder: (path: string) => Promise<readonly FolderEntry[]>;
  /** What is saved goes through this. Both throw an Error that has a `text` for people. */
  readonly writeFile: {
    readonly exists: (path: string) => Promise<boolean>;
    /** Writes the file whole or not at all, over what may be there. */
    readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  };
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** A fresh seed for a question or a run; short enough to be read aloud. */
  readonly newSeed: () => string;
  /** --ascii was given (the setting of that name does the same). */
  readonly ascii: boolean;
  /** --screen-reader or INK_SCREEN_READER was given (the setting of that name does the same). */
  readonly screenReader: boolean;
  /** false: no colour (--no-color, NO_COLOR). */
  readonly color: boolean;
}

/** Which screen the program was started for. */
export type Opening =
  | { readonly screen: 'home' | 'review' | 'skills' | 'progress' | 'settings' | 'quiz-setup' | 'capture-file' }
  | {
      readonly screen: 'capture';
      readonly path: string;
      /** The end at which it was captured, where a person said so. */
      readonly at: HostName | null;
      /** The conversation to open, by its number. */
      readonly conversation: number | null;
    }
  | { readonly screen: 'learn' | 'interview'; readonly module: string | null }
  /** What is due of a deck, by its id. */
  | { readonly screen: 'review-deck'; readonly deck: string }
  /** Skill ids or question names; empty: a mix of what is due, weak or new. */
  | { readonly screen: 'practice'; readonly names: readonly string[]; readonly unscheduled?: true }
  | { readonly screen: 'quiz'; readonly rules: QuizRules }
  /** The practice or quiz left last, by its session id. */
  | { readonly screen: 'resume'; readonly session: string }
  /** null: the learner chooses. */
  | { readonly screen: 'watch'; readonly run: { readonly scenario: Scenario; readonly seed: string } | null }
  /** Played by hand; null: two hosts and nothing else. */
  | { readonly screen: 'sandbox'; readonly scenario: Scenario | null; readonly seed: string };
