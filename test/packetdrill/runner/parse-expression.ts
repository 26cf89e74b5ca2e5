import type { Expression } from './script.ts';
import type { TokenReader } from './token-reader.ts';

/** Deeper than this no call is written. */
const DEEPEST = 20;

/** One argument or result of a system call. */
export function parseExpression(reader: TokenReader, depth = 0): Expression {
  if (depth > DEEPEST) reader.fail('nested too deeply');
  const first = parsePart(reader, depth);
  if (!reader.at('|')) return first;
  const parts = [first];
  while (reader.skip('|')) parts.push(parsePart(reader, depth));
  return { kind: 'flags', parts };
}

/** Expressions between `open`, already taken, and `close`. */
export function parseList(reader: TokenReader, close: string, depth = 0): Expression[] {
  const items: Expression[] = [];
  if (reader.skip(close)) return items;
  do items.push(parseExpression(reader, depth + 1));
  while (reader.skip(','));
  reader.expect(close);
  return items;
}

function parsePart(reader: TokenReader, depth: number): Expression {
  const { kind, text } = reader.peek();
  if (reader.skip('...')) return { kind: 'ellipsis' };
  if (reader.skip('-')) return { kind: 'number', value: -reader.integer('a number') };
  if (kind === 'number') return { kind: 'number', value: reader.integer('a number', Number.MAX_SAFE_INTEGER) };
  if (reader.skip('[')) return { kind: 'list', items: parseList(reader, ']', depth) };
  if (reader.skip('{')) return { kind: 'list', items: parseList(reader, '}', depth) };
  if (kind === 'string') {
    let value = '';
    while (reader.peek().kind === 'string') value += reader.take().text;
    reader.skip('...');
    return { kind: 'string', value };
  }
  if (kind !== 'word') return reader.fail('expected a value');
  reader.take();
  const inside = reader.skip('(') ? parseList(reader, ')', depth) : null;
  if (reader.skip('=')) return { kind: 'field', name: text, value: parseExpression(reader, depth + 1) };
  return inside === null ? { kind: 'word', name: text } : { kind: 'apply', name: text, arguments: inside };
}
