import type { Expression } from './script.ts';
import type { TokenReader } from './token-reader.ts';

/** One argument or result of a system call. */
export function parseExpression(reader: TokenReader): Expression {
  const first = parsePart(reader);
  if (!reader.at('|')) return first;
  const parts = [first];
  while (reader.skip('|')) parts.push(parsePart(reader));
  return { kind: 'flags', parts };
}

/** Expressions between `open`, already taken, and `close`. */
export function parseList(reader: TokenReader, close: string): Expression[] {
  const items: Expression[] = [];
  if (reader.skip(close)) return items;
  do items.push(parseExpression(reader));
  while (reader.skip(','));
  reader.expect(close);
  return items;
}

function parsePart(reader: TokenReader): Expression {
  const { kind, text } = reader.peek();
  if (reader.skip('...')) return { kind: 'ellipsis' };
  if (reader.skip('-')) return { kind: 'number', value: -reader.integer('a number') };
  if (kind === 'number') return { kind: 'number', value: reader.integer('a number', Number.MAX_SAFE_INTEGER) };
  if (reader.skip('[')) return { kind: 'list', items: parseList(reader, ']') };
  if (reader.skip('{')) return { kind: 'list', items: parseList(reader, '}') };
  if (kind === 'string') {
    let value = '';
    while (reader.peek().kind === 'string') value += reader.take().text;
    reader.skip('...');
    return { kind: 'string', value };
  }
  if (kind !== 'word') return reader.fail('expected a value');
  reader.take();
  const inside = reader.skip('(') ? parseList(reader, ')') : null;
  if (reader.skip('=')) return { kind: 'field', name: text, value: parseExpression(reader) };
  return inside === null ? { kind: 'word', name: text } : { kind: 'apply', name: text, arguments: inside };
}
