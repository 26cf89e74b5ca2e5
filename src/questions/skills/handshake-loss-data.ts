import type { Random } from '../../simulator/random.ts';
import { seqAdd } from '../../tcp/sequence.ts';
import { ABSOLUTE_NUMBERS, NO_DELAYED_ACK } from '../conventions.ts';
import { allFields, numberField, stateField } from '../fields.ts';
import { lastByteReceived, oneMoreThanData } from '../misconceptions/numbers-rules.ts';
import { arrivalOf, reactionTo, sentBy } from '../moments.ts';
import { drawIsns, drawSizes } from '../situations/conversation.ts';
import { play } from '../situations/play.ts';
import type { QuestionDraft } from '../skill.ts';
import { questionView } from '../view.ts';
import { sum, withParticle } from '../words.ts';
import { LOST_ACK_BEFORE_DATA_HINTS } from './handshake-hints.ts';
import { lossOf } from './handshake-lost.ts';

/** The third segment is lost, but the client's data follows at once. */
export function lostAckBeforeData(random: Random): QuestionDraft | null {
  const [size = 0] = drawSizes(random, 1);
  const trace = play(random, {
    isn: drawIsns(random),
    turns: [{ host: 'client', sizes: [size] }],
    faults: [{ from: 'client', match: 'ack', nth: 1, effect: { kind: 'drop' } }],
  });
  const loss = lossOf(trace);
  const data = sentBy(trace, 'client').find((segment) => segment.len > 0);
  const arrival = data && arrivalOf(trace, data.n);
  const answer = arrival && reactionTo(trace, arrival.index);
  const after = arrival && trace.events[arrival.index];
  if (!loss || !data || !arrival || !answer || after?.kind !== 'arrive' || after.after === null) return null;
  const place = { segment: answer.n, part: 'ack' } as const;
  const fields = allFields([
    stateField({ id: 'state', label: { ko: '서버의 상태', en: "server's state" }, place: null }, after.after.state, {
      required: [
        ['N16', 'SYN-RECEIVED'],
        ['M41', 'CLOSED'],
        ['M37', 'LISTEN'],
      ],
    }),
    numberField({ id: 'ack', label: { ko: '서버가 답하는 ack', en: "the server's ack" }, place }, answer.ack, {
      required: [
        ['N16', data.seq],
        ['M01', lastByteReceived(answer.ack)],
      ],
      optional: [['M02', oneMoreThanData(answer.ack)]],
    }),
  ]);
  return (
    fields && {
      prompt: {
        ko: `클라이언트가 핸드셰이크를 마치며 보낸 ACK가 유실되었습니다. 이어서 클라이언트가 보낸 데이터 세그먼트(seq=${data.seq}, ack=${data.ack}, ${data.len}바이트)가 SYN-RECEIVED 상태의 서버에 도착합니다. 그 직후 서버의 상태는 무엇이고, 서버가 보내는 ACK의 ack 번호는 얼마입니까?`,
        en: `The client's ACK that ends the handshake is lost. A data segment of the client (seq ${data.seq}, ack ${data.ack}, ${data.len} bytes) follows and reaches the server, which is in SYN-RECEIVED. Which state is the server in right after, and which ack number does its ACK carry?`,
      },
      conventions: [NO_DELAYED_ACK, ABSOLUTE_NUMBERS],
      trace,
      view: questionView(trace, {
        // The arrival itself; the state change it causes comes after.
        until: arrival.index + 1,
        asked: [place],
        secret: [answer.ack],
        hiddenStates: ['server'],
        focus: [loss.lost.n, data.n],
      }),
      fields,
      figures: [],
      hints: LOST_ACK_BEFORE_DATA_HINTS,
      explanation: [
        {
          text: {
            ko: `데이터 세그먼트의 ack=${withParticle(data.ack, '은/는')} 서버의 SYN(seq=${seqAdd(data.ack, -1)})을 확인 응답합니다. 유실된 ACK와 같은 번호입니다.`,
            en: `The data segment's ack ${data.ack} acknowledges the server's SYN (seq ${seqAdd(data.ack, -1)}), as the lost ACK did.`,
          },
          rfc: 'RFC 9293 §3.10.7.4',
        },
        {
          text: {
            ko: '그래서 서버는 SYN-RECEIVED에서 ESTABLISHED로 옮겨 가고, 같은 세그먼트의 데이터도 이어서 처리합니다.',
            en: 'So the server moves from SYN-RECEIVED to ESTABLISHED and goes on to process the data of the same segment.',
          },
          rfc: 'RFC 9293 §3.10.7.4',
        },
        {
          text: {
            ko: `다음에 받을 번호는 ${sum(data.seq, data.len)}입니다.`,
            en: `The next number expected is ${sum(data.seq, data.len)}.`,
          },
          rfc: 'RFC 9293 §3.4',
        },
      ],
    }
  );
}
