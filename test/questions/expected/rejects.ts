import type { Question } from '../../../src/questions/question.ts';
import { arrivedAt, closesActively, stateAt } from '../independent-states.ts';
import { placedNumbers } from '../placed.ts';
import type { SkillExpectation } from '../skill-properties.ts';

const SPACE = 1n << 32n;

/** RFC 9293 §3.5.2, from the refused segment alone. */
function resetFor({ trace, view }: Question) {
  const { flags, seq, ack, len } = trace.segments[view.focus[0]! - 1]!;
  if (flags.includes('ACK')) return { flags: ['RST'] as const, seq: ack, ack: 0 };
  const taken = len + flags.filter((flag) => flag === 'SYN' || flag === 'FIN').length;
  return { flags: ['RST', 'ACK'] as const, seq: 0, ack: Number((BigInt(seq) + BigInt(taken)) % SPACE) };
}

/** The target's window by its RCV.NXT, which is one past all it has received, and the window given; its reaction by §3.10.7.4. */
function reactionToForged({ trace, view, figures }: Question) {
  const forged = trace.segments[view.focus[0]! - 1]!;
  const got = trace.segments.filter((s) => s.from === forged.from && s.origin === 'tcp' && s.n < forged.n);
  const isn = BigInt(got[0]!.seq);
  const bytes = new Map(got.map((s) => [s.seq, s.len]));
  const next = [...bytes.values()].reduce((total, len) => total + BigInt(len), isn + 1n);
  const figure = figures[0]!;
  const given = figure.kind === 'values' ? (figure.values[0]!.value as { en: string }).en : '';
  const window = BigInt(given.split(' ')[0]!);
  const distance = (((BigInt(forged.seq) - next) % SPACE) + SPACE) % SPACE;
  const rst = distance === 0n ? 'reset' : distance < window ? 'ack' : 'silent';
  return {
    last: Number((next + window - 1n) % SPACE),
    reaction: forged.flags.includes('RST') ? rst : 'ack',
  };
}

/** The state right after the first segment in focus has arrived. */
function stateOnArrival({ trace, view }: Question) {
  const index = arrivedAt(trace, view.focus[0]!);
  return stateAt(trace, trace.events[index]!.host, index);
}

/** SYN in the answer exactly as long as no ACK of the own SYN has come; one pair of addresses and ports, one connection. */
function bothOpened(question: Question) {
  const { trace, view } = question;
  const arriving = trace.segments[view.focus[0]! - 1]!;
  const flags = arriving.flags.includes('ACK') ? (['ACK'] as const) : (['SYN', 'ACK'] as const);
  const ended = [trace.final.client.state, trace.final.server.state].join();
  return {
    ...placedNumbers(question),
    flags,
    state: stateOnArrival(question),
    count: ended === 'ESTABLISHED,ESTABLISHED' ? 'one' : 'none',
  };
}

/** Who waits is who sent a FIN without having received one. */
function bothClosed(question: Question) {
  const [client, server] = [closesActively(question.trace, 'client'), closesActively(question.trace, 'server')];
  const one = client ? 'client' : 'server';
  return { ...placedNumbers(question), state: stateOnArrival(question), waits: client && server ? 'both' : one };
}

/** Counted by steps over the whole space in BigInt; time from thousandths, half up. */
function guesses({ figures, prompt }: Question) {
  const figure = figures[0]!;
  const given = (row: number): bigint =>
    BigInt(figure.kind === 'values' ? (figure.values[row]!.value as { en: string }).en.split(' ')[0]! : '');
  const [window, rate] = [given(0), given(1)];
  let count = SPACE;
  if (!prompt.en.includes('RST')) {
    count = 0n;
    for (let covered = 0n; covered < SPACE; covered += window) count++;
  }
  const thousandths = (2n * 1000n * count + rate) / (2n * rate);
  return {
    count: Number(count),
    seconds: Number(`${thousandths / 1000n}.${String(thousandths % 1000n).padStart(3, '0')}`),
    purpose: prompt.en.includes('what is F') ? 'guess' : 'old',
  };
}

export const REJECTS_EXPECTED: Readonly<Record<string, SkillExpectation>> = {
  // Where the refused segment has an ACK, that number is the answer.
  'reject.rst-fields': {
    expected: resetFor,
    inSight: ({ trace, view }) => trace.segments[view.focus[0]! - 1]!.flags.includes('ACK'),
    variety: 250,
  },
  'reject.forged-segment': { expected: reactionToForged, variety: 250 },
  // The question is whether the SYN goes out again with its number or not.
  'handshake.both-open': { expected: bothOpened, inSight: () => true, variety: 250 },
  // Where the FINs have not crossed, the ack that says so is the seq asked for.
  'close.both-close': {
    expected: bothClosed,
    inSight: (question) => bothClosed(question).waits !== 'both',
    variety: 250,
  },
  'isn.blind-guess': { expected: guesses, variety: 250 },
};
