import type { Text } from '../../language.ts';
import type { Random } from '../../simulator/random.ts';
import type { HostName, Trace, TracedSegment } from '../../trace/trace.ts';
import { excerptAround, inExcerpt, pickMoment } from '../captured/moment.ts';
import { silencesOn } from '../captured/silence.ts';
import { silenceWords } from '../captured/silence-words.ts';
import { ABSOLUTE_NUMBERS, INITIAL_RTO_ONE_SECOND } from '../conventions.ts';
import { allFields, choiceField, numberField } from '../fields.ts';
import { afterOtherSyn, oneMoreThanBefore } from '../misconceptions/numbers-rules.ts';
import type { MisconceptionId } from '../misconceptions.ts';
import { isPureAck, segmentAt, sendIndex, sentBy } from '../moments.ts';
import type { ExplanationStep, Option } from '../question.ts';
import { drawIsns } from '../situations/conversation.ts';
import { play } from '../situations/play.ts';
import type { QuestionDraft, Skill } from '../skill.ts';
import { questionView } from '../view.ts';
import { LOST_SEGMENT_HINTS } from './handshake-hints.ts';
import { lostAckBeforeData } from './handshake-loss-data.ts';
import { type Loss, lossOf } from './handshake-lost.ts';
import { NO_TIMER_AT_CLIENT, timerStep } from './handshake-timer-step.ts';

export const lostHandshakeSegment: Skill = {
  id: 'handshake.lost-segment',
  title: { ko: '핸드셰이크 세그먼트의 유실', en: 'A lost handshake segment' },
  type: 24,
  level: 'medium',
  concepts: ['handshake', 'numbers'],
  after: ['handshake.third-segment'],
  pose: (random) => random.pick([lostSyn, lostSynAck, lostAck, lostAckBeforeData])(random),
  poseOn: (captured, random) => {
    const silence = pickMoment(random, silencesOn(captured));
    const excerpt = silence && excerptAround(captured, [silence.opens.n, silence.next.n]);
    if (silence === null || excerpt === null) return null;
    const { trace } = excerpt.captured;
    const [opens, lost, next] = [excerpt.at(silence.opens.n), excerpt.at(silence.last.n), excerpt.at(silence.next.n)];
    const asked = { trace, lost, next, until: sendIndex(trace, next.n), conventions: [ABSOLUTE_NUMBERS] };
    return inExcerpt(excerpt, nextDraft(asked, silenceWords(opens, lost)));
  },
};

/** What is sent next; the same choices whichever segment is lost. */
const NEXT: readonly Option[] = [
  { id: 'client-syn', text: { ko: '클라이언트가 SYN을 다시 보냅니다', en: 'The client sends its SYN again' } },
  { id: 'server-syn-ack', text: { ko: '서버가 SYN,ACK를 다시 보냅니다', en: 'The server sends its SYN,ACK again' } },
  { id: 'client-ack', text: { ko: '클라이언트가 ACK를 다시 보냅니다', en: 'The client sends its ACK again' } },
  { id: 'reset', text: { ko: '한쪽이 연결을 포기하고 RST를 보냅니다', en: 'One side gives up and sends a RST' } },
];

/** The choice that describes a segment. */
function nameOf(segment: TracedSegment): string | null {
  if (segment.flags.includes('RST')) return 'reset';
  if (segment.flags.includes('SYN')) return segment.from === 'client' ? 'client-syn' : 'server-syn-ack';
  return segment.from === 'client' && isPureAck(segment) ? 'client-ack' : null;
}

function drawLoss(random: Random, from: HostName, match: 'syn' | 'syn-ack' | 'ack'): Loss | null {
  return lossOf(
    play(random, { isn: drawIsns(random), turns: [], faults: [{ from, match, nth: 1, effect: { kind: 'drop' } }] }),
  );
}

export interface NextQuestion {
  readonly wrong: readonly (readonly [MisconceptionId, string])[];
  /** What the same wrong ideas would put into seq. */
  readonly wrongSeq: readonly (readonly [MisconceptionId, number])[];
  readonly prompt: Text;
  readonly explanation: (next: TracedSegment) => readonly ExplanationStep[];
}

/** Asks which segment is sent next after a loss, and its seq. */
function nextQuestion({ trace, index, lost }: Loss, about: NextQuestion): QuestionDraft | null {
  const later = trace.events.slice(index).find((event) => event.kind === 'send');
  const next = later?.kind === 'send' ? segmentAt(trace, later.segment) : null;
  // Everything up to the timer, but not the timer: it would tell which side acts.
  const rest = trace.events.slice(index + 1).findIndex((event) => event.kind === 'timer' || event.kind === 'send');
  const until = rest < 0 ? index + 1 : index + 1 + rest;
  const conventions = [INITIAL_RTO_ONE_SECOND, ABSOLUTE_NUMBERS];
  return next && nextDraft({ trace, lost, next, until, conventions }, about);
}

/** What is shown until the segment that is asked for, the next one. */
interface Asked {
  readonly trace: Trace;
  readonly lost: TracedSegment;
  readonly next: TracedSegment;
  readonly until: number;
  readonly conventions: readonly Text[];
}

function nextDraft({ trace, lost, next, until, conventions }: Asked, about: NextQuestion): QuestionDraft | null {
  const answer = nameOf(next);
  if (answer === null) return null;
  const fields = allFields([
    choiceField({ id: 'next', label: { ko: '다음 세그먼트', en: 'next segment' }, place: null }, NEXT, answer, {
      required: about.wrong,
    }),
    numberField({ id: 'seq', label: { ko: '그 세그먼트의 seq', en: 'its seq' }, place: null }, next.seq, {
      required: [['M17', oneMoreThanBefore(next.seq)]],
      optional: about.wrongSeq,
    }),
  ]);
  return (
    fields && {
      prompt: about.prompt,
      conventions,
      trace,
      view: questionView(trace, { until, asked: [], focus: [lost.n] }),
      fields,
      figures: [],
      hints: LOST_SEGMENT_HINTS,
      explanation: about.explanation(next),
    }
  );
}

function lostSyn(random: Random): QuestionDraft | null {
  const loss = drawLoss(random, 'client', 'syn');
  return (
    loss &&
    nextQuestion(loss, {
      wrong: [
        ['N15', 'server-syn-ack'],
        ['M41', 'reset'],
      ],
      wrongSeq: [],
      prompt: {
        ko: `클라이언트의 SYN(seq=${loss.lost.seq})이 유실되었습니다. 이 연결에서 그다음에 전송되는 세그먼트는 무엇이고, 그 seq는 얼마입니까?`,
        en: `The client's SYN (seq ${loss.lost.seq}) is lost. Which segment is sent next on this connection, and which seq does it carry?`,
      },
      explanation: (next) => [
        {
          text: {
            ko: '서버는 SYN을 받지 못했으므로 답할 것이 없습니다. 클라이언트만 확인 응답을 기다립니다.',
            en: 'The server has received nothing and has nothing to answer; only the client waits for an acknowledgement.',
          },
          rfc: 'RFC 9293 §3.5',
        },
        timerStep('client', 'SYN', loss.lost, next),
      ],
    })
  );
}

function lostSynAck(random: Random): QuestionDraft | null {
  const loss = drawLoss(random, 'server', 'syn-ack');
  const syn = loss === null ? undefined : sentBy(loss.trace, 'client')[0];
  if (loss === null || syn === undefined) return null;
  return nextQuestion(loss, {
    wrong: [
      ['N17', 'server-syn-ack'],
      ['N15', 'client-ack'],
      ['M41', 'reset'],
    ],
    wrongSeq: [
      ['N17', loss.lost.seq],
      ['M11', afterOtherSyn(loss.lost.seq)],
    ],
    prompt: {
      ko: `서버가 보낸 SYN,ACK(seq=${loss.lost.seq}, ack=${loss.lost.ack})가 유실되었습니다. 두 호스트를 통틀어 그다음에 전송되는 세그먼트는 무엇이고, 그 seq는 얼마입니까?`,
      en: `The server's SYN,ACK (seq ${loss.lost.seq}, ack ${loss.lost.ack}) is lost. Which segment is sent next by either host, and which seq does it carry?`,
    },
    explanation: (next) => [
      {
        text: {
          ko: `클라이언트는 SYN(seq=${syn.seq})에 대한 ACK를, 서버는 SYN,ACK(seq=${loss.lost.seq})에 대한 ACK를 기다립니다. 두 타이머가 모두 돌고 있습니다.`,
          en: `The client waits for the ACK of its SYN (seq ${syn.seq}), the server for that of its SYN,ACK (seq ${loss.lost.seq}): two timers run.`,
        },
        rfc: 'RFC 9293 §3.8.1',
      },
      {
        text: {
          ko: `둘 다 1초이고 클라이언트의 타이머가 ${loss.lost.sentMs - syn.sentMs} ms 먼저 시작했으므로 클라이언트의 것이 먼저 만료됩니다.`,
          en: `Both last 1 second, and the client's started ${loss.lost.sentMs - syn.sentMs} ms earlier, so it expires first.`,
        },
        rfc: 'RFC 6298 §2',
      },
      timerStep('client', 'SYN', syn, next),
    ],
  });
}

function lostAck(random: Random): QuestionDraft | null {
  const loss = drawLoss(random, 'client', 'ack');
  const synAck = loss === null ? undefined : sentBy(loss.trace, 'server')[0];
  if (loss === null || synAck === undefined) return null;
  return nextQuestion(loss, {
    wrong: [
      ['N14', 'client-ack'],
      ['M41', 'reset'],
    ],
    wrongSeq: [['N14', loss.lost.seq]],
    prompt: {
      ko: `클라이언트가 핸드셰이크를 마치는 ACK(seq=${loss.lost.seq}, ack=${loss.lost.ack})를 보냈지만 유실되었고, 두 애플리케이션은 아직 보낼 데이터가 없습니다. 그다음에 전송되는 세그먼트는 무엇이고, 그 seq는 얼마입니까?`,
      en: `The client's ACK that ends the handshake (seq ${loss.lost.seq}, ack ${loss.lost.ack}) is lost, and neither application has data to send yet. Which segment is sent next, and which seq does it carry?`,
    },
    explanation: (next) => [NO_TIMER_AT_CLIENT, timerStep('server', 'SYN,ACK', synAck, next)],
  });
}
