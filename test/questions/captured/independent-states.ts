import type { FieldValue } from '../../../src/questions/answers.ts';
import type { Field, Question } from '../../../src/questions/question.ts';
import type { Flag } from '../../../src/tcp/segment.ts';
import type { Seen } from './independent.ts';

/*
 * States and roles from the list of segments alone: what an end has sent, what of it is acknowledged, and what it has received,
 * decide where it stands in RFC 9293 Figure 5.
 */

const SPACE = 1n << 32n;
const has = (segment: Seen, flag: Flag): boolean => segment.flags.includes(flag);
const end = (one: Seen): number =>
  Number((BigInt(one.seq) + BigInt(one.len) + (has(one, 'SYN') ? 1n : 0n) + (has(one, 'FIN') ? 1n : 0n)) % SPACE);
const ahead = (from: number, to: number): bigint => (BigInt(to) - BigInt(from) + SPACE) % SPACE;
const reaches = (ack: number, number: number): boolean => ahead(number, ack) < SPACE / 2n;

/** What `host` is in when it has sent or received the first `count` segments. */
export function stateIn(whole: readonly Seen[], host: string, count: number): string {
  const passed = whole.slice(0, count);
  const sent = passed.filter(({ from }) => from === host);
  const heard = passed.filter(({ from }) => from !== host);
  const fin = sent.find((one) => has(one, 'FIN'));
  const peerFin = heard.find((one) => has(one, 'FIN'));
  const acked = (one: Seen) => heard.some((other) => has(other, 'ACK') && reaches(other.ack, end(one)));
  const received = peerFin !== undefined && reachedBy(heard) === end(peerFin);
  if (fin === undefined) {
    if (received) return 'CLOSE-WAIT';
    const syn = sent.find((one) => has(one, 'SYN'));
    // RFC 9293 §3.10.7.3 and §3.10.7.4: SND.UNA > ISS is enough, whatever data went with the SYN.
    const opened = (one: Seen) =>
      heard.some((other) => has(other, 'ACK') && reaches(other.ack, (one.seq + 1) % 2 ** 32));
    if (syn === undefined || opened(syn)) return 'ESTABLISHED';
    return heard.some((one) => has(one, 'SYN')) ? 'SYN-RECEIVED' : 'SYN-SENT';
  }
  if (!received) return acked(fin) ? 'FIN-WAIT-2' : 'FIN-WAIT-1';
  if (reaches(fin.ack, end(peerFin))) return acked(fin) ? 'CLOSED' : 'LAST-ACK';
  return acked(fin) ? 'TIME-WAIT' : 'CLOSING';
}

/** The first number that is missing from segments in any order. */
function reachedBy(heard: readonly Seen[]): number {
  let next = heard[0]!.seq;
  for (let grown = true; grown; ) {
    grown = false;
    for (const one of heard) {
      if (reaches(next, one.seq) && !reaches(next, end(one))) {
        next = end(one);
        grown = true;
      }
    }
  }
  return next;
}

/** Who sends the first FIN, and whether both FINs leave before the other has arrived. */
function closersOf(whole: readonly Seen[]): string {
  const [first, ...more] = whole.filter((one) => has(one, 'FIN'));
  const second = more.find(({ from }) => from !== first!.from)!;
  return reaches(second.ack, end(first!)) ? first!.from : 'both';
}

/** The answer of a field that this file reckons; undefined where another does. */
export function expectedOfState(
  question: Question,
  field: Field,
  whole: readonly Seen[],
  index: (n: number) => number,
): FieldValue | undefined {
  const { focus } = question.view;
  const at = (nth: number) => index(focus[nth]!);
  switch (question.skill) {
    case 'close.active-closer':
      return closersOf(whole);
    case 'close.four-segments':
    case 'close.three-segments':
      if (field.kind === 'state') return stateOfClose(field, whole);
      if (field.kind === 'flags') return whole[index(field.place!.segment)]!.flags;
      return undefined;
    case 'close.half-close':
    case 'close.both-close':
    case 'close.time-wait':
      if (field.kind === 'state') return stateIn(whole, hostIn(field), at(0) + 1);
      return field.id === 'waits' ? closersOf(whole) : undefined;
    case 'close.fin-overtakes':
      if (field.kind === 'choice') return 'keep';
      // The FIN and its ACK; or the FIN, what fills the gap, and the ACK of both.
      return field.kind === 'state' ? stateIn(whole, hostIn(field), at(focus.length - 2) + 1) : undefined;
    case 'state.next': {
      const segment = whole[at(0)]!;
      return stateIn(whole, segment.from === 'client' ? 'server' : 'client', at(0) + 1);
    }
    case 'handshake.both-open':
      if (field.kind === 'flags') return ['SYN', 'ACK'];
      if (field.kind === 'choice') return 'one';
      // Once both SYNs are on their way, and before either is answered.
      return field.kind === 'state' ? stateIn(whole, hostIn(field), 2) : undefined;
    case 'segment.reply': {
      const reply = whole[index(field.place!.segment)]!;
      // The ISN is given: it follows from nothing.
      if (field.id === 'seq' && has(reply, 'SYN')) return reply.seq;
      return field.kind === 'flags' ? reply.flags : undefined;
    }
    case 'handshake.lost-segment': {
      const next = whole[at(0) + 1]!;
      return field.id === 'seq' ? next.seq : next.from === 'client' ? 'client-syn' : 'server-syn-ack';
    }
    case 'reject.rst-fields': {
      const cause = whole[at(0)]!;
      const acks = has(cause, 'ACK');
      if (field.kind === 'flags') return acks ? ['RST'] : ['RST', 'ACK'];
      if (field.id === 'seq') return acks ? cause.ack : 0;
      return acks ? 0 : end(cause);
    }
    case 'handshake.syn-times':
      return timesOf(question, field);
  }
  return undefined;
}

function hostIn({ label }: Field): string {
  return /client/.test(label.en) ? 'client' : 'server';
}

function stateOfClose(field: Field, whole: readonly Seen[]): string {
  const fin = whole.findIndex((one) => has(one, 'FIN'));
  const peerFin = whole.findIndex((one) => has(one, 'FIN') && one.from !== whole[fin]!.from);
  const ackOf = (at: number) =>
    whole.findIndex(
      (one, i) => i > at && one.from !== whole[at]!.from && has(one, 'ACK') && one.ack === end(whole[at]!),
    );
  const moments: readonly (readonly [RegExp, number])[] = [
    [/ACK of the first FIN arrives/, ackOf(fin)],
    [/(second FIN|second segment) arrives|sending the second FIN/, peerFin],
    [/first FIN arrives/, fin],
    [/last ACK arrives/, ackOf(peerFin)],
  ];
  return stateIn(whole, hostIn(field), moments.find(([words]) => words.test(field.label.en))![1] + 1);
}

/** Twice as long each time, from the first wait that the ladder shows, to the nearest tenth of a second. */
function timesOf({ trace, view }: Question, field: Field): readonly number[] {
  if (field.kind !== 'numbers') throw new Error('no numbers');
  const { from } = trace.segments[view.focus[0]! - 1]!;
  const syns = trace.segments.filter((one) => one.from === from && one.flags.includes('SYN'));
  const wait = Math.round((syns[1]!.sentMs - syns[0]!.sentMs) / 100) * 100;
  let at = 0;
  return field.answer.map((_, nth) => {
    at += wait * 2 ** nth;
    if (Math.abs(syns[nth + 1]!.sentMs - syns[0]!.sentMs - at) > 0.05 * at + 50) throw new Error('another time');
    return at;
  });
}
