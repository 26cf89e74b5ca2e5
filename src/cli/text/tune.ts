import { quoted } from '../../documents/problem.ts';
import type { Text } from '../../language.ts';
import { count, grouped } from '../../ui/text/format.ts';
import { percent } from './reports.ts';

/** What `seqack tune` says. */
export const tune = {
  tooFew: (later: number, missing: number): Text => ({
    en: `${count(missing, 'more review is', 'more reviews are')} needed: so far ${grouped(later)} came on a later day than the one before, and only those show how fast you forget.`,
    ko: `복습이 ${grouped(missing)}번 더 필요합니다. 날을 바꿔 다시 답한 기록만 얼마나 빨리 잊는지 보여 주는데, 지금까지 ${grouped(later)}번입니다.`,
  }),
  used: (later: number, items: number, fitted: number, judged: number): Text => ({
    en: `${grouped(later)} reviews of ${count(items, 'item', 'items')}: fitted to the first ${grouped(fitted)}, judged by the last ${grouped(judged)}.`,
    ko: `항목 ${grouped(items)}개의 복습 ${grouped(later)}번 가운데 앞의 ${grouped(fitted)}번에 맞추고, 뒤의 ${grouped(judged)}번으로 평가했습니다.`,
  }),
  recalled: (share: number, goal: number): Text => ({
    en: `Recalled in the last part: ${percent(share)}; the goal is ${percent(goal)}.`,
    ko: `뒷부분에서 기억한 비율은 ${percent(share)}이고, 목표는 ${percent(goal)}입니다.`,
  }),
  forecast: { en: 'Forecast of the last part', ko: '뒷부분 예측' },
  logLoss: { en: 'log loss', ko: '로그 손실' },
  rmse: { en: 'RMSE (bins)', ko: 'RMSE(구간)' },
  expected: { en: 'recall', ko: '기억 비율' },
  defaults: { en: 'FSRS defaults', ko: 'FSRS 기본값' },
  current: { en: 'your weights now', ko: '지금 쓰는 가중치' },
  fitted: { en: 'fitted weights', ko: '새로 맞춘 가중치' },
  comesBack: { en: 'Comes back after days', ko: '다시 나오기까지의 일수' },
  now: { en: 'now', ko: '지금' },
  afterwards: { en: 'fitted', ko: '맞춘 뒤' },
  alwaysRight: { en: 'right every time', ko: '계속 맞힘' },
  wrongFirst: { en: 'wrong at first, then right', ko: '처음 틀리고 그 뒤로 맞힘' },
  forgotten: { en: 'right twice, then forgotten', ko: '두 번 맞히고 잊음' },
  kept: {
    en: 'The fitted weights foresee better: they hold from now on. Back to the defaults: seqack tune --reset',
    ko: '새로 맞춘 가중치가 더 잘 예측하므로 이제부터 적용합니다. 기본값으로 되돌리려면: seqack tune --reset',
  },
  wouldKeep: {
    en: 'The fitted weights foresee better. Nothing was changed; to use them: seqack tune',
    ko: '새로 맞춘 가중치가 더 잘 예측합니다. 아직 바꾼 것은 없으며, 적용하려면: seqack tune',
  },
  notBetter: {
    en: 'The fitted weights do not clearly foresee better: nothing was changed.',
    ko: '새로 맞춘 가중치가 뚜렷하게 더 잘 예측하지는 못하므로 아무것도 바꾸지 않았습니다.',
  },
  reset: { en: "FSRS's default weights hold again.", ko: 'FSRS 기본 가중치를 다시 적용합니다.' },
  alreadyDefault: {
    en: "FSRS's default weights hold already: nothing was changed.",
    ko: '이미 FSRS 기본 가중치를 쓰고 있어 바꾼 것이 없습니다.',
  },
  fitting: (share: number): Text => ({ en: `Fitting: ${percent(share)}`, ko: `가중치 맞추는 중: ${percent(share)}` }),
  notInstalled: (name: string): Text => ({
    en: `Fitting needs the optional package ${name}, which is missing or does not run here. Install it: npm install -g ${name} (in a checkout: npm ci)`,
    ko: `가중치를 맞추려면 선택 패키지 ${name}이 필요하지만, 없거나 여기서 실행되지 않습니다. 설치하세요: npm install -g ${name} (저장소에서는 npm ci)`,
  }),
  failed: (reason: string): Text => ({
    en: `The weights could not be fitted (${quoted(reason, 200)}): nothing was changed. Try again after more reviews.`,
    ko: `가중치를 맞추지 못해(${quoted(reason, 200)}) 아무것도 바꾸지 않았습니다. 복습을 더 한 뒤 다시 시도하세요.`,
  }),
} as const satisfies Readonly<Record<string, Text | ((...values: never[]) => Text)>>;
