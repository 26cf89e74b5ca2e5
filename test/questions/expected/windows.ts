import type { FieldValue } from '../../../src/questions/answers.ts';
import type { Cell } from '../../../src/questions/figure.ts';
import type { Question } from '../../../src/questions/question.ts';
import { flagBits, flagNames } from '../../../src/tcp/segment.ts';
import type { SkillExpectation } from '../skill-properties.ts';

const SPACE = 1n << 32n;

/** The value of a line of a figure by the start of its English name. */
function given({ figures }: Question, name: string): number {
  const named = (cell: Cell): string => (typeof cell === 'object' ? cell.en : String(cell));
  for (const figure of figures) {
    if (figure.kind !== 'values') continue;
    const line = figure.values.find((one) => named(one.name).startsWith(name));
    if (line !== undefined) return Number(line.value);
  }
  throw new Error(`${name} is not given`);
}

/** Data of segments the sender has sent by then and no ACK that has reached it covers, byte range by byte range. */
function usable(question: Question): Record<string, number> {
  const { trace, view } = question;
  const last = trace.segments[view.focus[0]! - 1]!;
  const events = trace.events.slice(
    0,
    trace.events.findIndex((event) => event.kind === 'send' && event.segment === last.n) + 1,
  );
  const sent = events.flatMap((e) =>
    e.kind === 'send' && e.host === last.from ? [trace.segments[e.segment - 1]!] : [],
  );
  const got = events.flatMap((e) =>
    e.kind === 'arrive' && e.host === last.from ? [trace.segments[e.segment - 1]!] : [],
  );
  const isn = BigInt(sent[0]!.seq);
  const beyond = (value: number): bigint => (BigInt(value) - isn + SPACE) % SPACE;
  const acked = got
    .filter((s) => s.flags.includes('ACK'))
    .reduce((most, s) => (beyond(s.ack) > most ? beyond(s.ack) : most), 0n);
  const flight = sent.filter((s) => beyond(s.seq) >= acked).reduce((total, s) => total + s.len, 0);
  const rwnd = got.at(-1)!.window;
  if (given(question, 'rwnd') !== rwnd) throw new Error('rwnd is not what was advertised');
  const late = trace.segments.some((s) => s.from !== last.from && s.sentMs < last.sentMs && s.arrivedMs! > last.sentMs);
  if (late) throw new Error('an ACK is still under way');
  const cwnd = given(question, 'cwnd');
  return { usable: (cwnd < rwnd ? cwnd : rwnd) - flight };
}

/** The four cases as RFC 9293 §3.4 writes them, on numbers that are laid out so that the window does not wrap. */
function acceptable(question: Question): Record<string, string> {
  const nxt = BigInt(given(question, 'RCV.NXT'));
  const wnd = BigInt(given(question, 'RCV.WND'));
  const field = question.fields[0]!;
  if (field.kind !== 'choice') throw new Error('no choice');
  const fit = field.options.filter(({ id, text }) => {
    if (id === 'none') return false;
    const seq = BigInt(/seq (\d+)/.exec(text.en)![1]!);
    const len = BigInt(/(\d+) bytes?/.exec(text.en)?.[1] ?? '0');
    const inside = (number: bigint): boolean => (number - nxt + 2n * SPACE) % SPACE < wnd;
    if (len === 0n) return wnd === 0n ? seq === nxt : inside(seq);
    return wnd > 0n && (inside(seq) || inside(seq + len - 1n));
  });
  if (fit.length > 1) throw new Error('more than one is acceptable');
  return { segment: fit[0]?.id ?? 'none' };
}

/** Each byte of the segment, one by one: kept when it is in the window. */
function trimmed(question: Question): Record<string, number> {
  const [nxt, wnd, seq] = ['RCV.NXT', 'RCV.WND', 'SEG.SEQ'].map((name) => BigInt(given(question, name))) as [
    bigint,
    bigint,
    bigint,
  ];
  const numbers = Array.from({ length: given(question, 'SEG.LEN') }, (_, i) => (seq + BigInt(i)) % SPACE);
  const kept = numbers.filter((number) => (number - nxt + SPACE) % SPACE < wnd);
  return { first: Number(kept[0]), kept: kept.length };
}

/** Scaled by the shift of the sender's own SYN, where both SYNs offered one and the segment is no SYN. */
function scaled(question: Question): Record<string, number> {
  const { trace, view, fields } = question;
  const segment = trace.segments[view.focus[0]! - 1]!;
  const shiftOf = (host: string): number | undefined =>
    trace.segments.find((s) => s.from === host && s.flags.includes('SYN'))!.options.windowScale;
  const both = shiftOf('client') !== undefined && shiftOf('server') !== undefined;
  const shift = both && !segment.flags.includes('SYN') ? BigInt(shiftOf(segment.from)!) : 0n;
  if (fields[0]!.id === 'window') {
    const field = BigInt(given(question, 'RCV.WND')) / 2n ** shift;
    return { window: Number(field > 65535n ? 65535n : field) };
  }
  return { bytes: Number(BigInt(segment.window) * 2n ** shift) };
}

/** The fields cut out of the dump as hexadecimal text. */
function decoded({ figures, fields }: Question): Record<string, FieldValue> {
  const figure = figures[0]!;
  if (figure.kind !== 'bytes') throw new Error('no dump');
  const hex = figure.bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const at = (offset: number, bytes: number): number =>
    Number(BigInt(`0x${hex.slice(2 * offset, 2 * (offset + bytes))}`));
  const bits = at(13, 1).toString(2).padStart(8, '0').slice(2);
  const flags = (['URG', 'ACK', 'PSH', 'RST', 'SYN', 'FIN'] as const).filter((_, index) => bits[index] === '1');
  const all: Record<string, FieldValue> = {
    source: at(0, 2),
    destination: at(2, 2),
    seq: at(4, 4),
    header: Number(`0x${hex[24]}`) * 4,
    flags: flagNames(flagBits(flags)),
    window: at(14, 2),
    acked: bits[1] === '1' ? 'next' : 'nothing',
  };
  return Object.fromEntries(fields.map(({ id }) => [id, all[id]!]));
}

/** Lengths counted up four bytes at a time. */
function lengths(question: Question): Record<string, number> {
  const options = question.figures.flatMap((f) => (f.kind === 'table' ? f.rows.map((row) => Number(row[1])) : []));
  if (options.length > 0) {
    const data = Number(/carries (\d+) byte/.exec(question.prompt.en)![1]);
    let words = 0;
    for (let left = 20 + options.reduce((a, b) => a + b, 0); left > 0; left -= 4) words++;
    const ip = Number(/IPv4 header has (\d+) bytes/.exec(question.prompt.en)![1]);
    return { offset: words, total: ip + words * 4 + data };
  }
  const header = Array.from({ length: given(question, 'TCP Data Offset') }, () => 4).reduce((a, b) => a + b, 0);
  return { options: header - 20, data: given(question, 'IP Total Length') - given(question, 'IP IHL') * 4 - header };
}

/** In microseconds, or by doubling a space until it is large enough. */
function wraps(question: Question): Record<string, number> {
  // Bits a second: the rate is given in Mbit/s with five decimals at most.
  const rate = BigInt(Math.round(given(question, 'rate') * 100_000)) * 10n;
  if (question.fields[0]!.id === 'seconds') {
    const micros = (SPACE * 8n * 1_000_000n) / rate;
    return { seconds: Number((micros + 500n) / 1000n) / 1000 };
  }
  const bits = rate * BigInt(given(question, 'lifetime'));
  let n = 0;
  for (let space = 8n; space < bits; space *= 2n) n++;
  return { bits: n };
}

/** A probe where more has been handed over than sent; its answer acknowledges all that came in segments of the stream. */
function probed(question: Question): Record<string, FieldValue> {
  const { trace, view, fields } = question;
  const isn = (host: string): number => trace.segments.find((s) => s.from === host)!.seq;
  if (fields[0]!.id === 'ack') {
    const reply = trace.segments[fields[0]!.place!.segment - 1]!;
    const stream = trace.segments.filter((s) => s.from !== reply.from && s.n < reply.n && s.len > 1);
    const sent = stream.reduce((total, s) => total + BigInt(s.len), 1n);
    return { ack: Number((BigInt(isn(stream[0]!.from)) + sent) % SPACE) };
  }
  const shown = trace.events.slice(0, view.until);
  const given = shown.reduce((n, e) => (e.kind === 'call' && e.call.name === 'send' ? n + e.call.bytes : n), 0);
  const sent = shown.reduce((n, e) => (e.kind === 'send' ? n + trace.segments[e.segment - 1]!.len : n), 0);
  return { next: given > sent ? 'probe' : 'silent' };
}

export const WINDOWS_EXPECTED: Readonly<Record<string, SkillExpectation>> = {
  'window.usable': { expected: usable, variety: 250 },
  'window.acceptable': { expected: acceptable, variety: 200 },
  'window.trim': { expected: trimmed, variety: 280 },
  'window.scaling': { expected: scaled, variety: 200 },
  'header.decode': { expected: decoded, variety: 290 },
  'header.length': { expected: lengths, variety: 290 },
  'sequence.wrap': { expected: wraps, variety: 150 },
  // The probe itself carries the number its answer asks for again.
  'window.zero-probe': { expected: probed, inSight: () => true, variety: 150 },
};
