import type { FieldValue } from '../../../src/questions/answers.ts';
import type { Question, Range } from '../../../src/questions/question.ts';
import { beyond, isnOf } from '../independent.ts';
import type { SkillExpectation } from '../skill-properties.ts';

const SPACE = 1n << 32n;

/** A data segment that reached the receiver, in offsets from the sender's ISN. */
interface Piece {
  readonly start: bigint;
  readonly end: bigint;
}

const senderOf = ({ trace }: Question) => trace.segments.find((s) => s.len > 0)!.from;

const arrivedBy = (question: Question, ms: number) =>
  question.trace.segments
    .filter((s) => s.from === senderOf(question) && s.len > 0 && s.arrivedMs !== null && s.arrivedMs <= ms)
    .sort((a, b) => a.arrivedMs! - b.arrivedMs! || a.n - b.n);

/** The arrivals that the table lists, or those of the flight on the ladder, lost ones left out. */
function arrived(question: Question): readonly Piece[] {
  const { trace, figures, view, fields } = question;
  const sender = senderOf(question);
  const isn = isnOf(trace, sender);
  const rows = figures.flatMap((f) => (f.kind === 'table' ? f.rows : []));
  const asked = fields[0]!.place?.segment;
  const upTo = view.focus[0] ?? 0;
  const pieces =
    rows.length > 0
      ? rows.map(([, seq, len]) => ({ seq: Number(seq), len: Number(len) }))
      : asked !== undefined
        ? arrivedBy(question, trace.segments[asked - 1]!.sentMs)
        : trace.segments.filter((s) => s.from === sender && s.len > 0 && s.n <= upTo && s.fate !== 'lost');
  return pieces.map(({ seq, len }) => ({ start: beyond(isn, seq), end: beyond(isn, seq) + BigInt(len) }));
}

/** Bytes held, each with the number of the arrival that brought it; runs of them are the ranges. */
function received(pieces: readonly Piece[]) {
  const held = new Map<bigint, number>();
  let duplicate: Piece | null = null;
  for (const [at, { start, end }] of pieces.entries()) {
    duplicate = held.has(start) && held.has(end - 1n) ? { start, end } : null;
    for (let byte = start; byte < end; byte++) if (!held.has(byte)) held.set(byte, at);
  }
  let ack = 1n;
  while (held.has(ack)) ack++;
  const runs: { start: bigint; end: bigint; latest: number }[] = [];
  for (const byte of [...held.keys()].filter((one) => one > ack).sort((a, b) => (a < b ? -1 : 1))) {
    const run = runs.at(-1);
    const at = held.get(byte)!;
    if (run?.end === byte) {
      run.end = byte + 1n;
      run.latest = Math.max(run.latest, at);
    } else runs.push({ start: byte, end: byte + 1n, latest: at });
  }
  return { ack, runs: runs.sort((a, b) => b.latest - a.latest), duplicate };
}

function reported(question: Question): Record<string, FieldValue> {
  const { trace } = question;
  const isn = isnOf(trace, senderOf(question));
  const { ack, runs, duplicate } = received(arrived(question));
  const absolute = ({ start, end }: Piece): Range => [Number((isn + start) % SPACE), Number((isn + end) % SPACE)];
  const around = duplicate && runs.find(({ start, end }) => start <= duplicate.start && duplicate.end <= end);
  const others = runs.filter((run) => run !== around);
  const blocks = [...(duplicate ? [duplicate] : []), ...(around ? [around] : []), ...others].map(absolute);
  const most = trace.segments[0]!.options.timestamps === undefined ? 4 : 3;
  return { ack: Number((isn + ack) % SPACE), blocks: blocks.slice(0, most) };
}

/** The figure's variables by the start of their names, and its ranges; numbers as octets from SND.UNA. */
function scoreboard({ figures, conventions }: Question) {
  const values = figures.flatMap((f) => (f.kind === 'values' ? f.values : []));
  const given = (name: string) => BigInt(Number(values.find((v) => String(v.name).startsWith(name))!.value));
  const una = given('SND.UNA');
  const from = (value: bigint) => Number((value - una + SPACE) % SPACE);
  const ranges = figures.flatMap((f) =>
    f.kind === 'table' ? f.rows.map(([a, b]) => [from(BigInt(Number(a))), from(BigInt(Number(b)))] as const) : [],
  );
  return {
    una,
    ranges,
    smss: Number(given('SMSS')),
    cwnd: Number(given('cwnd')),
    nxt: from(given('SND.NXT')),
    highRxt: from(given('HighRxt')),
    unsent: conventions.some(({ en }) => en.includes('plenty of new data')),
  };
}

/** SetPipe and NextSeg as RFC 6675 words them, octet by octet. */
function sending(question: Question): Record<string, FieldValue> {
  const { una, ranges, smss, cwnd, nxt, highRxt, unsent } = scoreboard(question);
  const sacked = Array.from({ length: nxt }, (_, octet) => ranges.some(([a, b]) => a <= octet && octet < b));
  const top = Math.max(...ranges.map(([, b]) => b)) - 1;
  const lost: boolean[] = [];
  let bytes = 0;
  let pieces = 0;
  for (let octet = nxt - 1; octet >= 0; octet--) {
    lost[octet] = pieces >= 3 || bytes > 2 * smss;
    if (!sacked[octet]) continue;
    bytes++;
    if (octet === nxt - 1 || !sacked[octet + 1]) pieces++;
  }
  let pipe = 0;
  for (let octet = 0; octet < nxt; octet++) {
    if (!sacked[octet]) pipe += Number(!lost[octet]) + Number(octet <= highRxt);
  }
  const before = pipe;
  const sent: number[] = [];
  let [rxt, high] = [highRxt, nxt];
  for (; cwnd - pipe >= smss; pipe += smss) {
    const candidates = sacked.flatMap((there, octet) => (!there && octet > rxt && octet < top ? [octet] : []));
    const next = candidates.find((octet) => lost[octet]) ?? (unsent ? high : candidates[0]);
    if (next === undefined) throw new Error('only rule 4 is left');
    sent.push(next);
    if (next >= nxt) high += smss;
    else rxt = next + smss - 1;
  }
  return { pipe: before, sent: sent.map((octet) => Number((una + BigInt(octet)) % SPACE)) };
}

export const SACK_EXPECTED: Readonly<Record<string, SkillExpectation>> = {
  'sack.blocks': { expected: reported, variety: 290 },
  'sack.next': { expected: sending, variety: 290 },
  'sack.duplicate': { expected: reported, variety: 290 },
};
