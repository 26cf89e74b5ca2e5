import { parseAssertions } from './assertion.ts';
import { MalformedScript, type Unsupported } from './outcome.ts';
import { parseExpression, parseList } from './parse-expression.ts';
import { parsePacket } from './parse-packet.ts';
import type { Action, Directive, HeaderOption, Script, ScriptEvent, SystemCall, When } from './script.ts';
import { unsupportedCall } from './supported-calls.ts';
import { TokenReader } from './token-reader.ts';
import { type Comment, tokenize } from './tokens.ts';

/** Reads a script. @throws MalformedScript */
export function parseScript(text: string): Script {
  const { tokens, comments } = tokenize(text);
  const reader = new TokenReader(tokens);
  const options: HeaderOption[] = [];
  const events: ScriptEvent[] = [];
  const unsupported: Unsupported[] = [];
  while (reader.peek().kind === 'option') {
    const { text: option, line } = reader.take();
    const [name = '', ...value] = option.slice(2).split('=');
    options.push({ name, value: value.join('='), line });
  }
  while (reader.peek().kind !== 'end') {
    const { line, at } = reader.peek();
    const complain = (what: string) => unsupported.push({ what, line });
    // A command before the first event and one after the last have no time.
    const when: When = reader.peek().kind === 'shell' ? { kind: 'relative', ms: 0 } : parseWhen(reader);
    const action = parseAction(reader, complain);
    if (action === null) continue;
    if (action.kind !== 'expect' && (when.kind === 'any' || when.kind.endsWith('range'))) {
      throw new MalformedScript(
        line,
        `a time of ${when.kind === 'any' ? '*' : 'a range'} is for expected segments only`,
      );
    }
    events.push({ line, text: oneLine(text.slice(at, reader.peek().at), comments), when, action });
  }
  return { options, directives: directivesIn(comments), events, unsupported };
}

function parseWhen(reader: TokenReader): When {
  const { line, kind, text } = reader.peek();
  if (kind !== 'number' && !reader.at('+') && !reader.at('*')) {
    throw new MalformedScript(line, `an event begins with its time, not with '${text.slice(0, 40)}'`);
  }
  if (reader.skip('*')) return { kind: 'any' };
  const relative = reader.skip('+');
  const fromMs = reader.milliseconds();
  if (!reader.skip('~')) return { kind: relative ? 'relative' : 'absolute', ms: fromMs };
  if (relative) reader.expect('+');
  const toMs = reader.milliseconds();
  if (toMs < fromMs) throw new MalformedScript(line, 'a time range that runs backwards');
  return { kind: relative ? 'relative-range' : 'absolute-range', fromMs, toMs };
}

function parseAction(reader: TokenReader, complain: (what: string) => void): Action | null {
  const { kind, line } = reader.peek();
  if (kind === 'shell') return { kind: 'shell', command: reader.take().text };
  if (kind === 'code') {
    const assertions = parseAssertions(reader.take().text, line, complain);
    return { kind: 'assert', assertions };
  }
  if (reader.at('<') || reader.at('>')) {
    const inbound = reader.take().text === '<';
    const packet = parsePacket(reader, inbound, complain);
    return packet === null ? null : { kind: inbound ? 'inject' : 'expect', packet };
  }
  const call = parseCall(reader);
  const missing = unsupportedCall(call);
  if (missing !== null) complain(missing);
  return { kind: 'call', call };
}

function parseCall(reader: TokenReader): SystemCall {
  const { line } = reader.peek();
  const endMs = reader.skip('...') ? reader.milliseconds() : null;
  const name = reader.word('a packet (< or >), a system call, a `command` or %{ code }%');
  reader.expect('(');
  const args = parseList(reader, ')');
  reader.expect('=');
  const result = parseExpression(reader);
  const errno = reader.peek().kind === 'word' && reader.onSameLine() ? reader.take().text : null;
  if (reader.skip('(')) {
    // The error's text, or a remark: of no consequence.
    while (!reader.skip(')')) if (reader.take().kind === 'end') reader.fail("expected ')'");
  }
  return { name, line, arguments: args, result, errno, endMs };
}

/** An event as written, without comments, its white space made single. */
function oneLine(written: string, comments: readonly Comment[]): string {
  let text = written;
  for (const comment of comments) text = text.replace(comment.text, ' ');
  return text.replace(/\s+/g, ' ').trim();
}

function directivesIn(comments: readonly Comment[]): Directive[] {
  return comments.flatMap(({ text, line }) => {
    const found = /^(?:\/\/|#)\s*(profile|conventions|endpoint):\s*(.*?)\s*$/.exec(text);
    const name = found?.[1];
    if (name !== 'profile' && name !== 'conventions' && name !== 'endpoint') return [];
    return [{ name, value: found?.[2] ?? '', line }];
  });
}
