import type { Random } from '../../../simulator/random.ts';
import { ROUND_GROWTH, ROUND_LOSS, ROUND_MODEL } from '../../conventions-congestion.ts';
import {
  EXAM_MODEL,
  type LossKind,
  type RoundLoss,
  type RoundPlan,
  roundsBy,
} from '../../misconceptions/congestion-rounds.ts';
import { NO_TRACE } from '../../no-trace.ts';
import type { Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { backAtWindow } from './rounds-back.ts';
import { courseFigures } from './rounds-course.ts';
import { windowsOfRounds } from './rounds-windows.ts';

/** Slow start, some rounds of congestion avoidance, then one loss or two. */
function drawPlan(random: Random): RoundPlan {
  const cwnd = random.pick([1, 1, 2, 3, 4, 5, 6, 8, 10]);
  const ssthresh = random.int(12, 60);
  const climb = roundsBy(EXAM_MODEL, { cwnd, ssthresh, losses: [] }, 12).findIndex((r) => r.cwnd === ssthresh) + 1;
  const kind = (): LossKind => random.pick(['timeout', 'triple'] as const);
  const first: RoundLoss = { round: climb + random.int(1, 6), kind: kind() };
  const second: RoundLoss = { round: first.round + random.int(4, 8), kind: kind() };
  return { cwnd, ssthresh, losses: random.chance(0.25) ? [first] : [first, second] };
}

export const rounds: Skill = {
  id: 'congestion.rounds',
  title: { ko: '라운드마다의 cwnd', en: 'cwnd round by round' },
  type: 39,
  level: 'medium',
  concepts: ['tcp'],
  after: ['congestion.slow-start'],
  pose: (random) => {
    const plan = drawPlan(random);
    const asked = random.chance(0.7) ? windowsOfRounds(random, plan) : backAtWindow(random, plan);
    if (asked === null) return null;
    return {
      prompt: {
        ko: `어떤 연결의 1라운드 cwnd와 처음의 ssthresh, 그리고 손실이 일어난 라운드가 주어져 있습니다. 다른 손실은 없고, 보낼 데이터는 언제나 충분하며 rwnd는 제한이 되지 않습니다. ${asked.prompt.ko}`,
        en: `The cwnd of a connection's first round, its ssthresh to begin with and the rounds with a loss are given. Nothing else is lost, there is always enough data to send, and rwnd is no limit. ${asked.prompt.en}`,
      },
      conventions: [ROUND_MODEL, ROUND_GROWTH, ROUND_LOSS],
      trace: NO_TRACE,
      view: questionView(NO_TRACE, { until: 0, asked: [], focus: [] }),
      figures: courseFigures(plan),
      fields: asked.fields,
      hints: [
        {
          ko: 'ssthresh보다 작은 동안은 느린 시작, ssthresh부터는 혼잡 회피입니다. 손실이 나면 ssthresh부터 새로 정합니다.',
          en: 'Below ssthresh it is slow start, from there on congestion avoidance; a loss first sets ssthresh anew.',
        },
        {
          ko: '1라운드부터 라운드마다 cwnd와 ssthresh를 나란히 적어 가며 손실이 있는 라운드에서 종류를 확인합니다.',
          en: 'Write down cwnd and ssthresh round by round from the first, and mind the kind of loss where there is one.',
        },
        {
          ko: 'cwnd < ssthresh이면 min(2·cwnd, ssthresh), 아니면 cwnd + 1. 손실이면 ssthresh = cwnd/2, 그다음 cwnd는 타임아웃이면 1, 중복 ACK 3개면 ssthresh',
          en: 'min(2 cwnd, ssthresh) below ssthresh, else cwnd + 1. At a loss ssthresh = cwnd/2; then cwnd is 1 after a timeout, ssthresh after three duplicate ACKs.',
        },
      ],
      explanation: asked.explanation,
    };
  },
};
