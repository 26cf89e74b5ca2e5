import type { FieldValue } from '../../../src/questions/answers.ts';
import type { Field, Question } from '../../../src/questions/question.ts';
import {
  absolute,
  beyond,
  expectedAck,
  expectedAt,
  expectedHandshakeFlags,
  expectedSeq,
  isnOf,
} from '../independent.ts';
import type { SkillExpectation } from '../skill-properties.ts';

/** Fields that are a number on a segment. */
function placed(question: Question): Record<string, FieldValue> {
  return Object.fromEntries(question.fields.map((field) => [field.id, expectedAt(question.trace, field.place) ?? '?']));
}

/** The only order of the items that two hosts following RFC 9293 §3.5 can have sent them in. */
function onlyOrder(field: Extract<Field, { kind: 'order' }>): readonly string[] {
  const segments = field.items.map(({ id, text }) => {
    const [, seq = '', ack = ''] = /^seq (\d+), (?:ack (\d+)|no ack)/.exec(text.en) ?? [];
    const len = Number(/(\d+) data bytes?/.exec(text.en)?.[1] ?? '0');
    return { id, seq: Number(seq), ack: ack === '' ? null : Number(ack), len };
  });
  const plus = (value: number, n: number) => absolute(BigInt(value), BigInt(n));
  const orders = permutations(segments).filter(([syn, synAck, ack, data, last]) => {
    if (syn === undefined || synAck === undefined || ack === undefined) return false;
    if (syn.ack !== null || synAck.ack !== plus(syn.seq, 1) || synAck.len + syn.len + ack.len > 0) return false;
    if (ack.seq !== plus(syn.seq, 1) || ack.ack !== plus(synAck.seq, 1)) return false;
    if (data === undefined) return true;
    const fromClient = data.seq === ack.seq && data.ack === ack.ack;
    const fromServer = data.seq === ack.ack && data.ack === ack.seq;
    if (data.len === 0 || !(fromClient || fromServer)) return false;
    return last === undefined || (last.len === 0 && last.seq === data.ack && last.ack === plus(data.seq, data.len));
  });
  if (orders.length !== 1) throw new Error(`${orders.length} orders are possible`);
  return orders[0]!.map(({ id }) => id);
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

/** After a loss: whoever sent something numbered first and has no ACK for it sends it again a second later. */
function afterLoss(question: Question): Record<string, FieldValue> {
  const { trace, fields } = question;
  const lost = trace.segments.find((segment) => segment.fate === 'lost')!;
  const ackField = fields.find((field) => field.id === 'ack');
  if (ackField !== undefined) {
    const n = ackField.place!.segment;
    const data = trace.segments.find((segment) => segment.len > 0)!;
    const acknowledges = beyond(isnOf(trace, 'server'), data.ack) === 1n;
    return { state: acknowledges ? 'ESTABLISHED' : 'SYN-RECEIVED', ack: expectedAck(trace, n) };
  }
  const waiting = trace.segments
    .filter((segment) => segment.n <= lost.n && segment.flags.includes('SYN'))
    .filter(
      (syn) =>
        !trace.segments.some(
          (answer) =>
            answer.n <= lost.n &&
            answer.arrivedMs !== null &&
            answer.from !== syn.from &&
            answer.flags.includes('ACK') &&
            answer.ack === absolute(BigInt(syn.seq), 1n),
        ),
    );
  const first = waiting.reduce((a, b) => (a.sentMs <= b.sentMs ? a : b));
  const again = trace.segments.find((segment) => segment.n > lost.n)!;
  if (again.sentMs !== first.sentMs + 1000 || again.from !== first.from) throw new Error('the timer took another time');
  return {
    next: first.flags.includes('ACK') ? 'server-syn-ack' : 'client-syn',
    seq: expectedSeq(trace, first.n),
  };
}

export const HANDSHAKE_EXPECTED: Readonly<Record<string, SkillExpectation>> = {
  'handshake.flags': {
    expected: ({ trace, fields }) =>
      Object.fromEntries(fields.map((field) => [field.id, expectedHandshakeFlags(trace, field.place!.segment)])),
    variety: 3,
  },
  'handshake.syn-ack-number': { expected: placed, variety: 250 },
  'handshake.third-segment': { expected: placed, variety: 250 },
  'handshake.order': {
    expected: ({ fields }) =>
      Object.fromEntries(fields.map((field) => [field.id, field.kind === 'order' ? onlyOrder(field) : []])),
    variety: 250,
  },
  'handshake.lost-segment': {
    expected: afterLoss,
    inSight: ({ fields }) => fields.some((field) => field.id === 'next'),
    variety: 250,
  },
};
