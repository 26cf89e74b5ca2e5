/** The eye has to get from one lifeline to the other: a ladder is no wider than this, whatever the room; cells. */
export const WIDEST_LADDER = 132;
