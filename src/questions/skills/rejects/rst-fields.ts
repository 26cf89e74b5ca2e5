import type { Text } from '../../../language.ts';
import { seqAdd } from '../../../tcp/sequence.ts';
import { type HostName, peerOf } from '../../../trace/trace.ts';
import { excerptAround, inExcerpt, pickMoment } from '../../captured/moment.ts';
import { refusalWords, refusedOn } from '../../captured/refused.ts';
import { ABSOLUTE_NUMBERS } from '../../conventions.ts';
import { ACK_ZERO_WHERE_CLEAR } from '../../conventions-rejects.ts';
import { allFields, flagsField, LABELS, numberField } from '../../fields.ts';
import { dataAckedOnly, echoedSeq, firstNumberAcked } from '../../misconceptions/rejects-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import type { ExplanationStep, Field } from '../../question.ts';
import { endOf } from '../../sequence-ends.ts';
import { drawRefused, type Refused } from '../../situations/rejects.ts';
import type { QuestionDraft, Skill } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { bytes, HOST, HOST_FIRST, sum } from '../../words.ts';

export const rstFields: Skill = {
  id: 'reject.rst-fields',
  title: { ko: 'RST의 플래그와 번호', en: 'Flags and numbers of a RST' },
  type: 54,
  level: 'hard',
  concepts: ['handshake', 'states', 'numbers'],
  after: ['seq.segment-length'],
  pose: (random) => {
    const refused = drawRefused(random);
    return refused && draft(refused, whyOf(refused));
  },
  poseOn: (captured, random) => {
    const moment = pickMoment(random, refusedOn(captured));
    const excerpt = moment && excerptAround(captured, [moment.cause.n, moment.reset.n]);
    if (moment === null || excerpt === null) return null;
    const [cause, reset] = [excerpt.at(moment.cause.n), excerpt.at(moment.reset.n)];
    const { trace } = excerpt.captured;
    return inExcerpt(excerpt, draft({ kind: moment.kind, trace, cause, reset }, refusalWords(reset.from, moment.kind)));
  },
};

/** `why` it is refused: how the prompt begins. */
function draft(refused: Refused, why: Text): QuestionDraft | null {
  const { trace, cause, reset } = refused;
  const fields = allFields(fieldsOf(refused));
  return (
    fields && {
      prompt: promptOf(refused, why),
      conventions: [ABSOLUTE_NUMBERS, ACK_ZERO_WHERE_CLEAR],
      trace,
      view: questionView(trace, {
        until: untilSeen(trace, reset.n),
        asked: fields.flatMap(({ place }) => place ?? []),
        hiddenStates: [reset.from],
        focus: [cause.n, reset.n],
      }),
      fields,
      figures: [],
      hints: [
        {
          ko: '거절하는 세그먼트의 번호는 거절당한 세그먼트에서 얻습니다. 그 세그먼트에 ACK가 있는지에 따라 방법이 둘로 나뉩니다.',
          en: 'A refusal takes its numbers from the segment it refuses, in one of two ways: with or without an ACK in that segment.',
        },
        {
          ko: '강조된 세그먼트의 ACK 플래그를 먼저 보고, 그다음 seq, 데이터 길이, SYN과 FIN을 봅니다.',
          en: 'Look at the ACK flag of the emphasised segment first, then at its seq, its data and its SYN or FIN.',
        },
        {
          ko: 'ACK가 있으면 seq = SEG.ACK이고 ACK는 켜지 않습니다. 없으면 seq = 0, ack = SEG.SEQ + SEG.LEN이고 ACK를 켭니다.',
          en: 'With an ACK: seq = SEG.ACK and no ACK flag. Without: seq = 0, ack = SEG.SEQ + SEG.LEN and the ACK flag.',
        },
      ],
      explanation: explanationOf(refused),
    }
  );
}

function fieldsOf({ kind, trace, cause, reset }: Refused): readonly (Field | null)[] {
  const acked = cause.flags.includes('ACK');
  const place = { flags: at(reset.n, 'flags'), seq: at(reset.n, 'seq'), ack: at(reset.n, 'ack') };
  const own = trace.segments.findLast((s) => s.from === reset.from && s.n < reset.n && s.flags.includes('SYN'));
  const inSynSent = kind === 'wrong-ack' || kind === 'new-syn';
  const ownNext: (readonly [MisconceptionId, number])[] = inSynSent && own ? [['N180', seqAdd(own.seq, 1)]] : [];
  const partial: (readonly [MisconceptionId, number])[] = [
    ['N184', dataAckedOnly(cause)],
    ['N185', firstNumberAcked(cause)],
  ];
  return [
    flagsField({ id: 'flags', label: LABELS.flags, place: place.flags }, reset.flags, {
      required: [acked ? ['N181', ['RST', 'ACK']] : ['N182', ['RST']], ['N187', ['FIN', 'ACK']]],
    }),
    numberField({ id: 'seq', label: LABELS.seq, place: place.seq }, reset.seq, {
      required: [['N183', echoedSeq(cause)], ...ownNext, ...(acked ? ([['N186', 0]] as const) : [])],
      optional: [['M11', endOf(cause)]],
    }),
    numberField({ id: 'ack', label: LABELS.ack, place: place.ack }, reset.ack, {
      required: acked ? [['N181', endOf(cause)]] : [['N182', 0]],
      optional: acked ? [] : partial,
    }),
  ];
}

function at<Part extends string>(segment: number, part: Part): { readonly segment: number; readonly part: Part } {
  return { segment, part };
}

function whyOf({ kind, trace, reset }: Refused): Text {
  const [host, peer] = [reset.from, peerOf(reset.from)];
  const listens = trace.events.some(
    (e) => e.kind === 'call' && e.host === host && e.call.name === 'listen' && e.ms > 2500,
  );
  return WHY[kind](host, peer, listens);
}

function promptOf({ cause, reset }: Refused, why: Text): Text {
  const host = reset.from;
  const segment = `${cause.flags.join(',')}(seq=${cause.seq}${cause.len > 0 ? `, ${cause.len}바이트` : ''})`;
  const size = cause.len > 0 ? `, ${bytes(cause.len)}` : '';
  return {
    ko: `${why.ko} ${HOST[host].ko}가 ${segment} 세그먼트를 받고 곧바로 보내는 답의 플래그, seq, ack는 무엇입니까?`,
    en: `${why.en} Which flags, seq and ack are in the answer that ${HOST[host].en} sends at once to the ${cause.flags.join(',')} segment (seq ${cause.seq}${size})?`,
  };
}

const WHY: Readonly<Record<Refused['kind'], (host: HostName, peer: HostName, listens: boolean) => Text>> = {
  'closed-port': () => ({
    ko: '서버의 이 포트에는 LISTEN하는 소켓이 없습니다.',
    en: 'Nothing listens on this port of the server.',
  }),
  stray: () => ({
    ko: '서버에는 이 포트의 연결도 LISTEN하는 소켓도 없습니다.',
    en: 'The server has neither a connection nor a listener on this port.',
  }),
  'wrong-ack': () => ({
    ko: '클라이언트가 SYN-SENT에 있을 때, 지난 연결의 SYN,ACK가 뒤늦게 도착합니다.',
    en: 'While the client is in SYN-SENT, a late SYN,ACK of an earlier connection arrives.',
  }),
  'new-syn': () => ({
    ko: '클라이언트는 다운되어 연결을 잊었고, 서버는 그것을 모릅니다. 클라이언트가 같은 포트에서 새 SYN을 보내자 서버가 옛 연결의 번호로 답합니다.',
    en: 'The client has crashed and forgotten the connection; the server does not know. To a new SYN from the same port the server answers with the old numbers.',
  }),
  'data-for-forgotten': (host, peer, listens) => ({
    ko: `${HOST[host].ko}는 다운되어 연결을 잊었${listens ? '고 지금은 LISTEN에 있습니다' : '습니다'}. 이를 모르는 ${HOST[peer].ko}가 데이터를 보냅니다.`,
    en: `${HOST_FIRST[host].en} has crashed and forgotten the connection${listens ? ', and is in LISTEN now' : ''}. Unaware of that, ${HOST[peer].en} sends data.`,
  }),
};

/** Where the RFC says so: for no connection, in LISTEN, in SYN-SENT. */
function explanationOf({ kind, cause, reset }: Refused): readonly ExplanationStep[] {
  const rfc = kind === 'wrong-ack' || kind === 'new-syn' ? 'RFC 9293 §3.10.7.3' : 'RFC 9293 §3.5.2';
  if (cause.flags.includes('ACK')) {
    return [
      {
        text: {
          ko: `받은 세그먼트에 ACK가 있습니다(ack=${cause.ack}). ${kind === 'wrong-ack' || kind === 'new-syn' ? '이 ack는 SYN-SENT에서 받아들일 수 없는 번호입니다.' : '그러나 그에 맞는 연결은 없습니다.'}`,
          en: `The segment has an ACK (ack ${cause.ack}), ${kind === 'wrong-ack' || kind === 'new-syn' ? 'which is not acceptable in SYN-SENT' : 'but there is no connection that it fits'}.`,
        },
        rfc,
      },
      {
        text: {
          ko: `RST는 그 ack를 seq로 씁니다. seq=${reset.seq}입니다. 그 세그먼트를 보낸 쪽이 다음에 받을 번호라고 알린 것이므로, 그 연결이 아직 남아 있으면 이 RST를 믿습니다.`,
          en: `The RST takes that ack as its seq: ${reset.seq}. It is the number that segment's sender says it expects next: if it still has that connection, it believes the RST.`,
        },
        rfc,
      },
      {
        text: {
          ko: 'ACK 플래그는 켜지 않으므로 ack는 0으로 씁니다.',
          en: 'Its ACK flag is clear, so ack is given as 0.',
        },
        rfc: 'RFC 9293 §3.5.2',
      },
    ];
  }
  const control = cause.flags.filter((flag) => flag === 'SYN' || flag === 'FIN').map(() => 1);
  const total = sum(cause.seq, ...(cause.len > 0 ? [cause.len] : []), ...control);
  return [
    {
      text: {
        ko: '받은 세그먼트에 ACK가 없으므로 seq로 쓸 번호가 없습니다. RST의 seq는 0입니다.',
        en: 'The segment has no ACK to take a number from, so the RST has seq 0.',
      },
      rfc,
    },
    {
      text: {
        ko: `대신 ACK를 켜고 세그먼트가 차지한 번호를 모두 ACK합니다. ack = SEG.SEQ + SEG.LEN = ${total}`,
        en: `Instead it sets ACK and acknowledges all that the segment takes: ack = SEG.SEQ + SEG.LEN = ${total}.`,
      },
      rfc,
    },
  ];
}
