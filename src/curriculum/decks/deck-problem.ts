import type { FileProblem } from '../../documents/problem.ts';
import type { Text } from '../../language.ts';

/**
 * What is wrong with a user's note. An error keeps something out that was written to be learned (a card, or a whole
 * file); with a warning every card is still there, in one way or another.
 */
export interface DeckProblem extends FileProblem {
  readonly severity: 'error' | 'warning';
}

/** Takes a problem of one file down. */
export type ReportDeck = (severity: DeckProblem['severity'], line: number, message: Text) => void;
