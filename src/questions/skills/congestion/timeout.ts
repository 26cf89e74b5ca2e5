import { seqDistance } from '../../../tcp/sequence.ts';
import { ABSOLUTE_NUMBERS, NO_DELAYED_ACK } from '../../conventions.ts';
import { HALF_ROUNDED_DOWN } from '../../conventions-congestion.ts';
import { NO_SACK } from '../../conventions-recovery.ts';
import { allFields, numberField, numbersField } from '../../fields.ts';
import { halved, halvedWithoutLeast } from '../../misconceptions/timeout-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import type { ExplanationStep, Field } from '../../question.ts';
import { drawTimeout, type Timeout } from '../../situations/timeout.ts';
import type { Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { difference, HOST, HOST_FIRST } from '../../words.ts';

function total(segments: readonly { readonly len: number }[]): number {
  return segments.reduce((sum, { len }) => sum + len, 0);
}

function fieldsOf({ smss, initial, before, after, data, outstanding, resent }: Timeout): readonly Field[] | null {
  const flight = seqDistance(before.sndUna, before.sndNxt);
  const lost = outstanding.filter((segment) => segment.fate === 'lost');
  const least = halvedWithoutLeast(flight);
  const again: (readonly [MisconceptionId, readonly number[]])[] = [['M17', [before.sndNxt]]];
  if (lost.length > 0) again.push(['N159', lost.map(({ seq }) => seq)]);
  return allFields([
    numberField(
      { id: 'ssthresh', label: { ko: 'ssthresh (바이트)', en: 'ssthresh (bytes)' }, place: null },
      after.ssthresh,
      {
        required: [['M34', halved(before.cwnd, smss)], ...(least < 2 * smss ? [['M34', least] as const] : [])],
        optional: [
          ['N157', halved(total(lost), smss)],
          ['N123', halved(total(data), smss)],
        ],
      },
      'amount',
    ),
    numberField(
      { id: 'cwnd', label: { ko: 'cwnd (바이트)', en: 'cwnd (bytes)' }, place: null },
      after.cwnd,
      {
        // A cwnd still at the initial window would as well be one that was left alone.
        required: [['M33', after.ssthresh], ...(initial === before.cwnd ? [] : [['N158', initial] as const])],
        optional: [['M33', halved(before.cwnd, smss)]],
      },
      'amount',
    ),
    numbersField(
      { id: 'resent', label: { ko: '곧바로 다시 보내는 seq', en: 'seq of what is sent again at once' }, place: null },
      resent.map(({ seq }) => seq),
      { required: [['M15', outstanding.map(({ seq }) => seq)]], optional: again },
    ),
  ]);
}

export const timeoutWindows: Skill = {
  id: 'congestion.timeout',
  title: { ko: '재전송 타임아웃의 ssthresh와 cwnd', en: 'ssthresh and cwnd at a timeout' },
  type: 44,
  level: 'hard',
  concepts: ['tcp', 'numbers'],
  after: ['window.usable', 'congestion.slow-start'],
  pose: (random) => {
    const drawn = drawTimeout(random);
    const fields = drawn && fieldsOf(drawn);
    if (!drawn || !fields) return null;
    const { trace, sender, smss, index, before, outstanding } = drawn;
    return {
      prompt: {
        ko: `${HOST[sender].ko}의 재전송 타이머가 처음으로 만료되었습니다. 만료 직전의 cwnd와 SMSS가 주어져 있고, 새로 보낼 데이터는 더 없습니다. 만료를 처리하고 나면 ssthresh와 cwnd는 각각 몇 바이트이며, 이때 곧바로 다시 보내는 데이터의 seq는 무엇입니까? 여러 세그먼트를 보낸다면 모두 적으세요.`,
        en: `The retransmission timer of ${HOST[sender].en} has expired for the first time. Its cwnd just before and SMSS are given; there is no new data left to send. How many bytes are ssthresh and cwnd once the expiry has been handled, and what is the seq of the data sent again at once? If it is several segments, give all.`,
      },
      conventions: [ABSOLUTE_NUMBERS, HALF_ROUNDED_DOWN, NO_DELAYED_ACK, NO_SACK],
      trace,
      view: questionView(trace, { until: index + 1, asked: [], focus: outstanding.map(({ n }) => n) }),
      figures: [
        {
          kind: 'values',
          title: { ko: HOST[sender].ko, en: sender },
          values: [
            { name: 'SMSS', value: smss },
            { name: { ko: '만료 직전의 cwnd', en: 'cwnd just before expiry' }, value: before.cwnd },
          ],
        },
      ],
      fields,
      hints: [
        {
          ko: '타임아웃이 나면 ssthresh는 전송 중인 데이터(FlightSize)에서 정하고, cwnd는 그와 상관없이 손실 윈도우(LW)로 줄입니다. ssthresh에는 최솟값이 있습니다.',
          en: 'At a timeout ssthresh follows from the data in flight (FlightSize) and has a least value; cwnd falls to the loss window (LW) whatever it was.',
        },
        {
          ko: `${HOST[sender].ko}에 마지막으로 도착한 ack(SND.UNA)와, 보낸 데이터 다음의 번호(SND.NXT)를 찾습니다. 받는 쪽에 무엇이 도착했는지는 ${HOST[sender].ko}가 알지 못합니다.`,
          en: `Find the last ack that reached ${HOST[sender].en} (SND.UNA) and the number after all it has sent (SND.NXT). What has arrived at the other side it does not know.`,
        },
        {
          ko: 'ssthresh = max(FlightSize/2, 2·SMSS), cwnd = 1 SMSS. 다시 보내는 것은 SND.UNA에서 시작하는 세그먼트입니다.',
          en: 'ssthresh = max(FlightSize/2, 2 SMSS), cwnd = 1 SMSS; what goes again is the segment that starts at SND.UNA.',
        },
      ],
      explanation: steps(drawn),
    };
  },
};

function steps({ sender, smss, before, after, resent }: Timeout): readonly ExplanationStep[] {
  const { sndUna, sndNxt, cwnd } = before;
  const flight = seqDistance(sndUna, sndNxt);
  const half = Math.floor(flight / 2);
  const seqs = resent.map(({ seq }) => seq).join(', ');
  return [
    {
      text: {
        ko: `보냈지만 아직 ACK되지 않은 데이터는 모두 전송 중인 것으로 봅니다. FlightSize = SND.NXT - SND.UNA = ${difference(sndNxt, sndUna)}바이트`,
        en: `All data sent and not yet acknowledged counts as in flight: FlightSize = SND.NXT - SND.UNA = ${difference(sndNxt, sndUna)} bytes.`,
      },
      rfc: 'RFC 5681 §2',
    },
    {
      text: {
        ko: `ssthresh = max(${flight}/2, 2 × ${smss}) = max(${half}, ${2 * smss}) = ${after.ssthresh}바이트입니다. cwnd(${cwnd})의 절반이 아닙니다.`,
        en: `ssthresh = max(${flight}/2, 2 * ${smss}) = max(${half}, ${2 * smss}) = ${after.ssthresh} bytes, not half of cwnd (${cwnd}).`,
      },
      rfc: 'RFC 5681 §3.1',
    },
    {
      text: {
        ko: `cwnd는 손실 윈도우, 곧 1 SMSS = ${after.cwnd}바이트가 되고 느린 시작을 다시 합니다.`,
        en: `cwnd becomes the loss window of 1 SMSS, ${after.cwnd} bytes, and slow start begins anew.`,
      },
      rfc: 'RFC 5681 §3.1',
    },
    {
      text: {
        ko: `${HOST[sender].ko}는 ACK되지 않은 가장 앞의 세그먼트(seq=${seqs}) 하나만 다시 보냅니다. 그 뒤의 것은 ACK가 와서 cwnd가 늘어나야 보낼 수 있습니다.`,
        en: `${HOST_FIRST[sender].en} sends only the earliest segment not acknowledged again, seq ${seqs}; what follows has to wait until an ACK raises cwnd.`,
      },
      rfc: 'RFC 6298 §5',
    },
  ];
}
