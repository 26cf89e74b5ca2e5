import { numberField, numbersField } from '../../fields.ts';
import { ADDING, intervals, STEADY, timeoutTimes } from '../../misconceptions/timers-rules.ts';
import type { ExplanationStep, Field } from '../../question.ts';
import type { SynLoss } from '../../situations/lost-syns.ts';

export function fieldsOf(
  loss: SynLoss,
  rto: number,
  times: readonly number[],
  givenUp: number | null,
): readonly (Field | null)[] {
  const count = times.length;
  const sent = numbersField(
    {
      id: 'times',
      label: {
        ko: `${nameOf(loss)}${loss === 'ack' ? '를' : '을'} 다시 보내는 시각(ms)`,
        en: `times at which the ${nameOf(loss)} goes again (ms)`,
      },
      place: null,
    },
    times,
    {
      required: [
        ['N229', timeoutTimes(ADDING, rto, count)],
        ['N141', timeoutTimes(STEADY, rto, count)],
        ['N142', intervals(rto, count)],
      ],
    },
    'amount',
  );
  if (givenUp === null) return [sent];
  const last = (list: readonly number[]): number => list.at(-1) ?? 0;
  const end = numberField(
    { id: 'given-up', label: { ko: '포기하는 시각(ms)', en: 'time of giving up (ms)' }, place: null },
    givenUp,
    {
      required: [
        ['N148', last(times)],
        ['N141', last(timeoutTimes(STEADY, rto, count + 1))],
        ['N142', last(intervals(rto, count + 1))],
      ],
      optional: [['N229', last(timeoutTimes(ADDING, rto, count + 1))]],
    },
    'amount',
  );
  return [sent, end];
}

export function explanationOf(
  loss: SynLoss,
  rto: number,
  times: readonly number[],
  givenUp: number | null,
): readonly ExplanationStep[] {
  const waits = times.map((_, nth) => rto * 2 ** nth);
  const sums = times.map((time, nth) => (nth === 0 ? String(time) : `${times[nth - 1]} + ${waits[nth]} = ${time}`));
  const steps: ExplanationStep[] = [
    {
      text: {
        ko: `${nameOf(loss)}의 확인 응답이 오지 않아 ${rto} ms 만에 타이머가 만료되고 첫 재전송이 나갑니다.`,
        en: `No acknowledgement of the ${nameOf(loss)} comes, so the timer expires after ${rto} ms, and the first retransmission is sent.`,
      },
      rfc: 'RFC 6298 §5.4',
    },
    {
      text: {
        ko: `만료될 때마다 RTO가 2배가 되므로 기다리는 시간은 차례로 ${waits.join(', ')} ms입니다.`,
        en: `Each expiry doubles the RTO, so the waits are ${waits.join(', ')} ms.`,
      },
      rfc: 'RFC 6298 §5.5',
    },
    {
      text: {
        ko: `타이머는 재전송할 때 다시 시작하므로 시각은 차례로 ${sums.join(', ')} ms입니다.`,
        en: `The timer starts anew at each retransmission, so the times are ${sums.join(', ')} ms.`,
      },
      rfc: 'RFC 6298 §5.6',
    },
  ];
  if (givenUp === null) return steps;
  const last = times.at(-1) ?? 0;
  steps.push({
    text: {
      ko: `마지막 재전송 뒤에도 다시 2배가 된 ${givenUp - last} ms를 기다린 다음 포기합니다. ${last} + ${givenUp - last} = ${givenUp} ms입니다.`,
      en: `After the last retransmission the client still waits ${givenUp - last} ms, twice as long again, before it gives up: ${last} + ${givenUp - last} = ${givenUp} ms.`,
    },
    rfc: 'RFC 9293 §3.8.3',
  });
  return steps;
}

function nameOf(loss: SynLoss): string {
  return loss === 'ack' ? 'SYN,ACK' : 'SYN';
}
