import type { Random } from '../../simulator/random.ts';
import { seqAdd } from '../../tcp/sequence.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { answerTo, finNumber } from '../closing-moments.ts';
import { ABSOLUTE_NUMBERS, RFC_WHERE_SYSTEMS_DIFFER } from '../conventions.ts';
import { allFields, choiceField } from '../fields.ts';
import { sendIndex } from '../moments.ts';
import type { ExplanationStep } from '../question.ts';
import { endOf } from '../sequence-ends.ts';
import { drawLastAck, drawOldDuplicate } from '../situations/time-wait.ts';
import type { QuestionDraft } from '../skill.ts';
import { questionView } from '../view.ts';
import { HOST, HOST_FIRST, sum } from '../words.ts';
import { LOST_LAST_ACK_HINTS, OLD_DUPLICATE_HINTS } from './time-wait-hints.ts';

/** An old data segment reaches a host in TIME-WAIT: what does it do? */
export function oldDuplicateChoice(random: Random): QuestionDraft | null {
  const drawn = drawOldDuplicate(random);
  if (drawn === null) return null;
  const { wait, old } = drawn;
  const { trace, waiter, peerFin } = wait;
  const answer = answerTo(trace, old);
  if (answer === null || !old.notes.includes('old-duplicate')) return null;
  const { seq, len } = old.segment;
  const options = random.shuffle([
    {
      id: 'ack',
      text: {
        ko: `버리고 ACK(ack=${answer.ack})를 보냅니다. 2MSL 타이머는 건드리지 않습니다`,
        en: `drops it and sends an ACK (ack ${answer.ack}); the 2 MSL timer is left alone`,
      },
    },
    {
      id: 'restart',
      text: {
        ko: `버리고 ACK(ack=${answer.ack})를 보내며 2MSL 타이머를 다시 시작합니다`,
        en: `drops it, sends an ACK (ack ${answer.ack}) and restarts the 2 MSL timer`,
      },
    },
    {
      id: 'deliver',
      text: {
        ko: `늦게 온 데이터로 보고 애플리케이션에 전달합니다`,
        en: 'takes it for late data and delivers it to the application',
      },
    },
    { id: 'silent', text: { ko: '아무 답도 하지 않고 버립니다', en: 'drops it without any answer' } },
    { id: 'reset', text: { ko: `RST(seq=${answer.seq})를 보냅니다`, en: `sends a RST (seq ${answer.seq})` } },
  ]);
  const fields = allFields([
    choiceField({ id: 'reaction', label: { ko: '반응', en: 'reaction' }, place: null }, options, 'ack', {
      required: [
        ['N34', 'restart'],
        ['M38', 'deliver'],
        ['N20', 'silent'],
        ['M42', 'reset'],
      ],
    }),
  ]);
  if (fields === null) return null;
  const other = peerOf(waiter);
  return {
    prompt: {
      ko: `${HOST[waiter].ko}는 ${HOST[other].ko}의 FIN(seq=${peerFin.seq})에 ACK하고 TIME-WAIT에 있습니다. 이때 ${HOST[other].ko}가 FIN보다 먼저 보낸 데이터 ${len}바이트(seq=${seq})의 사본이 네트워크를 떠돌다 도착합니다. ${HOST[waiter].ko}는 이 세그먼트를 어떻게 처리합니까?`,
      en: `${HOST_FIRST[waiter].en} has acknowledged ${HOST[other].en}'s FIN (seq ${peerFin.seq}) and is in TIME-WAIT. Now a stray copy of ${len} data bytes (seq ${seq}) arrives, sent by ${HOST[other].en} before its FIN. What does ${HOST[waiter].en} do with it?`,
    },
    conventions: [ABSOLUTE_NUMBERS, RFC_WHERE_SYSTEMS_DIFFER],
    trace,
    view: questionView(trace, { until: old.index + 1, asked: [], focus: [old.segment.n] }),
    fields,
    figures: [],
    hints: OLD_DUPLICATE_HINTS,
    explanation: [
      {
        text: {
          ko: `FIN까지 받았으므로 RCV.NXT는 ${sum(finNumber(peerFin), 1)}입니다. 사본은 ${seq}부터 ${sum(seq, len)} 앞까지이므로 모두 이미 받은 번호입니다.`,
          en: `With the FIN received RCV.NXT is ${sum(finNumber(peerFin), 1)}. The copy runs from ${seq} to just before ${sum(seq, len)}: numbers received already.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      {
        text: {
          ko: `받아들일 수 없는 세그먼트에는 지금의 번호로 ACK(seq=${answer.seq}, ack=${answer.ack})를 보내고 버립니다.`,
          en: `An unacceptable segment is answered with an ACK of the present numbers (seq ${answer.seq}, ack ${answer.ack}) and dropped.`,
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
      {
        text: {
          ko: '2MSL 타이머를 다시 시작하는 것은 재전송된 FIN뿐이고, TIME-WAIT에서는 세그먼트의 데이터를 읽지 않습니다. 다만 리눅스는 이런 옛 세그먼트에도 타이머를 다시 시작합니다.',
          en: 'Only a repeated FIN restarts the 2 MSL timer, and in TIME-WAIT the text of a segment is ignored. (Linux, though, restarts the timer on such old segments too.)',
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
      ...assassination(trace, other, answer),
    ],
  };
}

/** What the ACK of an old segment may lead to when the peer is gone: its RST ends TIME-WAIT (RFC 1337). */
function assassination(trace: Trace, peer: HostName, answer: TracedSegment): readonly ExplanationStep[] {
  const reset = trace.segments.find((s) => s.from === peer && s.n > answer.n && s.flags.includes('RST'));
  if (reset === undefined) return [];
  return [
    {
      text: {
        ko: `이미 CLOSED인 ${HOST[peer].ko}는 이 ACK에 RST(seq=${reset.seq})로 답하고, 그 RST가 TIME-WAIT를 일찍 끝냅니다. RFC 1337이 경고하는 TIME-WAIT assassination입니다.`,
        en: `${HOST_FIRST[peer].en}, CLOSED by now, answers that ACK with a RST (seq ${reset.seq}), which cuts TIME-WAIT short: the TIME-WAIT assassination RFC 1337 warns of.`,
      },
      rfc: 'RFC 9293 §3.10.7.4',
    },
  ];
}

/** The last ACK is lost: what happens next? */
export function lostAckChoice(random: Random): QuestionDraft | null {
  const wait = drawLastAck(random, 1);
  if (wait === null) return null;
  const { trace, waiter, peerFin, finArrivals, acks } = wait;
  const [lost, second] = acks;
  const again = finArrivals[1]?.segment;
  if (!lost || !second || !again || again.repeats !== peerFin.n) return null;
  const other = peerOf(waiter);
  const sender = HOST[other];
  const holder = HOST[waiter];
  const fresh = endOf(peerFin);
  const options = random.shuffle([
    {
      id: 'fin-again',
      text: {
        ko: `${sender.ko}가 FIN(seq=${again.seq})을 재전송하고, ${holder.ko}가 다시 ACK합니다`,
        en: `${sender.en} retransmits its FIN (seq ${again.seq}) and ${holder.en} acknowledges it again`,
      },
    },
    {
      id: 'new-number',
      text: {
        ko: `${sender.ko}가 FIN을 새 번호(seq=${fresh})로 다시 보내고, ${holder.ko}가 ACK(ack=${seqAdd(fresh, 1)})로 답합니다`,
        en: `${sender.en} sends a FIN with a new number (seq ${fresh}) and ${holder.en} answers with ack ${seqAdd(fresh, 1)}`,
      },
    },
    {
      id: 'ack-again',
      text: {
        ko: `${holder.ko}의 재전송 타이머가 만료되어 ACK(ack=${lost.ack})를 다시 보냅니다`,
        en: `${holder.en}'s retransmission timer expires and it sends the ACK (ack ${lost.ack}) again`,
      },
    },
    {
      id: 'closed',
      text: {
        ko: `${sender.ko}는 FIN을 보냈으므로 ACK 없이도 CLOSED가 됩니다`,
        en: `${sender.en} has sent its FIN and becomes CLOSED without the ACK`,
      },
    },
  ]);
  const fields = allFields([
    choiceField(
      { id: 'next', label: { ko: '다음에 일어나는 일', en: 'what happens next' }, place: null },
      options,
      'fin-again',
      {
        required: [
          ['M17', 'new-number'],
          ['N14', 'ack-again'],
          ['N23', 'closed'],
        ],
      },
    ),
  ]);
  if (fields === null) return null;
  return {
    prompt: {
      ko: `${holder.ko}가 ${sender.ko}의 FIN(seq=${peerFin.seq})에 보낸 마지막 ACK(seq=${lost.seq}, ack=${lost.ack})가 유실되었습니다. 그다음에는 어떤 일이 일어납니까?`,
      en: `The last ACK (seq ${lost.seq}, ack ${lost.ack}), which ${holder.en} sent for ${sender.en}'s FIN (seq ${peerFin.seq}), is lost. What happens next?`,
    },
    conventions: [ABSOLUTE_NUMBERS],
    trace,
    view: questionView(trace, { until: sendIndex(trace, lost.n) + 2, asked: [], focus: [lost.n] }),
    fields,
    figures: [],
    hints: LOST_LAST_ACK_HINTS,
    explanation: [
      {
        text: {
          ko: `${sender.ko}는 LAST-ACK에서 ack가 ${fresh}인 ACK를 기다립니다. 오지 않으면 재전송 타이머가 만료되어 같은 FIN을 같은 번호(seq=${again.seq})로 다시 보냅니다.`,
          en: `${HOST_FIRST[other].en} waits in LAST-ACK for ack ${fresh}. When it does not come the retransmission timer expires and the same FIN goes out with the same seq ${again.seq}.`,
        },
        rfc: 'RFC 9293 §3.8.1',
      },
      {
        text: {
          ko: `ACK(seq=${lost.seq})는 번호를 차지하지 않아 재전송 타이머가 걸리지 않습니다. 그래서 ${holder.ko}가 먼저 다시 보내는 일은 없습니다.`,
          en: `The ACK (seq ${lost.seq}) takes no number, so no timer guards it and ${holder.en} does not repeat it unasked.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      {
        text: {
          ko: `TIME-WAIT에 남아 있던 ${holder.ko}가 ACK(seq=${second.seq}, ack=${second.ack})로 다시 답하고 2MSL을 새로 시작합니다. TIME-WAIT가 있는 이유 가운데 하나입니다.`,
          en: `${HOST_FIRST[waiter].en}, still there in TIME-WAIT, answers again (seq ${second.seq}, ack ${second.ack}) and starts 2 MSL afresh: one reason why TIME-WAIT exists.`,
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
    ],
  };
}
