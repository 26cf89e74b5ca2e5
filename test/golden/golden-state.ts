import type { Language } from '../../src/language.ts';
import type { Route } from '../../src/ui/route.ts';
import type { WorldOptions } from '../ui/world.tsx';

/** Cells of a terminal. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A moment of the program that has golden frames: how to get there, the same at every size and in either language. */
export interface GoldenState {
  /** Names the file that holds its frames. */
  readonly name: string;
  readonly route: Route | (() => Promise<Route>);
  /** Typed one after the other, each once the frame of the one before is complete. */
  readonly keys?: readonly (string | ((language: Language) => string))[];
  /** The learner, whose store and settings are made anew for each frame. */
  readonly world?: WorldOptions | (() => WorldOptions);
  /** Where not 60, 80 and 120 columns. */
  readonly sizes?: readonly [Size, ...Size[]];
  /** What a frame must say, so that one that leads elsewhere by now is noticed. */
  readonly says: { readonly ko: string; readonly en: string };
  /** Sentences that a learner wrote: they are in one language on the screens of both. */
  readonly hasLearnersOwnText?: true;
  /** `?` is typed here, or closes what is shown. */
  readonly hasNoHelpKey?: true;
  /** It is no frame with a title and keys: it only says what it needs. */
  readonly isBare?: true;
}

/** The states of one screen, at least one. */
export type GoldenStates = readonly [GoldenState, ...GoldenState[]];
