import type { Text } from '../../language.ts';
import type { Random } from '../../simulator/random.ts';
import type { State } from '../../tcp/state.ts';
import { type HostName, peerOf, type Trace } from '../../trace/trace.ts';
import { type Closing, type ClosingSegments, closingOf, finNumber } from '../closing-moments.ts';
import { allFields, numberField, stateField } from '../fields.ts';
import { wrongAckOfFin, wrongFinAck, wrongFinSeq, wrongSeqAfterFin } from '../misconceptions/closing-rules.ts';
import type { Field, Place } from '../question.ts';
import { endWords, segmentEndingAt } from '../sequence-ends.ts';
import { type ClosingPlan, closingScenario, drawTurn, drawTurns } from '../situations/closing.ts';
import { drawHost } from '../situations/conversation.ts';
import { playScenario } from '../situations/play.ts';
import { questionView } from '../view.ts';
import { dataBytes, HOST, sum } from '../words.ts';

/** A closed connection whose numbers are asked about. */
export interface Closed<Segments extends ClosingSegments = ClosingSegments> {
  readonly trace: Trace;
  readonly closing: Segments;
  readonly passive: HostName;
}

/** A conversation whose second side closes as given; null when the draw gave something else. */
export function drawClosed(random: Random, second: ClosingPlan['second']): Closed<Closing> | null {
  const closer = drawHost(random);
  const closes = random.pick(['quiet', 'quiet', 'data-in-flight', 'fin-on-data'] as const);
  const before = drawTurns(random, 2);
  const turns = closes === 'quiet' ? before : [...before.slice(0, 1), drawTurn(random, closer)];
  const trace = playScenario(random, closingScenario(random, { turns, closer, closes, second }));
  const closing = closingOf(trace);
  return closing && { trace, closing, passive: peerOf(closer) };
}

/** Something to fill in; `value` is a number that must not stand elsewhere on the ladder. */
export type Blank = { readonly field: Field | null; readonly value: number | null };

function number(
  id: string,
  label: Field['label'],
  place: Place,
  value: number,
  wrong: Parameters<typeof numberField>[2],
): Blank {
  return { field: numberField({ id, label, place }, value, wrong), value };
}

/** What the closing segments are called; where ACK and FIN may share one, their names must not tell. */
export type Names = Readonly<Record<'fin' | 'answer' | 'peerFin' | 'last', Text>>;

/** Everything that can be asked of the numbers of a close. */
export function numberBlanks({ trace, closing }: Closed, names: Names) {
  const { fin, answer, peerFin, lastAck } = closing;
  return {
    finSeq: number(
      'fin.seq',
      part(names.fin, 'seq'),
      { segment: fin.n, part: 'seq' },
      fin.seq,
      wrongFinSeq(trace, fin),
    ),
    answerAck: number(
      'answer.ack',
      part(names.answer, 'ack'),
      { segment: answer.n, part: 'ack' },
      answer.ack,
      wrongAckOfFin(fin, answer),
    ),
    peerFinSeq: number(
      'peer-fin.seq',
      part(names.peerFin, 'seq'),
      { segment: peerFin.n, part: 'seq' },
      peerFin.seq,
      wrongFinSeq(trace, peerFin),
    ),
    peerFinAck: number(
      'peer-fin.ack',
      part(names.peerFin, 'ack'),
      { segment: peerFin.n, part: 'ack' },
      peerFin.ack,
      wrongFinAck(trace, peerFin),
    ),
    lastSeq: number(
      'last.seq',
      part(names.last, 'seq'),
      { segment: lastAck.n, part: 'seq' },
      lastAck.seq,
      wrongSeqAfterFin(fin, lastAck),
    ),
    lastAck: number(
      'last.ack',
      part(names.last, 'ack'),
      { segment: lastAck.n, part: 'ack' },
      lastAck.ack,
      wrongAckOfFin(peerFin, lastAck),
    ),
  };
}

function part(name: Text, which: 'seq' | 'ack'): Text {
  return { ko: `${name.ko}: ${which}`, en: `${name.en}: ${which}` };
}

/** The state of a host at a moment of the close. */
export function stateBlank(
  id: string,
  host: HostName,
  moment: Field['label'],
  state: State | null,
  wrong: Parameters<typeof stateField>[2]['required'],
): Blank {
  const label = { ko: `${HOST[host].ko}의 상태(${moment.ko})`, en: `state of ${HOST[host].en} ${moment.en}` };
  const field = state === null ? null : stateField({ id, label, place: null }, state, { required: wrong });
  return { field, value: null };
}

/** The question with these blanks, in the order they are given. `until`: see QuestionView. */
export function closeQuestion(closed: Closed, until: number, blanks: readonly Blank[]) {
  const { trace, closing } = closed;
  const { fin, answer, peerFin, lastAck } = closing;
  const fields = allFields(blanks.map((blank) => blank.field));
  if (fields === null) return null;
  const asked = fields.flatMap((field) => (field.place === null ? [] : [field.place]));
  const secret = blanks.flatMap((blank) => (blank.value === null ? [] : [blank.value]));
  const focus = [...new Set([fin.n, answer.n, peerFin.n, lastAck.n])];
  const view = questionView(trace, { until, asked, secret, hiddenStates: ['client', 'server'], focus });
  return { fields, view };
}

/** What explains all numbers of the close. */
export function numberSteps({ trace, closing, passive }: Closed) {
  const { fin, answer, peerFin, lastAck, closer } = closing;
  const before = segmentEndingAt(trace, closer, fin.seq);
  const peerBefore = segmentEndingAt(trace, passive, peerFin.seq);
  if (before === null || peerBefore === null) return null;
  const taken =
    fin.len > 0
      ? { ko: `데이터 ${fin.len}바이트와 FIN이 번호를`, en: `${dataBytes(fin.len)} and the FIN take numbers` }
      : { ko: 'FIN이 번호를 하나', en: 'The FIN takes one number' };
  const finEnd = fin.len > 0 ? sum(fin.seq, fin.len, 1) : sum(fin.seq, 1);
  return [
    {
      text: {
        ko: `${HOST[closer].ko}의 ${endWords(before).ko}입니다. 이것이 첫 FIN의 seq입니다.`,
        en: `For ${HOST[closer].en}, ${endWords(before).en}: the seq of the first FIN.`,
      },
      rfc: 'RFC 9293 §3.4',
    },
    {
      text: {
        ko: `${taken.ko} 차지하므로 이를 확인하는 ack는 ${finEnd}입니다. ${HOST[closer].ko}가 그 뒤에 보내는 ACK의 seq도 ${lastAck.seq}입니다.`,
        en: `${taken.en}, so its ACK says ack ${finEnd}. What ${HOST[closer].en} sends afterwards has seq ${lastAck.seq} as well.`,
      },
      rfc: 'RFC 9293 §3.4',
    },
    {
      text: {
        ko: `${HOST[passive].ko}의 ${endWords(peerBefore).ko}입니다. ${answer.n === peerFin.n ? '' : '순수 ACK는 번호를 쓰지 않으므로 '}두 번째 FIN의 seq는 ${peerFin.seq}, 이를 확인하는 마지막 ACK의 ack는 ${sum(finNumber(peerFin), 1)}입니다.`,
        en: `For ${HOST[passive].en}, ${endWords(peerBefore).en}. ${answer.n === peerFin.n ? 'So' : 'Its pure ACK takes no number, so'} the second FIN has seq ${peerFin.seq}, and the last ACK says ack ${sum(finNumber(peerFin), 1)}.`,
      },
      rfc: 'RFC 9293 §3.6',
    },
  ];
}
