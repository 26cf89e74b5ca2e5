import {
  ACK,
  CE,
  CWR,
  ECE,
  ECT_0,
  ECT_1,
  FIN,
  NOT_ECT,
  PSH,
  RST,
  type SegmentOptions,
  SYN,
  URG,
} from '../../../src/tcp/segment.ts';
import { MalformedScript } from './outcome.ts';
import type { Packet } from './script.ts';
import type { TokenReader } from './token-reader.ts';

/** The letters of the control bits, in the order they are printed. */
export const FLAG_LETTERS: readonly (readonly [string, number])[] = [
  ['S', SYN],
  ['F', FIN],
  ['R', RST],
  ['P', PSH],
  ['U', URG],
  ['E', ECE],
  ['W', CWR],
  ['.', ACK],
];

/** `unsupported` is told of what the grammar knows and this runner does not. */
type Complain = (what: string) => void;

/** A segment after its `<` or `>`; null if it is no TCP segment this runner knows. */
export function parsePacket(reader: TokenReader, inbound: boolean, unsupported: Complain): Packet | null {
  const ecn = parseIpInfo(reader, unsupported);
  const other = otherProtocol(reader);
  if (other !== null) {
    unsupported(other);
    skipToNextEvent(reader);
    return null;
  }
  const flags = parseFlags(reader, unsupported);
  const seq = reader.integer('a sequence number');
  reader.expect(':');
  const end = reader.integer('the end of the sequence numbers');
  reader.expect('(');
  const { line } = reader.peek();
  const length = reader.integer('a payload length', 0xffff);
  reader.expect(')');
  if (end !== (seq + length) % 2 ** 32) {
    throw new MalformedScript(line, `${seq}:${end}(${length}): the end is not the start and the length`);
  }
  const ack = reader.skip('ack') ? reader.integer('an acknowledgment number') : 0;
  const window = reader.skip('win') ? reader.integer('a window', 0xffff) : null;
  if (inbound && window === null) reader.fail('a segment that is injected needs its window (win N)');
  const urgent = reader.skip('urg') ? reader.integer('an urgent pointer', 0xffff) : 0;
  const options = parseOptions(reader, unsupported);
  if (inbound && options === 'any') reader.fail('<...> is for segments that are expected only');
  if (inbound && ecn === 'ect') reader.fail('[ect01] is for segments that are expected only');
  return { flags, seq, length, ack, window, urgent, options, ecn };
}

const ECN: Readonly<Record<string, Packet['ecn']>> = {
  noecn: NOT_ECT,
  ect0: ECT_0,
  ect1: ECT_1,
  ce: CE,
  ect01: 'ect',
};

function parseIpInfo(reader: TokenReader, unsupported: Complain): Packet['ecn'] {
  const close = reader.at('[') ? ']' : reader.at('(') ? ')' : null;
  if (close === null) return null;
  reader.take();
  const name = reader.word('an ECN codepoint');
  const ecn = ECN[name];
  if (ecn === undefined) {
    unsupported(`[${name}] of the IP header`);
    while (!reader.at(close) && reader.peek().kind !== 'end') reader.take();
  }
  reader.expect(close);
  return ecn ?? null;
}

function otherProtocol(reader: TokenReader): string | null {
  for (const name of ['icmp', 'udp', 'gre', 'mpls', 'ipv4', 'ipv6', 'sctp']) {
    if (reader.at(name)) return `${name} packet`;
  }
  return reader.peek().kind === 'number' && reader.at('>', 1) ? 'port numbers in a packet' : null;
}

/** Past the rest of a packet: the next event begins with a time. */
function skipToNextEvent(reader: TokenReader): void {
  const { line } = reader.peek();
  while (reader.peek().kind !== 'end' && reader.peek().line === line) reader.take();
}

function parseFlags(reader: TokenReader, unsupported: Complain): number {
  if (reader.skip('-')) return 0;
  let flags = 0;
  if (reader.peek().kind === 'word') {
    const { text, line } = reader.take();
    for (const letter of text) {
      const bit = FLAG_LETTERS.find(([known]) => known === letter)?.[1];
      if (bit !== undefined) flags |= bit;
      else if (letter === 'A') unsupported('AccECN flags');
      else throw new MalformedScript(line, `'${text}' are no TCP flags: one or more of S F R P U E W and .`);
    }
    if (reader.skip('.')) flags |= ACK;
    return flags;
  }
  if (reader.skip('.')) return ACK;
  if (reader.peek().kind === 'number' && reader.peek().text.startsWith('.')) {
    unsupported('AccECN flags');
    reader.take();
    return ACK;
  }
  return reader.fail('expected TCP flags, such as S. or -');
}

function parseOptions(reader: TokenReader, unsupported: Complain): SegmentOptions | 'any' {
  // A `<` on a later line would begin the next packet, but no event begins without its time.
  if (!reader.skip('<')) return {};
  if (reader.at('...')) {
    reader.take();
    reader.expect('>');
    return 'any';
  }
  const options: { -readonly [K in keyof SegmentOptions]: SegmentOptions[K] } = {};
  do parseOption(reader, options, unsupported);
  while (reader.skip(','));
  reader.expect('>');
  return options;
}

function parseOption(
  reader: TokenReader,
  options: { -readonly [K in keyof SegmentOptions]: SegmentOptions[K] },
  unsupported: Complain,
): void {
  const name = reader.word('a TCP option');
  switch (name) {
    case 'nop':
    case 'eol':
    case 'NOP':
    case 'EOL':
      return; // padding: what it pads is compared, not how
    case 'mss':
      options.mss = reader.integer('an MSS', 0xffff);
      return;
    case 'wscale':
      options.windowScale = reader.integer('a shift', 0xff);
      return;
    case 'sackOK':
      options.sackPermitted = true;
      return;
    case 'sack':
      options.sack = parseSackBlocks(reader);
      return;
    case 'TS': {
      reader.expect('val');
      const value = reader.integer('a TSval');
      reader.expect('ecr');
      options.timestamps = [value, reader.integer('a TSecr')];
      return;
    }
    default:
      unsupported(`TCP option ${name}`);
      while (!reader.at(',') && !reader.at('>') && reader.peek().kind !== 'end') reader.take();
  }
}

function parseSackBlocks(reader: TokenReader): [number, number][] {
  const blocks: [number, number][] = [];
  do {
    const left = reader.integer('the left edge of a SACK block');
    reader.expect(':');
    blocks.push([left, reader.integer('the right edge of a SACK block')]);
  } while (reader.peek().kind === 'number');
  return blocks;
}
