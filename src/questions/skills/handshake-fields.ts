import type { Random } from '../../simulator/random.ts';
import type { Trace, TracedSegment } from '../../trace/trace.ts';
import { onHandshake, onSyns } from '../captured/opening.ts';
import { ABSOLUTE_NUMBERS } from '../conventions.ts';
import { allFields, flagsField, LABELS, numberField } from '../fields.ts';
import { ackTakesNumber, afterSynAsData, lastOfSynAsData } from '../misconceptions/handshake-rules.ts';
import { afterOtherSyn, unwrapped } from '../misconceptions/numbers-rules.ts';
import { arrivalOf, reactionTo, sentBy } from '../moments.ts';
import type { Place } from '../question.ts';
import { drawIsns } from '../situations/conversation.ts';
import { play } from '../situations/play.ts';
import type { QuestionDraft, Skill } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { sum, withParticle } from '../words.ts';
import { FLAGS_HINTS, SYN_ACK_NUMBER_HINTS, THIRD_SEGMENT_HINTS } from './handshake-hints.ts';

/** The SYN that arrived and the SYN,ACK that answered it. */
interface SynPair {
  readonly trace: Trace;
  readonly syn: TracedSegment;
  readonly synAck: TracedSegment;
}

interface Opening extends SynPair {
  /** The ACK of the SYN,ACK. */
  readonly ack: TracedSegment;
  /** The client's SYN was lost once. */
  readonly repeated: boolean;
}

/** A handshake, now and then with its first SYN lost. */
function drawOpening(random: Random): Opening | null {
  const repeated = random.chance(0.25);
  const trace = play(random, {
    isn: drawIsns(random),
    turns: [],
    faults: repeated ? [{ from: 'client', match: 'syn', nth: 1, effect: { kind: 'drop' } }] : [],
  });
  const syn = sentBy(trace, 'client').find((segment) => arrivalOf(trace, segment.n) !== null);
  const synAck = syn && answerTo(trace, syn);
  const ack = synAck && answerTo(trace, synAck);
  return syn && synAck && ack ? { trace, syn, synAck, ack, repeated } : null;
}

function answerTo(trace: Trace, segment: TracedSegment): TracedSegment | null {
  const arrival = arrivalOf(trace, segment.n);
  return arrival && reactionTo(trace, arrival.index);
}

export const handshakeFlags: Skill = {
  id: 'handshake.flags',
  title: { ko: '핸드셰이크의 플래그', en: 'Flags of the handshake' },
  type: 1,
  level: 'easy',
  concepts: ['handshake'],
  after: [],
  pose: (random) => {
    const opening = drawOpening(random);
    return opening && flagsDraft(opening, random.int(1, 3));
  },
  poseOn: (captured, random) => {
    const which = random.int(1, 3);
    return onHandshake(captured, (opening) => {
      const asked = [opening.syn, opening.synAck, opening.ack][which - 1];
      // PSH, or the flags of ECN, are no part of what the question is about.
      const only = asked?.flags.every((flag) => flag === 'SYN' || flag === 'ACK');
      return only ? flagsDraft(opening, which) : null;
    });
  },
};

/** `which`: the first, the second or the third of its segments. */
function flagsDraft(opening: Opening, which: number): QuestionDraft | null {
  const { trace, syn, synAck, ack } = opening;
  switch (which) {
    case 1:
      return flagsQuestion(trace, syn, {
        wrong: [['N01', ['SYN', 'ACK']]],
        prompt: opening.repeated
          ? {
              ko: '클라이언트가 첫 세그먼트에 답을 받지 못해 다시 보냅니다. 다시 보내는 세그먼트에는 어떤 플래그가 켜집니까?',
              en: 'The client got no answer to its first segment and sends it again. Which flags does the repeated segment carry?',
            }
          : {
              ko: '클라이언트가 연결을 시작합니다. 클라이언트의 첫 세그먼트에는 어떤 플래그가 켜집니까?',
              en: "The client opens a connection. Which flags does the client's first segment carry?",
            },
        explanation: [
          {
            text: {
              ko: `클라이언트는 자기 ISN(${syn.seq})을 알려야 하므로 SYN을 켭니다.`,
              en: `The client has its ISN ${syn.seq} to announce, so it sets SYN.`,
            },
            rfc: 'RFC 9293 §3.5',
          },
          {
            text: {
              ko: '서버에게서 받은 것이 아직 없어 확인 응답할 번호가 없습니다. 그래서 ACK는 켜지 않습니다.',
              en: 'Nothing has come from the server yet, so there is no number to acknowledge and ACK stays off.',
            },
            rfc: 'RFC 9293 §3.1',
          },
        ],
      });
    case 2:
      return flagsQuestion(trace, synAck, {
        wrong: [
          ['N02', ['ACK']],
          ['N03', ['SYN']],
        ],
        prompt: {
          ko: `LISTEN 상태의 서버가 클라이언트의 SYN(seq=${syn.seq})을 받았습니다. 서버가 보내는 답에는 어떤 플래그가 켜집니까?`,
          en: `The server, in LISTEN, has received the client's SYN (seq ${syn.seq}). Which flags does its answer carry?`,
        },
        explanation: [
          {
            text: {
              ko: `받은 SYN(seq=${syn.seq})을 ack=${withParticle(synAck.ack, '으로/로')} 확인 응답하므로 ACK를 켭니다.`,
              en: `It acknowledges the SYN (seq ${syn.seq}) with ack ${synAck.ack}, so ACK is set.`,
            },
            rfc: 'RFC 9293 §3.10.7.2',
          },
          {
            text: {
              ko: `서버도 자기 ISN(${synAck.seq})을 알려야 하므로 같은 세그먼트에 SYN도 켭니다.`,
              en: `The server has its own ISN ${synAck.seq} to announce, so SYN is set in the same segment.`,
            },
            rfc: 'RFC 9293 §3.5',
          },
        ],
      });
    default:
      return flagsQuestion(trace, ack, {
        wrong: [['N04', ['SYN', 'ACK']]],
        prompt: {
          ko: `클라이언트가 서버의 SYN,ACK(seq=${synAck.seq})를 받았습니다. 클라이언트가 보내는 답에는 어떤 플래그가 켜집니까?`,
          en: `The client has received the server's SYN,ACK (seq ${synAck.seq}). Which flags does its answer carry?`,
        },
        explanation: [
          {
            text: {
              ko: `서버의 SYN(seq=${synAck.seq})을 ack=${withParticle(ack.ack, '으로/로')} 확인 응답하므로 ACK를 켭니다.`,
              en: `It acknowledges the server's SYN (seq ${synAck.seq}) with ack ${ack.ack}, so ACK is set.`,
            },
            rfc: 'RFC 9293 §3.10.7.3',
          },
          {
            text: {
              ko: `클라이언트의 ISN(${syn.seq})은 첫 세그먼트에서 이미 알렸으므로 SYN은 다시 켜지 않습니다.`,
              en: `The client announced its ISN ${syn.seq} in the first segment, so SYN is not set again.`,
            },
            rfc: 'RFC 9293 §3.5',
          },
        ],
      });
  }
}

function flagsQuestion(
  trace: Trace,
  segment: TracedSegment,
  about: Pick<QuestionDraft, 'prompt' | 'explanation'> & {
    readonly wrong: Parameters<typeof flagsField>[2]['required'];
  },
): QuestionDraft | null {
  const place = { segment: segment.n, part: 'flags' } as const;
  const opens = segment.from === 'client' && segment.flags.includes('SYN');
  const sameBefore = sentBy(trace, 'client').filter(({ n }) => opens && n < segment.n);
  const fields = allFields([
    flagsField({ id: 'flags', label: LABELS.flags, place }, segment.flags, { required: about.wrong }),
  ]);
  return (
    fields && {
      prompt: about.prompt,
      conventions: [],
      trace,
      view: questionView(trace, {
        until: untilSeen(trace, segment.n),
        asked: [place],
        // An ack number, or its absence, would tell whether ACK is set; so would the same SYN sent before.
        alsoHidden: [
          { segment: segment.n, part: 'ack' },
          ...sameBefore.flatMap(({ n }): Place[] => [
            { segment: n, part: 'flags' },
            { segment: n, part: 'ack' },
          ]),
        ],
        // SYN-SENT would name the flag.
        hiddenStates: opens ? ['client'] : [],
        focus: [segment.n],
      }),
      fields,
      figures: [],
      hints: FLAGS_HINTS,
      explanation: about.explanation,
    }
  );
}

export const synAckNumber: Skill = {
  id: 'handshake.syn-ack-number',
  title: { ko: 'SYN,ACK의 ack 번호', en: 'The ack number of the SYN,ACK' },
  type: 2,
  level: 'easy',
  concepts: ['handshake', 'numbers'],
  after: ['handshake.flags'],
  pose: (random) => {
    const opening = drawOpening(random);
    return opening && synAckDraft(opening);
  },
  poseOn: (captured) => onSyns(captured, synAckDraft),
};

function synAckDraft({ trace, syn, synAck }: SynPair): QuestionDraft | null {
  const place = { segment: synAck.n, part: 'ack' } as const;
  const fields = allFields([
    numberField({ id: 'ack', label: LABELS.ack, place }, synAck.ack, {
      required: [
        ['M04', syn.seq],
        ['M05', afterSynAsData(syn.seq)],
        ['M11', afterOtherSyn(synAck.seq)],
      ],
      optional: [['M05', lastOfSynAsData(syn.seq)], ['M11', synAck.seq], ...unwrapped(syn.seq, 1)],
    }),
  ]);
  return (
    fields && {
      prompt: {
        ko: `서버가 클라이언트의 SYN(seq=${syn.seq})에 SYN,ACK(seq=${synAck.seq})로 답합니다. 이 SYN,ACK의 ack 번호는 얼마입니까?`,
        en: `The server answers the client's SYN (seq ${syn.seq}) with a SYN,ACK (seq ${synAck.seq}). Which ack number does this SYN,ACK carry?`,
      },
      conventions: [ABSOLUTE_NUMBERS],
      trace,
      view: questionView(trace, {
        until: untilSeen(trace, synAck.n),
        asked: [place],
        secret: [synAck.ack],
        focus: [syn.n, synAck.n],
      }),
      fields,
      figures: [],
      hints: SYN_ACK_NUMBER_HINTS,
      explanation: [
        {
          text: {
            ko: `클라이언트의 SYN은 seq=${syn.seq}이고, 데이터가 없어도 순서 번호를 하나 차지합니다.`,
            en: `The client's SYN has seq ${syn.seq} and takes one sequence number, though it carries no data.`,
          },
          rfc: 'RFC 9293 §3.4',
        },
        {
          text: {
            ko: `서버가 클라이언트에게서 다음에 받을 번호(RCV.NXT)는 ${sum(syn.seq, 1)}입니다.`,
            en: `The next number the server expects of the client (RCV.NXT) is ${sum(syn.seq, 1)}.`,
          },
          rfc: 'RFC 9293 §3.10.7.2',
        },
      ],
    }
  );
}

export const thirdSegment: Skill = {
  id: 'handshake.third-segment',
  title: { ko: '핸드셰이크의 세 번째 세그먼트', en: 'The third segment of the handshake' },
  type: 3,
  level: 'easy',
  concepts: ['handshake', 'numbers'],
  after: ['handshake.syn-ack-number'],
  pose: (random) => {
    const opening = drawOpening(random);
    return opening && thirdDraft(opening);
  },
  poseOn: (captured) => onHandshake(captured, thirdDraft),
};

function thirdDraft({ trace, syn, synAck, ack }: Opening): QuestionDraft | null {
  const seqPlace = { segment: ack.n, part: 'seq' } as const;
  const ackPlace = { segment: ack.n, part: 'ack' } as const;
  const fields = allFields([
    numberField({ id: 'seq', label: LABELS.seq, place: seqPlace }, ack.seq, {
      required: [
        ['M06', syn.seq],
        ['M11', ack.ack],
      ],
      optional: [['M07', ackTakesNumber(ack.seq)], ['M11', synAck.seq], ...unwrapped(syn.seq, 1)],
    }),
    numberField({ id: 'ack', label: LABELS.ack, place: ackPlace }, ack.ack, {
      required: [
        ['M04', synAck.seq],
        ['M11', ack.seq],
      ],
      optional: [['M05', afterSynAsData(synAck.seq)], ['M11', syn.seq], ...unwrapped(synAck.seq, 1)],
    }),
  ]);
  return (
    fields && {
      prompt: {
        ko: `클라이언트(SYN의 seq=${syn.seq})가 서버의 SYN,ACK(seq=${synAck.seq})에 ACK로 답합니다. 이 ACK의 seq와 ack는 얼마입니까?`,
        en: `The client (whose SYN had seq ${syn.seq}) answers the server's SYN,ACK (seq ${synAck.seq}) with an ACK. Which seq and ack does that ACK carry?`,
      },
      conventions: [ABSOLUTE_NUMBERS],
      trace,
      view: questionView(trace, {
        until: untilSeen(trace, ack.n),
        asked: [seqPlace, ackPlace],
        secret: [ack.seq, ack.ack],
        focus: [synAck.n, ack.n],
      }),
      fields,
      figures: [],
      hints: THIRD_SEGMENT_HINTS,
      explanation: [
        {
          text: {
            ko: `클라이언트의 SYN이 ${syn.seq}번을 썼으므로 다음에 보낼 번호(SND.NXT), 곧 seq는 ${sum(syn.seq, 1)}입니다.`,
            en: `The client's SYN used number ${syn.seq}, so its next one to send (SND.NXT) and thus seq is ${sum(syn.seq, 1)}.`,
          },
          rfc: 'RFC 9293 §3.5',
        },
        {
          text: {
            ko: `서버의 SYN도 ${synAck.seq}번을 썼으므로 다음에 받을 번호(RCV.NXT), 곧 ack는 ${sum(synAck.seq, 1)}입니다.`,
            en: `The server's SYN used number ${synAck.seq}, so the next one expected (RCV.NXT) and thus ack is ${sum(synAck.seq, 1)}.`,
          },
          rfc: 'RFC 9293 §3.10.7.3',
        },
      ],
    }
  );
}
