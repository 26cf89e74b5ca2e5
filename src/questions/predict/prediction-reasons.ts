import { seqAdd, seqDistance, seqLt } from '../../tcp/sequence.ts';
import { purposeOf } from '../../trace/timer-purpose.ts';
import type { ExplanationStep } from '../question.ts';
import { endOf } from '../sequence-ends.ts';
import { bytes, withParticle } from '../words.ts';
import { type PredictedPart, type ShownNumbers, toShown } from './prediction-fields.ts';
import { numberFromAck, whyReset } from './reset-reasons.ts';
import type { SentNext } from './sent-next.ts';

/** Why each field of the segment is what it is, in a line. What is said of a variable has been compared with it. */
export function predictionReasons(
  next: SentNext,
  shown: ShownNumbers,
): Readonly<Record<PredictedPart, ExplanationStep>> {
  return { flags: whyFlags(next), seq: whySeq(next, shown), ack: whyAck(next, shown), len: whyLen(next) };
}

function step(rfc: string, ko: string, en: string): ExplanationStep {
  return { text: { ko, en }, rfc };
}

function whyFlags(next: SentNext): ExplanationStep {
  const { flags } = next.segment;
  const has = (flag: (typeof flags)[number]) => flags.includes(flag);
  if (has('RST')) return whyReset(next);
  if (has('SYN')) {
    return has('ACK')
      ? step(
          'RFC 9293 §3.5',
          '받은 SYN을 확인 응답하면서 자기 ISN도 알립니다.',
          'It acknowledges the SYN that came and announces its own ISN.',
        )
      : step(
          'RFC 9293 §3.5',
          '연결을 요청하는 SYN입니다. 받은 것이 없으므로 확인 응답할 번호도 없습니다.',
          'It asks for a connection; nothing has come yet that it could acknowledge.',
        );
  }
  if (has('FIN')) {
    return step(
      'RFC 9293 §3.6',
      '애플리케이션이 연결을 닫았고, 보낼 데이터가 여기서 끝납니다. ACK는 늘 함께 켭니다.',
      'The application has closed, and its data ends here; ACK is set as ever.',
    );
  }
  return step(
    'RFC 9293 §3.1',
    'SYN을 주고받은 뒤의 세그먼트에는 늘 ACK를 켭니다.',
    'Once the SYNs are exchanged every segment sets ACK.',
  );
}

function whySeq(next: SentNext, shown: ShownNumbers): ExplanationStep {
  const { segment, before, answered, cause, after } = next;
  const { seq, flags, repeats, connection } = segment;
  const number = toShown(seq, 'seq', shown);
  const taken = numberFromAck(next);
  if (taken !== null) {
    return step(
      taken,
      `받은 세그먼트의 ack를 그대로 seq로 씁니다: ${number}.`,
      `It takes the ack of what came as its seq: ${number}.`,
    );
  }
  if (connection === 0 && answered !== null) {
    return step(
      'RFC 9293 §3.10.7.1',
      '받은 세그먼트에 ACK가 없으면 RST의 seq는 0입니다.',
      'Where what came has no ACK, the RST has seq 0.',
    );
  }
  if (repeats !== null) {
    return step(
      'RFC 9293 §3.4',
      `#${repeats}의 내용을 다시 보내므로 번호도 그대로 ${number}입니다.`,
      `What #${repeats} carried goes out again under the same numbers, from ${number} on.`,
    );
  }
  if (flags.includes('SYN')) {
    return step(
      'RFC 9293 §3.4.1',
      `SYN의 번호는 이 연결의 ISN인 ${number}입니다.`,
      `A SYN has the ISN as its number: ${number}.`,
    );
  }
  const end = before === null ? null : endOf(before);
  if (end === seq) {
    return step(
      'RFC 9293 §3.3.1',
      `지금까지 ${number}번 앞까지 보냈으므로 SND.NXT는 ${number}입니다.`,
      `Everything before ${number} has been sent, so SND.NXT is ${number}.`,
    );
  }
  if (cause?.kind === 'timer' && cause.timer === 'keep-alive' && after !== null && seq === seqAdd(after.sndNxt, -1)) {
    return step(
      'RFC 9293 §3.8.4',
      `keep-alive는 이미 확인 응답된 번호인 SND.NXT-1, 곧 ${number}번을 씁니다.`,
      `A keep-alive has SND.NXT-1, a number acknowledged before: ${number}.`,
    );
  }
  if (end !== null && seqLt(seq, end)) {
    return step(
      'RFC 9293 §3.8.1',
      `이미 보낸 번호 가운데 ${number}번부터 다시 보냅니다.`,
      `Of what was sent before it sends again, from ${number} on.`,
    );
  }
  return step(
    'RFC 9293 §3.4',
    `이 세그먼트의 첫 번호는 ${number}입니다.`,
    `The first number of this segment is ${number}.`,
  );
}

function whyAck({ segment, answered, after }: SentNext, shown: ShownNumbers): ExplanationStep {
  const { ack, flags, connection } = segment;
  const number = toShown(ack, 'ack', shown);
  if (!flags.includes('ACK')) {
    return step(
      'RFC 9293 §3.1',
      'ACK가 꺼져 있으면 ack 필드에는 뜻이 없습니다.',
      'Without ACK the ack field means nothing.',
    );
  }
  if (connection === 0 && answered !== null && ack === endOf(answered)) {
    return step(
      'RFC 9293 §3.10.7.1',
      `받은 세그먼트의 다음 번호인 ${withParticle(number, '을/를')} 확인 응답합니다.`,
      `It acknowledges what came: the number after it is ${number}.`,
    );
  }
  if (after !== null && after.rcvNxt === ack && (after.held.length > 0 || after.heldFin !== null)) {
    return step(
      'RFC 9293 §3.10.7.4',
      `${number}번부터 비어 있으므로 RCV.NXT는 ${number}에 머무릅니다.`,
      `From ${number} on something is missing, so RCV.NXT stays at ${number}.`,
    );
  }
  return step(
    'RFC 9293 §3.4',
    `상대에게서 다음에 받을 번호(RCV.NXT)는 ${number}입니다.`,
    `The next number expected of the peer, RCV.NXT, is ${number}.`,
  );
}

function whyLen({ segment, after, cause, handedOver }: SentNext): ExplanationStep {
  const { seq, len, flags } = segment;
  if (cause?.kind === 'timer' && cause.timer === 'keep-alive' && len === 0 && !flags.includes('RST')) {
    return step(
      'RFC 9293 §3.8.4',
      'keep-alive에는 데이터가 없습니다. 이미 확인 응답된 번호만으로 상대가 ACK를 보내게 합니다.',
      'A keep-alive carries no data: a number acknowledged before is enough to make the peer send an ACK.',
    );
  }
  if (cause?.kind === 'timer' && purposeOf(cause) === 'persist' && len === 1) {
    return step(
      'RFC 9293 §3.8.6.1',
      '상대의 윈도우가 0이므로 1바이트만 보내 다시 열렸는지 확인합니다.',
      "The peer's window is 0: a single byte finds out whether it has opened again.",
    );
  }
  if (len === 0) {
    const control = flags.filter((flag) => flag === 'SYN' || flag === 'FIN' || flag === 'RST').join(',');
    return control === ''
      ? step('RFC 9293 §3.4', '데이터 없이 확인 응답만 합니다.', 'It only acknowledges; it carries no data.')
      : step('RFC 9293 §3.4', `${control}만 보내고 데이터는 싣지 않습니다.`, `It carries its ${control} and no data.`);
  }
  if (after !== null) {
    const start = flags.includes('SYN') ? seqAdd(seq, 1) : seq;
    if (len === after.smss) {
      return step(
        'RFC 9293 §3.7.1',
        `보낼 수 있는 가장 큰 세그먼트입니다: SMSS ${len}바이트.`,
        `It is as large as a segment may be: SMSS, ${bytes(len)}.`,
      );
    }
    if (seqDistance(seqAdd(after.iss, 1), seqAdd(start, len)) === handedOver) {
      return step(
        'RFC 9293 §3.10.2',
        `애플리케이션이 넘긴 데이터 가운데 남은 것이 ${len}바이트입니다.`,
        `Of what the application has handed over ${bytes(len)} ${len === 1 ? 'is' : 'are'} left.`,
      );
    }
    if (seqDistance(start, seqAdd(after.sndUna, after.sndWnd)) === len) {
      return step(
        'RFC 9293 §3.8.6',
        `상대의 윈도우에 남은 자리가 ${len}바이트입니다.`,
        `The peer's window has room for ${bytes(len)}.`,
      );
    }
  }
  return step('RFC 9293 §3.4', `데이터 ${len}바이트를 싣습니다.`, `It carries ${bytes(len)} of data.`);
}
