import { MalformedScript } from './outcome.ts';
import { isInfoName } from './tcp-info.ts';

/** One `assert` of a %{ }% block: an expression over the connection's variables. Nothing else is ever evaluated. */
export interface Assertion {
  readonly line: number;
  readonly text: string;
  readonly condition: Node;
}

export type Node =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'not' | 'minus'; readonly of: Node }
  | { readonly kind: 'operation'; readonly operator: string; readonly left: Node; readonly right: Node };

interface Piece {
  readonly text: string;
  readonly line: number;
}

const PIECE =
  /\n|\\\r?\n|[ \t\r]+|#[^\n]*|'[^'\n]*'|"[^"\n]*"|\d+(?:\.\d+)?|[A-Za-z_]\w*|==|!=|<=|>=|\/\/|[-+*/%<>();,]/y;

/** Reads the statements of a %{ }% block that begins on `line`; `complain` is told of those that are no assertions. */
export function parseAssertions(code: string, line: number, complain: (what: string) => void): Assertion[] {
  const statements = split(code, line);
  const assertions: Assertion[] = [];
  for (const statement of statements) {
    const [first] = statement;
    if (first === undefined) continue;
    const reader = new AssertionReader(statement);
    if (first.text !== 'assert') {
      complain(`%{ ${statement.map(({ text }) => text).join(' ')} }%`);
      continue;
    }
    const assertion = reader.assertion();
    for (const name of unknownNames(assertion.condition)) complain(`assert on ${name}`);
    assertions.push(assertion);
  }
  return assertions;
}

/** Statements end with a line or a semicolon, but not within parentheses. */
function split(code: string, firstLine: number): Piece[][] {
  const statements: Piece[][] = [[]];
  let line = firstLine;
  let depth = 0;
  let at = 0;
  while (at < code.length) {
    PIECE.lastIndex = at;
    const text = PIECE.exec(code)?.[0];
    if (text === undefined) throw new MalformedScript(line, `unexpected character '${code[at] ?? ''}' in %{ }%`);
    at += text.length;
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (depth === 0 && (text === '\n' || text === ';')) statements.push([]);
    else if (!/^[\s#\\]/.test(text)) statements.at(-1)?.push({ text, line });
    if (text.endsWith('\n')) line += 1;
  }
  return statements;
}

/** Deeper than this no assertion is nested. */
const DEEPEST = 50;

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

class AssertionReader {
  readonly #pieces: readonly Piece[];
  #next = 1;
  #depth = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  assertion(): Assertion {
    const condition = this.#or();
    const end = this.#next;
    // What follows a comma is the message Python would print.
    if (this.#peek() !== ',' && this.#peek() !== undefined) this.#fail();
    const written = this.#pieces.slice(0, end).map(({ text }) => text);
    return { line: this.#pieces[0]?.line ?? 1, text: written.join(' '), condition };
  }

  #peek(): string | undefined {
    return this.#pieces[this.#next]?.text;
  }

  #skip(text: string): boolean {
    if (this.#peek() !== text) return false;
    this.#next += 1;
    return true;
  }

  #fail(): never {
    const at = this.#pieces[this.#next] ?? this.#pieces.at(-1);
    throw new MalformedScript(at?.line ?? 1, `cannot read this assertion at '${this.#peek() ?? 'its end'}'`);
  }

  #or(): Node {
    this.#depth += 1;
    if (this.#depth > DEEPEST) this.#fail();
    const whole = this.#alternatives();
    this.#depth -= 1;
    return whole;
  }

  #alternatives(): Node {
    let left = this.#and();
    while (this.#skip('or')) left = { kind: 'operation', operator: 'or', left, right: this.#and() };
    return left;
  }

  #and(): Node {
    let left = this.#not();
    while (this.#skip('and')) left = { kind: 'operation', operator: 'and', left, right: this.#not() };
    return left;
  }

  #not(): Node {
    let negations = 0;
    while (this.#skip('not')) negations += 1;
    const node = this.#comparison();
    return negations % 2 === 0 ? node : { kind: 'not', of: node };
  }

  /** a < b < c means a < b and b < c. */
  #comparison(): Node {
    let middle = this.#sum();
    let whole: Node | null = null;
    for (let operator = this.#peek(); operator !== undefined && COMPARISONS.has(operator); operator = this.#peek()) {
      this.#next += 1;
      const right = this.#sum();
      const one: Node = { kind: 'operation', operator, left: middle, right };
      whole = whole === null ? one : { kind: 'operation', operator: 'and', left: whole, right: one };
      middle = right;
    }
    return whole ?? middle;
  }

  #sum(): Node {
    let left = this.#product();
    for (let operator = this.#peek(); operator === '+' || operator === '-'; operator = this.#peek()) {
      this.#next += 1;
      left = { kind: 'operation', operator, left, right: this.#product() };
    }
    return left;
  }

  #product(): Node {
    let left = this.#value();
    for (
      let operator = this.#peek();
      operator !== undefined && '*/%'.includes(operator[0] ?? ' ');
      operator = this.#peek()
    ) {
      this.#next += 1;
      left = { kind: 'operation', operator, left, right: this.#value() };
    }
    return left;
  }

  #value(): Node {
    if (this.#skip('-')) {
      this.#depth += 1;
      if (this.#depth > DEEPEST) this.#fail();
      const of = this.#value();
      this.#depth -= 1;
      return { kind: 'minus', of };
    }
    if (this.#skip('(')) {
      const inside = this.#or();
      if (!this.#skip(')')) this.#fail();
      return inside;
    }
    const text = this.#peek();
    if (text === undefined) return this.#fail();
    this.#next += 1;
    if (/^\d/.test(text)) return { kind: 'number', value: Number(text) };
    if (text === 'True' || text === 'False') return { kind: 'number', value: text === 'True' ? 1 : 0 };
    if (/^[A-Za-z_]/.test(text) && !['and', 'or', 'not'].includes(text)) return { kind: 'name', name: text };
    this.#next -= 1;
    return this.#fail();
  }
}

/** The names an expression uses, each once. */
export function namesIn(node: Node): string[] {
  switch (node.kind) {
    case 'number':
      return [];
    case 'name':
      return [node.name];
    case 'not':
    case 'minus':
      return namesIn(node.of);
    case 'operation':
      return [...new Set([...namesIn(node.left), ...namesIn(node.right)])];
  }
}

function unknownNames(node: Node): string[] {
  return namesIn(node).filter((name) => !isInfoName(name));
}

/** The value of an expression; truth is 1, falsehood 0. `lookUp` gives the value of each name. */
export function evaluate(node: Node, lookUp: (name: string) => number): number {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'name':
      return lookUp(node.name);
    case 'not':
      return evaluate(node.of, lookUp) === 0 ? 1 : 0;
    case 'minus':
      return -evaluate(node.of, lookUp);
    case 'operation':
      return operate(node.operator, evaluate(node.left, lookUp), evaluate(node.right, lookUp));
  }
}

function operate(operator: string, left: number, right: number): number {
  switch (operator) {
    case 'or':
      return left !== 0 ? left : right;
    case 'and':
      return left === 0 ? left : right;
    case '==':
      return left === right ? 1 : 0;
    case '!=':
      return left !== right ? 1 : 0;
    case '<':
      return left < right ? 1 : 0;
    case '<=':
      return left <= right ? 1 : 0;
    case '>':
      return left > right ? 1 : 0;
    case '>=':
      return left >= right ? 1 : 0;
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '//':
      return Math.floor(left / right);
    default:
      return left % right;
  }
}
