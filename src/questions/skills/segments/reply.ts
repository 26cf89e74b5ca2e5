import type { Text } from '../../../language.ts';
import { excerptAround, inExcerpt, pickMoment } from '../../captured/moment.ts';
import { repliesOn, replyIn } from '../../captured/replies.ts';
import { capturedCause } from '../../captured/reply-words.ts';
import { ABSOLUTE_NUMBERS, HOLDS_OUT_OF_ORDER, NO_DELAYED_ACK } from '../../conventions.ts';
import { allFields, flagsField, LABELS, numberField } from '../../fields.ts';
import { drawReply, REPLY_KINDS, type Reply } from '../../situations/reply.ts';
import type { QuestionDraft, Skill } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { HOST } from '../../words.ts';
import { wrongAcks, wrongFlags, wrongSeqs } from './reply-rules.ts';
import { causeWords, replySteps } from './reply-words.ts';

export const replySegment: Skill = {
  id: 'segment.reply',
  title: { ko: '세그먼트를 통째로 채우기', en: 'Be the TCP: fill in a whole segment' },
  type: 60,
  level: 'medium',
  concepts: ['numbers', 'handshake', 'close'],
  after: ['handshake.third-segment', 'ack.above-gap', 'close.fin-numbers'],
  pose: (random) => {
    const moment = drawReply(random, random.pick(REPLY_KINDS));
    if (moment === null) return null;
    const conventions = [ABSOLUTE_NUMBERS, NO_DELAYED_ACK, ...(moment.kind === 'gap' ? [HOLDS_OUT_OF_ORDER] : [])];
    return draft(moment, causeWords(moment), conventions);
  },
  poseOn: (captured, random) => {
    const found = repliesOn(captured);
    const kinds = REPLY_KINDS.filter((kind) => found.some((one) => one.kind === kind));
    const kind = pickMoment(random, kinds);
    const moment = pickMoment(
      random,
      found.filter((one) => one.kind === kind),
    );
    const excerpt = moment && excerptAround(captured, [moment.first, moment.reply.n]);
    if (moment === null || excerpt === null) return null;
    const within = replyIn(moment, excerpt);
    const conventions = [ABSOLUTE_NUMBERS, ...(kind === 'gap' ? [HOLDS_OUT_OF_ORDER] : [])];
    return inExcerpt(excerpt, draft(within, capturedCause(within), conventions));
  },
};

/** `happened`: what the host that is to reply has met with. */
function draft(moment: Reply, happened: Text, conventions: readonly Text[]): QuestionDraft | null {
  const { kind, trace, cause, reply, iss } = moment;
  const at = (part: 'flags' | 'seq' | 'ack') => ({ segment: reply.n, part });
  const fields = allFields([
    flagsField({ id: 'flags', label: LABELS.flags, place: at('flags') }, reply.flags, wrongFlags(moment)),
    numberField({ id: 'seq', label: LABELS.seq, place: at('seq') }, reply.seq, wrongSeqs(moment)),
    numberField({ id: 'ack', label: LABELS.ack, place: at('ack') }, reply.ack, wrongAcks(moment)),
  ]);
  if (fields === null) return null;
  const isn =
    kind === 'syn'
      ? { ko: ` 여러분이 고른 ISN은 ${iss}입니다.`, en: ` The ISN you have chosen is ${iss}.` }
      : { ko: '', en: '' };
  return {
    prompt: {
      ko: `여러분이 ${HOST[reply.from].ko}의 TCP입니다. ${happened.ko}${isn.ko} 이때 보내는 세그먼트의 플래그, seq, ack를 모두 채우세요.`,
      en: `You are ${HOST[reply.from].en}'s TCP. ${happened.en}${isn.en} Fill in the flags, seq and ack of the segment that you now send.`,
    },
    conventions,
    trace,
    view: questionView(trace, {
      until: untilSeen(trace, reply.n),
      asked: [at('flags'), at('seq'), at('ack')],
      // LAST-ACK or TIME-WAIT would name what is sent.
      hiddenStates: [reply.from],
      focus: [cause.n, reply.n],
    }),
    fields,
    figures: [],
    hints: [
      {
        ko: 'seq는 내가 다음에 보낼 번호, ack는 상대에게서 빈 곳 없이 받은 것의 다음 번호입니다. 데이터 바이트마다, 그리고 SYN과 FIN에 번호가 하나씩 붙습니다.',
        en: 'seq is the next number you send; ack the next after what the peer has sent you without a gap. Each data byte takes a number, and so do SYN and FIN.',
      },
      {
        ko: '방금 일어난 일이 무엇을 요구하는지(확인 응답만인지, 내가 알릴 것도 있는지) 보고, 내가 보낸 마지막 번호와 상대가 보낸 마지막 번호를 래더에서 찾습니다.',
        en: 'See what the event calls for - an acknowledgment only, or something of your own as well - and find the last number each side has used on the ladder.',
      },
      {
        ko: 'seq = 내 ISN + 지금까지 내가 쓴 번호의 개수, ack = 상대의 ISN + 상대에게서 이어서 받은 번호의 개수(mod 2^32)',
        en: "seq = your ISN + the numbers you have used so far; ack = the peer's ISN + the numbers you have received in a row (mod 2^32).",
      },
    ],
    explanation: replySteps(moment),
  };
}
