/** What a user's deck may be at most. Larger ones are told, not read. */
export const limits = {
  /** Bytes of one file. */
  fileBytes: 1_000_000,
  /** Cards of one deck. */
  cards: 10_000,
  /** Code units of one card's front, back or cloze text. */
  cardText: 20_000,
  /** Tags of one card, and characters of one tag. */
  tags: 30,
  tagLength: 64,
  /** Problems told of one file. */
  problems: 100,
} as const;
