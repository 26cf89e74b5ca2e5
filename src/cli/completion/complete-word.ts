/** The hidden command a completion asks: the words up to the cursor follow it. */
export const COMPLETE = '__complete';
