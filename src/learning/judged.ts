/** What a session needs to know of a checked answer; a Verdict of the questions floor is one. */
export interface Judged {
  readonly correct: boolean;
}
