import type { Text } from '../../../language.ts';
import type { Figure } from '../../figure.ts';
import { EXAM_MODEL, type LossKind, type RoundPlan, roundsBy } from '../../misconceptions/congestion-rounds.ts';
import type { ExplanationStep, Field } from '../../question.ts';

/** What one kind of question about a course of rounds asks. */
export interface AskedRounds {
  readonly prompt: Text;
  readonly fields: readonly Field[];
  readonly explanation: readonly ExplanationStep[];
}

const LOSS_WORDS: Readonly<Record<LossKind, Text>> = {
  timeout: { ko: '타임아웃', en: 'timeout' },
  triple: { ko: '중복 ACK 3개', en: 'three duplicate ACKs' },
};

/** Where a course starts, and its losses. */
export function courseFigures(plan: RoundPlan): readonly Figure[] {
  return [
    {
      kind: 'values',
      title: null,
      values: [
        { name: { ko: '1라운드의 cwnd', en: 'cwnd in round 1' }, value: plan.cwnd },
        { name: { ko: '처음의 ssthresh', en: 'ssthresh at first' }, value: plan.ssthresh },
      ],
    },
    {
      kind: 'table',
      title: { ko: '손실', en: 'losses' },
      head: [
        { ko: '라운드', en: 'round' },
        { ko: '감지 방법', en: 'detected by' },
      ],
      rows: plan.losses.map(({ round, kind }) => [round, LOSS_WORDS[kind]]),
    },
  ];
}

/** The course up to round `end`: a step for each stretch without a loss, and one for each loss. */
export function courseSteps(plan: RoundPlan, end: number): readonly ExplanationStep[] {
  const course = roundsBy(EXAM_MODEL, plan, end + 1);
  const steps: ExplanationStep[] = [];
  let from = 1;
  for (const loss of [...plan.losses.filter(({ round }) => round < end), null]) {
    const to = loss?.round ?? end;
    const windows = course.slice(from - 1, to).map(({ cwnd }) => cwnd);
    const ssthresh = course[from - 1]?.ssthresh ?? plan.ssthresh;
    steps.push({
      text: {
        ko: `${from === to ? `${from}라운드` : `${from}~${to}라운드`}의 cwnd(ssthresh = ${ssthresh}): ${windows.join(', ')}`,
        en: `${from === to ? `Round ${from}` : `Rounds ${from} to ${to}`} (ssthresh = ${ssthresh}), cwnd: ${windows.join(', ')}.`,
      },
      rfc: 'RFC 5681 §3.1',
    });
    const next = course[to];
    const lost = course[to - 1];
    if (loss === null || next === undefined || lost === undefined) break;
    const words = LOSS_WORDS[loss.kind];
    const even = lost.cwnd % 2 === 0;
    steps.push({
      text: {
        ko: `${to}라운드에서 ${words.ko}: ssthresh = ${lost.cwnd}/2${even ? '' : '(내림)'} = ${next.ssthresh}, ${to + 1}라운드의 cwnd = ${next.cwnd}`,
        en: `Round ${to}, ${words.en}: ssthresh = ${lost.cwnd}/2${even ? '' : ' (rounded down)'} = ${next.ssthresh}, cwnd of round ${to + 1} = ${next.cwnd}.`,
      },
      rfc: loss.kind === 'timeout' ? 'RFC 5681 §3.1' : 'RFC 5681 §3.2',
    });
    from = to + 1;
  }
  return steps;
}
