/** The script itself is wrong: it does not follow the grammar, or asks for what cannot be. */
export class MalformedScript extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** The endpoint did something else than the script says. `expected` and `got` are in packetdrill's notation. */
export class Mismatch extends Error {
  readonly line: number;
  readonly expected: string;
  readonly got: string;

  constructor(line: number, expected: string, got: string) {
    super(`expected ${expected}, got ${got}`);
    this.line = line;
    this.expected = expected;
    this.got = got;
  }
}

/** Something a script uses that this runner, or the engine, does not have. */
export interface Unsupported {
  readonly what: string;
  readonly line: number;
}

/** What became of one script. `notes` tell what was ignored on the way. */
export type Outcome =
  | { readonly kind: 'pass'; readonly notes: readonly string[] }
  | { readonly kind: 'fail'; readonly line: number; readonly expected: string; readonly got: string }
  | { readonly kind: 'unsupported'; readonly uses: readonly Unsupported[] }
  | { readonly kind: 'malformed'; readonly line: number; readonly message: string };

/** Found only while the script runs: it uses something that is not supported at that point. */
export class UnsupportedHere extends Error {
  readonly use: Unsupported;

  constructor(use: Unsupported) {
    super(use.what);
    this.use = use;
  }
}

/** The endpoint sends, or sets timers, without end: the script is stopped here. */
export class Runaway extends Error {}
