import type { FieldValue } from '../../../src/questions/answers.ts';
import type { Question } from '../../../src/questions/question.ts';
import type { Seen } from './independent.ts';

/*
 * Questions on what arrives out of order, on windows and on retransmissions, reckoned from the list of segments alone. A stream
 * is a map of its bytes: which have been captured, and when last.
 */

type Expected = (question: Question, whole: readonly Seen[], start: number) => Record<string, FieldValue>;

const SPACE = 2 ** 32;
const add = (a: number, b: number): number => (((a + b) % SPACE) + SPACE) % SPACE;
/** From a to b the shorter way. */
const signed = (a: number, b: number): number => {
  const d = add(b, -a);
  return d < SPACE / 2 ? d : d - SPACE;
};
const has = (segment: Seen, flag: Seen['flags'][number]): boolean => segment.flags.includes(flag);
const size = (s: Seen): number => s.len + (has(s, 'SYN') ? 1 : 0) + (has(s, 'FIN') ? 1 : 0);
const end = (s: Seen): number => add(s.seq, size(s));

/** Index in `whole` of segment n of the question. */
const at = (start: number, n: number): number => start + n - 1;
const focusAt = (question: Question, start: number): number => at(start, question.view.focus.at(-1)!);

/** What a host has of its peer's stream before index `upTo`: the number after the gapless part, and ranges above, newest first. */
function receivedBy(whole: readonly Seen[], host: string, upTo: number) {
  const sent = whole.slice(0, upTo).filter((s) => s.from !== host && !s.bad && size(s) > 0 && !isProbe(whole, s));
  const base = (sent.find((s) => has(s, 'SYN')) ?? sent[0]!).seq;
  const when = new Map<number, number>();
  sent.forEach((s, index) => {
    const first = signed(base, s.seq);
    for (let i = 0; i < size(s); i++) if (first + i >= 0) when.set(first + i, index);
  });
  let next = 0;
  while (when.has(next)) next += 1;
  const above = [...when.keys()].filter((byte) => byte > next).sort((a, b) => a - b);
  const ranges: { from: number; to: number; latest: number }[] = [];
  for (const byte of above) {
    const last = ranges.at(-1);
    if (last?.to === byte) {
      last.to = byte + 1;
      last.latest = Math.max(last.latest, when.get(byte)!);
    } else ranges.push({ from: byte, to: byte + 1, latest: when.get(byte)! });
  }
  const blocks = ranges
    .sort((a, b) => b.latest - a.latest)
    .map(({ from, to }): [number, number] => [add(base, from), add(base, to)]);
  return { next: add(base, next), blocks };
}

/** A byte or less beyond a window that its receiver had closed. */
function isProbe(whole: readonly Seen[], segment: Seen): boolean {
  const before = whole.slice(0, whole.indexOf(segment)).findLast((s) => s.from !== segment.from && has(s, 'ACK'));
  return segment.len === 1 && before?.window === 0 && before.ack === segment.seq;
}

/** Index of the first segment that the learner does not see. */
function firstHidden(question: Question, start: number): number {
  const shown = question.trace.events.slice(0, question.view.until).filter(({ kind }) => kind === 'send');
  return start + shown.length;
}

/** Indices of the rows of a table of arrivals. */
function arrivalsOf(question: Question, whole: readonly Seen[], start: number): number[] {
  const table = question.figures.find(({ kind }) => kind === 'table');
  if (table?.kind !== 'table') throw new Error('no table');
  const first = firstHidden(question, start);
  const { from } = whole[first]!;
  const data = whole
    .flatMap((s, i) => (i >= first && s.from === from && s.len > 0 ? [i] : []))
    .slice(0, table.rows.length);
  if (String(data.map((i) => [whole[i]!.seq, whole[i]!.len])) !== String(table.rows.map((row) => row.slice(-2)))) {
    throw new Error('the table is not what arrived');
  }
  return data;
}

const roomIn = (question: Question): number =>
  question.conventions.some(({ en }) => en.includes('carries timestamps too')) ? 3 : 4;

/** How far a host shifts its windows; null where a SYN is not in the capture. */
function shiftOf(whole: readonly Seen[], host: string): number | null {
  const syns = ['client', 'server'].map((one) => whole.find((s) => s.from === one && has(s, 'SYN')));
  if (syns.includes(undefined)) return null;
  const both = syns.every((syn) => syn?.options?.windowScale !== undefined);
  // RFC 7323 §2.3: more than 14 counts as 14.
  return both ? Math.min(14, syns.find((syn) => syn!.from === host)!.options!.windowScale!) : 0;
}

function givenIn(question: Question, name: RegExp): number {
  const values = question.figures.flatMap((figure) => (figure.kind === 'values' ? figure.values : []));
  const found = values.find((one) => name.test(typeof one.name === 'object' ? one.name.en : String(one.name)));
  return Number(found!.value);
}

function windowBytes(whole: readonly Seen[], segment: Seen, given: number): number {
  const shift = has(segment, 'SYN') ? 0 : shiftOf(whole, segment.from);
  return shift === null ? given : segment.window! * 2 ** shift;
}

const micro = (ms: number): number => Math.round(ms * 1000) / 1000;

/** What the ACK asked about names: the last segment in question is that ACK. */
const nextAt: Expected = (question, whole, start) => {
  const answer = focusAt(question, start);
  return { ack: receivedBy(whole, whole[answer]!.from, answer).next };
};

export const STREAMS: Readonly<Record<string, Expected>> = {
  'ack.above-gap': nextAt,
  'ack.gap-filled': nextAt,
  'ack.duplicate-segment': (question, whole, start) => {
    const again = at(start, question.view.focus[0]!);
    const reply = whole[again + 1]!;
    const { next } = receivedBy(whole, reply.from, again);
    if (signed(next, end(whole[again]!)) > 0) throw new Error('it is new');
    const [field] = question.fields;
    const isAck = reply.flags.join() === 'ACK' && reply.ack === next;
    return field!.id === 'ack' ? { ack: next } : { reaction: isAck ? 'ack' : 'none' };
  },
  'ack.permuted': (question, whole, start) => {
    const rows = arrivalsOf(question, whole, start);
    const receiver = whole.find(({ from }) => from !== whole[rows[0]!]!.from)!.from;
    return { acks: rows.map((i) => receivedBy(whole, receiver, i + 1).next) };
  },
  'sack.blocks': (question, whole, start) => {
    const last = arrivalsOf(question, whole, start).at(-1)!;
    const receiver = whole.find(({ from }) => from !== whole[last]!.from)!.from;
    const { next, blocks } = receivedBy(whole, receiver, last + 1);
    return { ack: next, blocks: blocks.slice(0, roomIn(question)) };
  },
  'sack.duplicate': (question, whole, start) => {
    const again = at(start, question.view.focus[0]!);
    const { from, seq } = whole[again]!;
    const receiver = whole.find((one) => one.from !== from)!.from;
    const { next, blocks } = receivedBy(whole, receiver, again + 1);
    return { ack: next, blocks: [[seq, end(whole[again]!)] as [number, number], ...blocks].slice(0, roomIn(question)) };
  },
  'recovery.fast-retransmit': (question, whole, start) => {
    const hole = at(start, question.view.focus[0]!);
    const { from, seq } = whole[hole]!;
    const again = whole.findIndex((s, i) => i > hole && s.from === from && s.seq === seq && s.len > 0);
    const acks = whole.flatMap((s, i) => (i > hole && i < again && s.from !== from && s.ack === seq ? [i] : []));
    const isResent = (i: number): boolean =>
      whole.some((s, j) => j > i && s.from === from && s.seq === whole[i]!.seq && s.len > 0);
    const arrived = whole.flatMap((s, i) =>
      i > hole && i < again && s.from === from && s.len > 0 && !isResent(i) ? [i] : [],
    );
    const after = whole.findIndex((s, i) => i > again && s.from !== from);
    const sent = whole.filter((s, i) => i > acks.at(-1)! && (after < 0 || i < after) && s.from === from && s.len > 0);
    return { trigger: whole[arrived[2]!]!.seq, resent: sent.map((s) => s.seq) };
  },
  'recovery.partial-ack': (question, whole, start) => {
    const hole = at(start, question.view.focus[0]!);
    const { from, seq } = whole[hole]!;
    const again = whole.findIndex((s, i) => i > hole && s.from === from && s.seq === seq && s.len > 0);
    const partial = whole.findIndex((s, i) => i > again && s.from !== from && signed(seq, s.ack) > 0);
    const after = whole.findIndex((s, i) => i > partial && s.from !== from);
    const sent = whole.filter((s, i) => i > partial && i < after && s.from === from && s.len > 0);
    const ends = whole
      .slice(0, again)
      .filter((s) => s.from === from && !s.bad)
      .map((s) => signed(seq, end(s)));
    return { resent: sent.map((s) => s.seq), ends: add(seq, Math.max(...ends)) };
  },
  'rto.valid-samples': (question, whole, start) => {
    const table = question.figures[0]!;
    if (table.kind !== 'table') throw new Error('no table');
    const seqs = table.rows.map(([seq]) => Number(seq));
    const shown = new Set(question.view.focus.map((n) => whole[at(start, n)]!.from));
    const [from] = shown;
    const t0 = whole.find((s, i) => i >= start && s.from === from && s.seq === seqs[0] && s.len > 0)!.ms!;
    const ms = (s: Seen): number => micro(s.ms! - t0);
    const byClock = question.conventions.some(({ en }) => en === 'There is no timestamps option.');
    const samples = seqs.flatMap((seq) => {
      const sends = whole.filter((s, i) => i >= start && s.from === from && s.seq === seq && s.len > 0);
      const ack = whole.find(
        (s, i) => i > whole.indexOf(sends[0]!) && s.from !== from && has(s, 'ACK') && s.ack === end(sends[0]!),
      )!;
      if (byClock) return sends.length === 1 ? [micro(ms(ack) - ms(sends[0]!))] : [];
      const echoed = sends.find((s) => s.options!.timestamps![0] === ack.options!.timestamps![1])!;
      return [micro(ms(ack) - ms(echoed))];
    });
    return { samples };
  },
  'window.usable': (question, whole, start) => {
    const last = focusAt(question, start);
    const { from } = whole[last]!;
    const heard = whole.slice(0, last).filter((s) => s.from !== from && has(s, 'ACK') && !s.bad);
    const una = heard.reduce((most, s) => (signed(most, s.ack) > 0 ? s.ack : most), heard[0]!.ack);
    const rwnd = windowBytes(whole, heard.findLast((s) => s.ack === una)!, givenIn(question, /rwnd/));
    return { usable: rwnd - signed(una, end(whole[last]!)) };
  },
  'window.scaling': (question, whole, start) => {
    const segment = whole[focusAt(question, start)]!;
    return { bytes: windowBytes(whole, segment, Number.NaN) };
  },
  'window.zero-probe': (question, whole, start) => {
    const probe = at(start, question.view.focus[0]!);
    const before = whole.slice(0, probe).findLast((s) => s.from !== whole[probe]!.from && has(s, 'ACK'))!;
    if (before.window !== 0) throw new Error('the window is open');
    return { ack: before.ack };
  },
  'window.acceptable': (question, whole, start) => {
    const segment = whole[focusAt(question, start)]!;
    const [nxt, wnd] = [givenIn(question, /RCV.NXT/), givenIn(question, /RCV.WND/)];
    if (nxt !== segment.ack || wnd !== windowBytes(whole, segment, wnd)) throw new Error('not what was advertised');
    const [field] = question.fields;
    if (field?.kind !== 'choice') throw new Error('no choice');
    const right = field.options.filter(({ text }) => {
      const [, seq, len] = /^seq (\d+), (\d+) bytes? of data$/.exec(text.en) ?? [];
      if (seq === undefined) return false;
      const data = whole.find((s) => s.from !== segment.from && s.seq === Number(seq) && s.len === Number(len));
      if (data === undefined) throw new Error('not in the capture');
      const inside = (number: number): boolean => signed(nxt, number) >= 0 && signed(nxt, number) < wnd;
      return inside(data.seq) || inside(add(end(data), -1));
    });
    if (right.length > 1) throw new Error('more than one is right');
    return { segment: right[0]?.id ?? 'none' };
  },
  'window.trim': (question, whole, start) => {
    const i = focusAt(question, start);
    const receiver = whole.find(({ from }) => from !== whole[i]!.from)!.from;
    const { next } = receivedBy(whole, receiver, i);
    return { first: next, kept: signed(next, end(whole[i]!)) };
  },
  'seq.last-segment': (question, whole, start) => {
    const i = focusAt(question, start);
    const { from, len, seq } = whole[i]!;
    const run = whole.slice(i).filter((s) => s.from === from && s.len > 0);
    const count = run.findIndex((s) => s.len !== len) + 1;
    const last = run[count - 1]!;
    if (signed(seq, end(last)) !== len * (count - 1) + last.len) throw new Error('not one run');
    return { count, seq: last.seq, byte: add(end(last), -1) };
  },
  'seq.wrapped-trace': (question, whole, start) => {
    const [asked, ack] = question.view.focus.map((n) => whole[at(start, n)]!);
    const first = Number(/first segment has seq (\d+)/.exec(question.prompt.en)![1]);
    const { next } = receivedBy(whole, ack!.from, focusAt(question, start));
    const before = whole.slice(0, whole.indexOf(asked!)).filter((s) => s.from === asked!.from && s.len > 0);
    return { before: SPACE - first, seq: end(before.at(-1)!), ack: next };
  },
  'seq.older-newer': (question, whole, start) => {
    const i = focusAt(question, start);
    const receiver = whole.find(({ from }) => from !== whole[i]!.from)!.from;
    const distance = signed(receivedBy(whole, receiver, i).next, whole[i]!.seq);
    return { order: distance > 0 ? 'newer' : 'older', distance: Math.abs(distance) };
  },
};
