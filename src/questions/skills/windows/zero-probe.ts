import type { Random } from '../../../simulator/random.ts';
import { seqAdd } from '../../../tcp/sequence.ts';
import { peerOf, type TracedSegment } from '../../../trace/trace.ts';
import { ABSOLUTE_NUMBERS } from '../../conventions.ts';
import { NOTHING_READ_OR_LOST, PROBES_BY_RFC } from '../../conventions-windows.ts';
import { allFields, choiceField, LABELS, numberField } from '../../fields.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import { arrivalOf, arrivalsAt, reactionTo, sentBy, snapshotBefore } from '../../moments.ts';
import type { Hints } from '../../question.ts';
import { drawShutWindow } from '../../situations/zero-window.ts';
import type { QuestionDraft, Skill } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { HOST, HOST_FIRST } from '../../words.ts';
import { zeroProbeOn } from './zero-probe-captured.ts';

export const zeroProbe: Skill = {
  id: 'window.zero-probe',
  title: { ko: '영 윈도우와 탐색', en: 'A zero window and its probe' },
  type: 53,
  level: 'hard',
  concepts: ['tcp', 'numbers'],
  after: ['window.usable', 'window.acceptable'],
  pose: (random) => (random.chance(0.6) ? poseNext(random) : poseReply(random)),
  // What comes after a zero window depends on the applications; what answers a probe does not.
  poseOn: zeroProbeOn,
};

const HINTS: Hints = [
  {
    ko: '윈도우가 0이어도 보낼 데이터가 있는 쪽은 탐색(probe) 세그먼트를 보냅니다. 받는 쪽은 받을 수 없는 세그먼트에 ACK로 답합니다.',
    en: 'A side with data to send probes a zero window. A receiver answers what it cannot accept with an ACK.',
  },
  {
    ko: 'send로 넘긴 바이트가 모두 전송되었는지, 받는 쪽의 윈도우에 자리가 남았는지 봅니다.',
    en: 'See whether all bytes handed over by send have been sent, and whether the window has any room.',
  },
  {
    ko: '넘긴 바이트 수에서 보낸 바이트 수를 빼면 남은 데이터입니다. 받아들이지 않은 바이트는 ack를 움직이지 않습니다.',
    en: 'Bytes handed over less bytes sent are what waits. A byte that is not accepted does not move the ack.',
  },
];

/** Which segment comes next once the window is known to be shut. */
function poseNext(random: Random): QuestionDraft | null {
  const waiting = random.chance(0.65);
  const { trace, sender } = drawShutWindow(random, waiting);
  const receiver = peerOf(sender);
  const shut = arrivalsAt(trace, sender).find(({ segment }) => segment.window === 0);
  if (shut === undefined) return null;
  const expiry = trace.events.findIndex((event) => event.kind === 'timer' && event.timer === 'persist');
  const until = expiry === -1 ? trace.events.length : expiry;
  const next = trace.events.slice(until).flatMap((e) => (e.kind === 'send' ? [trace.segments[e.segment - 1]] : []))[0];
  if (waiting !== (next !== undefined)) return null;
  const { ack, seq } = shut.segment;
  const right = next === undefined ? 'silent' : 'probe';
  const probe = next ?? { seq: ack, len: 1 };
  const required: (readonly [MisconceptionId, string])[] = [['N131', 'repeat']];
  if (right === 'probe') required.push(['N121', 'silent']);
  const fields = allFields([
    choiceField(
      { id: 'next', label: { ko: '다음 세그먼트', en: 'next segment' }, place: null },
      [
        {
          id: 'probe',
          text: {
            ko: `${HOST[sender].ko}: seq=${probe.seq}, 데이터 ${probe.len}바이트`,
            en: `${HOST[sender].en}: seq ${probe.seq}, 1 byte of data`,
          },
        },
        {
          id: 'repeat',
          text: {
            ko: `${HOST[receiver].ko}: 데이터 없는 ACK(seq=${seq}, ack=${ack})`,
            en: `${HOST[receiver].en}: an ACK without data (seq ${seq}, ack ${ack})`,
          },
        },
        {
          id: 'silent',
          text: {
            ko: `어느 쪽도 더 보내지 않음(${ack} 앞까지 ACK됨)`,
            en: `neither side sends anything more (all below ${ack} is acknowledged)`,
          },
        },
      ],
      right,
      { required },
    ),
  ]);
  return (
    fields && {
      prompt: {
        ko: `${HOST[receiver].ko}의 수신 윈도우가 0이 되었고, 그것을 알리는 ACK가 ${HOST[sender].ko}에 도착했습니다. 이 뒤에 가장 먼저 전송되는 세그먼트는 어느 것입니까?`,
        en: `The receive window of ${HOST[receiver].en} has become zero, and the ACK that says so has reached ${HOST[sender].en}. Which segment is the first to be sent after this?`,
      },
      conventions: [PROBES_BY_RFC, NOTHING_READ_OR_LOST],
      trace,
      view: questionView(trace, { until, asked: [], focus: [shut.segment.n] }),
      figures: [],
      fields,
      hints: HINTS,
      explanation:
        right === 'probe'
          ? [
              {
                text: {
                  ko: `${HOST[sender].ko}에는 아직 보내지 못한 데이터가 있지만 ${ack}부터는 윈도우 밖입니다.`,
                  en: `${HOST_FIRST[sender].en} has data that is not sent yet, but from ${ack} on the window is shut.`,
                },
                rfc: 'RFC 9293 §3.8.6',
              },
              {
                text: {
                  ko: `윈도우가 열렸다는 ACK가 유실되면 서로 기다리기만 하게 되므로, ${HOST[sender].ko}가 ${ack}번 1바이트로 탐색합니다.`,
                  en: `If the ACK that opens the window were lost, both would wait for ever; so ${HOST[sender].en} probes with the one byte numbered ${ack}.`,
                },
                rfc: 'RFC 9293 §3.8.6.1',
              },
            ]
          : [
              {
                text: {
                  ko: `넘겨받은 데이터는 ${ack} 앞까지 모두 전송되고 ACK되었습니다. ${HOST[sender].ko}에는 보낼 것이 없으므로 탐색도 없습니다.`,
                  en: `All data handed over, up to before ${ack}, has been sent and acknowledged. ${HOST_FIRST[sender].en} has nothing to send, so there is nothing to probe for.`,
                },
                rfc: 'RFC 9293 §3.8.6.1',
              },
              {
                text: {
                  ko: `${HOST[receiver].ko}는 답할 세그먼트가 오거나 윈도우가 열릴 때까지 ACK를 되풀이하지 않습니다.`,
                  en: `${HOST_FIRST[receiver].en} does not repeat its ACK until something arrives or its window opens.`,
                },
                rfc: 'RFC 9293 §3.8.6',
              },
            ],
    }
  );
}

/** What a receiver answers to a probe while its window is still shut. */
function poseReply(random: Random): QuestionDraft | null {
  const { trace, sender } = drawShutWindow(random, true);
  const probes = sentBy(trace, sender).filter((s) => s.len === 1 && refused(arrivalOf(trace, s.n)?.notes));
  const probe = probes[random.int(0, 1)];
  const arrival = probe && arrivalOf(trace, probe.n);
  if (probe === undefined || arrival == null) return null;
  const reply = reactionTo(trace, arrival.index);
  const before = snapshotBefore(trace, peerOf(sender), arrival.index);
  if (reply === null || before === null) return null;
  const place = { segment: reply.n, part: 'ack' } as const;
  const fields = allFields([
    numberField({ id: 'ack', label: LABELS.ack, place }, reply.ack, {
      required: [
        ['N125', seqAdd(probe.seq, probe.len)],
        ['M01', seqAdd(reply.ack, -1)],
      ],
      optional: [['M11', reply.seq]],
    }),
  ]);
  const host = peerOf(sender);
  return (
    fields && {
      prompt: {
        ko: `수신 윈도우가 0인 ${HOST[host].ko}에 ${HOST[sender].ko}의 탐색 세그먼트(seq=${probe.seq}, 1바이트)가 도착했습니다. ${HOST[host].ko}가 보내는 ACK의 ack는 얼마입니까?`,
        en: `A probe of ${HOST[sender].en} (seq ${probe.seq}, 1 byte) reaches ${HOST[host].en}, whose receive window is zero. Which ack number is in the ACK that ${HOST[host].en} sends?`,
      },
      conventions: [ABSOLUTE_NUMBERS, PROBES_BY_RFC, NOTHING_READ_OR_LOST],
      trace,
      view: questionView(trace, {
        until: untilSeen(trace, reply.n),
        asked: [place],
        alsoHidden: trace.segments
          .filter((s: TracedSegment) => s.from === host && s.n < reply.n && s.ack === reply.ack)
          .map((s) => ({ segment: s.n, part: 'ack' })),
        focus: [probe.n, reply.n],
      }),
      figures: [],
      fields,
      hints: HINTS,
      explanation: [
        {
          text: {
            ko: `윈도우가 0이면 데이터가 있는 세그먼트는 받아들일 수 없습니다. ${probe.seq}번 바이트는 버립니다.`,
            en: `No segment with data is acceptable at a zero window: the byte numbered ${probe.seq} is dropped.`,
          },
          rfc: 'RFC 9293 §3.4',
        },
        {
          text: {
            ko: `RCV.NXT는 그대로이고(${before.rcvNxt}), 답하는 ACK에도 그 번호(ack=${reply.ack})와 윈도우 0을 싣습니다.`,
            en: `RCV.NXT stays ${before.rcvNxt}, and the ACK in answer carries it (ack ${reply.ack}) with a window of zero.`,
          },
          rfc: 'RFC 9293 §3.8.6.1',
        },
      ],
    }
  );
}

function refused(notes: readonly string[] | undefined): boolean {
  return notes?.includes('window-probe-refused') ?? false;
}
