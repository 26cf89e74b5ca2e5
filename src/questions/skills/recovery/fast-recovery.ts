import { peerOf } from '../../../trace/trace.ts';
import { HOLDS_OUT_OF_ORDER, NO_DELAYED_ACK } from '../../conventions.ts';
import { RENO } from '../../conventions-fast-recovery.ts';
import { NO_SACK } from '../../conventions-recovery.ts';
import { allFields, numberField } from '../../fields.ts';
import {
  halfOfAllSent,
  halfOfCwnd,
  type RecoveryWindows,
  tahoeWindows,
  windowsFrom,
  withoutFloor,
} from '../../misconceptions/recovery-window-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import type { ExplanationStep, Field } from '../../question.ts';
import { endOf } from '../../sequence-ends.ts';
import { untilFlightSent } from '../../situations/recovery.ts';
import { drawRenoLoss, type RenoLoss } from '../../situations/recovery-reno.ts';
import type { Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { difference, HOST, HOST_FIRST, sum } from '../../words.ts';

export const fastRecovery: Skill = {
  id: 'recovery.fast-recovery',
  title: { ko: '빠른 회복의 ssthresh와 cwnd', en: 'Fast recovery: ssthresh and cwnd' },
  type: 42,
  level: 'hard',
  concepts: ['late-segment', 'tcp'],
  after: ['recovery.fast-retransmit', 'window.usable'],
  pose: (random) => {
    const loss = drawRenoLoss(random);
    const last = loss?.flight.at(-1);
    if (loss === null || last === undefined) return null;
    const { trace, sender, smss, hole, before } = loss;
    const fields = windowFields(loss);
    if (fields === null) return null;
    const who = HOST[sender];
    const receiver = HOST[peerOf(sender)];
    return {
      prompt: {
        ko: `${who.ko}가 데이터를 여기까지 보냈고 유실로 표시된 세그먼트만 도착하지 않습니다. 나머지는 차례대로 도착하고 ACK는 하나도 유실되지 않습니다. 세 번째 중복 ACK가 오자 ${who.ko}는 유실된 세그먼트를 재전송하고, 이것은 ${receiver.ko}에 도착합니다. 재전송에 대한 ACK가 올 때까지 ${who.ko}는 새 데이터를 보내지 않습니다. 빠른 재전송 때의 ssthresh는 얼마이고, cwnd는 재전송 직후, 마지막 중복 ACK를 받은 뒤, 재전송에 대한 ACK를 받은 뒤에 각각 몇 바이트입니까?`,
        en: `${HOST_FIRST[sender].en} has sent its data up to here; only the segment marked as lost fails to arrive. The rest arrive in order and no ACK is lost. On the third duplicate ACK ${who.en} retransmits the lost segment, and this one reaches ${receiver.en}. Until it is acknowledged, ${who.en} sends no new data. What is ssthresh set to, and what is cwnd right after the retransmission, after the last duplicate ACK, and after the ACK of the retransmission, in bytes?`,
      },
      conventions: [RENO, NO_SACK, NO_DELAYED_ACK, HOLDS_OUT_OF_ORDER],
      trace,
      view: questionView(trace, { until: untilFlightSent(trace, last), asked: [], marks: false, focus: [hole.n] }),
      figures: [
        {
          kind: 'values',
          title: null,
          values: [
            { name: 'SMSS', value: smss },
            {
              name: { ko: '세 번째 중복 ACK 직전의 cwnd', en: 'cwnd just before the third duplicate ACK' },
              value: before.cwnd,
            },
          ],
        },
      ],
      fields,
      hints: [
        {
          ko: 'ssthresh는 FlightSize의 절반으로 정하되 2 SMSS보다 작게 하지 않습니다. 빠른 회복은 거기에 중복 ACK마다 1 SMSS씩 cwnd를 부풀렸다가 새 ACK가 오면 되돌립니다.',
          en: 'ssthresh becomes half of FlightSize, but not less than 2 SMSS. From there fast recovery inflates cwnd by 1 SMSS for each duplicate ACK and deflates it on the new ACK.',
        },
        {
          ko: 'FlightSize는 세 번째 중복 ACK가 올 때 ACK되지 않은 데이터입니다. 유실된 세그먼트부터 마지막 세그먼트까지 찾고, 그 뒤에 도착하는 세그먼트의 수만큼 중복 ACK를 셉니다.',
          en: 'FlightSize is the data not acknowledged when the third duplicate ACK comes: from the lost segment to the last. Each later segment that arrives brings one duplicate ACK.',
        },
        {
          ko: 'ssthresh = max(FlightSize/2, 2·SMSS), 재전송 직후 cwnd = ssthresh + 3·SMSS, 그 뒤 중복 ACK마다 + SMSS, 새 ACK에서 cwnd = ssthresh',
          en: 'ssthresh = max(FlightSize/2, 2*SMSS); right after the retransmission cwnd = ssthresh + 3*SMSS; + SMSS for each further duplicate; cwnd = ssthresh on the new ACK.',
        },
      ],
      explanation: steps(loss),
    };
  },
};

function windowFields(loss: RenoLoss): readonly Field[] | null {
  const { smss, flight, flightSize, duplicates, before, entered, inflated, left } = loss;
  const event = { smss, further: duplicates - 3 };
  const byCwnd = windowsFrom(halfOfCwnd(before.cwnd), event);
  const floored = flightSize < 4 * smss;
  const noFloor = floored ? [windowsFrom(withoutFloor(flightSize), event)] : [];
  const sent = flight.reduce((total, { len }) => total + len, 0);
  const allSent = windowsFrom(halfOfAllSent(sent, smss), event);
  const tahoe = tahoeWindows(event);
  const half = (of: keyof RecoveryWindows): readonly (readonly [MisconceptionId, number])[] =>
    [byCwnd, ...noFloor].map((windows) => ['M34', windows[of]] as const);
  return allFields([
    numberField(
      { id: 'ssthresh', label: { ko: 'ssthresh', en: 'ssthresh' }, place: null },
      entered.ssthresh,
      { required: half('ssthresh'), optional: [['N123', allSent.ssthresh]] },
      'amount',
    ),
    numberField(
      { id: 'entered', label: { ko: '재전송 직후의 cwnd', en: 'cwnd right after the retransmission' }, place: null },
      entered.cwnd,
      {
        required: [...half('entered'), ['N226', entered.ssthresh], ['M35', tahoe.entered]],
        optional: [['N123', allSent.entered]],
      },
      'amount',
    ),
    numberField(
      {
        id: 'inflated',
        label: { ko: '마지막 중복 ACK 뒤의 cwnd', en: 'cwnd after the last duplicate ACK' },
        place: null,
      },
      inflated.cwnd,
      {
        required: [...half('inflated'), ['N227', entered.cwnd]],
        optional: [
          ['N226', inflated.cwnd - 3 * smss],
          ['M35', tahoe.inflated],
          ['N123', allSent.inflated],
        ],
      },
      'amount',
    ),
    numberField(
      {
        id: 'left',
        label: { ko: '재전송에 대한 ACK 뒤의 cwnd', en: 'cwnd after the ACK of the retransmission' },
        place: null,
      },
      left.cwnd,
      {
        required: [...half('left'), ['N228', inflated.cwnd]],
        optional: [
          ['M35', tahoe.left],
          ['N123', allSent.left],
        ],
      },
      'amount',
    ),
  ]);
}

function steps({ smss, flight, hole, duplicates, flightSize, entered, left }: RenoLoss): readonly ExplanationStep[] {
  const further = duplicates - 3;
  const last = flight.at(-1);
  const end = last === undefined ? hole.seq : endOf(last);
  const { ssthresh } = entered;
  return [
    {
      text: {
        ko: `${hole.seq}번이 빠져 있어, 그 뒤에 도착하는 세그먼트 ${duplicates}개가 중복 ACK를 하나씩 부릅니다. 세 번째가 재전송을 일으키고 그 뒤에 ${further}개가 더 옵니다.`,
        en: `${hole.seq} is missing, so the ${duplicates} segments that arrive after it bring a duplicate ACK each: the third sets off the retransmission and ${further} more ${further === 1 ? 'follows' : 'follow'}.`,
      },
      rfc: 'RFC 5681 §4.2',
    },
    {
      text: {
        ko: `세 번째 중복 ACK가 올 때 ACK되지 않은 데이터는 ${hole.seq}번부터이므로 FlightSize는 ${difference(end, hole.seq)}바이트입니다.`,
        en: `When the third duplicate ACK comes, the data from ${hole.seq} on is not acknowledged: FlightSize is ${difference(end, hole.seq)} bytes.`,
      },
      rfc: 'RFC 5681 §2',
    },
    {
      text: {
        ko: `ssthresh = max(${flightSize} / 2, 2 × ${smss}) = ${ssthresh}바이트입니다.`,
        en: `ssthresh = max(${flightSize} / 2, 2 * ${smss}) = ${ssthresh} bytes.`,
      },
      rfc: 'RFC 5681 §3.1',
    },
    {
      text: {
        ko: `유실된 세그먼트를 다시 보내고 cwnd를 ssthresh + 3 SMSS, 곧 ${sum(ssthresh, 3 * smss)}바이트로 둡니다. 중복 ACK 세 개는 세그먼트 세 개가 네트워크를 떠났다는 뜻입니다.`,
        en: `The lost segment goes again and cwnd is set to ssthresh + 3 SMSS: ${sum(ssthresh, 3 * smss)} bytes, for the three segments that have left the network.`,
      },
      rfc: 'RFC 5681 §3.2',
    },
    {
      text: {
        ko: `남은 중복 ACK ${further}개가 1 SMSS씩 더하므로 cwnd는 ${sum(entered.cwnd, further * smss)}바이트가 됩니다.`,
        en: `Each further duplicate adds 1 SMSS, ${further} in all: cwnd is ${sum(entered.cwnd, further * smss)} bytes.`,
      },
      rfc: 'RFC 5681 §3.2',
    },
    {
      text: {
        ko: `재전송에 대한 ACK는 새 데이터를 확인 응답하므로 빠른 회복이 끝나고 cwnd는 ssthresh인 ${left.cwnd}바이트로 돌아갑니다.`,
        en: `The ACK of the retransmission acknowledges new data: fast recovery ends and cwnd is set back to ssthresh, ${left.cwnd} bytes.`,
      },
      rfc: 'RFC 5681 §3.2',
    },
  ];
}
