import { MalformedScript } from './outcome.ts';
import type { Token } from './tokens.ts';

/** Walks over the tokens of a script; every complaint names the line. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** The token `ahead` places on, 0 being the next; the end token beyond the last. */
  peek(ahead = 0): Token {
    const token = this.#tokens[Math.min(this.#next + ahead, this.#tokens.length - 1)];
    if (token === undefined) throw new MalformedScript(1, 'an empty script');
    return token;
  }

  take(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.#next += 1;
    return token;
  }

  /** Whether the next token is this symbol or word. */
  at(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return (token.kind === 'symbol' || token.kind === 'word') && token.text === text;
  }

  /** Takes this symbol or word if it is next. */
  skip(text: string): boolean {
    if (!this.at(text)) return false;
    this.take();
    return true;
  }

  expect(text: string): Token {
    if (!this.at(text)) this.fail(`expected '${text}'`);
    return this.take();
  }

  word(what: string): string {
    if (this.peek().kind !== 'word') this.fail(`expected ${what}`);
    return this.take().text;
  }

  /** An unsigned integer up to `most`. */
  integer(what: string, most = 0xffff_ffff): number {
    const { kind, text, line } = this.peek();
    if (kind !== 'number' || text.includes('.')) this.fail(`expected ${what}`);
    this.take();
    const value = Number(text);
    if (value > most) throw new MalformedScript(line, `${what} is at most ${most}, not ${text}`);
    return value;
  }

  /** Seconds, as milliseconds. */
  milliseconds(): number {
    if (this.peek().kind !== 'number') this.fail('expected a time in seconds');
    // Whole microseconds, as packetdrill keeps time: 0.1 + 0.2 is to be 300 ms.
    return Math.round(Number(this.take().text) * 1e6) / 1000;
  }

  /** Whether the next token stands on the line of the one before it. */
  onSameLine(): boolean {
    return this.#tokens[this.#next - 1]?.line === this.peek().line;
  }

  /** Complains of the next token, or of the line that ends too early. @throws MalformedScript */
  fail(message: string): never {
    const { kind, text, line } = this.peek();
    const before = this.#tokens[this.#next - 1];
    if (before !== undefined && before.line < line) {
      throw new MalformedScript(before.line, `${message}, found the end of the line`);
    }
    const found = kind === 'end' ? 'the end of the file' : `'${text.split('\n')[0]?.slice(0, 40)}'`;
    throw new MalformedScript(line, `${message}, found ${found}`);
  }
}
