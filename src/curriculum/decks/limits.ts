/** What a user's deck may be at most. Larger ones are told, not read. */
export const limits = {
  /** Bytes of one file. */
  fileBytes: 1_000_000,
  /** Cards of one deck. */
  cards: 10_000,
  /** Code units of one card's front or back. */
  cardText: 20_000,
  /** Code units of a cloze text, and runs to recall in it. */
  clozeText: 5_000,
  deletions: 100,
  /** Tags of one card, and characters of one tag. */
  tags: 30,
  tagLength: 64,
  /** Problems told of one file. */
  problems: 100,
} as const;
