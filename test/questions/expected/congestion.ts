import type { FieldValue } from '../../../src/questions/answers.ts';
import type { Question } from '../../../src/questions/question.ts';
import type { SkillExpectation } from '../skill-properties.ts';

/*
 * Windows reckoned from the segments and what is given, never from an engine's variables.
 */

/** The number on a line of a figure, by the start of its English name. */
function given({ figures }: Question, name: string): number {
  for (const figure of figures) {
    if (figure.kind !== 'values') continue;
    for (const line of figure.values) {
      const said = typeof line.name === 'object' ? line.name.en : String(line.name);
      if (said.startsWith(name)) return Number(line.value);
    }
  }
  throw new Error(`${name} is not given`);
}

/** Byte by byte: a byte acknowledged for the first time adds one to cwnd until this ACK has added SMSS of them. */
function slowStart(question: Question): Record<string, readonly number[]> {
  const { trace, view } = question;
  const segments = trace.segments;
  const sender = segments[view.focus[0]! - 1]!.from === 'client' ? 'server' : 'client';
  const smss = given(question, 'SMSS');
  if (trace.hosts.client.mss !== smss || trace.hosts.server.mss !== smss) throw new Error('SMSS is not as announced');
  // An SMSS of at most 1460: RFC 5681 §3.1, RFC 6928 §2, or the one segment of RFC 2001.
  if (![1, smss > 1095 ? 3 : 4, 10].includes(given(question, 'cwnd') / smss)) throw new Error('no initial window');
  const unacked: number[] = [];
  for (const data of segments.filter((s) => s.from === sender && s.len > 0)) {
    for (let i = 0; i < data.len; i++) unacked.push((data.seq + i) % 2 ** 32);
  }
  const arrived = segments
    .filter((s) => s.from !== sender && s.flags.includes('ACK') && s.arrivedMs !== null)
    .sort((a, b) => a.arrivedMs! - b.arrivedMs!);
  let cwnd = given(question, 'cwnd');
  const windows: number[] = [];
  for (const { ack } of arrived) {
    const last = unacked.indexOf((ack - 1 + 2 ** 32) % 2 ** 32);
    if (last < 0) continue;
    for (let added = 0; added < smss && added <= last; added++) cwnd++;
    unacked.splice(0, last + 1);
    windows.push(cwnd);
  }
  return { cwnd: windows };
}

/**
 * Backwards from the losses: the window of a round is what the rounds since the last loss (or the start) make of the
 * window right after it, in closed form: powers of two as long as they stay below ssthresh, then one more a round.
 */
function windowIn(question: Question, round: number): { cwnd: number; ssthresh: number } {
  const losses = question.figures
    .flatMap((figure) => (figure.kind === 'table' ? figure.rows : []))
    .map(([at, how]) => ({ at: Number(at), timeout: typeof how === 'object' && how.en === 'timeout' }));
  const last = losses.findLast(({ at }) => at < round);
  let start = { cwnd: given(question, 'cwnd in round 1'), ssthresh: given(question, 'ssthresh') };
  if (last !== undefined) {
    const half = Math.max(2, windowIn(question, last.at).cwnd >> 1);
    start = { cwnd: last.timeout ? 1 : half, ssthresh: half };
  }
  const elapsed = round - (last?.at ?? 0) - 1;
  const doublings = Math.max(0, Math.ceil(Math.log2(start.ssthresh / start.cwnd)));
  const cwnd =
    elapsed < doublings ? start.cwnd * 2 ** elapsed : Math.max(start.cwnd, start.ssthresh) + elapsed - doublings;
  return { cwnd, ssthresh: start.ssthresh };
}

function rounds(question: Question): Record<string, FieldValue> {
  const said = question.prompt.en;
  const list = /in rounds ([\d, ]+)\?/.exec(said);
  if (list) return { cwnd: list[1]!.split(', ').map((round) => windowIn(question, Number(round)).cwnd) };
  const loss = Number(/the loss of round (\d+)/.exec(said)![1]);
  const target = Number(/is cwnd (\d+) or more/.exec(said)![1]);
  let round = loss + 1;
  while (windowIn(question, round).cwnd < target) round++;
  return { ssthresh: windowIn(question, loss + 1).ssthresh, round };
}

/** What was sent, a byte at a time, less what an ACK that has reached the sender covers. */
function timeout(question: Question): Record<string, FieldValue> {
  const { trace, view } = question;
  const expiry = trace.events[view.until - 1]!;
  if (expiry.kind !== 'timer' || expiry.timer !== 'retransmission') throw new Error('no timer expires');
  const smss = given(question, 'SMSS');
  const sender = expiry.host;
  const sent = trace.segments.filter((s) => s.from === sender && s.len > 0 && s.sentMs < expiry.ms);
  const bytes = sent.flatMap((s) => Array.from({ length: s.len }, (_, i) => (s.seq + i) % 2 ** 32));
  const acks = trace.segments.filter(
    (s) => s.from !== sender && s.flags.includes('ACK') && s.arrivedMs !== null && s.arrivedMs < expiry.ms,
  );
  let acked = 0;
  let grown = 0;
  for (const { ack } of acks) {
    const upTo = bytes.indexOf((ack - 1 + 2 ** 32) % 2 ** 32) + 1;
    if (upTo <= acked) continue;
    grown += upTo - acked > smss ? smss : upTo - acked;
    acked = upTo;
  }
  if (![4, 10].includes((given(question, 'cwnd') - grown) / smss)) throw new Error('cwnd has not grown like that');
  const flight = bytes.length - acked;
  // No duplicate ACKs enough for fast retransmit.
  const una = bytes[acked]!;
  if (acks.filter(({ ack, len }) => ack === una && len === 0).length > 3) throw new Error('three duplicate ACKs');
  const half = (flight - (flight % 2)) / 2;
  return { ssthresh: half > smss + smss ? half : smss + smss, cwnd: smss, resent: [una] };
}

export const CONGESTION_EXPECTED: Readonly<Record<string, SkillExpectation>> = {
  'congestion.slow-start': { expected: slowStart, variety: 290 },
  'congestion.rounds': { expected: rounds, variety: 250 },
  'congestion.timeout': { expected: timeout, variety: 290 },
};
