import { MalformedScript } from './outcome.ts';

export type TokenKind = 'option' | 'number' | 'word' | 'string' | 'shell' | 'code' | 'symbol' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** The text as written; without its quotes for strings, shell commands and code. */
  readonly text: string;
  readonly line: number;
  /** Where it begins in the file, to print an event as it was written. */
  readonly at: number;
}

export interface Comment {
  readonly text: string;
  readonly line: number;
}

/** What a token may be, tried in this order at each place. */
const PATTERNS: readonly (readonly [TokenKind | 'space' | 'comment', RegExp])[] = [
  ['space', /\s+/y],
  ['comment', /\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\//y],
  ['option', /--[A-Za-z][\w.]*(?:=(?:[^\s`"=]*=)?(?:"[^"\n]*"|`[^`]*`|[^\s"`]*))?/y],
  ['code', /%\{[\s\S]*?\}%/y],
  ['shell', /`[^`]*`/y],
  ['string', /"(?:[^"\\\n]|\\.)*"/y],
  ['symbol', /\.\.\./y],
  ['number', /0[xX][0-9a-fA-F]+|\d+\.\d+|\.\d+|\d+/y],
  ['word', /[A-Za-z_]\w*/y],
  // The last few only occur in remarks such as (Can't assign requested address).
  ['symbol', /[-+*~<>()[\]{}=,:.|;'/&!?@%]/y],
];

/** Splits a script into tokens, an 'end' token last, and its comments. */
export function tokenize(text: string): { readonly tokens: readonly Token[]; readonly comments: readonly Comment[] } {
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const { kind, found } = match(text, at, line);
    if (kind === 'comment') comments.push({ text: found, line });
    else if (kind !== 'space') tokens.push({ kind, text: unquoted(kind, found), line, at });
    at += found.length;
    line += newlines(found);
  }
  tokens.push({ kind: 'end', text: '', line, at });
  return { tokens, comments };
}

function match(text: string, at: number, line: number): { kind: TokenKind | 'space' | 'comment'; found: string } {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { kind, found };
  }
  const unclosed = /^(?:`|"|%\{|\/\*)/.exec(text.slice(at));
  if (unclosed !== null) throw new MalformedScript(line, `${unclosed[0]} is never closed`);
  throw new MalformedScript(line, `unexpected character '${text[at] ?? ''}'`);
}

function unquoted(kind: TokenKind, text: string): string {
  if (kind === 'string' || kind === 'shell') return text.slice(1, -1);
  return kind === 'code' ? text.slice(2, -2) : text;
}

function newlines(text: string): number {
  return text.split('\n').length - 1;
}
