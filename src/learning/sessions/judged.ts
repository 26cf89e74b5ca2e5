/** What a session needs to know of a checked answer; a Verdict of the questions floor is one. */
export interface Judged {
  readonly correct: boolean;
}

/** An answer that was checked, with the wrong rules it followed, by id. */
export interface JudgedByRules extends Judged {
  readonly rules: readonly string[];
}
