import type { Trace } from '../../../trace/trace.ts';
import { allFields, numbersField } from '../../fields.ts';
import { samplesFrom, samplesOfKarn, type Timing } from '../../misconceptions/timers-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import type { ExplanationStep, Measure } from '../../question.ts';
import type { Timed, TimedSegments } from '../../situations/timed-segments.ts';
import type { QuestionDraft } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { HOST, HOST_FIRST } from '../../words.ts';
import { senderLog } from './sender-log.ts';

/** How the samples are given, and what is said beside the question. */
interface Asked extends Pick<QuestionDraft, 'conventions' | 'hints'> {
  readonly measure: Measure;
}

export function draft(
  drawn: TimedSegments,
  timestamps: boolean,
  { measure, conventions, hints }: Asked,
): QuestionDraft | null {
  const { trace, sender, data } = drawn;
  const twice = data.filter(isTwice);
  const answer = data.flatMap((one) => sampleOf(one, timestamps) ?? []);
  const timings = data.map(timingOf);
  const everything = [samplesFrom('first', timings), samplesFrom('last', timings)].map(exact);
  const rule: MisconceptionId = timestamps ? 'N149' : 'M30';
  const required = everything
    .filter((samples) => String(samples) !== String(answer))
    .map((samples) => [rule, samples] as const);
  const fields = allFields([
    numbersField(
      { id: 'samples', label: { ko: 'RTT 표본(ms), 차례로', en: 'RTT samples (ms), in order' }, place: null },
      answer,
      { required: timestamps ? [...required, ['N147', exact(samplesOfKarn(timings))]] : required },
      measure,
    ),
  ]);
  if (fields === null) return null;
  return {
    prompt: {
      ko: `${HOST[sender].ko}가 데이터 세그먼트 ${data.length}개를 하나씩 보냅니다. 앞의 것이 확인 응답된 뒤에야 다음 것을 보내고, 그 가운데 ${twice.length === 1 ? '하나는' : '둘은'} 재전송합니다. 이 데이터 세그먼트들에서 ${HOST[sender].ko}의 RTO 계산에 쓸 수 있는 RTT 표본은 각각 몇 ms입니까? 표본을 얻는 순서대로 모두 적으세요.`,
      en: `${HOST_FIRST[sender].en} sends ${data.length} data segments one at a time, each after the one before has been acknowledged, and has to send ${twice.length === 1 ? 'one' : 'two'} of them again. Which RTT samples do these data segments give ${HOST[sender].en} for its RTO, in ms? Give all of them, in the order in which they are taken.`,
    },
    conventions,
    trace,
    view: questionView(trace, {
      until: untilAcked(trace, data, measure),
      asked: [],
      marks: false,
      focus: twice.flatMap(({ first, last }) => [first.n, last.n]),
    }),
    figures: [senderLog(drawn, timestamps)],
    fields,
    hints,
    explanation: timestamps ? stepsByTimestamps(drawn, answer) : stepsByClock(drawn, answer),
  };
}

/** A capture goes on after the last ACK; a simulated conversation of this kind is shown whole. */
function untilAcked(trace: Trace, data: readonly Timed[], measure: Measure): number {
  const last = data.at(-1);
  return measure === 'amount' || last === undefined ? trace.events.length : untilSeen(trace, last.ack.n);
}

function exact(samples: readonly number[]): readonly number[] {
  return samples.map(toMicroseconds);
}

export function toMicroseconds(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}

function isTwice({ first, last }: Timed): boolean {
  return first !== last;
}

function timingOf({ first, last, ackedMs }: Timed): Timing {
  return { firstMs: first.sentMs, lastMs: last.sentMs, ackedMs };
}

/** The sending whose timestamp the ACK echoes. */
function echoed({ first, last, ack }: Timed): Timed['first'] {
  return ack.options.timestamps?.[1] === last.options.timestamps?.[0] ? last : first;
}

function sampleOf(one: Timed, timestamps: boolean): number | null {
  if (timestamps) return toMicroseconds(one.ackedMs - echoed(one).sentMs);
  return isTwice(one) ? null : toMicroseconds(one.ackedMs - one.first.sentMs);
}

function differenceOf(one: Timed, from: number): string {
  return `${one.ackedMs} - ${from} = ${toMicroseconds(one.ackedMs - from)}`;
}

function stepsByClock({ data }: TimedSegments, answer: readonly number[]): readonly ExplanationStep[] {
  const once = data.filter((one) => !isTwice(one));
  const twice = data.filter(isTwice);
  const sums = once.map((one) => `seq ${one.first.seq}: ${differenceOf(one, one.first.sentMs)}`).join(', ');
  return [
    ...twice.map(({ first, last, ack }): ExplanationStep => {
      return {
        text: {
          ko: `seq ${first.seq}인 세그먼트는 ${first.sentMs} ms와 ${last.sentMs} ms에 두 번 보냈습니다. ACK(ack=${ack.ack})가 어느 전송에 대한 것인지 보내는 쪽은 알 수 없으므로 표본으로 쓰지 않습니다.`,
          en: `The segment with seq ${first.seq} was sent twice, at ${first.sentMs} and at ${last.sentMs} ms. Its sender cannot tell which sending ack ${ack.ack} is for, so it takes no sample.`,
        },
        rfc: 'RFC 6298 §3',
      };
    }),
    {
      text: {
        ko: `한 번만 보낸 세그먼트는 모두 표본이 됩니다. ${sums} ms`,
        en: `Every segment sent once gives a sample: ${sums} ms.`,
      },
      rfc: 'RFC 6298 §3',
    },
    {
      text: {
        ko: `따라서 표본은 차례로 ${answer.join(', ')} ms입니다.`,
        en: `So the samples are, in order, ${answer.join(', ')} ms.`,
      },
      rfc: 'RFC 6298 §2',
    },
  ];
}

function stepsByTimestamps({ data }: TimedSegments, answer: readonly number[]): readonly ExplanationStep[] {
  const once = data.filter((one) => !isTwice(one));
  const sums = once.map((one) => `seq ${one.first.seq}: ${differenceOf(one, one.first.sentMs)}`).join(', ');
  return [
    ...data.filter(isTwice).map((one): ExplanationStep => {
      const from = echoed(one);
      const again = from === one.last;
      const echo = one.ack.options.timestamps?.[1] ?? 0;
      return {
        text: {
          ko: `seq ${one.first.seq}인 세그먼트의 ACK(ack=${one.ack.ack})는 TSecr가 ${echo}이고, 이는 ${again ? '재전송한 세그먼트' : '처음 보낸 세그먼트'}(${from.sentMs} ms)의 TSval입니다. 표본은 ${differenceOf(one, from.sentMs)} ms입니다.`,
          en: `The ACK of seq ${one.first.seq} (ack ${one.ack.ack}) has TSecr ${echo}, the TSval of ${again ? 'the retransmission' : 'the first sending'} at ${from.sentMs} ms: the sample is ${differenceOf(one, from.sentMs)} ms.`,
        },
        rfc: 'RFC 7323 §4.1',
      };
    }),
    {
      text: {
        ko: `한 번만 보낸 세그먼트의 표본: ${sums} ms`,
        en: `The segments sent once give ${sums} ms.`,
      },
      rfc: 'RFC 7323 §4.1',
    },
    {
      text: {
        ko: `타임스탬프가 있으면 재전송한 세그먼트의 표본도 유효하므로, 표본은 차례로 ${answer.join(', ')} ms입니다.`,
        en: `With timestamps samples of retransmitted segments are valid as well, so they are, in order, ${answer.join(', ')} ms.`,
      },
      rfc: 'RFC 6298 §3',
    },
  ];
}
